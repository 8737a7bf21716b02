"""INSEE's census export of one territory: people by country of birth, by nationality, or immigrants together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from diagnostic.dossier.vocabulary import DiasporaDefinition, TerritoryKind
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.formats.insee_groups import Sorted, entry_of, most_detailed, sort_out
from diagnostic.imports.formats.insee_labels import Counted
from diagnostic.imports.formats.insee_place import Standing, standing_of
from diagnostic.imports.formats.insee_rows import OTHERS, Census, share_of
from diagnostic.imports.formats.insee_tables import Table, both_sexes, read_tables, titled
from diagnostic.imports.formats.insee_year import year_of
from diagnostic.imports.reading import Candidate, Reading, Said, Setting
from diagnostic.imports.source import Source
from diagnostic.imports.tables import records_in
from diagnostic.texts import load_texts
from diagnostic.watching import Watch

_TITLED = re.compile(r'^\s*"?\s*(?:IMG1A|IMG1B|NAT1)\s*[-–] [^`]*$', re.MULTILINE)
_UNLIKE = 1.5
"""How many times more or less than the dossier's population a file may count: beyond, it is of another territory."""


def read(source: Source, case: Case, watch: Watch) -> Reading:
    """Return the territory's people by country, or a wider territory's in proportion.

    WorldError: import_insee_elsewhere (the file is of another territory), import_insee_too_many (it counts more people
    than live here), import_insee_no_table, import_other_year, those of `read_tables` and of `records`.
    """
    preamble, tables = _tables(source, watch)
    year = year_of((source.name, *preamble), case, source.name)
    standing = standing_of(preamble, case, source.name)
    if not standing.wider:
        _check_size(tables, case, source.name)
    setting = Setting()
    census = _census(tables, case, year, standing)
    table = most_detailed(tables)
    lines = sort_out(table, case, setting) if table else None
    doubted = standing.place is None and _unlike(tables, case)
    rows = () if standing.wider and not census.share else tuple(_rows(tables, census, lines))
    return Reading(
        format=FORMAT.id,
        file=source.name,
        year=year,
        candidates=tuple(replace(row, chosen=False, why=Said("why.insee_unlike")) for row in rows) if doubted else rows,
        skipped=setting.skipped(),
        unmatched=lines.unmatched if lines else (),
        notes=(
            *_of_whole(table or tables[0]),
            *_of_place(standing, census, case, doubted=doubted),
            *_of_content(tables, lines, case),
        ),
        proxy=standing.place.name if standing.place and standing.wider else "",
    )


def _tables(source: Source, watch: Watch) -> tuple[tuple[str, ...], tuple[Table, ...]]:
    preamble, found = read_tables(records_in(source, watch), source.name, text=not source.workbook)
    tables = both_sexes(found)
    if not tables:
        raise WorldError("import_insee_no_table", file=source.name)
    return preamble, tables


def _census(tables: Sequence[Table], case: Case, year: int | None, standing: Standing) -> Census:
    code = tables[0].code
    return Census(
        texts=load_texts(case.lang),
        year=year,
        table=code,
        definition=DiasporaDefinition.NATIONALITY if code == "NAT1" else DiasporaDefinition.BIRTHPLACE,
        share=share_of(standing.place, case) if standing.place and standing.wider else None,
    )


def _rows(tables: Sequence[Table], census: Census, lines: Sorted | None) -> Iterator[Candidate]:
    if lines is None:
        abroad = entry_of(tables, Counted.ABROAD)
        if abroad and abroad.people is not None:
            yield census.row(OTHERS, abroad.people, abroad.line, total=True)
        return
    people: dict[str, float] = {}
    for country, entry in lines.countries:
        people[country] = people.get(country, 0.0) + (entry.people or 0.0)
    first = {country: entry.line for country, entry in reversed(lines.countries)}
    yield from (census.row(country, count, first[country]) for country, count in people.items())
    if lines.line and lines.others is not None:
        yield census.row(OTHERS, lines.others, lines.line)


def _counted(tables: Sequence[Table]) -> float | None:
    """Return everybody whom the file counts: the population, or the immigrants alone (IMG1B)."""
    total = entry_of(tables, Counted.TOTAL)
    return total.people if total else None


def _check_size(tables: Sequence[Table], case: Case, file: str) -> None:
    people, population = _counted(tables), case.territory.population
    if tables[0].code == "IMG1B" and people and population and people > population:
        raise WorldError(
            "import_insee_too_many", file=file, people=round(people), population=population, territory=case.scope.name
        )


def _unlike(tables: Sequence[Table], case: Case) -> bool:
    """Return whether a file that does not name its territory counts a population far from the dossier's."""
    people, population = _counted(tables), case.territory.population
    if tables[0].code == "IMG1B" or not people or not population:
        return False
    return not 1 / _UNLIKE <= people / population <= _UNLIKE


def _of_place(standing: Standing, census: Census, case: Case, *, doubted: bool) -> Iterator[Said]:
    own = case.scope.name
    if (
        not standing.wider
        and case.scope.kind is TerritoryKind.COMMUNE
        and case.places.former_codes(case.scope.communes)
    ):
        yield _said("insee_merged", territory=own)
    if standing.place is None:
        yield _said("insee_unlike" if doubted else "insee_unstated", territory=own)
    elif standing.wider and census.share:
        yield _said("insee_wider", wider=standing.place.name, territory=own)
    elif standing.wider:
        yield _said("insee_no_share", wider=standing.place.name, territory=own)


def _of_whole(table: Table) -> Iterator[Said]:
    """Yield a warning where the table has no total: INSEE closes all of them with one, and the download was cut."""
    if entry_of((table,), Counted.TOTAL) is None:
        yield _said("insee_cut")


def _of_content(tables: Sequence[Table], lines: Sorted | None, case: Case) -> Iterator[Said]:
    if tables[0].code != "NAT1":
        yield _said("insee_immigrants")
    if lines is None:
        total = entry_of(tables, Counted.ABROAD)
        yield _said("insee_total_only" if total else "insee_nothing", wider=wider_names(case))
    elif lines.others is None:
        yield _said("insee_others_odd" if lines.odd else "insee_others_secret")
    elif lines.others:
        named = sum(entry.people or 0.0 for _, entry in lines.countries)
        percent = round(100 * lines.others / (lines.others + named))
        yield _said("insee_groups", people=round(lines.others), percent=percent)


def wider_names(case: Case) -> str:
    """Return the territories whose export could stand for the dossier's, nearest first."""
    return ", ".join(f"{place.name} ({place.code})" for place in case.scope.wider) or "–"


def _said(key: str, /, **params: object) -> Said:
    return Said(f"note.{key}", MappingProxyType(params))


def _recognises(look: Look) -> bool:
    return bool(_TITLED.search(look.text)) or any(titled(cells) for cells in look.records if look.sheets)


FORMAT = Format("insee_export", _recognises, read)
