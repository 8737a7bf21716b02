"""What is dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from diagnostic.dossier.header import SUFFIX


def dropped(content: QMimeData) -> Path | None:
    """Return the first dossier among dropped files; None if there is none."""
    paths = (Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix == SUFFIX), None)
