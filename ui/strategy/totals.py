"""What the action plan costs and could bring in, dropped actions apart."""

from __future__ import annotations

from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.totals import totals
from diagnostic.texts import Texts


def total_words(actions: tuple[Action, ...], texts: Texts) -> str:
    """Return the plan's totals in one line; "" for a plan without actions."""
    live = [action for action in actions if action.state is not ActionState.DROPPED]
    if not live:
        return ""
    found = totals(live)
    counted = texts.plural("kind.action", len(live))
    parts = [
        texts("strategy.without_dropped", actions=counted) if len(live) < len(actions) else counted,
        texts("strategy.total_cost", amount=_amount(found.cost, texts)),
        texts("strategy.total_raised", amount=_amount(found.raised, texts)),
    ]
    if found.cost is not None and found.unpriced:
        parts.append(texts.plural("strategy.unpriced", found.unpriced))
    return " · ".join(parts)


def _amount(euros: float | None, texts: Texts) -> str:
    return texts("strategy.no_amount") if euros is None else texts.money(euros)
