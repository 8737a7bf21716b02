"""From a number to the rows and answers that made it, and to the page where each can be read and changed."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.assessment.results import IndicatorResult, IndicatorState, Input
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import short
from diagnostic.dossier.operations import title_of
from diagnostic.dossier.row import Row
from diagnostic.framework.model import Input as Source
from ui.wizard.flow import STEPS, home_of

MOST_ROWS = 4
LONGEST = 44


@dataclass(frozen=True, slots=True)
class AnswerLink:
    """Words for a link, the step it leads to and what to bring forward there."""

    label: str
    step: str
    focus: str


def step_of(kind: str) -> str:
    """Return the step where rows of a kind are edited."""
    if kind == "answer":
        return "organisation"
    found = [step.id for step in STEPS if kind in step.tables]
    return found[0] if found else "territory"


def answer_links(result: IndicatorResult, desk: Desk) -> tuple[AnswerLink, ...]:
    """Return the links to what an indicator was made from, or to where it can be filled in."""
    indicator = desk.framework.indicator(result.id)
    if indicator.input is not Source.MEASURE:
        unknown = result.state is IndicatorState.UNKNOWN
        label = desk.texts("results.link.reply" if unknown else "results.link.answer")
        return (AnswerLink(label, home_of(indicator.step, indicator.input), f"answer:{indicator.id}"),)
    links = [link for source in result.measure.inputs for link in _input_links(source, desk)]
    if not links:
        label = desk.texts("results.link.step", step=desk.texts(f"step.{indicator.step}.name"))
        links = [AnswerLink(label, indicator.step, "")]
    return tuple(dict.fromkeys(links))


def row_links(kind: str, rows: tuple[Row, ...], desk: Desk) -> tuple[AnswerLink, ...]:
    """Return one link a row, up to four, then one link for all the others."""
    step = step_of(kind)
    shown = rows if len(rows) <= MOST_ROWS + 1 else rows[:MOST_ROWS]
    links = [AnswerLink(row_name(row, desk), step, f"{kind}:{row.id}") for row in shown]
    if rest := rows[len(shown) :]:
        label = desk.texts("results.link.rest", count=desk.texts.number(len(rest)))
        links.append(AnswerLink(label, step, f"{kind}:{rest[0].id}"))
    return tuple(links)


def row_name(row: Row, desk: Desk) -> str:
    """Return what a row is called: its country first where it has nothing else to be known by."""
    country = getattr(row, "country", "")
    name = title_of(row)
    words = desk.country(country) if name == country else name
    return short(words, LONGEST) or desk.texts("results.link.unnamed")


def _input_links(source: Input, desk: Desk) -> tuple[AnswerLink, ...]:
    if source.kind == "territory":
        label = desk.texts(f"field.territory.{source.field}") if source.field else desk.texts("step.territory.name")
        return (AnswerLink(label, "territory", f"territory:{source.field}"),)
    if source.kind == "answer":
        return _question_links(source, desk)
    table = _table_of(source, desk)
    rows = tuple(row for row in desk.snapshot.rows(table) if row.id in source.ids) if table == source.kind else ()
    if rows:
        return row_links(table, rows, desk)
    label = desk.texts("results.link.step", step=desk.texts(f"step.{step_of(table)}.name"))
    return (AnswerLink(label, step_of(table), ""),)


def _table_of(source: Input, desk: Desk) -> str:
    """Return the table an input is about: what a user says of a table is read where the table stands."""
    if source.kind != "standing":
        return source.kind
    said = [standing.table for standing in desk.snapshot.standings.values() if standing.id in source.ids]
    return said[0] if said else source.field


def _question_links(source: Input, desk: Desk) -> tuple[AnswerLink, ...]:
    asked = [answer.indicator for answer in desk.snapshot.answers.values() if answer.id in source.ids]
    asked += [source.field] if source.field and source.field not in asked else []
    known = {indicator.id: indicator for indicator in desk.framework.indicators}
    return tuple(
        AnswerLink(known[id_].title[desk.lang], "organisation", f"answer:{id_}") for id_ in asked if id_ in known
    )
