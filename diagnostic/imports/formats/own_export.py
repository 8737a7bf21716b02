"""The program's own export, as a workbook of many sheets or an archive of CSV: its tables come back in together.

Its cells are words, so that the territory, the answers and the choices are left to the JSON, which says them exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, count
from pathlib import PurePosixPath
from types import MappingProxyType

from diagnostic.dossier.records import Territory
from diagnostic.imports.delimited import Record
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.layout import KINDS, Layout, matches
from diagnostic.imports.mapping import Mapper
from diagnostic.imports.reading import Candidate, Reading, Said
from diagnostic.imports.recognise import look_at, unknown
from diagnostic.imports.source import Source
from diagnostic.imports.tables import records_in
from diagnostic.imports.whose import check_territory
from diagnostic.imports.words import Words, load_words
from diagnostic.watching import Watch, unwatched

ID = "own_export"
_READ = (Territory.kind, *KINDS)
"""The tables read; the territory only to know whose they are."""


def _recognises(look: Look) -> bool:
    return bool(_tables(look))


def _read(source: Source, case: Case, watch: Watch = unwatched) -> Reading:
    """Return the rows of all the tables that the user fills.

    WorldError: import_unknown (the file is no such export), import_other_territory, and those of sheets and of records.
    """
    words, look = load_words(), look_at(source)
    tables = dict(_tables(look))
    if not tables:
        raise unknown(look.name, look.records[0] if look.records else ())
    parts = {kind: _part(source, kind, name, case, words, watch) for kind, name in tables.items()}
    for theirs in parts.pop(Territory.kind).candidates if Territory.kind in parts else ():
        if isinstance(theirs.row, Territory):
            check_territory(source.name, theirs.row, case.territory)
    return _together(source, tuple(parts.values()), case, words)


FORMAT = Format(ID, _recognises, _read)


def _part(source: Source, kind: str, name: str, case: Case, words: Words, watch: Watch) -> Reading:
    found = iter(_records(source, name, watch))
    header = next(found, (1, []))
    layout = Layout(kind=kind, columns=matches([header[1]], words, kind)[0].columns)
    return Mapper(layout, case, words).reading(source.name, chain([header], found))


def _together(source: Source, parts: tuple[Reading, ...], case: Case, words: Words) -> Reading:
    numbers = count(-1, -1)
    candidates = tuple(_own(each, next(numbers)) for part in parts for each in part.candidates)
    return Reading(
        format=ID,
        file=source.name,
        candidates=candidates,
        skipped=tuple(each for part in parts for each in part.skipped),
        unmatched=tuple(each for part in parts for each in part.unmatched),
        notes=(*_told(candidates, case, words), *(note for part in parts for note in part.notes)),
    )


def _tables(look: Look) -> Mapping[str, str]:
    """Return the sheets or the files of a look by the kind of their rows; none where it is no export of ours."""
    if look.members:
        named = {PurePosixPath(name).stem: name for name in look.members}
        found = {kind: named[kind] for kind in _READ if kind in named}
        return found if len(found) > 1 else {}
    for texts in load_words().texts if len(look.sheets) > 1 else ():
        if look.sheets[0] == texts("exports.about.title"):
            titles = {kind: texts(f"exports.sheet.{kind}")[:31] for kind in _READ}
            return {kind: title for kind, title in titles.items() if title in look.sheets}
    return {}


def _records(source: Source, name: str, watch: Watch) -> Iterator[Record]:
    return records_in(source, watch, sheet=name) if source.workbook else records_in(source.part(name), watch)


def _own(candidate: Candidate, number: int) -> Candidate:
    """Return a row under a provisional number of its own: two rows that look alike were two in the dossier."""
    return replace(candidate, row=replace(candidate.row, id=number), whole=True, apart=True)


def _told(candidates: tuple[Candidate, ...], case: Case, words: Words) -> Iterator[Said]:
    texts = words.of(case.lang)
    kinds = dict.fromkeys(candidate.row.kind for candidate in candidates)
    if kinds:
        names = texts.listing([texts(f"exports.sheet.{kind}") for kind in kinds])
        yield Said("note.export_parts", MappingProxyType({"names": names}))
    yield Said("note.export_rest")
