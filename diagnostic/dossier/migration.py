"""Bringing a dossier's schema up to this program's, by the migrations shipped beside it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from importlib.resources import as_file, files
from pathlib import Path

from sqlalchemy import Connection, text

from diagnostic.dossier.connection import engine_for, fault_of, transaction
from diagnostic.dossier.header import APPLICATION_ID, SCHEMA_VERSION, read_header
from diagnostic.dossier.sqlite_file import connect
from diagnostic.errors import WorldError


def upgrade(connection: Connection) -> None:
    """Apply the missing migrations inside the connection's transaction, and write the version in the header."""
    from alembic import command  # loaded where it works: 0.4 s that the start page must not pay
    from alembic.config import Config

    with as_file(files("migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    connection.execute(text(f"PRAGMA user_version = {SCHEMA_VERSION}"))
    connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))


def upgrade_file(path: Path) -> None:
    """Migrate a dossier in place, all or nothing. WorldError if the file cannot be written."""
    engine = engine_for(path, read_only=False)
    with transaction(engine, path) as connection:
        upgrade(connection)


def backup(path: Path) -> Path:
    """Copy a dossier beside itself before a migration, through SQLite's backup, and return the copy's path."""
    version = read_header(path).version
    target = _free_name(path.with_name(f"{path.stem}.avant-v{version + 1}{path.suffix}"))
    copy(path, target)
    return target


def copy(path: Path, target: Path) -> None:
    """Copy a dossier, open elsewhere or not, as one consistent state.

    WorldError if the disk refuses; no half copy stays.
    """
    try:
        with closing(connect(path, "ro")) as source, closing(sqlite3.connect(target)) as destination:
            source.backup(destination)
    except sqlite3.Error as fault:
        target.unlink(missing_ok=True)
        raise fault_of(fault, target) or WorldError("cannot_write", file=target, reason=fault) from fault


def _free_name(path: Path) -> Path:
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free
