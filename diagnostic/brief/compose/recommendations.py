"""The strategy: its axes, the recommendations kept and proposed, each with why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diagnostic.brief.compose.action_words import now_words
from diagnostic.brief.compose.decisions import live_actions, open_proposals, title_words
from diagnostic.brief.compose.inputs import Desk, Missing
from diagnostic.brief.compose.rank_words import rank_words
from diagnostic.brief.compose.wording import short, value_words
from diagnostic.brief.content import Block, Column, Heading, Item, Items, Kind, Paragraph, Section, Table, Voice
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.framework.model import Node
from diagnostic.strategy.results import Proposal

REASONS = 3
WAITING = 4
FIRST = 3
"""How many a document that does not hold all holds: `decide.second_page` shows as many."""
TITLE = 80


def strategy(desk: Desk) -> Section | Missing:
    """Return the section, or that nothing is proposed yet."""
    texts = desk.texts
    kept = {action.recommendation for action in live_actions(desk)}
    chosen = [p for p in desk.inputs.proposals if p.recommendation in kept]
    waiting = list(open_proposals(desk))
    blocks = [*_axes(chosen or waiting, desk), *_kept(chosen, desk), *_waiting(waiting, desk)]
    blocks += [Paragraph(words) for words in (_done(desk), _dropped(desk)) if words]
    if not blocks:
        return Missing(texts("brief.strategy.label"), texts("brief.strategy.empty"))
    if chosen or waiting:
        how = texts("brief.strategy.how", annex=texts("brief.annex.ranks"))
        blocks.append(Paragraph(how, Voice.NOTE))
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


def _axes(proposals: Sequence[Proposal], desk: Desk) -> list[Block]:
    """Return the domains that the recommendations work on, those with the most points at stake first."""
    points = _points_by_domain(proposals, desk)
    if not points:
        return []
    texts = desk.texts
    parts = [
        texts("brief.strategy.axis", domain=node.title[desk.lang], points=texts.number(stake, 1))
        for node, stake in points
    ]
    return [Paragraph(texts.plural("brief.strategy.axes", len(parts), axes=texts.listing(parts)), Voice.LEAD)]


def _points_by_domain(proposals: Sequence[Proposal], desk: Desk) -> list[tuple[Node, float]]:
    """Return the points at stake of the gaps that are answered, by domain; each gap counts once."""
    answered = {id_ for proposal in proposals for id_ in (*proposal.reasons, *proposal.planned)}
    sums: dict[str, float] = {}
    for id_ in answered:
        result = desk.assessment.indicator(id_)
        sums[result.domain] = sums.get(result.domain, 0.0) + (result.at_stake or 0.0)
    found = [(desk.framework.node(id_), stake) for id_, stake in sums.items() if stake >= 0.05]
    return sorted(found, key=lambda pair: (-round(pair[1], 6), pair[0].id))


def _kept(chosen: list[Proposal], desk: Desk) -> list[Block]:
    if not chosen:
        return []
    items = tuple(_item(proposal, desk) for proposal in chosen)
    return [Heading(desk.texts("brief.strategy.kept")), Items(items)]


def _waiting(waiting: list[Proposal], desk: Desk) -> list[Block]:
    """Return those to decide on: the first in full, the others by their title."""
    if not waiting:
        return []
    texts = desk.texts
    blocks: list[Block] = [Heading(texts("brief.strategy.waiting"))]
    blocks.append(Items(tuple(_item(proposal, desk) for proposal in waiting[:WAITING])))
    if rest := [_lead(proposal, desk).rstrip(".") for proposal in waiting[WAITING:]]:
        blocks.append(Paragraph(texts("brief.strategy.also", titles=texts("brief.separator").join(rest))))
    return blocks


def first_step_item(proposal: Proposal, desk: Desk) -> Item:
    """Return a recommendation with why it matters and its first step, without the figures of its rank."""
    item = desk.framework.recommendation(proposal.recommendation)
    return Item(_lead(proposal, desk), item.why[desk.lang], _first_step(proposal, desk))


def _item(proposal: Proposal, desk: Desk) -> Item:
    """Return a recommendation with the answers that call for it, what it is good for where there are none."""
    why = desk.framework.recommendation(proposal.recommendation).why[desk.lang]
    return Item(_lead(proposal, desk), _reasons(proposal, desk) or why, _first_step(proposal, desk))


def _lead(proposal: Proposal, desk: Desk) -> str:
    item = desk.framework.recommendation(proposal.recommendation)
    return desk.texts("brief.strategy.recommendation", number=str(item.number), title=item.title[desk.lang])


def _first_step(proposal: Proposal, desk: Desk) -> str:
    item = desk.framework.recommendation(proposal.recommendation)
    return desk.texts("brief.strategy.first_step", step=item.first_step[desk.lang])


def _reasons(proposal: Proposal, desk: Desk) -> str:
    """Return the answers that made the proposal, and how many linked answers are not known."""
    texts = desk.texts
    reasons = [*proposal.reasons, *(id_ for id_ in proposal.planned if id_ not in proposal.reasons)]
    parts = [_reason(id_, desk) for id_ in reasons[:REASONS]]
    if len(reasons) > REASONS:
        parts.append(texts.plural("brief.strategy.more_reasons", len(reasons) - REASONS))
    said = [texts("brief.strategy.because", reasons=texts("brief.separator").join(parts))] if parts else []
    if proposal.unknown:
        said.append(texts.plural("brief.strategy.unknown", len(proposal.unknown)))
    return " ".join(said)


def _reason(id_: str, desk: Desk) -> str:
    """Return an indicator with its value in brackets, whose own brackets are taken off."""
    title = desk.framework.indicator(id_).title[desk.lang]
    value = value_words(desk.assessment.indicator(id_), desk).replace(" (", ", ").replace(")", "")
    return desk.texts("brief.strategy.reason", title=title, value=value)


def _done(desk: Desk) -> str:
    """Return the recommendations whose actions are done, none of them still to lead: they are in no list above."""
    live = {action.recommendation for action in live_actions(desk)}
    done = [a for a in desk.snapshot.actions if a.state is ActionState.DONE and a.recommendation not in live]
    return _settled("brief.strategy.done", [action for action in done if action.recommendation], desk)


def _dropped(desk: Desk) -> str:
    dropped = [action for action in desk.snapshot.actions if action.state is ActionState.DROPPED]
    return _settled("brief.strategy.dropped", dropped, desk)


def _settled(key: str, actions: Sequence[Action], desk: Desk) -> str:
    """Return the titles of actions, with the numbers of the recommendations that they answered."""
    if not actions:
        return ""
    titles = desk.texts("brief.separator").join(_numbered(action, desk) for action in actions)
    return desk.texts.plural(key, len(actions), titles=titles)


def _numbered(action: Action, desk: Desk) -> str:
    title = short(title_words(action, desk), TITLE)
    numbers = {item.id: str(item.number) for item in desk.framework.recommendations}
    if action.recommendation not in numbers:
        return title
    return desk.texts("brief.strategy.numbered", title=title, number=numbers[action.recommendation])


def ranks(desk: Desk) -> Section | None:
    """Return the annex on how each recommendation's rank is made, None where nothing gives one."""
    found = [proposal for proposal in desk.inputs.proposals if proposal.reasons]
    if not found:
        return None
    texts, label = desk.texts, desk.texts("brief.annex.ranks")
    columns = (Column(texts("brief.column.recommendation"), 0.4), Column(texts("brief.column.rank"), 0.6))
    rows = tuple((_lead(proposal, desk).rstrip("."), _rank(proposal, desk)) for proposal in found)
    table = Table(columns=columns, rows=rows, caption=texts("brief.strategy.ranks_caption"), dense=True)
    return Section(id="ranks", label=label, title=label, blocks=(table,))


