"""From the dossier to files that others open: workbooks, CSV, JSON."""
