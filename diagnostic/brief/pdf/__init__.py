"""The brief as a PDF: A4, vector figures, every text drawn by us glyph by glyph, so that no markup is ever read."""
