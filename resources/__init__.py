"""Data files the programme reads: reference lists, framework, translations, map, fonts, icons."""
