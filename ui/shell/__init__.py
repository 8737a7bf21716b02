"""start page, preferences, messages."""
