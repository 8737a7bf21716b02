"""Adding up the communes of a territory in INSEE's national files, Paris, Lyon and Marseille once only."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from diagnostic.errors import WorldError
from diagnostic.imports.columns import Columns, cell
from diagnostic.imports.decoding import text_of
from diagnostic.imports.delimited import separator_of
from diagnostic.imports.formats.insee_tables import people_of
from diagnostic.imports.scanning import lines_with
from diagnostic.imports.scope import Scope
from diagnostic.imports.source import Source
from diagnostic.territory.places import PlaceKind, Places
from diagnostic.watching import Watch

_MARKS = (";", '"', ",", "\t", "|")
_WITH_ZERO = re.compile(r'[;",\t|]0\d{4}\b')
_FEW = 8
"""Codes looked for one by one; beyond, all the communes of their départements are read."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The people from abroad of a territory, and everybody. `communes` are those that the file has figures of.

    `foreigners`: people of another nationality (else immigrants). `former` are the codes of communes that merged since,
    whose own figures the file gives in part: the parts that it has, and those that it lacks.
    """

    foreigners: bool
    abroad: float
    everybody: float
    communes: frozenset[str]
    line: int
    former: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def counts_of(source: Source, scope: Scope, places: Places, watch: Watch) -> Counts:
    """Return what a file counts in the communes of a scope; communes that merged count in that which took them in.

    A commune that stands both as such (COM) and by its arrondissements (ARM) is read as such. WorldError:
    import_missing_column, import_number, import_row, and those of `lines_with`.
    """
    head = text_of(source.head())
    tally = _Tally(source, separator_of(head))
    codes = scope.communes | scope.arrondissements | places.former_codes(scope.communes)
    for number, line in lines_with(source, _needles(codes, whole=bool(_WITH_ZERO.search(head))), watch):
        tally.take(number, line, codes)
    return tally.counts(scope, places)


class _Tally:
    """People by commune, as the lines come."""

    def __init__(self, source: Source, separator: str) -> None:
        self._file = source.name
        self._separator = separator
        self._abroad: dict[str, float] = {}
        self._everybody: dict[str, float] = {}
        self._line = 0
        self._columns: Columns | None = None

    def take(self, number: int, line: str, codes: frozenset[str]) -> None:
        """Take a line in; the first is the header."""
        try:
            cells = next(csv.reader([line], delimiter=self._separator), [])
        except csv.Error as fault:
            raise WorldError("import_row", file=self._file, row=number, most=csv.field_size_limit()) from fault
        if self._columns is None:
            self._header(cells)
            return
        code = cell(cells, self._code).zfill(5)
        if code not in codes:
            return
        people = people_of(cell(cells, self._count), self._file, number, "NB")
        self._line = self._line or number
        if people is not None:
            self._everybody[code] = self._everybody.get(code, 0.0) + people
            if cell(cells, self._what) == self._wanted:
                self._abroad[code] = self._abroad.get(code, 0.0) + people

    def counts(self, scope: Scope, places: Places) -> Counts:
        """Return the sum over the communes of a scope."""
        taken = list(_taken(self._everybody, scope, places))
        return Counts(
            foreigners=self._foreigners,
            abroad=sum(self._abroad.get(code, 0.0) for code, _ in taken),
            everybody=sum(self._everybody[code] for code, _ in taken),
            communes=frozenset(commune for _, commune in taken),
            line=self._line,
            former=_former(self._everybody.keys(), places),
        )

    def _header(self, cells: list[str]) -> None:
        columns = Columns(cells, self._file)
        self._code, self._count = columns.need("CODGEO"), columns.need("NB")
        nationality = columns.find("INATC")
        self._foreigners = nationality is not None
        self._what = nationality if nationality is not None else columns.need("IMMI", "INATC")
        self._wanted = "2" if self._foreigners else "1"
        self._columns = columns


def _taken(everybody: dict[str, float], scope: Scope, places: Places) -> Iterator[tuple[str, str]]:
    """Yield the codes that are added up, each with its present commune: an arrondissement only for want of it."""
    for code in everybody:
        if code in scope.arrondissements:
            place = places.by_code(code)
            if place and place.commune not in everybody:
                yield code, place.commune
        else:
            now = places.by_code(code)
            yield code, now.code if now else code


def _former(codes: Collection[str], places: Places) -> tuple[frozenset[str], frozenset[str]]:
    """Return the parts that a file from before a merger has of communes, and those that it lacks.

    A file with none of the codes that merged is of the present communes, and lacks no part.
    """
    found: set[str] = set()
    lacking: set[str] = set()
    merged = {place.code for code in codes if (place := places.by_code(code, PlaceKind.COMMUNE)) and place.code != code}
    for commune in merged:
        parts = places.former_codes({commune}) | {commune}
        found |= parts.intersection(codes)
        lacking |= parts.difference(codes)
    return frozenset(found), frozenset(lacking)


def _needles(codes: frozenset[str], *, whole: bool) -> frozenset[str]:
    """Return what the lines of some communes hold: their codes, or how the codes of their départements begin.

    `whole`: the codes of the file have kept their zeros; a spreadsheet drops them.
    """
    if len(codes) <= _FEW:
        return frozenset(codes if whole else {code.lstrip("0") for code in codes})
    starts = {code[:2] if whole else code[:2].lstrip("0") for code in codes}
    return frozenset(f"{mark}{start}" for start in starts for mark in _MARKS)
