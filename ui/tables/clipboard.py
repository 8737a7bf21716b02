"""Rows as text a spreadsheet takes. Knows no Qt."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from diagnostic.dossier.row import Row
from diagnostic.formats import NARROW, UNKNOWN
from ui.tables.cells import heading_of, typed_of, words_of
from ui.tables.columns import Column
from ui.tables.facts import Facts


def tab_separated(kind: str, columns: Sequence[Column], rows: Sequence[Row], facts: Facts) -> str:
    """Return the titles and the rows, tabs between cells; numbers ungrouped, unknown cells empty."""
    text = io.StringIO()
    writer = csv.writer(text, dialect="excel-tab", lineterminator="\n")
    writer.writerow(heading_of(column, kind, facts) for column in columns)
    writer.writerows([_cell(column, row, facts) for column in columns] for row in rows)
    return text.getvalue()


def _cell(column: Column, row: Row, facts: Facts) -> str:
    words = typed_of(column, row, facts) if column.number else words_of(column, row, facts)
    words = "" if words == UNKNOWN else words
    if words == "-":  # a lone sign is no formula
        return words
    # A cell that begins so would run as a formula in the spreadsheet it is pasted in.
    return f"'{words}" if words[:1] in ("=", "+", "-", "@", "'") else words.replace(NARROW, " ")
