"""Bringing a picture in from a file."""

from __future__ import annotations

from pathlib import Path

from diagnostic.dossier.pictures import MOST_BYTES, read_picture
from diagnostic.errors import WorldError


def load_picture(path: Path) -> bytes:
    """Return the picture of a file, fit to be kept.

    WorldError: picture_missing, picture_is_a_folder, picture_unread (the system does not let it be read), and those
    of `read_picture`.
    """
    if path.is_dir():
        raise WorldError("picture_is_a_folder", file=path)
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as fault:
        raise WorldError("picture_missing", file=path) from fault
    except OSError as fault:
        raise WorldError("picture_unread", file=path, reason=fault) from fault
    return read_picture(data, str(path))
