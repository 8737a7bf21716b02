"""Creating, opening and copying dossiers."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Literal

from sqlalchemy.exc import DatabaseError

from diagnostic.dossier.connection import engine_for, fault_of, transaction
from diagnostic.dossier.framework_files import keep_framework
from diagnostic.dossier.header import Header, read_header
from diagnostic.dossier.lock import Lock
from diagnostic.dossier.migration import backup, copy, upgrade, upgrade_file
from diagnostic.dossier.records import Territory
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Campaign, KeptFramework
from diagnostic.dossier.sqlite_file import connect, journal_of
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.writing import insert_campaign, insert_row
from diagnostic.errors import WorldError, writing_fault

STILL_READABLE = frozenset({"held", "newer", "unwritable"})
"""The faults of `open_dossier` after which the file can still be opened for reading."""


def create_dossier(
    path: Path, territory: Territory, campaign: Campaign, framework: KeptFramework | None = None
) -> Dossier:
    """Write a new dossier, which keeps the framework it is made with, and open it.

    WorldError: exists (never overwritten), no_folder, unwritable, disk_full.
    """
    return restore_dossier(path, [(campaign, (territory,))], [framework] if framework else [])


def restore_dossier(
    path: Path, campaigns: Iterable[tuple[Campaign, Iterable[Row]]], frameworks: Iterable[KeptFramework]
) -> Dossier:
    """Write a new dossier with campaigns and their rows, under the ids they have, and open it.

    Rows that others point at come before them. WorldError as `create_dossier`; no file stays behind then.
    """
    _reserve(path)
    try:
        with transaction(engine_for(path, read_only=False), path) as connection:
            upgrade(connection)
            for framework in frameworks:
                keep_framework(connection, framework)
            for campaign, rows in campaigns:
                number = insert_campaign(connection, campaign).id
                for row in rows:
                    insert_row(connection, number, row)
        return open_dossier(path)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def open_dossier(path: Path, *, read_only: bool = False) -> Dossier:
    """Open a dossier, migrated if it is older (a backup stays beside it).

    WorldError: those of `read_header`, damaged, and, unless `read_only`, those of STILL_READABLE.
    """
    path = path.resolve()  # one lock, by whatever link the file is reached
    header = read_header(path)
    if read_only:
        return _open_for_reading(path, header)
    if header.newer:
        raise WorldError("newer", file=path)
    if not os.access(path, os.W_OK):
        raise WorldError("unwritable", file=path)
    lock = Lock.take(path)
    with ExitStack() as until_open:
        until_open.callback(lock.release)
        _check(path, "rw")
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


def _open_for_reading(path: Path, header: Header) -> Dossier:
    try:
        _check(path, "ro")
    except WorldError as fault:
        if fault.key != "unwritable":
            raise
        return _open_copy(path)  # a commit was cut short, and here it cannot be taken back in place
    if header.older:
        return _open_copy(path)
    dossier = Dossier(path, engine_for(path, read_only=True), read_only=True, on_close=_nothing)
    if header.newer:
        _try_reading(dossier)
    return dossier


def _open_copy(path: Path) -> Dossier:
    """Open a private copy, recovered and migrated, of a file that must not be touched."""
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    with ExitStack() as until_open:
        until_open.callback(folder.cleanup)
        own = Path(folder.name) / path.name
        for file in (path, journal_of(path)):
            if file.exists():
                shutil.copyfile(file, own.with_name(file.name))
        _check(own, "rw")
        upgrade_file(own)
        dossier = Dossier(path, engine_for(own, read_only=True), read_only=True, on_close=folder.cleanup)
        until_open.pop_all()
    return dossier


def _try_reading(dossier: Dossier) -> None:
    """Read a newer dossier once. WorldError too_new where its tables are no longer those this program knows."""
    try:
        dossier.snapshot()
        dossier.kept_framework()
    except DatabaseError as fault:
        dossier.close()
        raise WorldError("too_new", file=dossier.path) from fault


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


def _check(path: Path, mode: Literal["ro", "rw"]) -> None:
    try:
        with closing(connect(path, mode)) as connection:
            verdict = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.Error as fault:
        raise fault_of(fault, path) or WorldError("damaged", file=path) from fault
    if verdict != "ok":
        raise WorldError("damaged", file=path)
