"""What a field of a row is: its type, its bounds, whether it names a person.

The records declare their fields once with the functions below; forms, tables, the command line, validation
and the mapped classes all read that one declaration.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, cast

ABSURD_COUNT = 100_000_000
"""No French territory holds that many people: a larger count is a typing slip."""
ABSURD_AMOUNT = 1_000_000_000_000.0
"""Euros: above any French local budget."""


class FieldType(StrEnum):
    """How a field is typed, shown and stored."""

    TEXT = "text"
    NOTE = "note"
    COUNT = "count"
    AMOUNT = "amount"
    FIGURE = "figure"
    YEAR = "year"
    DAY = "day"
    CHOICE = "choice"
    CHOICES = "choices"
    COUNTRY = "country"
    COUNTRIES = "countries"
    FLAG = "flag"
    LINK = "link"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: `options` for choices, `minimum` and `maximum` for numbers, `personal` for a person's data.

    `link` is the kind of row that a LINK points at (its id is stored).
    """

    name: str
    kind: FieldType
    options: type[StrEnum] | None = None
    minimum: float | None = None
    maximum: float | None = None
    personal: bool = False
    needed: bool = False
    link: str = ""


def _declare(default: Any, kind: FieldType, **spec: Any) -> Any:
    return dataclasses.field(default=default, metadata={"kind": kind, **spec})


def text(*, personal: bool = False, needed: bool = False) -> Any:
    """Declare a line of text."""
    return _declare("", FieldType.TEXT, personal=personal, needed=needed)


def note() -> Any:
    """Declare a text of any length."""
    return _declare("", FieldType.NOTE)


def count(*, needed: bool = False) -> Any:
    """Declare a whole number, zero or more; None while unknown."""
    return _declare(None, FieldType.COUNT, minimum=0, maximum=ABSURD_COUNT, needed=needed)


def amount(*, needed: bool = False) -> Any:
    """Declare euros, zero or more; None while unknown."""
    return _declare(None, FieldType.AMOUNT, minimum=0.0, maximum=ABSURD_AMOUNT, needed=needed)


def figure(maximum: float, *, needed: bool = False) -> Any:
    """Declare a plain number from zero to `maximum`; None while unknown."""
    return _declare(None, FieldType.FIGURE, minimum=0.0, maximum=maximum, needed=needed)


def year() -> Any:
    """Declare a year; None while unknown."""
    return _declare(None, FieldType.YEAR, minimum=1000, maximum=2200)


def day() -> Any:
    """Declare a date known to the year, month or day, as "2024", "2024-03" or "2024-03-12"; "" while unknown."""
    return _declare("", FieldType.DAY)


def choice(options: type[StrEnum], *, needed: bool = False) -> Any:
    """Declare one term of a closed list; None while unknown."""
    return _declare(None, FieldType.CHOICE, options=options, needed=needed)


def choices(options: type[StrEnum]) -> Any:
    """Declare several terms of a closed list."""
    return _declare((), FieldType.CHOICES, options=options)


def country(*, needed: bool = False) -> Any:
    """Declare a country by its ISO 3166 alpha-2 code (Kosovo: XK); "" while unknown."""
    return _declare("", FieldType.COUNTRY, needed=needed)


def countries() -> Any:
    """Declare several countries by their ISO codes."""
    return _declare((), FieldType.COUNTRIES)


def flag() -> Any:
    """Declare a yes or no; None while unknown."""
    return _declare(None, FieldType.FLAG)


def link(kind: str) -> Any:
    """Declare a reference to a row of another kind; None for none."""
    return _declare(None, FieldType.LINK, link=kind)


def picture() -> Any:
    """Declare a picture's file, PNG or JPEG (`pictures.read_picture`); b"" for none."""
    return _declare(b"", FieldType.PICTURE)


def specs_of(record: type[Any]) -> Mapping[str, FieldSpec]:
    """Return the declared fields of a record class by name, in order; bookkeeping fields have none."""
    return _specs(cast(Hashable, record))


@cache  # read for every cell of every table: the declaration does not change
def _specs(record: Any) -> Mapping[str, FieldSpec]:
    specs = {
        field.name: FieldSpec(name=field.name, **field.metadata)
        for field in dataclasses.fields(record)
        if "kind" in field.metadata
    }
    return MappingProxyType(specs)
