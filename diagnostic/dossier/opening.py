"""Creating, opening and copying dossiers."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from contextlib import ExitStack
from pathlib import Path

from diagnostic.dossier.connection import engine_for, fault_of, transaction
from diagnostic.dossier.header import read_header
from diagnostic.dossier.lock import Lock
from diagnostic.dossier.migration import backup, copy, upgrade, upgrade_file
from diagnostic.dossier.records import Territory
from diagnostic.dossier.snapshot import Campaign
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.writing import insert_campaign, insert_row
from diagnostic.errors import WorldError, writing_fault

STILL_READABLE = frozenset({"held", "newer", "unwritable"})
"""The faults of `open_dossier` after which the file can still be opened for reading."""


def create_dossier(path: Path, territory: Territory, campaign: Campaign) -> Dossier:
    """Write a new dossier and open it.

    WorldError: exists (never overwritten), no_folder, unwritable, disk_full.
    """
    _reserve(path)
    try:
        with transaction(engine_for(path, read_only=False), path) as connection:
            upgrade(connection)
            insert_row(connection, insert_campaign(connection, campaign).id, territory)
        return open_dossier(path)
    except WorldError:
        path.unlink(missing_ok=True)
        raise


def open_dossier(path: Path, *, read_only: bool = False) -> Dossier:
    """Open a dossier, migrated if it is older (a backup stays beside it).

    WorldError: those of `read_header`, damaged, and, unless `read_only`, those of STILL_READABLE.
    """
    header = read_header(path)
    if read_only:
        return _open_for_reading(path, older=header.older)
    if header.newer:
        raise WorldError("newer", file=path)
    if not os.access(path, os.W_OK):
        raise WorldError("unwritable", file=path)
    lock = Lock.take(path)
    with ExitStack() as until_open:
        until_open.callback(lock.release)
        _check(path)
        if header.older:
            backup(path)
            upgrade_file(path)
        dossier = Dossier(path, engine_for(path, read_only=False), read_only=False, on_close=lock.release)
        until_open.pop_all()
    return dossier


def copy_dossier(path: Path, target: Path) -> None:
    """Write a copy of a dossier, open or not, at `target`. WorldError: as `create_dossier` and `read_header`."""
    read_header(path)
    _reserve(target)
    copy(path, target)


def check_file(path: Path) -> None:
    """Check a dossier's file from end to end. WorldError: those of `read_header`, or damaged."""
    read_header(path)
    _check(path)


def _open_for_reading(path: Path, *, older: bool) -> Dossier:
    _check(path)
    if not older:
        return Dossier(path, engine_for(path, read_only=True), read_only=True, on_close=_nothing)
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    migrated = Path(folder.name) / path.name
    copy(path, migrated)
    upgrade_file(migrated)
    return Dossier(path, engine_for(migrated, read_only=True), read_only=True, on_close=folder.cleanup)


def _nothing() -> None:
    """Let go of nothing: reading took nothing."""


def _reserve(path: Path) -> None:
    """Create the empty file, so that nothing that exists is ever written over."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError:
        raise WorldError("exists", file=path) from None
    except OSError as fault:
        raise writing_fault(fault, path) from fault


def _check(path: Path) -> None:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        connection.execute("SELECT year FROM campaign LIMIT 1").fetchone()
    except sqlite3.DatabaseError as fault:
        raise fault_of(fault, path) or WorldError("damaged", file=path) from fault
    finally:
        connection.close()
    if verdict != "ok":
        raise WorldError("damaged", file=path)
