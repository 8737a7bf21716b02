"""The steps and how complete each is, as a model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from diagnostic.texts import Texts
from ui.wizard.flow import STEPS, Progress

Index = QModelIndex | QPersistentModelIndex
PROGRESS = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class StepState:
    """A step's id, name and progress."""

    id: str
    name: str
    progress: Progress


def progress_words(state: StepState, texts: Texts) -> str:
    """Return "62 %", "14 / 22" for the questions, "" for what is complete (a tick is drawn) or has no measure.

    A list begun and not settled is "under way" and not "0 %", which would read as nothing done.
    """
    progress = state.progress
    if progress.complete or not progress.total:
        return ""
    if state.id == "organisation":
        return f"{progress.done} / {progress.total}"
    if progress.begun and not progress.done:
        return texts("panel.begun")
    return texts.percent(progress.percent)


class StepsModel(QAbstractListModel):
    """The steps in their order."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._states = tuple(StepState(step.id, texts(f"step.{step.id}.name"), Progress(0, 0)) for step in STEPS)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature; an index is a value
        """Return how many steps there are."""
        return 0 if parent.isValid() else len(self._states)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a step's name, its spoken name, or its StepState."""
        if not index.isValid():
            return None
        state = self._states[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return state.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(state)
        return state if role == PROGRESS else None

    def set_progress(self, progress: Mapping[str, Progress]) -> None:
        """Show how complete each step is."""
        self._states = tuple(StepState(state.id, state.name, progress[state.id]) for state in self._states)
        self.dataChanged.emit(self.index(0), self.index(len(self._states) - 1))

    def _spoken(self, state: StepState) -> str:
        progress = state.progress
        key = "complete" if progress.complete else "partial" if progress.total else "plain"
        return self._texts(f"step.progress.{key}", step=state.name, done=progress.done, total=progress.total)
