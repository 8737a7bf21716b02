"""The brief as DOCX, to be rewritten: styles, headings, lists, tables and captions that a word processor knows."""
