"""From published files to rows of the dossier: recognise, read, map to the territory, preview, one operation."""
