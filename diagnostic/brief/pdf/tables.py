"""Tables as rows of cells: first cells head their rows, bands head the rows after them."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.brief.content import ColumnKind, Facts, Table
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.press import Press, Span
from diagnostic.brief.pdf.rows import Row, TableBox
from diagnostic.brief.pdf.tags import Element
from diagnostic.brief.pdf.text import TextBox
from diagnostic.charts.drawing import Role

QUIET = 0.9
"""Size of a cell's later lines (its formula, its source) against its first."""
GUTTER = 10.0
PADDING, DENSE_PADDING, FACTS_PADDING = 3.6, 2.0, 2.6
BAND_SPACE = 8.0


def table_box(table: Table, width: float, press: Press, element: Element) -> TableBox:
    """Return a table `width` points wide, its rows in the structure under `element`."""
    whole = sum(column.share for column in table.columns)
    widths = [width * column.share / whole for column in table.columns]
    head = _head(table, widths, press, Element("TR", element))
    rows = [_row(table, place, widths, press, Element("TR", element)) for place in range(len(table.rows))]
    return TableBox(head, _head(table, widths, press, None), rows, width, press)


def facts_box(facts: Facts, width: float, press: Press, element: Element) -> TableBox:
    """Return names and what they are."""
    widths = [width * 0.28, width * 0.72]
    rows = []
    for name, text in facts.pairs:
        line = Element("TR", element)
        cells = (
            (name, press.ink(False, Role.MUTED, s.CELL.size), _scope("Row", line)),
            (text, press.ink(False, Role.INK, s.CELL.size), Element("TD", line)),
        )
        boxes = [
            TextBox((Span(said, ink),), s.CELL, press, _inner(widths, place), of)
            for place, (said, ink, of) in enumerate(cells)
        ]
        rows.append(_placed(boxes, widths, FACTS_PADDING))
    return TableBox(None, None, rows, width, press)


def _scope(scope: str, line: Element, more: str = "") -> Element:
    return Element("TH", line, f" /A <</O /Table /Scope /{scope}{more}>>")


def _inner(widths: Sequence[float], place: int) -> float:
    """Return the room for a column's text: columns stand apart, the first and last reach the edges."""
    sides = (place > 0) + (place < len(widths) - 1)
    return widths[place] - sides * GUTTER / 2


def _placed(boxes: Sequence[TextBox], widths: Sequence[float], padding: float, **more: bool) -> Row:
    starts = [sum(widths[:place]) + (GUTTER / 2 if place else 0.0) for place in range(len(boxes))]
    return Row(tuple(zip(starts, boxes, strict=True)), padding, padding, **more)


def _head(table: Table, widths: Sequence[float], press: Press, line: Element | None) -> Row:
    boxes = []
    for place, column in enumerate(table.columns):
        style = s.CELL_HEAD_NUMBER if column.kind is ColumnKind.NUMBER else s.CELL_HEAD
        of = _scope("Column", line) if line is not None else None
        boxes.append(TextBox((Span(column.title, press.ink_of(style)),), style, press, _inner(widths, place), of))
    return _placed(boxes, widths, DENSE_PADDING if table.dense else PADDING, bottom=True)


def _row(table: Table, place: int, widths: Sequence[float], press: Press, line: Element) -> Row:
    padding = DENSE_PADDING if table.dense else PADDING
    if place in table.bands:
        across = _scope("Row", line, f" /ColSpan {len(widths)}")
        box = TextBox(_lines(table.rows[place][0], s.CELL, True, press), s.CELL, press, sum(widths), across)
        return Row(((0.0, box),), BAND_SPACE if place else padding, padding, band=True)
    boxes = []
    for at, (text, column) in enumerate(zip(table.rows[place], table.columns, strict=True)):
        style = _style(column.kind if at else ColumnKind.TEXT, table.dense)
        of = Element("TD", line) if at else _scope("Row", line)
        spans = _lines(text, style, place in table.strong or at == 0, press)
        boxes.append(TextBox(spans, style, press, _inner(widths, at), of))
    return _placed(boxes, widths, padding)


def _style(kind: ColumnKind, dense: bool) -> s.Style:
    if kind is ColumnKind.NUMBER:
        return s.DENSE_NUMBER if dense else s.CELL_NUMBER
    return s.DENSE if dense else s.CELL


def _lines(text: str, style: s.Style, bold: bool, press: Press) -> tuple[Span, ...]:
    head, _, rest = text.partition("\n")
    first = Span(head, press.ink(bold, Role.INK, style.size))
    return (first, Span("\n" + rest, press.ink(False, Role.MUTED, style.size * QUIET))) if rest else (first,)
