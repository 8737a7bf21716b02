"""The action plan on a calendar, from the actions' due dates."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.brief.compose.action_words import now_words
from diagnostic.brief.compose.decisions import title_words
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import short
from diagnostic.brief.content import Figure
from diagnostic.charts.calendar import CalendarWords, Due, Progress, calendar, months_of
from diagnostic.dossier.checks import past_due
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState

PROGRESS = {
    ActionState.KEPT: Progress.TO_COME,
    ActionState.STARTED: Progress.UNDER_WAY,
    ActionState.DONE: Progress.DONE,
    ActionState.DROPPED: Progress.UNKNOWN,
    None: Progress.UNKNOWN,
}
LONGEST = 90
"""How long a title is in the words that stand for the figure."""


def plan_figure(actions: Sequence[Action], desk: Desk) -> Figure | None:
    """Return the calendar of the actions; None while none has a date."""
    texts = desk.texts
    dated = sorted((a for a in actions if months_of(a.due)), key=lambda a: months_of(a.due) or (0.0, 0.0))
    if not dated:
        return None
    undated = [action for action in actions if not months_of(action.due)]
    day = desk.snapshot.campaign.day
    words = CalendarWords(
        quarter=texts.entries["figure.plan.quarter"],
        day=texts("figure.plan.day", day=texts.date(day)),
        undated=texts("figure.plan.undated"),
        more=texts.entries["figure.plan.more"],
    )
    dues = [_due(action, desk) for action in (*dated, *undated)]
    drawing = calendar(dues, day, words, _words(dated, undated, desk))
    return Figure(
        drawing=drawing,
        title=_title(dated, undated, desk),
        legend=_legend(dated, desk),
        data=texts("brief.figure.data_below"),
    )


def _due(action: Action, desk: Desk) -> Due:
    return Due(
        title=title_words(action, desk),
        due=action.due,
        progress=PROGRESS[action.state],
        state=now_words(action, desk),
        late=past_due(action, desk.snapshot),
    )


def _legend(dated: Sequence[Action], desk: Desk) -> str:
    """Return what the shapes mean: that of lateness where something is late."""
    late = [desk.texts("figure.plan.legend_late")] if any(past_due(action, desk.snapshot) for action in dated) else []
    return " ".join([desk.texts("figure.plan.legend"), *late])


def _title(dated: Sequence[Action], undated: Sequence[Action], desk: Desk) -> str:
    texts = desk.texts
    first, last = texts.date(dated[0].due), texts.date(dated[-1].due)
    key = "figure.plan.title_span" if first != last else "figure.plan.title_one"
    title = texts.plural(key, len(dated), first=first, last=last)
    late = sum(1 for action in dated if past_due(action, desk.snapshot))
    parts = [texts.plural("figure.plan.title_late", late)] if late else []
    parts += [texts.plural("figure.plan.title_undated", len(undated))] if undated else []
    return ", ".join([title, *parts])


def _words(dated: Sequence[Action], undated: Sequence[Action], desk: Desk) -> str:
    """Return the calendar in words: every date, in order, with its action and state; then the actions without one."""
    texts = desk.texts
    parts = [
        texts(
            "figure.plan.part",
            due=texts.date(action.due),
            title=short(title_words(action, desk), LONGEST),
            state=now_words(action, desk),
        )
        for action in dated
    ]
    said = f"{_title(dated, undated, desk)}. {texts('figure.separator').join(parts)}."
    if not undated:
        return said
    rest = [
        texts("figure.plan.rest", title=short(title_words(action, desk), LONGEST), state=now_words(action, desk))
        for action in undated
    ]
    return f"{said} {texts('figure.plan.undated')}{texts('figure.colon')}{texts('figure.separator').join(rest)}."
