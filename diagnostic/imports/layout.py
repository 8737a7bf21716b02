"""Which column of a table goes to which field, and how that is guessed from the names of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.fields import FieldSpec, specs_of
from diagnostic.dossier.records import RECORDS, TABLES
from diagnostic.dossier.row import Row
from diagnostic.imports.titles import Titles
from diagnostic.imports.words import Words
from diagnostic.territory.folding import fold

KINDS = (*TABLES, "action")
"""The kinds of row that a table of one's own can bring."""
_DIGITS = 6
"""Of the place of a column: no sheet has a hundred thousand of them."""
HIGHEST = 15
"""Records looked at for titles: fewer than those at hand, so that the rows under them are seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table is read: `columns` by place (from 0) to field, `fixed` what is typed for all its rows by field.

    `header`: a record names its columns, with `above` others over it (a title). `separator` for text, `sheet` for a
    workbook.
    """

    kind: str
    columns: Mapping[int, str]
    fixed: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    header: bool = True
    separator: str = ""
    sheet: str = ""
    above: int = 0

    @property
    def first(self) -> int:
        """Return the place of the first record that is a row."""
        return self.above + 1 if self.header else self.above

    def to_json(self) -> dict[str, Any]:
        """Return the layout as plain data."""
        return {
            "kind": self.kind,
            "columns": {str(place): name for place, name in self.columns.items()},
            "fixed": dict(self.fixed),
            "header": self.header,
            "separator": self.separator,
            "sheet": self.sheet,
            "above": self.above,
        }


def from_json(data: Any) -> Layout | None:
    """Return a layout kept by `Layout.to_json`; None where it says nothing usable (another edition's, a hand's)."""
    if not isinstance(data, dict) or data.get("kind") not in KINDS:
        return None
    known = specs_of(RECORDS[data["kind"]])
    columns, fixed = data.get("columns"), data.get("fixed", {})
    if not isinstance(columns, dict) or not isinstance(fixed, dict):
        return None
    named = ((str(place), name) for place, name in columns.items() if isinstance(name, str) and name in known)
    places = {int(place): name for place, name in named if place.isdecimal() and len(place) < _DIGITS}
    if not places:
        return None
    return Layout(
        kind=data["kind"],
        columns=places,
        fixed={name: str(text) for name, text in fixed.items() if name in known},
        header=data.get("header") is not False,
        separator=str(data.get("separator", "")),
        sheet=str(data.get("sheet", "")),
        above=above if isinstance(above := data.get("above", 0), int) and 0 <= above < HIGHEST else 0,
    )


def in_order(kind: str) -> tuple[FieldSpec, ...]:
    """Return the fields of a kind as a person lists them: its own, then what every row has (source, comment…)."""
    specs = specs_of(RECORDS[kind])
    shared = specs_of(Row)
    return (*(spec for name, spec in specs.items() if name not in shared), *(specs[name] for name in shared))


def signature(records: Sequence[Sequence[str]]) -> str:
    """Return what two tables of the same columns share: the names in their first record of several cells, folded."""
    several = (record for record in records if sum(bool(cell.strip()) for cell in record) > 1)
    names = [fold(cell) for cell in next(several, records[0] if records else ())]
    while names and not names[-1]:
        names.pop()
    return "|".join(names)


@dataclass(frozen=True, slots=True)
class Match:
    """The fields that the titles of a table name for a kind of row, by place, and where these titles stand."""

    kind: str
    above: int
    columns: Mapping[int, str]

    @property
    def weight(self) -> int:
        """Return how many columns are named, needed ones twice."""
        specs = specs_of(RECORDS[self.kind])
        return sum(2 if specs[name].needed else 1 for name in self.columns.values())

    def missing(self) -> tuple[str, ...]:
        """Return the fields without which a row of this kind means nothing, and that no column is named after."""
        specs = specs_of(RECORDS[self.kind])
        return tuple(name for name, spec in specs.items() if spec.needed and name not in self.columns.values())

    def as_good_as(self, other: Match) -> bool:
        """Return whether nothing tells which of two kinds a table is of."""
        return len(self.columns) == len(other.columns) and not self.missing() and not other.missing()


def matches(records: Sequence[Sequence[str]], words: Words, kind: str = "") -> list[Match]:
    """Return what the titles of a table name for each kind of row, or for one, the likeliest first.

    Likelier is the kind that has all it needs, then the one that most columns belong to.
    """
    found = [_match(each, records, words, asked=bool(kind)) for each in ((kind,) if kind else KINDS)]
    return sorted(found, key=likelihood)


def likelihood(match: Match) -> tuple[bool, int, int]:
    """Return what puts the likelier of two matches first."""
    return bool(match.missing()), -len(match.columns), -match.weight


def guess(
    records: Sequence[Sequence[str]], words: Words, kind: str = "", *, separator: str = "", sheet: str = ""
) -> Layout | None:
    """Return the likeliest layout of a table from its first records; None where no column can be named.

    Without a header the fields go in their declared order, for a given kind only.
    """
    if not records:
        return None
    best = matches(records, words, kind)[0]
    if best.columns and (kind or best.weight >= 3):
        return Layout(kind=best.kind, columns=best.columns, separator=separator, sheet=sheet, above=best.above)
    if not kind or not any(records):
        return None
    return headless(records, kind, separator=separator, sheet=sheet)


def headless(records: Sequence[Sequence[str]], kind: str, *, separator: str = "", sheet: str = "") -> Layout:
    """Return the layout of a table without titles: its fields in their declared order.

    One of no more columns than a row needs holds what it needs: a partner and its country.
    """
    width = max(len(record) for record in records)
    needed = [spec.name for spec in in_order(kind) if spec.needed]
    order = needed if width == len(needed) else [spec.name for spec in in_order(kind)]
    return Layout(
        kind=kind, columns=dict(enumerate(order[:width])), header=False, separator=separator, sheet=sheet
    )  # fmt: skip


def _match(kind: str, records: Sequence[Sequence[str]], words: Words, *, asked: bool) -> Match:
    """Return the record that names most columns, the first of them: one under the first names two at least."""
    titles = Titles(kind, words)
    found = [titles.named(record, asked=asked) for record in records[:HIGHEST]]
    columns = [named if len(named) > 1 or not place else {} for place, named in enumerate(found)]
    above = max(range(len(columns)), key=lambda place: (len(columns[place]), -place))
    return Match(kind, above, columns[above])
