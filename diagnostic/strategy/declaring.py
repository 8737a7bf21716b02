"""The declaration of the ODA: whether it is made, and the action that would make it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from diagnostic.dossier.decisions import Action
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionState, AllyKind, AnswerState
from diagnostic.framework.model import Framework
from diagnostic.strategy.directory import OdaDeclaration
from diagnostic.strategy.results import Declaration, Listed

TO_DO = (AnswerState.NOT_DONE, AnswerState.PLANNED)


def oda_answer(snapshot: Snapshot, oda: OdaDeclaration) -> AnswerState:
    """Return what was answered to the question on the declaration; UNANSWERED where it was not asked."""
    said = snapshot.answers.get(oda.indicator)
    return (said.state if said else None) or AnswerState.UNANSWERED


def declaration(
    snapshot: Snapshot, framework: Framework, oda: OdaDeclaration, listed: Iterable[Listed], lang: str
) -> Declaration | None:
    """Return the action to propose, or None: nobody asks for it, it is made or not known, or an action is about it."""
    opens = tuple(one for one in listed if one.ally.needs_oda and one.ally.type is AllyKind.FUNDER)
    if not opens or oda_answer(snapshot, oda) not in TO_DO or any(about_oda(each, oda) for each in snapshot.actions):
        return None
    return Declaration(
        recommendation=_recommendation(framework, oda),
        title=oda.title[lang],
        first_step=oda.first_step[lang],
        success=oda.success[lang],
        opens=opens,
    )


def declaring_action(declared: Declaration) -> Action:
    """Return the action that a declaration proposes, kept."""
    return Action(
        recommendation=declared.recommendation,
        title=declared.title,
        description=declared.first_step,
        success=declared.success,
        state=ActionState.KEPT,
    )


def about_oda(action: Action, oda: OdaDeclaration) -> bool:
    """Return whether an action is about declaring the ODA: by its title, or by the words it was proposed with."""
    return action.success in oda.success.values() or _names(action.title, oda.words)


def _names(title: str, words: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word.casefold())}\b", title.casefold()) for word in words)


def _recommendation(framework: Framework, oda: OdaDeclaration) -> str:
    linked = (one.recommendations for one in framework.indicators if one.id == oda.indicator)
    return next((recommendations[0] for recommendations in linked if recommendations), "")
