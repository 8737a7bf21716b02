"""An action's state in words, late or not: the campaign's day is what dates are held against, never a clock."""

from __future__ import annotations

from diagnostic.brief.compose.inputs import Desk
from diagnostic.dossier.checks import past_due
from diagnostic.dossier.decisions import Action


def now_words(action: Action, desk: Desk) -> str:
    """Return an action's state, or that it is not known; and that it is late."""
    texts = desk.texts
    state = texts.label(action.state) if action.state else texts("brief.word.unknown")
    return texts("brief.plan_state.late", state=state) if past_due(action, desk.snapshot) else state
