"""What a file says of itself in its first hundred bytes, read with nothing but the standard library."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diagnostic.dossier.sqlite_file import journal_of
from diagnostic.errors import WorldError

APPLICATION_ID = 0x526F7365
"""The bytes "Rose", at offset 68 of the SQLite header."""
SCHEMA_VERSION = 4
"""The schema this program writes; the number of its last migration."""
SUFFIX = ".rose"
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Header:
    """A dossier's schema version."""

    version: int

    @property
    def newer(self) -> bool:
        """Return whether a later edition of the program wrote the file."""
        return self.version > SCHEMA_VERSION

    @property
    def older(self) -> bool:
        """Return whether the file must be migrated."""
        return self.version < SCHEMA_VERSION


def read_header(path: Path) -> Header:
    """Return the header of a dossier.

    WorldError: missing, is_folder, unreadable, empty_file, not_a_dossier or damaged (cut short).
    """
    try:
        with path.open("rb") as file:
            start = file.read(100)
        size = path.stat().st_size
    except FileNotFoundError:
        raise WorldError("missing", file=path) from None
    except IsADirectoryError:
        raise WorldError("is_folder", file=path) from None
    except OSError as fault:
        if path.is_dir():
            raise WorldError("is_folder", file=path) from None
        raise WorldError("unreadable", file=path, reason=fault) from fault
    return _parse(path, start, size)


def _parse(path: Path, start: bytes, size: int) -> Header:
    if not start:
        raise WorldError("empty_file", file=path)
    if not start.startswith(_MAGIC):
        truncated = _MAGIC.startswith(start)
        raise WorldError("damaged" if truncated else "not_a_dossier", file=path)
    if len(start) < 100:
        raise WorldError("damaged", file=path)
    if int.from_bytes(start[68:72], "big") != APPLICATION_ID:
        raise WorldError("not_a_dossier", file=path)
    page = int.from_bytes(start[16:18], "big")
    pages = int.from_bytes(start[28:32], "big")
    cut_short = size < (65536 if page == 1 else page) * pages
    if cut_short and not journal_of(path).exists():  # with a journal, SQLite takes back the commit that was cut
        raise WorldError("damaged", file=path)
    return Header(int.from_bytes(start[60:64], "big"))