def _rank(proposal: Proposal, desk: Desk) -> str:
    words = rank_words(proposal.rank, desk.texts)
    return desk.texts("brief.strategy.tied", rank=words) if proposal.rank.tied else words


def first_actions(desk: Desk) -> Section | None:
    """Return the recommendations that rank first, kept or to decide on, with their first steps; None without any."""
    found = first_in_rank(desk)
    if not found:
        return None
    texts = desk.texts
    items = tuple(_first_item(proposal, desk) for proposal in found)
    title = texts.plural("brief.first.title", len(items))
    return Section(id="first", label=texts("brief.first.label"), title=title, blocks=(Items(items),))


def first_in_rank(desk: Desk) -> tuple[Proposal, ...]:
    """Return the first proposals that are neither done nor dropped: kept in the plan, or not decided on yet."""
    kept = {action.recommendation for action in live_actions(desk)}
    waiting = {proposal.recommendation for proposal in open_proposals(desk)}
    return tuple(p for p in desk.inputs.proposals if p.recommendation in kept | waiting)[:FIRST]


def _first_item(proposal: Proposal, desk: Desk) -> Item:
    """Return a recommendation with its first step, or, where an action answers it, with what that one's state is."""
    item = first_step_item(proposal, desk)
    states = [now_words(a, desk) for a in live_actions(desk) if a.recommendation == proposal.recommendation]
    if not states:
        return item
    return replace(item, note=desk.texts("brief.first.kept", step=item.note, state=states[0]))


def held(desk: Desk, kind: Kind) -> frozenset[str] | None:
    """Return the recommendations that a document of a kind holds, None where it holds all."""
    if kind is Kind.EXPRESS:
        return frozenset(proposal.recommendation for proposal in first_in_rank(desk))
    if kind is Kind.SUMMARY:
        return frozenset(proposal.recommendation for proposal in open_proposals(desk)[:FIRST])
    return None
