"""The action plan: table and calendar."""

from __future__ import annotations

from diagnostic.brief.compose.action_words import now_words
from diagnostic.brief.compose.decisions import live_actions, title_words
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.plan_figure import plan_figure
from diagnostic.brief.compose.wording import colon, number_words
from diagnostic.brief.content import Block, Column, ColumnKind, Heading, Item, Items, Section, Table
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.settled import done_then
from diagnostic.strategy.totals import parted, totals


def plan(desk: Desk) -> Section | None:
    """Return the action plan, or None while no action is kept."""
    texts = desk.texts
    done = [a for a in desk.snapshot.actions if a.state is ActionState.DONE]
    actions = [*live_actions(desk), *done]
    if not actions:
        return None
    title = texts.plural("brief.plan.title", len(actions))
    table = _plan_table(actions, desk)
    described = [
        Item(colon(title_words(a, desk), "", desk).rstrip(), a.description) for a in actions if a.description.strip()
    ]
    figure = plan_figure(actions, desk)
    blocks: list[Block] = [table] if figure is None else [figure, table]
    if described:
        blocks += [Heading(texts("brief.plan.details")), Items(tuple(described))]
    return Section(id="plan", label=texts("brief.plan.label"), title=title, blocks=tuple(blocks))


def _plan_table(actions: list[Action], desk: Desk) -> Table:
    texts = desk.texts
    columns = (
        Column(texts("brief.column.action"), 0.225),
        Column(texts("brief.column.owner"), 0.165),
        Column(texts("brief.column.due"), 0.12),
        Column(texts("brief.column.cost"), 0.115, ColumnKind.NUMBER),
        Column(texts("brief.column.raised"), 0.115, ColumnKind.NUMBER),
        Column(texts("brief.column.success"), 0.16),
        Column(texts("brief.column.state"), 0.1),
    )
    rows = [_plan_row(action, desk) for action in actions]
    sums = [row for key, found in parted(actions).items() if (row := _sum_row(key, found, desk))]
    strong = tuple(range(len(rows), len(rows) + len(sums)))
    return Table(columns=columns, rows=(*rows, *sums), caption=texts("brief.plan.caption"), strong=strong)


def _sum_row(key: str, actions: tuple[Action, ...], desk: Desk) -> tuple[str, ...]:
    """Return what the actions to lead, or those done, come to together; nothing where there is none."""
    if not actions:
        return ()
    total = totals(actions)
    sums = (number_words(total.cost, desk), number_words(total.raised, desk))
    return (desk.texts.plural(f"brief.plan.total_{key}", len(actions)), "", "", *sums, "", "")


def _plan_row(action: Action, desk: Desk) -> tuple[str, ...]:
    texts, unknown = desk.texts, desk.texts("brief.word.unknown")
    title = title_words(action, desk)
    title = f"{title}\n{action.funding}" if action.funding.strip() else title
    return (
        title,
        action.owner or texts("brief.word.to_name"),
        texts.date(action.due) if action.due else unknown,
        number_words(action.cost, desk),
        number_words(action.raised, desk),
        action.success or texts("brief.word.to_set"),
        state_words(action, desk),
    )


def state_words(action: Action, desk: Desk) -> str:
    """Return an action's state, late or not; one that the campaign before had done is said to be older than this."""
    texts, previous = desk.texts, desk.inputs.previous
    state = now_words(action, desk)
    if previous is None or action.id not in done_then(previous[0], desk.snapshot.actions):
        return state
    return texts("brief.plan_state.done_then", state=state, year=str(desk.snapshot.campaign.year))
