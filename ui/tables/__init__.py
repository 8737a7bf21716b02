"""tables:Item models and views shared by the table pages."""
