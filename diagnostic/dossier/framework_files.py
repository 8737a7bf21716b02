"""The frameworks that a dossier keeps, so that each campaign is always read with the version it was made with."""

from __future__ import annotations

import json
import zlib
from types import MappingProxyType

from sqlalchemy import Connection, delete, insert, select, update

from diagnostic.dossier.snapshot import Campaign, KeptFramework
from diagnostic.dossier.tables import CampaignTable, FrameworkTable, core_table
from diagnostic.errors import WorldError


def keep_framework(connection: Connection, framework: KeptFramework) -> None:
    """Store a framework's files, once for each version.

    WorldError framework_same_version if the dossier has that version already, with other contents.
    """
    before = read_framework(connection, framework.code, framework.version)
    if before is None:
        sources = zlib.compress(json.dumps(dict(framework.sources), ensure_ascii=False).encode(), 9)
        table, named = core_table(FrameworkTable), {"code": framework.code, "version": framework.version}
        connection.execute(delete(table).filter_by(**named))  # one that could not be read any more
        connection.execute(insert(table).values(**named, sources=sources))
    elif dict(before.sources) != dict(framework.sources):
        raise WorldError("framework_same_version", framework=framework.code, version=framework.version)


def read_framework(connection: Connection, code: str, version: str) -> KeptFramework | None:
    """Return the files of a version of a framework, None if the dossier does not keep it, or not whole."""
    table = core_table(FrameworkTable)
    found = connection.execute(select(table).where(table.c.code == code, table.c.version == version)).mappings().first()
    try:
        sources = None if found is None else json.loads(zlib.decompress(found["sources"]))
    except (zlib.error, ValueError):
        return None  # bytes that changed on the disk where SQLite checks nothing: as good as not kept
    return None if sources is None else KeptFramework(code=code, version=version, sources=MappingProxyType(sources))


def read_frameworks(connection: Connection) -> tuple[KeptFramework, ...]:
    """Return every framework that the dossier keeps, in the order they came."""
    table = core_table(FrameworkTable)
    named = connection.execute(select(table.c.code, table.c.version).order_by(table.c.id)).all()
    found = (read_framework(connection, code, version) for code, version in named)
    return tuple(each for each in found if each is not None)


def name_framework(connection: Connection, campaign: Campaign) -> None:
    """Write in the file which framework a campaign is made with."""
    table = core_table(CampaignTable)
    values = {"framework": campaign.framework, "framework_version": campaign.framework_version}
    connection.execute(update(table).where(table.c.id == campaign.id).values(**values))
