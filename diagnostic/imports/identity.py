"""Which row of the dossier a row of a file is: what makes two rows of a kind the same thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.row import Row
from diagnostic.dossier.vocabulary import StudyLevel
from diagnostic.territory.folding import fold

Key = tuple[object, ...]


def key_of(row: Row) -> Key:
    """Return what a row is known by, its kind first. KeyError for a kind that no file brings."""
    return (row.kind, *_KEYS[row.kind](row))


def codes_of(row: Any) -> Key | None:
    """Return what a budget line of the accounts is known by when its label was rewritten; None for any other row."""
    if row.kind != "budget_line" or not (row.function and row.nature):
        return None
    return (row.kind, "codes", row.year, row.direction, row.section, row.chart, row.function, row.nature)


def loosely(row: Any) -> Key | None:
    """Return what a row with a number is known by where it was written without one; None when that says nothing."""
    return (row.kind, fold(row.name)) if row.kind == "association" and row.rna else None


def _association(row: Any) -> Key:
    return (row.rna.upper(),) if row.rna else (fold(row.name),)


def _as_said(row: Any, name: str) -> object:
    """Return a field, or what was written in it where that could not be read: two unknown countries are two."""
    return ("unread", fold(row.unread[name])) if name in row.unread else getattr(row, name)


_KEYS: Mapping[str, Callable[[Any], Key]] = MappingProxyType(
    {
        "territory": lambda row: (),
        "diaspora": lambda row: (_as_said(row, "country"), _as_said(row, "definition")),
        "student_group": lambda row: (
            fold(row.institution),
            _as_said(row, "country"),
            _as_said(row, "level") or StudyLevel.ALL,
        ),
        "partnership": lambda row: (fold(row.name), fold(row.place), _as_said(row, "country")),
        "network_membership": lambda row: (fold(row.name),),
        "association": _association,
        "economic_tie": lambda row: (fold(row.name), _as_said(row, "type")),
        "budget_line": lambda row: (
            _as_said(row, "year"),
            _as_said(row, "direction"),
            _as_said(row, "section"),
            _as_said(row, "chart"),
            row.function,
            row.nature,
            fold(row.label),
            fold(row.funder),
        ),
        "answer": lambda row: (row.indicator,),
        "standing": lambda row: (row.table,),
        "action": lambda row: (row.recommendation, fold(row.title)),
        "weighting": lambda row: (row.item,),
        "priority": lambda row: (row.recommendation,),
        "ally": lambda row: (row.entry, fold(row.name)),
    }
)
