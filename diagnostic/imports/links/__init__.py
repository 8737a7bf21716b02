"""Which texts speak of another country, by the words of a title and of a purpose."""
