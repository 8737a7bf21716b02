"""The dossier: one SQLite file, its frozen reading, and the one door for changes."""
