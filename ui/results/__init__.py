"""results:The results page and its panels."""
