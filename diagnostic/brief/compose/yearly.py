"""The yearly report: what was planned, done, spent and raised since the campaign before, and what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diagnostic.brief.compose.action_words import now_words
from diagnostic.brief.compose.courses import Course, courses, is_done
from diagnostic.brief.compose.decisions import title_words
from diagnostic.brief.compose.followup import followup
from diagnostic.brief.compose.inputs import BriefInputs, Desk, Missing
from diagnostic.brief.compose.means import means
from diagnostic.brief.compose.money import Sum, reference_year
from diagnostic.brief.compose.strategy import plan
from diagnostic.brief.compose.summary import position_title
from diagnostic.brief.compose.wording import number_words, short
from diagnostic.brief.compose.year_read import year_read
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
from diagnostic.dossier.checks import past_due
from diagnostic.errors import WorldError
from diagnostic.strategy.projects import live
from diagnostic.strategy.totals import totals

TITLE = 120
STATES = ("done", "started", "kept", "unknown", "dropped", "gone")
"""What an action can be now, in the order told: `ActionState`, then none known, and no longer in the plan."""


def check_yearly(inputs: BriefInputs) -> None:
    """Raise WorldError nothing_to_report where there is no action, no budget line, and no earlier campaign."""
    snapshot = inputs.snapshot
    if not (snapshot.actions or snapshot.budget_lines or inputs.previous):
        raise WorldError("nothing_to_report", year=snapshot.campaign.year)


def year_page(desk: Desk) -> Section:
    """Return the year at a glance: the actions by what became of them, the money, the two axes then and now."""
    texts, label = desk.texts, desk.texts("brief.year.label")
    blocks: list[Block] = [Paragraph(_lead(desk), Voice.LEAD)]
    plan, since = _parted(desk)
    if plan or (since and desk.inputs.previous is None):
        blocks.append(KeyFigures(_counts(plan or since, desk)))
    if since and desk.inputs.previous is not None:
        blocks.append(Paragraph(_since(since, desk)))
    blocks += [Paragraph(_money(desk)), *year_read(desk), Paragraph(_axes(desk))]
    if desk.inputs.previous is None:
        blocks.append(Paragraph(texts("brief.year.first"), Voice.NOTE))
    return Section(id="year", label=label, title=_title(desk), blocks=tuple(blocks), new_page=True)


def planned(desk: Desk) -> Section | Missing:
    """Return every action with what was planned and what became of it."""
    texts, label, found = desk.texts, desk.texts("brief.year.planned"), courses(desk)
    if not found:
        return Missing(label, texts("brief.year.no_action"))
    plan, since = _parted(desk)
    title = _done_words(desk)
    if plan and since:
        title = f"{title}, {texts.plural('brief.year.since_too', len(since))}"
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


def _parted(desk: Desk) -> tuple[tuple[Course, ...], tuple[Course, ...]]:
    """Return what the campaign before had planned, and what was decided on since."""
    found = courses(desk)
    return tuple(c for c in found if c.then is not None), tuple(c for c in found if c.then is None)


def _title(desk: Desk) -> str:
    texts, year = desk.texts, reference_year(desk.snapshot)
    first = _done_words(desk) if courses(desk) else position_title(desk)
    if year is None or not year.spent.known:
        return first
    return texts("brief.year.title", done=first, spent=_sum(year.spent, desk), year=str(year.year))


def _done_words(desk: Desk) -> str:
    """Return how many of the actions planned are done; without a plan of before, of the actions there are."""
    texts, (plan, since) = desk.texts, _parted(desk)
    done = sum(map(is_done, plan or since))
    if not plan and desk.inputs.previous is not None:
        return texts.plural("brief.year.since_alone", len(since))
    if not plan:
        return texts.plural("brief.year.planned_title", done, total=texts.number(len(since)))
    if done in (0, len(plan)):
        return texts.plural(f"brief.year.{'all' if done else 'none'}_done", len(plan))
    return texts.plural("brief.year.some_done", done, total=texts.number(len(plan)))


def _lead(desk: Desk) -> str:
    """Return which two dates the report lies between, and of which year its money is."""
    texts, now, money = desk.texts, desk.snapshot.campaign, reference_year(desk.snapshot)
    cost = texts("brief.year.cost") if money is None else texts("brief.year.cost_in", year=str(money.year))
    if desk.inputs.previous is None:
        return texts("brief.year.lead_first", year=str(now.year), cost=cost)
    return texts("brief.year.lead", then=str(desk.inputs.previous[0].campaign.year), year=str(now.year), cost=cost)


def _counts(found: Sequence[Course], desk: Desk) -> tuple[KeyFigure, ...]:
    """Return how many actions there are, then how many of each state: these add up to that."""
    texts, first = desk.texts, "total" if desk.inputs.previous is None else "planned"
    states = _by_state(found)
    names = ["done", *(name for name in states if name != "done")]
    total = KeyFigure(texts.number(len(found)), texts.plural(f"brief.year.key.{first}", len(found)))
    return (total, *(_count(name, states.get(name, ()), desk) for name in names))


def _by_state(found: Sequence[Course]) -> dict[str, tuple[Course, ...]]:
    """Return the courses by what they are now, the states that none has left out."""
    parted = {name: tuple(course for course in found if _state(course) == name) for name in STATES}
    return {name: courses for name, courses in parted.items() if courses}


def _state(course: Course) -> str:
    if course.now is None:
        return "gone"
    return course.now.state.value if course.now.state else "unknown"


def _count(name: str, found: Sequence[Course], desk: Desk) -> KeyFigure:
    texts, late = desk.texts, _late(found, desk)
    note = texts.plural("brief.year.late", late) if late else ""
    return KeyFigure(texts.number(len(found)), texts.plural(f"brief.year.key.{name}", len(found)), note)


def _late(found: Sequence[Course], desk: Desk) -> int:
    return sum(1 for course in found if course.now is not None and past_due(course.now, desk.snapshot))


def _since(found: Sequence[Course], desk: Desk) -> str:
    """Return the actions decided on since, and what they are now."""
    texts = desk.texts
    parts = []
    for name, courses_ in _by_state(found).items():
        count = _count(name, courses_, desk)
        parts.append(f"{count.value} {count.label}" + (f" ({count.note})" if count.note else ""))
    return texts.plural("brief.year.since_parts", len(found), parts=texts.listing(parts))


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
    return now_words(course.now, desk)
