"""Answers written as a person would say them: an option, a number or a state, by indicator."""

from __future__ import annotations

from collections.abc import Mapping

from diagnostic.dossier.records import Answer
from diagnostic.dossier.vocabulary import AnswerState
from tests.builders import chosen, counted, said


def answers(**given: str | float | AnswerState) -> Mapping[str, Answer]:
    """Return the answers by indicator: a state, a number, or the id of an option."""
    return {indicator: _answer(indicator, value) for indicator, value in given.items()}


def _answer(indicator: str, value: str | float | AnswerState) -> Answer:
    if isinstance(value, AnswerState):
        return said(indicator, value)
    return chosen(indicator, value) if isinstance(value, str) else counted(indicator, value)
