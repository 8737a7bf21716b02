"""strategy:The strategy page."""
