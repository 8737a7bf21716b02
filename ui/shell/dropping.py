"""What is dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from diagnostic.dossier.header import SUFFIX

DATA = frozenset({".csv", ".txt", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".zip", ".json"})
"""Endings of files to import; some of them are known only to say what to do with them."""


def dropped_data(content: QMimeData) -> list[Path]:
    """Return the files to import among dropped ones."""
    paths = (Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile())
    return [path for path in paths if path.suffix.lower() in DATA]


def dropped(content: QMimeData) -> Path | None:
    """Return the first dossier among dropped files; None if there is none."""
    paths = (Path(url.toLocalFile()) for url in content.urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix == SUFFIX), None)
