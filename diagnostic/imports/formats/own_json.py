"""The dossier's own JSON (`rosedesvents.dossier/2`): a campaign comes back in as it was."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.records import RECORDS, Territory
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.reading import Candidate, Reading, Said
from diagnostic.imports.row_data import NotOurs, row_from
from diagnostic.imports.source import Source
from diagnostic.imports.whose import check_territory
from diagnostic.territory.countries import Countries
from diagnostic.watching import Watch, unwatched

ID = "json"
MARK = "rosedesvents.dossier/2"
MOST = 200 << 20
"""Bytes: a dossier of a hundred thousand rows takes half of it."""


def _recognises(look: Look) -> bool:
    begun = look.text.lstrip()
    return begun.startswith("{") and MARK in begun[:200]


def _read(source: Source, case: Case, watch: Watch = unwatched) -> Reading:
    """Return the campaign of the year asked for, or the latest.

    WorldError: import_json, import_json_year, import_territory_made.
    """
    document = loaded(source, watch)
    campaigns = [each for each in listed(document.get("campaigns")) if isinstance(each.get("year"), int)]
    years = [each["year"] for each in campaigns]
    if not campaigns:
        raise WorldError("import_json", file=source.name, detail="campaigns")
    year = max(years) if case.year is None else case.year
    if year not in years:
        raise WorldError("import_json_year", file=source.name, year=year, found=", ".join(map(str, years)))
    rows = campaigns[years.index(year)].get("rows")
    if not isinstance(rows, dict):
        raise WorldError("import_json", file=source.name, detail="rows")
    candidates = candidates_of(source, rows, case.countries)
    theirs = next((each.row for each in candidates if isinstance(each.row, Territory)), None)
    if theirs is not None:
        check_territory(source.name, theirs, case.territory, whole=True)
    others = ", ".join(str(each) for each in years if each != year)
    notes = (Said("note.other_campaigns", MappingProxyType({"year": year, "others": others})),) if others else ()
    return Reading(format=ID, file=source.name, year=year, candidates=candidates, notes=notes)


FORMAT = Format(ID, _recognises, _read)


def loaded(source: Source, watch: Watch = unwatched) -> Mapping[str, Any]:
    """Return the document in a file. WorldError import_json, import_json_place, or those of `Source.blocks`."""
    if source.size > MOST:
        raise WorldError("import_json", file=source.name, detail=f"> {MOST >> 20} MB")
    try:
        document = json.loads(b"".join(source.blocks(watch)).decode("utf-8-sig"))
    except json.JSONDecodeError as fault:
        raise WorldError("import_json_place", file=source.name, row=fault.lineno, column=fault.colno) from fault
    except ValueError as fault:
        raise WorldError("import_json", file=source.name, detail="UTF-8") from fault
    except RecursionError as fault:
        raise WorldError("import_json", file=source.name, detail="[[[[…") from fault
    if not isinstance(document, dict) or document.get("format") != MARK:
        raise WorldError("import_json", file=source.name, detail="format")
    return document


def candidates_of(source: Source, rows: Mapping[str, Any], countries: Countries) -> tuple[Candidate, ...]:
    """Return the rows of a campaign, of every kind. WorldError import_json where one is none of ours."""
    found: list[Candidate] = []
    for kind in RECORDS:
        for place, data in enumerate(listed(rows.get(kind)), 1):
            try:
                row, brought = row_from(kind, data, countries)
            except NotOurs as fault:
                text = str(fault.value)[:80]
                detail = f"{kind} {place}, {fault.field}: {text}"
                raise WorldError("import_json", file=source.name, detail=detail) from fault
            found.append(Candidate(row=row, brought=brought, line=place, whole=True))
    return tuple(found)


def listed(data: object) -> list[dict[str, Any]]:
    """Return the objects of a list; none where there is no list."""
    return [each for each in data if isinstance(each, dict)] if isinstance(data, list) else []
