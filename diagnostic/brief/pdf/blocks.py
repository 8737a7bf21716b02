"""Blocks of the content as boxes, and as elements of the structure in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import singledispatchmethod

from diagnostic.brief import content as c
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.boxes import Anchor, Box, Columns, Stack
from diagnostic.brief.pdf.figures import FigureBox
from diagnostic.brief.pdf.painter import DrawingBox
from diagnostic.brief.pdf.press import Ink, Press, Span
from diagnostic.brief.pdf.tables import facts_box, table_box
from diagnostic.brief.pdf.tags import Element
from diagnostic.brief.pdf.text import Sign, TextBox, paragraph
from diagnostic.charts.drawing import Role

GUTTER = 22.0
KEY_GUTTER = 8.0
LONG_VALUE = 11
"""Characters of a key figure beyond which it is set smaller."""
MARKS = {c.Mark.BULLET: "•", c.Mark.ASSET: "▲", c.Mark.GAP: "▼"}
MARK_ROLES = {c.Mark.ASSET: Role.TERRITORY_TEXT, c.Mark.GAP: Role.INSTITUTION_TEXT}
SIGN_SIZES = {c.Mark.BULLET: 1.15, c.Mark.NUMBER: 1.0}
"""Size of a mark against its text, where it is not four fifths of it."""
NUMBERINGS = {c.Mark.NUMBER: "Decimal"}
VOICES = {c.Voice.BODY: s.BODY, c.Voice.LEAD: s.LEAD, c.Voice.NOTE: s.NOTE}


class Setter:
    """Sets the blocks of one section, its elements under `parent`."""

    def __init__(self, press: Press, parent: Element, key: str, *, annex: bool = False) -> None:
        self._press, self._parent, self._key, self._annex = press, parent, key, annex
        self._levels, self._headings = [1], 0  # levels of the headings that the next block stands under

    def blocks(self, blocks: Sequence[c.Block], width: float) -> list[Box]:
        """Return the boxes of the blocks, `width` points wide."""
        found: list[Box] = []
        for item in blocks:
            boxes = self.block(item, width)
            if found and isinstance(item, c.Paragraph) and item.voice is c.Voice.NOTE:
                boxes[0].clings = True
                whole = found[-1].floats or found[-1].least >= found[-1].height
                found[-1].keep |= whole  # what is not parted is not parted from its note
            found += boxes
        return found

    @singledispatchmethod
    def block(self, item: c.Block, width: float) -> list[Box]:
        """Return the boxes of one block."""
        raise TypeError(type(item))

    @block.register
    def _(self, item: c.Paragraph, width: float) -> list[Box]:
        return [paragraph(item.text, VOICES[item.voice], self._press, width, Element("P", self._parent))]

    @block.register
    def _(self, item: c.Heading, width: float) -> list[Box]:
        style = s.HEADINGS[item.level]
        self._headings += 1
        spans = [Span(item.text.strip(), self._press.ink_of(style))]
        if item.mark in MARK_ROLES:
            spans.insert(0, Span(f"{MARKS[item.mark]}\u00a0", self._mark_ink(item.mark, style.size * 0.85)))
        box = TextBox(spans, style, self._press, width, Element(self._heading_tag(item.level), self._parent))
        box.before, box.after, box.keep = style.before, style.after, True
        if item.level == 2:
            box.anchor = Anchor(f"{self._key}-{self._headings}", item.text, 1, self._annex)
        return [box]

    def _heading_tag(self, level: int) -> str:
        """Return the tag of a heading: readers by ear are told of no level that is not there, and equals are equal."""
        while self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return f"H{len(self._levels)}"

    @block.register
    def _(self, item: c.Items, width: float) -> list[Box]:
        numbering = f" /A <</O /List /ListNumbering /{NUMBERINGS.get(item.mark, 'Disc')}>>"
        outer = Element("L", self._parent, numbering)
        return [
            self._item(entry, item.mark, place, width, Element("LI", outer))
            for place, entry in enumerate(item.items, 1)
        ]

    def _item(self, item: c.Item, mark: c.Mark, place: int, width: float, element: Element) -> Box:
        size, press = s.ITEM.size, self._press
        spans = [Span(f"{item.lead} " if item.text else item.lead, press.ink(True, Role.INK, size))]
        if item.text:
            spans.append(Span(item.text, press.ink(False, Role.INK, size)))
        if item.note:
            apart = "\n" if item.lead or item.text else ""  # its users may have taken both out
            spans.append(Span(apart + item.note, press.ink(False, Role.MUTED, size * 0.88)))
        style = s.NUMBERED if mark is c.Mark.NUMBER else s.ITEM
        label = Sign(self._sign(mark, place), Element("Lbl", element))
        return TextBox(spans, style, press, width, Element("LBody", element), label)

    def _sign(self, mark: c.Mark, place: int) -> Span:
        text = MARKS.get(mark, f"{place}.")
        return Span(text, self._mark_ink(mark, s.ITEM.size * SIGN_SIZES.get(mark, 0.8)))

    def _mark_ink(self, mark: c.Mark, size: float) -> Ink:
        return self._press.ink(False, MARK_ROLES.get(mark, Role.MUTED), size)

    @block.register
    def _(self, item: c.Table, width: float) -> list[Box]:
        element = Element("Table", self._parent)
        parts: list[Box] = self._caption(item.caption, item.source, width, element)
        return [*parts, table_box(item, width, self._press, element)]

    def _caption(self, title: str, note: str, width: float, parent: Element) -> list[Box]:
        """Return a title that keeps company with what it announces, and the note under it."""
        found: list[Box] = []
        element = Element("Caption", parent) if title or note else parent
        for text, style in ((title, s.CAPTION), (note, s.NOTE)):
            if text:
                found.append(paragraph(text, style, self._press, width, Element("P", element)))
                found[-1].keep = True
        return found

    @block.register
    def _(self, item: c.Figure, width: float) -> list[Box]:
        box = FigureBox(self._figure(item, width))
        box.after = 12.0
        return [box]

    def _figure(self, item: c.Figure, width: float) -> list[Box]:
        outer = Element("Div", self._parent)
        parts = self._caption(item.title, "", width, outer)
        parts.append(DrawingBox(item.drawing, width * item.width, self._press, outer))
        small = " ".join(part for part in (item.legend, item.source, item.data) if part)
        if small:
            parts.append(paragraph(small, s.NOTE, self._press, width, Element("P", outer)))
            parts[-1].before = 4.0
        return parts

    @block.register
    def _(self, item: c.KeyFigures, width: float) -> list[Box]:
        each = (width - KEY_GUTTER * (len(item.figures) - 1)) / len(item.figures)
        outer = Element("L", self._parent, " /A <</O /List /ListNumbering /None>>")
        stacks = [(i * (each + KEY_GUTTER), self._key_figure(f, each, outer)) for i, f in enumerate(item.figures)]
        box = Columns(stacks)
        box.after = 10.0
        return [box]

    def _key_figure(self, figure: c.KeyFigure, width: float, outer: Element) -> Box:
        element = Element("LBody", Element("LI", outer))
        value = s.KEY_VALUE if len(figure.value) <= LONG_VALUE else replace(s.KEY_VALUE, size=10.5)
        parts = ((figure.value, value), (figure.label, s.KEY_LABEL), (figure.note, s.KEY_NOTE))
        return Stack(
            [paragraph(text, style, self._press, width, Element("P", element)) for text, style in parts if text]
        )

    @block.register
    def _(self, item: c.Facts, width: float) -> list[Box]:
        return [facts_box(item, width, self._press, Element("Table", self._parent))]

    @block.register
    def _(self, item: c.Beside, width: float) -> list[Box]:
        left = (width - GUTTER) * item.share
        before, levels = list(self._parent.kids), list(self._levels)
        sides = [Stack(self.blocks(item.left, left)), Stack(self.blocks(item.right, width - GUTTER - left))]
        box = Columns([(0.0, sides[0]), (left + GUTTER, sides[1])])
        box.after = 4.0
        if box.height <= s.HEIGHT:
            return [box]
        self._parent.kids, self._levels = before, levels
        return self.blocks((*item.left, *item.right), width)  # too long to stand side by side on one page
