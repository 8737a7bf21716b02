"""What stands in the cells of a table: words, the order they sort in, what a filter finds. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from diagnostic.dossier.fields import FieldType
from diagnostic.dossier.row import Row
from diagnostic.dossier.values import empty, show
from diagnostic.dossier.values import typed as typed_text
from diagnostic.formats import UNKNOWN
from diagnostic.territory.folding import fold, fold_lines
from ui.tables.columns import Column, value_of
from ui.tables.facts import Facts

_AS_SHOWN = frozenset({FieldType.CHOICE, FieldType.CHOICES, FieldType.COUNTRY, FieldType.COUNTRIES, FieldType.LINK})


def heading_of(column: Column, kind: str, facts: Facts) -> str:
    """Return the title of a column, its unit included."""
    short = f"table.header.{kind}.{column.id}"
    return facts.texts(short) if facts.texts.has(short) else facts.texts(f"field.{kind}.{column.id}")


def words_of(column: Column, row: Row, facts: Facts) -> str:
    """Return what a cell shows: what was typed where it could not be read, a dash where nothing is known."""
    if column.spec is None:
        return facts.texts.number(value_of(column, row, facts), column.digits)
    if column.id in row.unread:
        return row.unread[column.id]
    value = getattr(row, column.id)
    if column.spec.kind is FieldType.LINK:
        return facts.partnerships.get(value, UNKNOWN)
    if row.kind == "student_group" and column.id == "country" and not value:
        return facts.texts("table.all_countries")
    return show(column.spec, value, facts.texts, facts.countries)


def typed_of(column: Column, row: Row, facts: Facts) -> str:
    """Return what an editor of the cell holds."""
    if column.spec is None:
        return words_of(column, row, facts)
    typed = row.unread.get(column.id)
    return typed or typed_text(column.spec, getattr(row, column.id), facts.texts, facts.countries)


def sorted_rows(rows: Sequence[Row], column: Column, facts: Facts, *, descending: bool) -> list[Row]:
    """Return the rows in the order of a column; what is unknown stays last in both directions."""
    keyed = [(_key(column, row, facts), row) for row in rows]
    known = [pair for pair in keyed if pair[0] is not None]
    unknown = [row for key, row in keyed if key is None]
    known.sort(key=lambda pair: pair[0], reverse=descending)
    return [row for _, row in known] + unknown


def folded_rows(rows: Sequence[Row], columns: Sequence[Column], facts: Facts) -> list[str]:
    """Return for each row the text a filter looks in: all that its columns show, and its evidence."""
    lines = [" ".join(_found_by(row, columns, facts)).replace("\n", " ") for row in rows]
    return fold_lines("\n".join(lines)).split("\n") if lines else []


def matches(folded: str, wanted: str) -> bool:
    """Return whether every word looked for is in a row's folded text."""
    return all(word in folded for word in fold(wanted).split())


def _found_by(row: Row, columns: Sequence[Column], facts: Facts) -> list[str]:
    words = [words_of(column, row, facts) for column in columns]
    if row.confidence:
        words.append(facts.texts.label(row.confidence))
    return [*words, row.comment]


def _key(column: Column, row: Row, facts: Facts) -> Any:
    value = value_of(column, row, facts)
    if column.spec is None:
        return value
    if value == empty(column.spec):
        return None
    if column.spec.kind in _AS_SHOWN:
        return fold(words_of(column, row, facts))
    return fold(value) if column.spec.kind is FieldType.TEXT else value
