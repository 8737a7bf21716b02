"""The territory's means and practices beside the panel of large cities and the national figures, with source and n."""

from __future__ import annotations

from diagnostic.benchmark.compare import Beside, BesideNational, BesideShared, PanelComparison
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
from diagnostic.brief.content import Block, Heading, Item, Items, Paragraph, Section, Voice


def panel(desk: Desk) -> tuple[Block, ...]:
    """Return the comparisons that the data carries, and who the panel describes; nothing where none can be made."""
    comparison = desk.inputs.comparison
    if comparison is None or comparison.empty:
        return ()
    items = [_figure(each, desk) for each in comparison.panel] + [_national(each, desk) for each in comparison.national]
    if not items:
        return ()
    practices = desk.texts("brief.panel.in_annex", annex=desk.texts("brief.annex.panel")) if comparison.shared else ""
    return (
        Heading(desk.texts("beside.title")),
        *_warned(comparison, desk),
        Items(tuple(items)),
        _source(comparison, practices, desk),
    )


def practices(desk: Desk) -> Section | None:
    """Return the annex on forms, fields and practices beside the panel's, None where none can be compared."""
    comparison = desk.inputs.comparison
    if comparison is None or not comparison.shared:
        return None
    label = desk.texts("brief.annex.panel")
    items = Items(tuple(_practice(each, desk) for each in comparison.shared))
    blocks = (*_warned(comparison, desk), items, _source(comparison, "", desk))
    return Section(id="panel", label=label, title=label, blocks=blocks)


def _warned(comparison: PanelComparison, desk: Desk) -> tuple[Block, ...]:
    words = warning(comparison, desk)
    return (Paragraph(words),) if words else ()


def _source(comparison: PanelComparison, last: str, desk: Desk) -> Paragraph:
    words = (source_words(comparison.source, desk), desk.texts("beside.lead"), last)
    return Paragraph(" ".join(filter(None, words)), Voice.NOTE)


def _figure(each: Beside, desk: Desk) -> Item:
    return _item(each.measure.title[desk.lang], figure_words(each, desk), figure_under(each.measure, desk))


def _national(each: BesideNational, desk: Desk) -> Item:
    title = desk.framework.indicator(each.national.indicator).title[desk.lang]
    return _item(title, national_words(each, desk), national_source(each, desk))


def _practice(each: BesideShared, desk: Desk) -> Item:
    words = f"{practice_words(each, desk)} {practice_note(each, desk)}".strip()
    return _item(each.measure.title[desk.lang], words, under_words(each.measure, desk))


def _item(title: str, words: str, note: str) -> Item:
    return Item(f"{title}.", words, note)
