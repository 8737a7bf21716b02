"""The decisions to take: the actions kept first, then the recommendations proposed and not yet decided on."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.brief.compose.inputs import Desk
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.projects import live
from diagnostic.strategy.results import Proposal
from diagnostic.strategy.totals import totals


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One decision; `proposed` while nobody has taken it up. Euros, None while unknown."""

    title: str
    owner: str
    due: str
    cost: float | None
    raised: float | None
    success: str
    proposed: bool


def live_actions(desk: Desk) -> tuple[Action, ...]:
    """Return the actions to come or under way, those of the recommendations that rank highest first."""
    ranks = {p.recommendation: p.rank.total for p in desk.inputs.proposals}
    return tuple(sorted(live(desk.snapshot.actions), key=lambda action: -ranks.get(action.recommendation, 0.0)))


def open_proposals(desk: Desk) -> tuple[Proposal, ...]:
    """Return the proposals with a reason that no action answers yet, kept or dropped."""
    answered = {action.recommendation for action in desk.snapshot.actions}
    return tuple(p for p in desk.inputs.proposals if p.recommendation not in answered and (p.reasons or p.planned))


def decisions(desk: Desk, most: int) -> tuple[Decision, ...]:
    """Return at most `most` decisions; what is under way needs none any more."""
    waiting = [action for action in live_actions(desk) if action.state is not ActionState.STARTED]
    taken = [_from_action(action, desk) for action in waiting]
    proposed = [_from_proposal(proposal, desk) for proposal in open_proposals(desk)]
    return tuple((taken + proposed)[:most])


def title_words(action: Action, desk: Desk) -> str:
    """Return an action's title, its recommendation's where it has none, or that it has none."""
    if action.title.strip():
        return action.title
    known = {item.id: item.title[desk.lang] for item in desk.framework.recommendations}
    return known.get(action.recommendation, desk.texts("brief.untitled"))


def _from_action(action: Action, desk: Desk) -> Decision:
    return Decision(
        title=title_words(action, desk),
        owner=action.owner,
        due=action.due,
        cost=action.cost,
        raised=action.raised,
        success=action.success,
        proposed=False,
    )


def _from_proposal(proposal: Proposal, desk: Desk) -> Decision:
    item = desk.framework.recommendation(proposal.recommendation)
    lang = desk.lang
    return Decision(
        title=item.title[lang],
        owner="",
        due="",
        cost=None,
        raised=None,
        success=item.success[lang],
        proposed=True,
    )


def total_words(found: tuple[Decision, ...], desk: Desk) -> str:
    """Return what the decisions cost and can raise, saying how many have no known cost."""
    texts = desk.texts
    total = totals(found)
    if total.cost is None:
        return texts("brief.total.unknown") if found else ""
    no_money = texts("brief.total.not_raised")
    raised = no_money if total.raised is None else texts("brief.total.raised", raised=texts.money(total.raised))
    parts = [texts("brief.total.cost", cost=texts.money(total.cost)), raised]
    if total.unpriced:
        parts.append(texts.plural("brief.total.missing", total.unpriced))
    return " ".join(parts)
