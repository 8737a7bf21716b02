"""The territory's means beside the panel of large cities and the national figures, with their source, year and n."""

from __future__ import annotations

from diagnostic.benchmark.compare import Beside, BesideNational
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import colon, with_unit
from diagnostic.brief.content import Block, Heading, Item, Items, Paragraph, Voice


def panel(desk: Desk) -> tuple[Block, ...]:
    """Return the comparisons that the data carries, and who the panel describes; nothing where none can be made."""
    comparison = desk.inputs.comparison
    if comparison is None or not (comparison.panel or comparison.national):
        return ()
    texts, source = desk.texts, comparison.source
    items = [_beside(each, desk) for each in comparison.panel] + [_national(each, desk) for each in comparison.national]
    note = texts("brief.panel.note", source=source.source[desk.lang], members=source.members, answered=source.answered)
    blocks: list[Block] = [Heading(texts("brief.panel.title")), Items(tuple(items))]
    if comparison.peer is not True:
        limit = texts.number(source.peer_population)
        blocks.append(Paragraph(texts("brief.panel.no_peer", limit=limit)))
    return (*blocks, Paragraph(note, Voice.NOTE))


def _beside(each: Beside, desk: Desk) -> Item:
    texts, bracket, lang = desk.texts, each.bracket, desk.lang
    money = each.measure.unit == "€"
    low, high = (texts.money(end) if money else texts.number(end) for end in (bracket.low, bracket.high))
    key = "below" if bracket.low == 0 else "above" if bracket.high == float("inf") else "between"
    where = texts(f"brief.panel.{key}", low=low, high=high)
    words = texts(
        "brief.panel.bracket",
        value=texts.money(each.value) if money else texts.number(each.value, 1),
        where=where,
        count=bracket.count,
        n=each.measure.n,
    )
    doubt = each.measure.doubt
    return _item(each.measure.title[lang], f"{words} {doubt[lang]}" if doubt else words, desk)


def _national(each: BesideNational, desk: Desk) -> Item:
    texts, figure, lang = desk.texts, each.national, desk.lang
    indicator = desk.framework.indicator(figure.indicator)
    low, high = texts.number(figure.low, 1), texts.number(figure.high, 1)
    national = low if figure.low == figure.high else texts("brief.panel.range", low=low, high=high)
    words = texts(
        "brief.panel.national",
        value=with_unit(each.value, indicator, desk),
        national=f"{national} {figure.unit[lang]}",
        source=figure.source[lang],
    )
    return _item(indicator.title[lang], f"{words} {figure.doubt[lang]}" if figure.doubt else words, desk)


def _item(title: str, words: str, desk: Desk) -> Item:
    return Item(colon(title, "", desk).rstrip(), words)
