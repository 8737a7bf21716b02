"""From findings to recommendations and funding suggestions. Pure."""
