"""The columns of each kind of table, as data. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.records import RECORDS, Diaspora, StudentGroup
from diagnostic.dossier.row import Row
from ui.tables import totals
from ui.tables.facts import Facts

_NUMBERS = frozenset({FieldType.COUNT, FieldType.AMOUNT, FieldType.FIGURE, FieldType.YEAR})
_IN_CELL = frozenset(
    {FieldType.TEXT, FieldType.COUNT, FieldType.AMOUNT, FieldType.FIGURE, FieldType.YEAR, FieldType.DAY}
    | {FieldType.CHOICE, FieldType.COUNTRY, FieldType.COUNTRIES, FieldType.LINK}
)
Total = Callable[[Sequence[Row], Facts], float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column over one field (`spec`), or over what `measure` makes of the row.

    `digits` of a measured number; `total` for the last line; `badge`: the confidence stands in the cell.
    """

    id: str
    spec: FieldSpec | None = None
    measure: Callable[[Row, Facts], float | None] | None = None
    digits: int = 0
    total: Total | None = None
    badge: bool = False

    @property
    def number(self) -> bool:
        """Return whether figures stand in it, aligned on their units."""
        return self.measure is not None or (self.spec is not None and self.spec.kind in _NUMBERS)

    @property
    def editable(self) -> bool:
        """Return whether its cells are edited in place."""
        return self.spec is not None and self.spec.kind in _IN_CELL


def _population_share(row: Row, facts: Facts) -> float | None:
    assert isinstance(row, Diaspora)
    return 100 * row.people / facts.population if row.people is not None and facts.population else None


def _associations(row: Row, facts: Facts) -> float | None:
    assert isinstance(row, Diaspora)
    return facts.associations.get(row.country, 0) if facts.associations is not None and row.country else None


def _student_share(row: Row, facts: Facts) -> float | None:
    assert isinstance(row, StudentGroup)
    return 100 * row.people / row.institution_total if row.people is not None and row.institution_total else None


def _sum_of(name: str) -> Total:
    return lambda rows, facts: totals.added(getattr(row, name) for row in rows)


@dataclass(frozen=True, slots=True)
class _Draft:
    names: tuple[str, ...]
    measured: Mapping[str, Column] = field(default_factory=dict)
    totals: Mapping[str, Total] = field(default_factory=dict)


_DRAFTS: Mapping[str, _Draft] = {
    "diaspora": _Draft(
        ("country", "people", "share", "definition", "source", "associations"),
        {
            "share": Column(id="share", measure=_population_share, digits=1, total=totals.share_of),
            "associations": Column(id="associations", measure=_associations),
        },
        {"people": totals.people_of},
    ),
    "student_group": _Draft(
        ("institution", "country", "level", "people", "institution_total", "share", "source"),
        {"share": Column(id="share", measure=_student_share, digits=1)},
        {"people": totals.students_of, "institution_total": totals.enrolled_of},
    ),
    "partnership": _Draft(
        ("name", "country", "form", "state", "since", "last_activity", "yearly_cost", "source"),
        totals={"yearly_cost": _sum_of("yearly_cost")},
    ),
    "network_membership": _Draft(("name", "since", "fee", "source"), totals={"fee": _sum_of("fee")}),
    "association": _Draft(
        ("name", "countries", "type", "works_with", "grant", "source"), totals={"grant": _sum_of("grant")}
    ),
    "economic_tie": _Draft(("name", "type", "country", "source")),
    "ally": _Draft(("name", "type", "valid_year", "source")),
    "action": _Draft(
        ("title", "owner", "due", "cost", "raised", "success", "state"),
    ),
    "budget_line": _Draft(
        (
            *("label", "year", "direction", "amount", "section", "function", "nature"),
            *("funder", "partnership", "country", "scheme", "source"),
        )
    ),
}


def columns_of(kind: str) -> tuple[Column, ...]:
    """Return the columns of a kind of table; the first names the row."""
    draft = _DRAFTS[kind]
    specs = specs_of(RECORDS[kind])
    made: Mapping[str, Column] = MappingProxyType(
        {
            name: Column(id=name, spec=specs[name], total=draft.totals.get(name), badge=name == "source")
            for name in draft.names
            if name in specs
        }
        | dict(draft.measured)
    )
    return tuple(made[name] for name in draft.names)


def value_of(column: Column, row: Row, facts: Facts) -> Any:
    """Return the value of a cell."""
    return column.measure(row, facts) if column.measure else getattr(row, column.id)
