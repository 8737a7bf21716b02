"""The whole dossier as JSON: all campaigns, all rows, the frameworks it keeps.

`imports.formats.own_json` reads a campaign of it into a dossier, `imports.whole` all of it for a new one.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import KeptFramework, Snapshot
from diagnostic.exports.cells import shown_specs

FORMAT = "rosedesvents.dossier/2"


def document_of(
    campaigns: Iterable[Snapshot], *, contacts: bool = False, frameworks: Iterable[KeptFramework] = ()
) -> dict[str, Any]:
    """Return a dossier as plain data, its campaigns earliest first; personal data only with `contacts`.

    `frameworks` are those that it keeps: without them a new dossier could not be made of the document.
    """
    return {
        "format": FORMAT,
        "contacts": contacts,
        "campaigns": [_campaign(snapshot, contacts) for snapshot in campaigns],
        "frameworks": [{"id": each.code, "version": each.version, "files": dict(each.sources)} for each in frameworks],
    }


def json_of(
    campaigns: Iterable[Snapshot], *, contacts: bool = False, frameworks: Iterable[KeptFramework] = ()
) -> bytes:
    """Return a dossier as JSON text in UTF-8."""
    document = document_of(campaigns, contacts=contacts, frameworks=frameworks)
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return f"{text}\n".encode("utf-8", "replace")


def row_data(row: Row, *, contacts: bool) -> dict[str, Any]:
    """Return a row as plain data: its id, its fields by name, and what could not be read."""
    fields = {spec.name: _plain(getattr(row, spec.name)) for spec in shown_specs(row.kind, contacts=contacts)}
    return {"id": row.id, **fields, "unread": dict(row.unread)}


def _campaign(snapshot: Snapshot, contacts: bool) -> dict[str, Any]:
    campaign = snapshot.campaign
    return {
        "year": campaign.year,
        "day": campaign.day,
        "frozen": campaign.frozen,
        "framework": {"id": campaign.framework, "version": campaign.framework_version},
        "rows": {kind: [row_data(row, contacts=contacts) for row in snapshot.rows(kind)] for kind in RECORDS},
    }


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
