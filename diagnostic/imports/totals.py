"""The lines of one's own table that add up the others: no row of the dossier."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.territory.folding import fold

_TOTAL = re.compile(
    r"(?:grand |montant |nombre )?(?:total|totaux|totals)(?: (?:general|generaux|generale|global|annuel|ttc|ht|euros?"
    r"|[0-9]{4}|tous|toutes|depenses|recettes|des?|du|par|pour|en|of|for|all)\b.*)?"
    r"|(?:ensemble|cumul)(?: general| [0-9]{4})?"
)
_SUBTOTAL = re.compile(r"(?:sous total|sous totaux|soustotal|sub total|subtotal|subtotals|sub totals)\b.*")
_SUMMED = re.compile(r"(?:total|totaux|totals) .+|(?:ensemble|cumul|somme|sum|all) (?:general|des?|du|d|of|the)\b.*")
_PART = re.compile(r"(?:dont|y compris|of which|including) .+")
_COUNTED = frozenset({"diaspora", "student_group"})
"""Kinds of rows called after a country or an institution: none is called "Total Afrique"."""
_PARTED = frozenset({*_COUNTED, "budget_line"})
"""Kinds of rows whose figures add up: a part of a line above it would be counted twice."""
_NAMED = frozenset({"partnership", "network_membership", "association", "economic_tie"})
"""Kinds of rows that bear names: a firm may be called Total, an association Ensemble."""
_WORDS = frozenset(
    {FieldType.TEXT, FieldType.NOTE, FieldType.CHOICE, FieldType.CHOICES, FieldType.COUNTRY, FieldType.COUNTRIES,
     FieldType.FLAG, FieldType.LINK}
)  # fmt: skip


def is_total(kind: str, typed: Mapping[str, str], cells: Sequence[str]) -> bool:
    """Return whether a record is a total: it is called so, and where rows bear names, it says nothing else in words.

    `typed` are the cells in which something stands, by field; `cells` all of them.
    """
    specs = specs_of(RECORDS[kind])
    if kind not in _NAMED:
        return any(_is_called(text, kind) for text in _titles(kind, typed, cells))
    shared = specs_of(Row)
    words = [text for name, text in typed.items() if specs[name].kind in _WORDS and name not in shared]
    named = words if "name" in typed else [next(cell for cell in cells if cell.strip()), *words]
    return _is_subtotal(named[0]) or (len(named) == 1 and _is_called(named[0], kind))


def is_part(kind: str, typed: Mapping[str, str], cells: Sequence[str]) -> bool:
    """Return whether a record says a part of another line ("dont Bamako"), which that line counts already."""
    return kind in _PARTED and any(_PART.fullmatch(fold(text)) for text in _titles(kind, typed, cells))


def _titles(kind: str, typed: Mapping[str, str], cells: Sequence[str]) -> list[str]:
    """Return what a record without a name is called: what it needs in words, or its first cell, and its countries."""
    specs = specs_of(RECORDS[kind])
    countries = [typed[name] for name in typed if specs[name].kind is FieldType.COUNTRY]
    title = next((name for name, spec in specs.items() if spec.needed and spec.kind in _WORDS), "")
    said = [typed[title]] if title in typed else [cell for cell in cells if cell.strip()][:1]
    return [*said, *countries]


def _is_subtotal(text: str) -> bool:
    return bool(_SUBTOTAL.fullmatch(fold(text)))


def _is_called(text: str, kind: str) -> bool:
    called = fold(text)
    return bool(
        _TOTAL.fullmatch(called)
        or _SUBTOTAL.fullmatch(called)
        or (kind in _COUNTED and _SUMMED.fullmatch(called))
        or (kind == "budget_line" and called.startswith(("ensemble des ", "ensemble du ", "somme des ")))
    )
