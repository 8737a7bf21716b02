"""Blocks of the content as flowables, each carrying its role in the document's structure as `tag`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatchmethod

from diagnostic.brief import content as c
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.painter import DrawingBlock
from diagnostic.brief.pdf.platypus import CondPageBreak, Flowable, KeepTogether, Spacer
from diagnostic.brief.pdf.tables import columns_grid, facts_grid, least_height, table_grid
from diagnostic.brief.pdf.text import Ink, Press, Span, TextBlock, block
from diagnostic.charts.drawing import Role

GUTTER = 22.0
KEY_GUTTER = 8.0
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

    def beginning(self, blocks: Sequence[c.Block], width: float) -> float:
        """Return the height that a section's title needs below it, so as not to stand alone at the foot of a page."""
        if blocks and isinstance(blocks[0], c.Heading):
            return 40 + self._company(blocks[1:], width)
        return self._company(blocks, width)

    def _company(self, after: Sequence[c.Block], width: float) -> float:
        """Return the height that a heading needs to stand with the beginning of what follows it."""
        following = after[0] if after else None
        if isinstance(following, c.Figure):
            return 90 + following.drawing.height * width * following.width / following.drawing.width
        return 36 + least_height(following, width, self._press) if isinstance(following, c.Table) else 80.0

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
        parts: list[Flowable] = [CondPageBreak(least_height(item, width, self._press))]
        if item.caption:
            parts.append(block(item.caption, s.CAPTION, self._press))
        if item.source:
            parts.append(block(item.source, s.NOTE, self._press))
        return [*parts, table_grid(item, width, self._press), Spacer(0, 8)]

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
        each = (width - KEY_GUTTER * (len(cells) - 1)) / len(cells)
        return [columns_grid(cells, [each] * len(cells), KEY_GUTTER), Spacer(0, 10)]

    def _key_figure(self, figure: c.KeyFigure) -> list[Flowable]:
        size = s.KEY_VALUE if len(figure.value) <= 11 else replace(s.KEY_VALUE, size=10.5)
        parts = [block(figure.value, size, self._press), block(figure.label, s.KEY_LABEL, self._press)]
        return [*parts, block(figure.note, s.KEY_NOTE, self._press)] if figure.note else [*parts]

    @block.register
    def _(self, item: c.Facts, width: float) -> list[Flowable]:
        return [facts_grid(item, width, self._press), Spacer(0, 8)]

    @block.register
    def _(self, item: c.Beside, width: float) -> list[Flowable]:
        left = (width - GUTTER) * item.share
        right = width - GUTTER - left
        cells = [self._inside(item.left, left), self._inside(item.right, right)]
        return [columns_grid(cells, (left, right), GUTTER), Spacer(0, 4)]

    def _inside(self, blocks: Sequence[c.Block], width: float) -> list[Flowable]:
        """Return the flowables of blocks inside a column, which is never cut."""
        return [
            part
            for item in blocks
            for part in (self._figure(item, width) if isinstance(item, c.Figure) else self.block(item, width))
            if not isinstance(part, CondPageBreak)
        ]
