"""What the action plan costs and could bring in, dropped actions apart."""

from __future__ import annotations

from diagnostic.dossier.records import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.texts import Texts


def total_words(actions: tuple[Action, ...], texts: Texts) -> str:
    """Return the plan's totals in one line; "" for a plan without actions."""
    live = [action for action in actions if action.state is not ActionState.DROPPED]
    if not live:
        return ""
    costs = [action.cost for action in live if action.cost is not None]
    raised = [action.raised for action in live if action.raised is not None]
    counted = texts.plural("kind.action", len(live))
    parts = [
        texts("strategy.without_dropped", actions=counted) if len(live) < len(actions) else counted,
        texts("strategy.total_cost", amount=_amount(costs, texts)),
        texts("strategy.total_raised", amount=_amount(raised, texts)),
    ]
    if costs and (missing := len(live) - len(costs)):
        parts.append(texts.plural("strategy.unpriced", missing))
    return " · ".join(parts)


def _amount(values: list[float], texts: Texts) -> str:
    return texts.money(sum(values)) if values else texts("strategy.no_amount")
