"""What can be said of a dossier without opening it: read with the standard library alone, before anything heavy."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from diagnostic.dossier.header import read_header
from diagnostic.dossier.sqlite_file import connect
from diagnostic.errors import WorldError


@dataclass(frozen=True, slots=True)
class Card:
    """A dossier's file and day, its territory and latest campaign ("" and None where they cannot be read)."""

    path: Path
    day: str
    present: bool
    territory: str = ""
    year: int | None = None


def card_of(path: Path, day: str) -> Card:
    """Return the card of a dossier, whatever state its file is in."""
    try:
        read_header(path)
    except WorldError as fault:
        return Card(path, day, present=fault.key != "missing")
    try:
        with closing(connect(path, "ro", wait=0.2)) as connection:
            found = connection.execute(
                "SELECT territory.name, campaign.year FROM campaign"
                " LEFT JOIN territory ON territory.campaign_id = campaign.id ORDER BY campaign.year DESC LIMIT 1"
            ).fetchone()
    except sqlite3.Error:
        found = None  # busy, damaged or of another schema: opening it will say which
    name, year = found or ("", None)
    return Card(path, day, present=True, territory=name or "", year=year)
