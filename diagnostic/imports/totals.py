"""The lines of one's own table that add up the others: no row of the dossier."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.territory.folding import fold

_TOTAL = re.compile(
    r"(?:sous |grand |sub)?(?:total|totaux|totals)(?: (?:general|generaux|generale|global|annuel|ttc|ht|euros?|[0-9]{4}"
    r"|tous|toutes|depenses|recettes|des?|du|par|pour|en|of|for|all)\b.*)?|(?:ensemble|cumul)(?: general| [0-9]{4})?"
)
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
    countries = [typed[name] for name in typed if specs[name].kind is FieldType.COUNTRY]
    if kind not in _NAMED:
        title = next((name for name, spec in specs.items() if spec.needed and spec.kind in _WORDS), "")
        said = [typed[title]] if title in typed else [cell for cell in cells if cell.strip()][:1]
        return any(map(_is_called, [*said, *countries]))
    shared = specs_of(Row)
    words = [text for name, text in typed.items() if specs[name].kind in _WORDS and name not in shared]
    named = words if "name" in typed else [next(cell for cell in cells if cell.strip()), *words]
    return len(named) == 1 and _is_called(named[0])


def _is_called(text: str) -> bool:
    return bool(_TOTAL.fullmatch(fold(text)))
