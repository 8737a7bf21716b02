"""Funding and allies: what is within reach, what a decision would open, the region's network, who can help."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.brief.compose.funding_words import (
    MOST_NAMES,
    grouped,
    is_way,
    name_words,
    names_words,
    reasons_words,
    ruled,
    shut,
    valid_words,
)
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import colon, short
from diagnostic.brief.content import Block, Heading, Item, Items, Paragraph, Section, Voice
from diagnostic.dossier.vocabulary import AllyKind
from diagnostic.strategy.results import FundingAdvice, Listed, Openness, RegionAnswer, Suggestion


def funding(desk: Desk) -> Section | None:
    """Return the section, or None where nobody asked for the advice (the outline on the screen)."""
    advice = desk.inputs.advice
    if advice is None:
        return None
    texts, reach = desk.texts, advice.of(Openness.OPEN)
    title = texts.plural("brief.funding.title", len(reach)) if reach else texts("brief.funding.title_none")
    blocks: list[Block] = [Paragraph(texts("brief.funding.reminder"), Voice.NOTE)]
    blocks += _part("funding.open", reach, desk)
    blocks += _ways(advice, desk)
    blocks += _names("brief.funding.check", [one for one in advice.suggestions if not ruled(one)], desk)
    blocks += _names("brief.funding.shut", [one for one in advice.suggestions if shut(one)], desk)
    blocks += _region(advice, desk)
    blocks += _help(advice, desk)
    return Section(id="funding", label=texts("brief.funding.label"), title=title, blocks=tuple(blocks))


def _part(key: str, suggestions: Sequence[Suggestion], desk: Desk) -> list[Block]:
    if not suggestions:
        return []
    return [Heading(desk.texts(key)), Items(tuple(_item(group, desk) for group in grouped(suggestions)))]


def _item(group: Sequence[Suggestion], desk: Desk) -> Item:
    first, texts = group[0], desk.texts
    lead = colon(names_words(group, texts), "", desk).rstrip()
    return Item(lead, reasons_words(first, texts), valid_words(first.listed.ally, texts))


def _ways(advice: FundingAdvice, desk: Desk) -> list[Block]:
    """Return what would open other funders: the ODA to declare first, then each funder's own way."""
    texts, declared = desk.texts, advice.declaration
    found = [_item(group, desk) for group in grouped([one for one in advice.suggestions if is_way(one)])]
    if declared is not None:
        names = texts.listing([name_words(one.ally, texts) for one in declared.opens[:MOST_NAMES]])
        lead = colon(texts("funding.declare_lead"), "", desk).rstrip()
        found.insert(0, Item(lead, texts("funding.declare", names=names), declared.first_step))
    return [Heading(texts("funding.ways")), Items(tuple(found))] if found else []


def _names(key: str, suggestions: Sequence[Suggestion], desk: Desk) -> list[Block]:
    return [Paragraph(desk.texts(key, names=names_words(suggestions, desk.texts)))] if suggestions else []


def _region(advice: FundingAdvice, desk: Desk) -> list[Block]:
    texts, region = desk.texts, region_words(advice.region.answer, desk)
    heading = Heading(texts("brief.funding.region"), 3)
    if advice.region.answer is not RegionAnswer.FOUND:
        return [heading, Paragraph(region)]
    names = ", ".join(name_words(one.ally, texts) for one in advice.region.networks[:MOST_NAMES])
    return [heading, Items((Item(colon(names, "", desk).rstrip(), region),))]


def region_words(answer: RegionAnswer, desk: Desk) -> str:
    """Return what the directory says of the network of the territory's région."""
    place = desk.snapshot.territory
    return desk.texts(f"funding.region_{answer.value}", region=short(place.region_name, 60) or place.region)


def _help(advice: FundingAdvice, desk: Desk) -> list[Block]:
    items = [_helpers(kind, advice.helpers, desk) for kind in AllyKind]
    found = tuple(item for item in items if item is not None)
    return [Heading(desk.texts("brief.funding.help"), 3), Items(found)] if found else []


def _helpers(kind: AllyKind, helpers: Sequence[Listed], desk: Desk) -> Item | None:
    names = [name_words(one.ally, desk.texts) for one in helpers if (one.ally.type or AllyKind.OTHER) is kind]
    if not names:
        return None
    lead = colon(desk.texts(f"directory.group.{kind.value}"), "", desk).rstrip()
    return Item(lead, ", ".join(names[:MOST_NAMES]))
