"""The strategy: the recommendations kept and proposed, each with why; then the action plan."""

from __future__ import annotations

from diagnostic.brief.compose.decisions import live_actions, open_proposals, title_words
from diagnostic.brief.compose.inputs import Desk, Missing
from diagnostic.brief.compose.rank_words import rank_words
from diagnostic.brief.compose.wording import colon, number_words, short, value_words
from diagnostic.brief.content import Block, Column, ColumnKind, Heading, Item, Items, Mark, Paragraph, Section, Table
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.results import Proposal
from diagnostic.strategy.settled import done_then
from diagnostic.strategy.totals import parted, totals

REASONS = 4


def strategy(desk: Desk) -> Section | Missing:
    """Return the section, or that nothing is proposed yet."""
    texts = desk.texts
    kept = {action.recommendation for action in live_actions(desk)}
    chosen = [p for p in desk.inputs.proposals if p.recommendation in kept]
    waiting = list(open_proposals(desk))
    blocks: list[Block] = []
    if chosen:
        blocks += [Heading(texts("brief.strategy.kept")), _items(chosen, desk)]
    if waiting:
        blocks += [Heading(texts("brief.strategy.waiting")), _items(waiting, desk)]
    if dropped := _dropped(desk):
        blocks.append(Paragraph(dropped))
    if not blocks:
        return Missing(texts("brief.strategy.label"), texts("brief.strategy.empty"))
    title = _title(len(chosen), len(waiting), desk)
    return Section(id="strategy", label=texts("brief.strategy.label"), title=title, blocks=tuple(blocks))


def _title(chosen: int, waiting: int, desk: Desk) -> str:
    texts = desk.texts
    if not chosen and not waiting:
        return texts("brief.strategy.label")
    if not chosen:
        return texts.plural("brief.strategy.title_waiting", waiting)
    first = texts.plural("brief.strategy.title_kept", chosen)
    return f"{first}, {texts.plural('brief.strategy.title_and_waiting', waiting)}" if waiting else first


def _items(proposals: list[Proposal], desk: Desk) -> Items:
    return Items(tuple(_item(proposal, desk) for proposal in proposals), Mark.BULLET)


def _item(proposal: Proposal, desk: Desk) -> Item:
    texts, lang = desk.texts, desk.lang
    item = desk.framework.recommendation(proposal.recommendation)
    lead = texts("brief.strategy.recommendation", number=str(item.number), title=item.title[lang])
    note = texts("brief.strategy.first_step", step=item.first_step[lang])
    return Item(lead, f"{item.why[lang]} {_reasons(proposal, desk)}".strip(), note)


def _reasons(proposal: Proposal, desk: Desk) -> str:
    """Return the answers that made the proposal, with the points at stake."""
    texts = desk.texts
    parts = [_reason(id_, desk) for id_ in proposal.reasons[:REASONS]]
    parts += [_reason(id_, desk) for id_ in proposal.planned if id_ not in proposal.reasons][:REASONS]
    if len(proposal.reasons) > REASONS:
        parts.append(texts.plural("brief.strategy.more_reasons", len(proposal.reasons) - REASONS))
    words = (
        texts(
            "brief.strategy.because",
            reasons=desk.texts("brief.separator").join(parts),
            points=texts.number(proposal.points, 1),
        )
        if parts
        else ""
    )
    if proposal.reasons:
        words += " " + _rank(proposal, desk)
    if proposal.unknown:
        words += " " + texts.plural("brief.strategy.unknown", len(proposal.unknown))
    return words.strip()


def _rank(proposal: Proposal, desk: Desk) -> str:
    key = "brief.rank.tied" if proposal.rank.tied else "brief.rank.lead"
    return desk.texts(key, rank=rank_words(proposal.rank, desk.texts))


def _reason(id_: str, desk: Desk) -> str:
    title = desk.framework.indicator(id_).title[desk.lang]
    return desk.texts("brief.strategy.reason", title=title, value=value_words(desk.assessment.indicator(id_), desk))


def _dropped(desk: Desk) -> str:
    titles = [short(title_words(a, desk), 80) for a in desk.snapshot.actions if a.state is ActionState.DROPPED]
    return desk.texts("brief.strategy.dropped", titles=desk.texts("brief.separator").join(titles)) if titles else ""


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
    blocks: list[Block] = [table]
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
    """Return an action's state; one that the campaign before had done already is said to be older than this one."""
    texts, previous = desk.texts, desk.inputs.previous
    if action.state is None:
        return texts("brief.word.unknown")
    state = texts.label(action.state)
    if previous is None or action.id not in done_then(previous[0], desk.snapshot.actions):
        return state
    return texts("brief.plan_state.done_then", state=state, year=str(desk.snapshot.campaign.year))
