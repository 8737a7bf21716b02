"""Tables and columns as grids of our own text: headers repeat on each page, first cells head their rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from diagnostic.brief.content import Column, ColumnKind, Facts, Table
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.fonts import REGULAR
from diagnostic.brief.pdf.platypus import Flowable, Grid, HexColor
from diagnostic.brief.pdf.text import Ink, Press, Span, TextBlock, block
from diagnostic.charts.drawing import Role

Rule = tuple[object, ...]
OUR_FONT: Rule = ("FONTNAME", (0, 0), (-1, -1), REGULAR)
"""A grid names a font on the page even where it writes nothing: it must be one that is embedded."""
QUIET = 0.9
"""Size of a cell's later lines (its formula, its source) against its first."""


def table_grid(table: Table, width: float, press: Press) -> Any:
    """Return a table `width` points wide."""
    whole = sum(column.share for column in table.columns)
    rows: list[list[TextBlock]] = [[_head(column, press) for column in table.columns]]
    for place, row in enumerate(table.rows):
        strong = place in table.strong
        rows.append([_cell(*pair, table.dense, strong, press) for pair in zip(row, table.columns, strict=True)])
        rows[-1][0] = _row_head(row[0], table.dense and place not in table.bands, press)
    grid = Grid(rows, [width * column.share / whole for column in table.columns], repeatRows=1, hAlign="LEFT")
    grid.setStyle([*_header_rules(press), *_rules(press, 2.0 if table.dense else 3.6), *_band_rules(table)])
    grid.tag = "Table"
    return grid


def least_height(table: Table, width: float, press: Press) -> float:
    """Return the height of a table's caption, note, header and first two rows: what must not be parted."""
    beginning = table_grid(replace(table, rows=table.rows[:2]), width, press)
    height: float = beginning.wrap(width, s.HEIGHT)[1]
    above = (2 * s.CAPTION.leading if table.caption else 0) + (3 * s.NOTE.leading if table.source else 0)
    return min(height + above, s.HEIGHT * 0.8)


def facts_grid(facts: Facts, width: float, press: Press) -> Any:
    """Return names and what they are."""
    quiet = replace(s.CELL, role=Role.MUTED, tag="TH")
    rows = [[block(name, quiet, press), block(text, s.CELL, press)] for name, text in facts.pairs]
    grid = Grid(rows, [width * 0.28, width * 0.72], hAlign="LEFT")
    grid.setStyle(_rules(press, 2.6))
    grid.tag = "Table"
    return grid


def columns_grid(cells: Sequence[Sequence[Flowable]], widths: Sequence[float], gutter: float) -> Any:
    """Return groups side by side: no lines, no structure of its own."""
    grid = Grid([[list(cell) for cell in cells]], [w + gutter for w in widths[:-1]] + [widths[-1]], hAlign="LEFT")
    grid.setStyle(
        [
            OUR_FONT,
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-2, -1), gutter),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return grid


def _head(column: Column, press: Press) -> TextBlock:
    return block(column.title, s.CELL_HEAD_NUMBER if column.kind is ColumnKind.NUMBER else s.CELL_HEAD, press)


def _row_head(text: str, dense: bool, press: Press) -> TextBlock:
    style = replace(s.DENSE if dense else s.CELL, tag="TH")
    return _lines(text, style, True, press)


def _cell(text: str, column: Column, dense: bool, strong: bool, press: Press) -> TextBlock:
    if column.kind is ColumnKind.NUMBER:
        return _lines(text, s.DENSE_NUMBER if dense else s.CELL_NUMBER, strong, press)
    return _lines(text, s.DENSE if dense else s.CELL, strong, press)


def _lines(text: str, style: s.Style, bold: bool, press: Press) -> TextBlock:
    head, _, rest = text.partition("\n")
    spans = [Span(head, Ink(bold, Role.INK, style.size))]
    if rest:
        spans.append(Span("\n" + rest, Ink(False, Role.MUTED, style.size * QUIET)))
    return TextBlock(spans, style, press)


def _header_rules(press: Press) -> list[Rule]:
    ink = HexColor(press.palette.colour(Role.INK))
    return [("VALIGN", (0, 0), (-1, 0), "BOTTOM"), ("LINEBELOW", (0, 0), (-1, 0), 0.9, ink)]


def _band_rules(table: Table) -> list[Rule]:
    """Return what sets bands across the width, apart from what is above, and keeps them with the row below."""
    found: list[Rule] = []
    for row in (place + 1 for place in table.bands):
        found += [("SPAN", (0, row), (-1, row)), ("TOPPADDING", (0, row), (-1, row), 8.0 if row > 1 else 3.6)]
        if row < len(table.rows):
            found.append(("NOSPLIT", (0, row), (-1, row + 1)))
    return found


def _rules(press: Press, padding: float) -> list[Rule]:
    grid = HexColor(press.palette.colour(Role.GRID))
    return [
        OUR_FONT,
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, grid),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-2, -1), 5),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
    ]
