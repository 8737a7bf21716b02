"""The dossier in other programs' formats: workbooks, CSV, JSON, and the workbook that others fill in."""
