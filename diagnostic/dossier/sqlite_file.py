"""Speaking to an SQLite file with the standard library alone."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Literal
from urllib.parse import quote

WAIT = 2.0
"""Seconds to wait for another program that is writing the file."""


def connect(path: Path, mode: Literal["ro", "rw"], wait: float = WAIT) -> sqlite3.Connection:
    """Return a connection to an existing file, in autocommit mode; it never creates one. sqlite3.Error otherwise."""
    # Every sign is quoted: a path such as \\server\share would otherwise be read as a host's name.
    address = f"file:{quote(os.fsencode(path.absolute()), safe='')}?mode={mode}"
    return sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps what a commit cut short must take back."""
    return path.with_name(f"{path.name}-journal")
