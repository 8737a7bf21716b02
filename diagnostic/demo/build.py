"""Writing the demonstration dossier, through the same door as everyone: a campaign, then the one that follows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from diagnostic.demo.sheets import Line, row_of, sheet
from diagnostic.dossier import operations
from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.dressing import BriefEdit, BriefLayout, BriefLook
from diagnostic.dossier.founding import kept, new_campaign
from diagnostic.dossier.opening import create_dossier
from diagnostic.dossier.operations import Change, Operation
from diagnostic.dossier.records import RECORDS, Territory
from diagnostic.dossier.row import Row
from diagnostic.dossier.store import Dossier
from diagnostic.errors import WorldError
from diagnostic.framework.load import load_edition
from diagnostic.territory.countries import Countries, load_countries

FIRST, FIRST_DAY = 2025, "2025-03-18"
SECOND, SECOND_DAY = 2026, "2026-03-24"
UNTOUCHED = frozenset({Weighting.kind, BriefEdit.kind, BriefLayout.kind, BriefLook.kind})
"""The town leaves the edition's weights and the program's brief as they are."""
KINDS = tuple(kind for kind in RECORDS if kind != Territory.kind and kind not in UNTOUCHED)
"""In the order in which they are written: what others point at (partnerships) before what points (budget lines)."""

Keyed = dict[str, Row]
"""Rows as they are stored in the campaign looked at, by the key of their line."""


def build_demo(path: Path, lang: str) -> None:
    """Write the dossier of Port-Alizé, a fictional town, at `path`: two campaigns, texts in "fr" or "en".

    WorldError: exists (nothing is ever written over), no_folder, unwritable, disk_full. Nothing half-written stays.
    """
    countries = load_countries()
    first, second = _territories(lang, countries)
    edition = load_edition()
    dossier = create_dossier(path, first, new_campaign(edition, FIRST, FIRST_DAY), kept(edition))
    try:
        _fill(dossier, second, lang, countries)
    except WorldError:
        dossier.close()
        path.unlink(missing_ok=True)
        raise
    dossier.close()


def _territories(lang: str, countries: Countries) -> tuple[Territory, Territory]:
    lines = sheet(Territory.kind, lang)
    rows = {line.campaign: row_of(Territory.kind, line, countries, {}) for line in lines}
    first, second = rows[str(FIRST)], rows[str(SECOND)]
    if not (isinstance(first, Territory) and isinstance(second, Territory)):
        raise TypeError(Territory.kind)
    return first, second


def _fill(dossier: Dossier, second: Territory, lang: str, countries: Countries) -> None:
    sheets = {kind: sheet(kind, lang) for kind in KINDS}
    stored: dict[str, Keyed] = {}
    for kind in KINDS:
        stored[kind] = _write(dossier, kind, _wanted(kind, sheets, FIRST, stored, countries), {})
    dossier.start_campaign(SECOND, SECOND_DAY)
    _write(dossier, Territory.kind, {"": second}, {"": dossier.snapshot().territory})
    stored = {kind: _carried(dossier, kind, stored[kind]) for kind in KINDS}
    for kind in KINDS:
        wanted = _wanted(kind, sheets, SECOND, stored, countries)
        stored[kind] = _write(dossier, kind, wanted, stored[kind])


def _wanted(
    kind: str, sheets: Mapping[str, tuple[Line, ...]], year: int, stored: Mapping[str, Keyed], countries: Countries
) -> Keyed:
    links = {key: row.id for key, row in stored.get("partnership", {}).items()}
    return {line.key: row_of(kind, line, countries, links) for line in sheets[kind] if line.holds_in(year)}


def _carried(dossier: Dossier, kind: str, before: Keyed) -> Keyed:
    """Return the rows that the new campaign began with: the same ones, in the same order."""
    return dict(zip(before, dossier.snapshot().rows(kind), strict=True))


def _write(dossier: Dossier, kind: str, wanted: Keyed, stored: Keyed) -> Keyed:
    """Bring a kind's rows from what is stored to what is wanted, and return them as stored: by their ids."""
    gone = [row for key, row in stored.items() if key not in wanted]
    if gone:
        dossier.apply(operations.remove(dossier.snapshot(), gone))
    kept = {key: replace(wanted[key], id=row.id) for key, row in stored.items() if key in wanted}
    changes = tuple(Change(before=stored[key], after=row) for key, row in kept.items() if row != stored[key])
    if changes:
        dossier.apply(Operation(name="edit", kind=kind, changes=changes))
    new = {key: row for key, row in wanted.items() if key not in stored}
    return {**kept, **_added(dossier, new)}


def _added(dossier: Dossier, new: Keyed) -> Keyed:
    if not new:
        return {}
    done = dossier.apply(operations.add(*new.values()))
    return {key: change.row for key, change in zip(new, done.changes, strict=True)}
