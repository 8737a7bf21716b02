"""The territory's means and practices beside the panel of large cities and the national figures, with source and n."""

from __future__ import annotations

from diagnostic.benchmark.compare import Beside, BesideNational, BesideShared
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.panel_words import (
    figure_under,
    figure_words,
    national_source,
    national_words,
    practice_note,
    practice_words,
    source_words,
    under_words,
    warning,
)
from diagnostic.brief.compose.wording import colon
from diagnostic.brief.content import Block, Heading, Item, Items, Paragraph, Voice


def panel(desk: Desk) -> tuple[Block, ...]:
    """Return the comparisons that the data carries, and who the panel describes; nothing where none can be made."""
    comparison = desk.inputs.comparison
    if comparison is None or comparison.empty:
        return ()
    items = [_figure(each, desk) for each in comparison.panel] + [_national(each, desk) for each in comparison.national]
    items += [_practice(each, desk) for each in comparison.shared]
    warned = warning(comparison, desk)
    return (
        Heading(desk.texts("beside.title")),
        *((Paragraph(warned),) if warned else ()),
        Items(tuple(items)),
        Paragraph(f"{source_words(comparison.source, desk)} {desk.texts('beside.lead')}", Voice.NOTE),
    )


def _figure(each: Beside, desk: Desk) -> Item:
    return _item(each.measure.title[desk.lang], figure_words(each, desk), figure_under(each.measure, desk), desk)


def _national(each: BesideNational, desk: Desk) -> Item:
    title = desk.framework.indicator(each.national.indicator).title[desk.lang]
    return _item(title, national_words(each, desk), national_source(each, desk), desk)


def _practice(each: BesideShared, desk: Desk) -> Item:
    words = f"{practice_words(each, desk)} {practice_note(each, desk)}".strip()
    return _item(each.measure.title[desk.lang], words, under_words(each.measure, desk), desk)


def _item(title: str, words: str, note: str, desk: Desk) -> Item:
    return Item(colon(title, "", desk).rstrip(), words, note)
