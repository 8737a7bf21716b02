"""The brief as ODT, to be rewritten: styles, headings, lists, tables and captions that a word processor knows."""
