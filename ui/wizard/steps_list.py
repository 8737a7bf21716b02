"""The list of steps at the left: names, how complete each is, free movement."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QListView, QWidget

from diagnostic.texts import Texts
from ui.wizard.flow import STEPS, Progress, before, position
from ui.wizard.step_delegate import StepDelegate
from ui.wizard.steps_model import StepsModel

WIDEST = 0.28
"""Of the window: beyond that names are cut, and told whole in a tip."""


class StepsList(QListView):
    """The steps as a list that the keyboard walks; `asked` is a step someone goes to."""

    asked = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beside = False
        self._steps = StepsModel(texts, self)
        self.setModel(self._steps)
        self.setItemDelegate(StepDelegate(texts, self))
        self.setAccessibleName(texts("shell.steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setViewportMargins(0, 10, 0, 0)
        self.setTabKeyNavigation(False)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.selectionModel().currentChanged.connect(self._moved)
        self.clicked.connect(self._come_back)
        self.activated.connect(self._come_back)

    def set_progress(self, progress: Mapping[str, Progress]) -> None:
        """Show how complete each step is."""
        self._steps.set_progress(progress)

    def show_step(self, step: str) -> None:
        """Mark a step as the one that is shown, or the one beside which something is; ask for nothing."""
        self._beside = position(step) >= len(STEPS)
        row = position(before(step) if self._beside else step)
        model = self.selectionModel()
        model.blockSignals(True)
        model.setCurrentIndex(self._steps.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.blockSignals(False)
        self.scrollTo(self._steps.index(row))
        self.viewport().update()

    def wanted_width(self, window: int) -> int:
        """Return the width for whole names, or a share of the window if that is less."""
        return min(self.sizeHintForColumn(0), round(window * WIDEST))

    def _come_back(self, index: QModelIndex) -> None:
        """Go to the step that is marked: what is shown stands beside it, and it cannot be moved to."""
        if self._beside and index == self.currentIndex():
            self.asked.emit(STEPS[index.row()].id)

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self.asked.emit(STEPS[current.row()].id)
