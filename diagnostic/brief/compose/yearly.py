"""The yearly report: what was planned, done, spent and raised since the campaign before, and what changed."""

from __future__ import annotations

from dataclasses import replace

from diagnostic.brief.compose.courses import Course, courses, is_done
from diagnostic.brief.compose.decisions import title_words
from diagnostic.brief.compose.followup import followup
from diagnostic.brief.compose.inputs import BriefInputs, Desk, Missing
from diagnostic.brief.compose.means import means
from diagnostic.brief.compose.money import Sum, reference_year
from diagnostic.brief.compose.strategy import plan
from diagnostic.brief.compose.summary import position_title
from diagnostic.brief.compose.wording import number_words, short
from diagnostic.brief.content import (
    Block,
    Column,
    ColumnKind,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Section,
    Table,
    Voice,
)
from diagnostic.charts.wording import score_words
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.errors import WorldError
from diagnostic.strategy.projects import live
from diagnostic.strategy.totals import totals

TITLE = 120


def check_yearly(inputs: BriefInputs) -> None:
    """Raise WorldError nothing_to_report where there is no action, no budget line, and no earlier campaign."""
    snapshot = inputs.snapshot
    if not (snapshot.actions or snapshot.budget_lines or inputs.previous):
        raise WorldError("nothing_to_report", year=snapshot.campaign.year)


def year_page(desk: Desk) -> Section:
    """Return the year at a glance: the actions by what became of them, the money, the two axes then and now."""
    texts, label = desk.texts, desk.texts("brief.year.label")
    blocks: list[Block] = [Paragraph(_lead(desk), Voice.LEAD)]
    if courses(desk):
        blocks.append(KeyFigures(_counts(desk)))
    blocks += [Paragraph(_money(desk)), Paragraph(_axes(desk))]
    if desk.inputs.previous is None:
        blocks.append(Paragraph(texts("brief.year.first"), Voice.NOTE))
    return Section(id="year", label=label, title=_title(desk), blocks=tuple(blocks), new_page=True)


def planned(desk: Desk) -> Section | Missing:
    """Return every action with what was planned and what became of it."""
    texts, label, found = desk.texts, desk.texts("brief.year.planned"), courses(desk)
    if not found:
        return Missing(label, texts("brief.year.no_action"))
    done = sum(1 for course in found if is_done(course))
    title = texts.plural("brief.year.planned_title", done, total=texts.number(len(found)))
    return Section(id="planned", label=label, title=title, blocks=(_table(found, desk),))


def money(desk: Desk) -> Section | Missing:
    """Return what was spent and raised, without the comparison with others: the report is of this territory."""
    return means(replace(desk, inputs=replace(desk.inputs, comparison=None)))


def changed(desk: Desk) -> Section | None:
    """Return what changed in the scores and why; the actions have their own section."""
    if desk.inputs.previous is None:
        return None
    before, assessment = desk.inputs.previous
    return followup(replace(desk, inputs=replace(desk.inputs, previous=(replace(before, actions=()), assessment))))


def ahead(desk: Desk) -> Section | None:
    """Return the actions still to lead."""
    left = live(desk.snapshot.actions)
    section = plan(replace(desk, inputs=replace(desk.inputs, snapshot=replace(desk.inputs.snapshot, actions=left))))
    return replace(section, label=desk.texts("brief.year.ahead")) if section else None


def _count(state: ActionState, desk: Desk) -> int:
    return sum(1 for course in courses(desk) if course.now is not None and course.now.state is state)


def _title(desk: Desk) -> str:
    texts, done = desk.texts, _count(ActionState.DONE, desk)
    year = reference_year(desk.snapshot)
    first = texts.plural("brief.year.done", done) if courses(desk) else position_title(desk)
    if year is None or not year.spent.known:
        return first
    return texts("brief.year.title", done=first, spent=_sum(year.spent, desk), year=str(year.year))


