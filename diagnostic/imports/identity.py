"""Which row of the dossier a row of a file is: what makes two rows of a kind the same thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.row import Row
from diagnostic.dossier.vocabulary import StudyLevel
from diagnostic.territory.folding import fold

Key = tuple[object, ...]

SINGLE = frozenset({"territory", "answer", "standing", "weighting", "priority", "brief_layout", "brief_look"})
"""Kinds in which a key is never shared: their key decides, whatever the id."""


def key_of(row: Row) -> Key:
    """Return what a row is known by, its kind first. KeyError for a kind that no file brings."""
    return (row.kind, *_KEYS[row.kind](row))


def is_one(row: Any) -> bool:
    """Return whether what a row is known by belongs to one thing in the world: a second line of it is no other thing.

    Anything else may share it: amounts add up (two grants of one label, two counts of one country), and two twinnings,
    two networks or two actions of one name are told apart by the rest of what is said of them.
    """
    return row.kind in SINGLE or (row.kind == "association" and bool(row.rna))


def codes_of(row: Any) -> Key | None:
    """Return what a budget line of the accounts is known by when its label was rewritten; None for any other row."""
    if row.kind != "budget_line" or not (row.function and row.nature):
        return None
    return (row.kind, "codes", row.year, row.direction, row.section, row.chart, row.function, row.nature)


def anchor_of(row: Any) -> Key | None:
    """Return the part of what a row is known by that no blank replaces; None where it has no name yet.

    A blank country is no blank where it means all countries together.
    """
    if row.kind == "diaspora":
        return (row.kind, _as_said(row, "country"))
    if row.kind == "student_group":
        return (row.kind, fold(row.institution), _as_said(row, "country")) if row.institution else None
    name = fold(getattr(row, _NAMES[row.kind])) if row.kind in _NAMES else ""
    return (row.kind, name) if name else None


def marks_of(row: Row) -> Key:
    """Return all that a row is known by, None where it says nothing: rows of one kind agree where both say the same."""
    return (anchor_of(row), *(_mark(row, name) for name in FILLED_LATER.get(row.kind, ())))


def agree(one: Key, other: Key) -> bool:
    """Return whether two rows of one kind, by their marks, say the same wherever both say something."""
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in zip(one, other, strict=True))


def _mark(row: Any, name: str) -> object:
    value = _as_said(row, name)
    if value is None or value == "":
        return None
    return fold(value) or None if isinstance(value, str) and name != "country" else value


def _association(row: Any) -> Key:
    return (row.rna.upper(),) if row.rna else (fold(row.name),)


def _as_said(row: Any, name: str) -> object:
    """Return a field, or what was written in it where that could not be read: two unknown countries are two."""
    return ("unread", fold(row.unread[name])) if name in row.unread else getattr(row, name)


_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "partnership": "name",
        "network_membership": "name",
        "association": "name",
        "economic_tie": "name",
        "budget_line": "label",
        "action": "title",
    }
)
"""The field that a row is called by, of the kinds that have one."""

FILLED_LATER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "diaspora": ("definition",),
        "student_group": ("level",),
        "partnership": ("name", "place", "country"),
        "association": ("rna",),
        "economic_tie": ("type",),
        "budget_line": ("label", "year", "direction", "section", "chart", "function", "nature", "funder"),
        "action": ("title", "recommendation"),
    }
)
"""What a row is known by and may be blank until someone fills it in, by kind: the file, or the user after it."""

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
        "brief_edit": lambda row: (row.lang, row.section, _as_said(row, "part"), row.original),
        "brief_layout": lambda row: (_as_said(row, "document"), row.section),
        "brief_look": lambda row: (),
    }
)
