"""What stands beside the panel, as bars and links. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.benchmark.compare import Beside, BesideShared, PanelComparison, Practice
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.panel_words import bracket_words, term_words
from diagnostic.framework.model import Input
from ui.results.answer_links import AnswerLink
from ui.wizard.flow import home_of

OWN, OTHER, UNSAID = "●", "○", "?"

STEPS_OF = {
    "budget": "budget",
    "leverage": "budget",
    "budget_share": "budget",
    "forms": "partnerships",
    "fields": "partnerships",
}
"""Comparisons made from the rows of a table → the step where they are given."""

INDICATORS = {"staff": "means_staff", "citizens_place": "citizens_place", "sharing": "governance_sharing"}
"""Comparisons made from an answer → the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of `share` per cent. `mark` stands before the name; `said` tells all of it to a screen reader."""

    name: str
    share: float
    value: str
    said: str
    mark: str = ""
    own: bool = False


def bracket_bars(each: Beside, desk: Desk) -> tuple[Bar, ...]:
    """Return a bar for each bracket, the territory's own standing out."""
    texts, found = desk.texts, []
    for bracket in each.measure.brackets:
        name, own = bracket_words(bracket, each.measure, desk), bracket == each.bracket
        value = texts("beside.figure.count", count=bracket.count, n=each.measure.n)
        share = 100 * bracket.count / each.measure.n
        said = f"{name}, {value}"
        mark = OWN if own else ""
        found.append(Bar(name=_capital(name), share=share, value=str(bracket.count), said=said, mark=mark, own=own))
    return tuple(found)


def practice_bars(each: BesideShared, desk: Desk) -> tuple[Bar, ...]:
    """Return a bar for each form, field or answer, with what is the territory's own."""
    return tuple(_practice(one, each, desk) for one in each.practices)


def _practice(one: Practice, each: BesideShared, desk: Desk) -> Bar:
    name, value = term_words(one.term, each.measure, desk), desk.texts.percent(one.share)
    key = {True: "yes", False: "no", None: "unsaid"}[one.own]
    told = "" if each.answer else f", {desk.texts(f'beside.practice.{key}')}"
    return Bar(
        name=name, share=one.share, value=value, said=f"{name}, {value}{told}", mark=_mark(one, each), own=bool(one.own)
    )


def _mark(one: Practice, each: BesideShared) -> str:
    if each.measure.indicator:
        return OWN if one.own else ""
    return {True: OWN, False: OTHER, None: UNSAID}[one.own]


def lacks(comparison: PanelComparison, desk: Desk) -> tuple[AnswerLink, ...]:
    """Return links to what would allow the comparisons that cannot be made yet."""
    panel = comparison.source
    made = {each.measure.id for each in comparison.panel} | {each.measure.id for each in comparison.shared}
    made |= {each.national.id for each in comparison.national}
    wanted = [*panel.bracketed, *panel.shared, *(figure.id for figure in panel.national)]
    links = [link for id_ in wanted if id_ not in made if (link := _lack(id_, desk))]
    return tuple(links)


def population_link(desk: Desk) -> AnswerLink:
    """Return the link to where the population is given."""
    return AnswerLink(desk.texts("beside.lack.peer"), "territory", "territory:population")


def _lack(id_: str, desk: Desk) -> AnswerLink | None:
    if id_ in STEPS_OF:
        return AnswerLink(desk.texts(f"beside.lack.{id_}"), STEPS_OF[id_], "")
    known = {indicator.id: indicator for indicator in desk.framework.indicators}
    indicator = known.get(INDICATORS.get(id_, ""))
    if indicator is None or indicator.input is Input.MEASURE:
        return None
    step = home_of(indicator.step, indicator.input)
    return AnswerLink(indicator.title[desk.lang], step, f"answer:{indicator.id}")


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
