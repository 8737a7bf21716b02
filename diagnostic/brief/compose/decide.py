"""The second page of the summary: what to decide, what it costs, what it can raise. It must fit its page."""

from __future__ import annotations

from diagnostic.brief.compose.decisions import decisions, open_proposals
from diagnostic.brief.compose.first_pass import next_answers
from diagnostic.brief.compose.funding_words import grouped, names_words, reasons_words
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.means import key_figures
from diagnostic.brief.compose.money import reference_year
from diagnostic.brief.compose.recommendations import first_step_item
from diagnostic.brief.compose.summary import MOST, decision_blocks
from diagnostic.brief.compose.wording import colon, short
from diagnostic.brief.content import Block, Heading, Item, Items, KeyFigures, Paragraph, Section, Voice
from diagnostic.strategy.results import FundingAdvice, Openness, Suggestion
from diagnostic.strategy.totals import totals

FUNDERS = 3
NAMES = 120
REASON = 260


def second_page(desk: Desk) -> Section:
    """Return the page; where nothing is to be decided yet, it says what is missing."""
    label = desk.texts("brief.decide.label")
    blocks = (*decision_blocks(desk), *_first_steps(desk), *_spent(desk), *_raise(desk), *_method(desk))
    return Section(id="decide", label=label, title=_title(desk), blocks=blocks, one_page=True)


def _title(desk: Desk) -> str:
    texts, found = desk.texts, decisions(desk, MOST)
    if not found:
        return texts("brief.decide.title_none")
    total = totals(found)
    if total.cost is None:
        return texts("brief.decide.title_unpriced")
    if total.raised is None:
        return texts("brief.decide.title", cost=texts.money(total.cost))
    return texts("brief.decide.title_raised", cost=texts.money(total.cost), raised=texts.money(total.raised))


def _first_steps(desk: Desk) -> list[Block]:
    """Return why the recommendations that nobody has decided on are proposed, and the first step of each."""
    found = open_proposals(desk)[:MOST]
    if not found:
        return _next(desk)
    items = tuple(first_step_item(proposal, desk) for proposal in found)
    return [Heading(desk.texts("brief.decide.first_steps"), 3), Items(items)]


def _next(desk: Desk) -> list[Block]:
    """Return the answers from which decisions could come, where nothing is proposed and nothing decided."""
    section = None if decisions(desk, MOST) else next_answers(desk)
    return [Heading(section.label, 3), *section.blocks] if section else []


def _spent(desk: Desk) -> list[Block]:
    """Return what the action costs today, from the year's budget lines."""
    money, texts = reference_year(desk.snapshot), desk.texts
    if money is None or not money.spent.known:
        return [Heading(texts("brief.decide.cost"), 3), Paragraph(texts("brief.means.title_unknown") + ".")]
    return [Heading(texts("brief.decide.cost"), 3), KeyFigures(key_figures(money, desk))]


def _raise(desk: Desk) -> list[Block]:
    """Return the funders within reach and what each could give, or that none is."""
    advice, texts = desk.inputs.advice, desk.texts
    if advice is None:
        return []
    groups = grouped(advice.of(Openness.OPEN))
    if not groups:
        return [Heading(texts("brief.decide.raise"), 3), Paragraph(_nothing(advice, desk))]
    items = tuple(_funder(group, desk) for group in groups[:FUNDERS])
    reminder = Paragraph(texts("brief.funding.reminder"), Voice.NOTE)
    return [Heading(texts("brief.decide.raise"), 3), Items(items), reminder]


def _funder(group: tuple[Suggestion, ...], desk: Desk) -> Item:
    names = colon(short(names_words(group, desk.texts), NAMES), "", desk).rstrip()
    return Item(names, short(reasons_words(group[0], desk.texts, fits=1), REASON))


def _nothing(advice: FundingAdvice, desk: Desk) -> str:
    """Return that no funder is within reach, and the declaration that would open some."""
    none = desk.texts("brief.funding.title_none") + "."
    return f"{none} {advice.declaration.first_step}" if advice.declaration else none


def _method(desk: Desk) -> list[Block]:
    return [Paragraph(desk.texts("brief.decide.method"), Voice.NOTE)]
