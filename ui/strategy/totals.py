"""What the action plan costs and could bring in, dropped actions apart."""

from __future__ import annotations

from diagnostic.dossier.decisions import Action
from diagnostic.strategy.totals import parted, totals
from diagnostic.texts import Texts


def total_words(actions: tuple[Action, ...], texts: Texts) -> str:
    """Return what the actions to lead come to, and those done on a line of their own; "" for a plan without either."""
    parts = parted(actions)
    return "\n".join(_part(name, found, texts) for name, found in parts.items() if found)


def _part(name: str, actions: tuple[Action, ...], texts: Texts) -> str:
    found = totals(actions)
    parts = [
        texts.plural(f"strategy.total_{name}", len(actions)),
        texts("strategy.total_cost", amount=_amount(found.cost, texts)),
        texts("strategy.total_raised", amount=_amount(found.raised, texts)),
    ]
    if found.cost is not None and found.unpriced:
        parts.append(texts.plural("strategy.unpriced", found.unpriced))
    return " · ".join(parts)


def _amount(euros: float | None, texts: Texts) -> str:
    return texts("strategy.no_amount") if euros is None else texts.money(euros)
