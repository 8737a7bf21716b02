"""The brief as a PDF: A4, vector figures, tagged for readers by ear (PDF/UA-1), fit for archives (PDF/A-2a).

Content becomes boxes (`blocks`, `tables`), boxes are laid on pages (`flow`), pages are drawn (`sheet`) and written
(`file`). Every text is drawn by us glyph by glyph, so that no markup is ever read.
"""
