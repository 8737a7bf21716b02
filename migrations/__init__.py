"""The schema's history: one step per version, applied when an older dossier is opened."""
