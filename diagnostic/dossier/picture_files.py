"""Bringing a picture in from a file."""

from __future__ import annotations

from pathlib import Path

from diagnostic.dossier.pictures import MOST_BYTES, read_picture
from diagnostic.errors import WorldError


def load_picture(path: Path) -> bytes:
    """Return the picture of a file, fit to be kept. WorldError: those of `read_picture`."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as fault:
        raise WorldError("picture_unreadable", file=path) from fault
    return read_picture(data, str(path))
