"""The brief's desk, laid from a page's context: screen and paper then word every figure alike."""

from __future__ import annotations

from diagnostic.brief.compose.inputs import BriefInputs, Desk
from ui.wizard.context import Context


def desk_of(context: Context) -> Desk:
    """Return the desk to word values with; it holds no proposals."""
    inputs = BriefInputs(snapshot=context.snapshot, assessment=context.assessment, framework=context.framework)
    return Desk(inputs=inputs, texts=context.texts, countries=context.countries)