def _lead(desk: Desk) -> str:
    """Return which two dates the report lies between."""
    texts, now = desk.texts, desk.snapshot.campaign
    if desk.inputs.previous is None:
        return texts("brief.year.lead_first", year=str(now.year))
    return texts("brief.year.lead", then=str(desk.inputs.previous[0].campaign.year), year=str(now.year))


def _counts(desk: Desk) -> tuple[KeyFigure, ...]:
    texts, found = desk.texts, courses(desk)
    figures = [("planned", sum(1 for course in found if course.then is not None))] if desk.inputs.previous else []
    figures += [
        ("done", _count(ActionState.DONE, desk)),
        ("started", _count(ActionState.STARTED, desk)),
        ("dropped", _count(ActionState.DROPPED, desk)),
        ("new", sum(1 for course in found if course.then is None)),
    ]
    shown = figures if desk.inputs.previous else figures[:-1]
    return tuple(KeyFigure(texts.number(count), texts.plural(f"brief.year.key.{name}", count)) for name, count in shown)


def _money(desk: Desk) -> str:
    """Return what the year's lines and the actions done come to, each as far as it is known."""
    texts, year = desk.texts, reference_year(desk.snapshot)
    words = []
    if year is not None and year.spent.known:
        raised = _sum(year.raised, desk) if year.raised.known else texts("brief.word.unknown")
        words.append(texts("brief.year.money", year=str(year.year), spent=_sum(year.spent, desk), raised=raised))
    else:
        words.append(texts("brief.means.title_unknown") + ".")
    total = totals(course.now for course in courses(desk) if course.now is not None and is_done(course))
    if total.cost is not None:
        words.append(texts("brief.year.done_cost", cost=texts.money(total.cost)))
    return " ".join(words)


def _sum(total: Sum, desk: Desk) -> str:
    words = desk.texts.money(total.euros)
    return desk.texts("brief.word.at_least", value=words) if total.least else words


def _axes(desk: Desk) -> str:
    """Return each axis's score now: the next section says what it was, and what moved it."""
    texts = desk.texts
    parts = [
        texts("brief.year.axis", axis=axis.short[desk.lang], score=score_words(desk.assessment.node(axis.id), texts))
        for axis in desk.framework.axes()[:2]
    ]
    return texts("brief.year.axes", axes=texts.listing(parts))


def _table(found: tuple[Course, ...], desk: Desk) -> Table:
    texts = desk.texts
    columns = (
        Column(texts("brief.column.action"), 0.32),
        Column(texts("brief.year.column.planned"), 0.2),
        Column(texts("brief.year.column.now"), 0.2),
        Column(texts("brief.column.cost"), 0.14, ColumnKind.NUMBER),
        Column(texts("brief.column.raised"), 0.14, ColumnKind.NUMBER),
    )
    rows = tuple(_row(course, desk) for course in found)
    return Table(columns=columns, rows=rows, caption=texts("brief.year.caption"))


def _row(course: Course, desk: Desk) -> tuple[str, ...]:
    latest = course.now or course.then
    assert latest is not None, "a course has at least one end"
    return (
        short(title_words(latest, desk), TITLE),
        _planned_words(course, desk),
        _now_words(course, desk),
        number_words(latest.cost, desk),
        number_words(latest.raised, desk),
    )


def _planned_words(course: Course, desk: Desk) -> str:
    """Return when it was planned for, or that it was decided on since."""
    texts = desk.texts
    first = course.then or course.now
    due = texts.date(first.due) if first is not None and first.due else ""
    if course.then is not None or desk.inputs.previous is None:
        return due or texts("brief.year.no_date")
    return texts("brief.year.since_due", due=due) if due else texts("brief.year.since")


def _now_words(course: Course, desk: Desk) -> str:
    texts = desk.texts
    if course.now is None:
        return texts("brief.followup.gone")
    return texts.label(course.now.state) if course.now.state else texts("brief.word.unknown")
