"""Blocks of the content as parts of a document: which style each text takes, what is a list, what is a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import singledispatch

from diagnostic.brief import content as c
from diagnostic.brief.office.cleaning import fit, fit_line
from diagnostic.brief.office.flow import Cell, Grid, GridKind, Ink, Listing, Para, Part, Picture, Row, Run, Style
from diagnostic.brief.office.tables import data_grid, facts_grid
from diagnostic.charts.drawing import Drawing

GUTTER = 18.0
VOICES = {c.Voice.BODY: Style.BODY, c.Voice.LEAD: Style.LEAD, c.Voice.NOTE: Style.NOTE}
HEADINGS = {1: Style.HEADING_1, 2: Style.HEADING_2, 3: Style.HEADING_3}
LISTS = {
    c.Mark.BULLET: Style.LIST_BULLET,
    c.Mark.NUMBER: Style.LIST_NUMBER,
    c.Mark.ASSET: Style.LIST_ASSET,
    c.Mark.GAP: Style.LIST_GAP,
}
SIGNS = {c.Mark.ASSET: Run("▲ ", Ink.ASSET), c.Mark.GAP: Run("▼ ", Ink.GAP)}


def parts_of(blocks: Sequence[c.Block], width: float) -> tuple[Part, ...]:
    """Return the blocks as parts, `width` points wide."""
    return tuple(part for item in blocks for part in parts_of_block(item, width))


def smaller(blocks: Sequence[c.Block], share: float) -> tuple[c.Block, ...]:
    """Return the blocks with their figures at a share of their width."""
    return tuple(_smaller(item, share) for item in blocks)


def _smaller(item: c.Block, share: float) -> c.Block:
    if isinstance(item, c.Figure):
        return replace(item, width=item.width * share)
    if isinstance(item, c.Beside):
        return replace(item, left=smaller(item.left, share), right=smaller(item.right, share))
    return item


def paragraph(text: str, style: Style, ink: Ink = Ink.PLAIN) -> tuple[Para, ...]:
    """Return a paragraph, or nothing when there is nothing to say."""
    said = fit(text)
    return (Para(style, (Run(said, ink),)),) if said else ()


def figure(drawing: Drawing, width: float, title: str = "") -> Para:
    """Return a paragraph that holds a drawing `width` points wide."""
    height = drawing.height * width / drawing.width
    shown = Picture(source=drawing, width=width, height=height, alt=fit(drawing.alt), title=fit_line(title))
    return Para(Style.FIGURE, picture=shown)


@singledispatch
def parts_of_block(item: c.Block, width: float) -> Iterable[Part]:
    """Return the parts of one block."""
    raise TypeError(type(item))


@parts_of_block.register
def _(item: c.Paragraph, width: float) -> Iterable[Part]:
    return paragraph(item.text, VOICES[item.voice])


@parts_of_block.register
def _(item: c.Heading, width: float) -> Iterable[Part]:
    said = fit_line(item.text)
    sign = (SIGNS[item.mark],) if item.mark in SIGNS else ()
    return (Para(HEADINGS[item.level], (*sign, Run(said))),) if said else ()


@parts_of_block.register
def _(item: c.Items, width: float) -> Iterable[Part]:
    items = tuple(Para(LISTS[item.mark], runs) for runs in map(_item, item.items) if runs)
    return (Listing(item.mark, items),) if items else ()


def _item(item: c.Item) -> tuple[Run, ...]:
    """Return an item's bold lead, its text, and its note on a line of its own."""
    lead, text, note = fit(item.lead), fit(item.text), fit(item.note)
    runs = [Run(lead, Ink.STRONG)] if lead else []
    if text:
        runs.append(Run(f" {text}" if lead else text))
    if note:
        runs.append(Run(f"\n{note}" if runs else note, Ink.QUIET))
    return tuple(runs)


@parts_of_block.register
def _(item: c.Table, width: float) -> Iterable[Part]:
    above = [*paragraph(item.caption, Style.CAPTION)]
    if note := fit(item.source):
        above.append(Para(Style.NOTE, (Run(note),), hold=True))
    return (*above, data_grid(item, width))


@parts_of_block.register
def _(item: c.Figure, width: float) -> Iterable[Part]:
    small = " ".join(part for part in (item.legend, item.source, item.data) if part)
    shown = figure(item.drawing, width * item.width, item.title)
    return (*paragraph(item.title, Style.CAPTION), shown, *paragraph(small, Style.NOTE))


@parts_of_block.register
def _(item: c.KeyFigures, width: float) -> Iterable[Part]:
    cells = tuple(Cell(_key_figure(each)) for each in item.figures)
    if not cells:
        return ()
    return (Grid(kind=GridKind.LAYOUT, widths=(width / len(cells),) * len(cells), rows=(Row(cells),)),)


def _key_figure(item: c.KeyFigure) -> tuple[Para, ...]:
    said = ((item.value, Style.KEY_VALUE), (item.label, Style.KEY_LABEL), (item.note, Style.KEY_NOTE))
    return tuple(part for text, style in said for part in paragraph(text, style)) or (Para(Style.KEY_LABEL),)


@parts_of_block.register
def _(item: c.Facts, width: float) -> Iterable[Part]:
    return (facts_grid(item, width),) if item.pairs else ()


@parts_of_block.register
def _(item: c.Beside, width: float) -> Iterable[Part]:
    """Figures stand side by side. What has headings comes one after the other: a reader's list of headings leaves out
    those that stand in tables.
    """
    if any(isinstance(each, c.Heading) for each in (*item.left, *item.right)):
        return parts_of((*item.left, *item.right), width)
    left, right = width * item.share, width * (1 - item.share)
    cells = (_column(item.left, left - GUTTER), _column(item.right, right - GUTTER))
    return (Grid(kind=GridKind.LAYOUT, widths=(left, right), rows=(Row(cells),)),)


def _column(blocks: Sequence[c.Block], width: float) -> Cell:
    return Cell(parts_of(blocks, width) or (Para(Style.BODY),))
