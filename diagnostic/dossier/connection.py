"""How a dossier's SQLite file is spoken to: pragmas, transactions, and its faults in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from diagnostic.dossier.sqlite_file import connect
from diagnostic.errors import WorldError


def engine_for(path: Path, *, read_only: bool) -> Engine:
    """Return an engine on an existing file; it never creates one.

    Journal DELETE and synchronous FULL: the file is whole after each commit and can be copied, mailed or put on a
    network share; WAL would leave part of it beside.
    """

    def opened() -> sqlite3.Connection:
        connection = connect(path, "ro" if read_only else "rw")
        connection.execute("PRAGMA foreign_keys = ON")
        if not read_only:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = create_engine("sqlite://", creator=opened, poolclass=NullPool)
    # sqlite3 up to Python 3.11 does not roll back a failed DDL: the transaction is ours to open.
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Take the right to write at once where it will be needed; readers wait for nobody."""
    reads = connection.get_execution_options().get("reads", False)
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


@contextmanager
def transaction(engine: Engine, path: Path, *, reads: bool = False) -> Iterator[Connection]:
    """Give a connection inside one transaction, committed at the end or rolled back whole; `reads` if it only reads.

    WorldError in place of SQLite's own errors about the file, the disk or a lock.
    """
    try:
        with engine.execution_options(reads=reads).begin() as connection:
            yield connection
    except DatabaseError as fault:
        world = fault_of(fault.orig, path)
        if world is None:
            raise
        raise world from fault


def fault_of(fault: BaseException | None, path: Path) -> WorldError | None:
    """Return what an SQLite error means to the user, or None where the mistake is ours."""
    code = getattr(fault, "sqlite_errorcode", None)
    if code is None:
        return None
    key = _FAULTS.get(code & 0xFF)
    return WorldError(key, file=path) if key else None


_FAULTS = {
    sqlite3.SQLITE_BUSY: "held",
    sqlite3.SQLITE_LOCKED: "held",
    sqlite3.SQLITE_READONLY: "unwritable",
    sqlite3.SQLITE_PERM: "unwritable",
    sqlite3.SQLITE_CANTOPEN: "missing",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_IOERR: "disk_fault",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}
