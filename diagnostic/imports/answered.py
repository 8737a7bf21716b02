"""Questions and their answers in words."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from diagnostic.dossier.records import Answer
from diagnostic.dossier.row import Row
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.framework.model import Framework, Indicator
from diagnostic.texts import Texts

PARTS = ("state", "number", "choice")
"""The fields of an answer that say one thing together."""


def answer_words(row: Answer, question: Indicator | None, texts: Texts) -> str:
    """Return an answer as it is read: its number with its unit, its option, or its state; "" where it says nothing."""
    if row.state is not AnswerState.VALUE:
        return texts.label(row.state) if row.state else ""
    if row.number is None:
        options = {option.id: option.label[texts.lang] for option in question.options} if question else {}
        return options.get(row.choice, row.choice)
    digits = next((n for n in (0, 1) if round(row.number, n) == row.number), 2)
    unit = question.unit[texts.lang] if question else ""
    if unit.startswith("%"):
        return texts.percent(row.number, digits) + unit[1:]
    one = question.unit_one[texts.lang] if question and texts.single(row.number) else ""
    return f"{texts.number(row.number, digits)}\u00a0{one or unit}".strip()


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of a framework, in one language."""

    framework: Framework
    texts: Texts

    def asked(self, indicator: str) -> str:
        """Return a question as it is asked; its id where the framework has no such question."""
        question = self._of(indicator)
        return question.question[self.texts.lang] if question else indicator

    def answered(self, row: Answer) -> str:
        """Return an answer in words; what could not be read as it was typed."""
        return "; ".join(row.unread[part] for part in PARTS if part in row.unread) or answer_words(
            row, self._of(row.indicator), self.texts
        )

    def changed(self, before: Row | None, after: Row, fields: Collection[str]) -> tuple[str, str] | None:
        """Return an answer in words before and after its change: its parts are one cell. None where it is no such."""
        if not isinstance(before, Answer) or not isinstance(after, Answer) or set(PARTS).isdisjoint(fields):
            return None
        return self.answered(before) or "–", self.answered(after) or "–"

    def _of(self, indicator: str) -> Indicator | None:
        return next((each for each in self.framework.questions() if each.id == indicator), None)
