"""The reference panel and national figures, to set beside a territory's own. Never a score."""
