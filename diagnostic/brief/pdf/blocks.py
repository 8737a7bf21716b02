"""Blocks of the content as flowables, each carrying its role in the document's structure as `tag`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatchmethod
from typing import Any

from diagnostic.brief import content as c
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.painter import DrawingBlock
from diagnostic.brief.pdf.platypus import CondPageBreak, Flowable, Grid, HexColor, KeepTogether, Spacer
from diagnostic.brief.pdf.text import Ink, Press, Span, TextBlock, block
from diagnostic.charts.drawing import Role

GUTTER = 22.0
MARKS = {c.Mark.BULLET: "•", c.Mark.ASSET: "▲", c.Mark.GAP: "▼", c.Mark.NUMBER: ""}
MARK_ROLES = {c.Mark.ASSET: Role.TERRITORY_TEXT, c.Mark.GAP: Role.INSTITUTION_TEXT}
VOICES = {c.Voice.BODY: s.BODY, c.Voice.LEAD: s.LEAD, c.Voice.NOTE: s.NOTE}


class Setter:
    """Sets blocks for one document."""

    def __init__(self, press: Press) -> None:
        self._press = press

    def blocks(self, blocks: Sequence[c.Block], width: float) -> list[Flowable]:
        """Return the flowables of the blocks, `width` points wide; a heading keeps company with what follows."""
        found: list[Flowable] = []
        for place, item in enumerate(blocks):
            if isinstance(item, c.Heading):
                found.append(CondPageBreak(self._company(blocks[place + 1 :], width)))
            found += self.block(item, width)
        return found

    def _company(self, after: Sequence[c.Block], width: float) -> float:
        """Return the height that a heading needs to stand with the beginning of what follows it."""
        following = after[0] if after else None
        if isinstance(following, c.Figure):
            return 90 + following.drawing.height * width * following.width / following.drawing.width
        return 36 + self._head_height(following, width) if isinstance(following, c.Table) else 80.0

    def _head_height(self, table: c.Table, width: float) -> float:
        """Return the height of a table's caption, header and first two rows."""
        grid = self._grid(replace(table, rows=table.rows[:2]), width)
        height: float = grid.wrap(width, s.HEIGHT)[1]
        return min(height + (2 * s.CAPTION.leading if table.caption else 0), s.HEIGHT * 0.8)

    @singledispatchmethod
    def block(self, item: c.Block, width: float) -> list[Flowable]:
        """Return the flowables of one block."""
        raise TypeError(type(item))

    @block.register
    def _(self, item: c.Paragraph, width: float) -> list[Flowable]:
        return [block(item.text, VOICES[item.voice], self._press)]

    @block.register
    def _(self, item: c.Heading, width: float) -> list[Flowable]:
        style = s.HEADINGS[item.level]
        if item.mark is None:
            return [block(item.text, style, self._press)]
        ink = Ink(True, MARK_ROLES.get(item.mark, Role.INK), style.size)
        marked = replace(style, indent=style.size * 1.35)
        return [TextBlock((Span(item.text, ink),), marked, self._press, self._mark(item.mark, style.size * 0.85))]

    @block.register
    def _(self, item: c.Items, width: float) -> list[Flowable]:
        return [self._item(entry, item.mark) for entry in item.items]

    def _item(self, item: c.Item, mark: c.Mark) -> Flowable:
        size = s.ITEM.size
        spans = [Span(item.lead, Ink(True, Role.INK, size))]
        if item.text:
            spans.append(Span(f" {item.text}" if item.lead else item.text, Ink(False, Role.INK, size)))
        if item.note:
            spans.append(Span(" ", Ink(False, Role.INK, size)))
            spans.append(Span("\n" + item.note, Ink(False, Role.MUTED, size * 0.88)))
        return TextBlock(spans, s.ITEM, self._press, self._mark(mark, size * 0.8))

    def _mark(self, mark: c.Mark, size: float) -> Span:
        return Span(MARKS[mark], Ink(False, MARK_ROLES.get(mark, Role.MUTED), size))

    @block.register
    def _(self, item: c.Table, width: float) -> list[Flowable]:
        parts: list[Flowable] = [CondPageBreak(self._head_height(item, width))]
        if item.caption:
            parts.append(block(item.caption, s.CAPTION, self._press))
        parts.append(self._grid(item, width))
        if item.source:
            parts += [Spacer(0, 4), block(item.source, s.NOTE, self._press)]
        return [*parts, Spacer(0, 8)]

    def _grid(self, table: c.Table, width: float) -> Any:
        whole = sum(column.share for column in table.columns)
        rows = [[self._head(column) for column in table.columns]]
        for place, row in enumerate(table.rows):
            strong = place in table.strong
            rows.append(
                [self._cell(*pair, strong, i == 0) for i, pair in enumerate(zip(row, table.columns, strict=True))]
            )
        grid = Grid(rows, [width * column.share / whole for column in table.columns], repeatRows=1)
        grid.setStyle(self._rules(len(table.columns)))
        grid.tag = "Table"
        return grid

    def _head(self, column: c.Column) -> TextBlock:
        number = column.kind is c.ColumnKind.NUMBER
        return block(column.title, s.CELL_HEAD_NUMBER if number else s.CELL_HEAD, self._press)

    def _cell(self, text: str, column: c.Column, strong: bool, first: bool) -> TextBlock:
        """Return a cell; lines after its first are quieter (its formula, its source)."""
        style = s.CELL_NUMBER if column.kind is c.ColumnKind.NUMBER else s.CELL
        head, _, rest = text.partition("\n")
        spans = [Span(head, Ink(strong or first, Role.INK, style.size))]
        if rest:
            spans.append(Span("\n" + rest, Ink(False, Role.MUTED, style.size * 0.9)))
        return TextBlock(spans, replace(style, tag="TH") if first else style, self._press)

    def _rules(self, columns: int) -> list[tuple[object, ...]]:
        ink, grid = (HexColor(self._press.palette.colour(role)) for role in (Role.INK, Role.GRID))
        return [
            ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
            ("VALIGN", (0, 1), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.9, ink),
            ("LINEBELOW", (0, 1), (-1, -1), 0.5, grid),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("LEFTPADDING", (1, 0), (-1, -1), 5),
            ("RIGHTPADDING", (0, 0), (-2, -1), 5),
            ("RIGHTPADDING", (columns - 1, 0), (columns - 1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 3.6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 3.6),
        ]

    @block.register
    def _(self, item: c.Figure, width: float) -> list[Flowable]:
        return [KeepTogether(self._figure(item, width)), Spacer(0, 6)]

    def _figure(self, item: c.Figure, width: float) -> list[Flowable]:
        small = " ".join(part for part in (item.legend, item.source, item.data) if part)
        parts: list[Flowable] = [
            block(item.title, s.CAPTION, self._press),
            DrawingBlock(item.drawing, width * item.width, self._press),
        ]
        if small:
            parts += [Spacer(0, 4), block(small, s.NOTE, self._press)]
        return parts

    @block.register
    def _(self, item: c.KeyFigures, width: float) -> list[Flowable]:
        cells = [self._key_figure(figure) for figure in item.figures]
        return [self._columns(cells, width / len(cells), 8.0), Spacer(0, 10)]

    def _key_figure(self, figure: c.KeyFigure) -> list[Flowable]:
        size = s.KEY_VALUE if len(figure.value) <= 11 else replace(s.KEY_VALUE, size=10.5)
        parts = [block(figure.value, size, self._press), block(figure.label, s.KEY_LABEL, self._press)]
        return [*parts, block(figure.note, s.KEY_NOTE, self._press)] if figure.note else [*parts]

    @block.register
    def _(self, item: c.Facts, width: float) -> list[Flowable]:
        rows = [
            [block(name, replace(s.CELL, role=Role.MUTED), self._press), block(text, s.CELL, self._press)]
            for name, text in item.pairs
        ]
        grid = Grid(rows, [width * 0.28, width * 0.72])
        grid.setStyle([*self._rules(2)[3:], ("LINEBELOW", (0, 0), (-1, 0), *self._rules(2)[3][3:])])
        grid.tag = "Table"
        return [grid, Spacer(0, 8)]

    @block.register
    def _(self, item: c.Beside, width: float) -> list[Flowable]:
        half = (width - GUTTER) / 2
        return [self._columns([self._inside(item.left, half), self._inside(item.right, half)], half, GUTTER)]

    def _inside(self, blocks: Sequence[c.Block], width: float) -> list[Flowable]:
        """Return the flowables of blocks inside a column, which is never cut."""
        return [
            part
            for item in blocks
            for part in (self._figure(item, width) if isinstance(item, c.Figure) else self.block(item, width))
            if not isinstance(part, CondPageBreak)
        ]

    def _columns(self, cells: list[list[Flowable]], width: float, gutter: float) -> Any:
        """Return groups side by side, each `width` wide, the gutter between them."""
        inside = len(cells) > 2
        widths = [width + (gutter if not inside and i < len(cells) - 1 else 0) for i in range(len(cells))]
        grid = Grid([cells], widths)
        grid.setStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-2, -1), gutter),
                ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ]
        )
        return grid
