"""What every row of a dossier is: a frozen record that carries where it comes from.

`unread` keeps, by field, what the user typed that could not be read ("environ 300" where a number goes): it is shown
again, never lost, and never counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import ClassVar

from diagnostic.dossier import fields as f
from diagnostic.dossier import vocabulary as v


def _nothing() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What all rows share. `id` is unique within its kind and dossier; 0 means not stored yet."""

    kind: ClassVar[str] = ""

    id: int = 0
    source: str = f.text()
    source_date: str = f.day()
    confidence: v.Confidence | None = f.choice(v.Confidence)
    comment: str = f.note()
    unread: Mapping[str, str] = field(default_factory=_nothing)
