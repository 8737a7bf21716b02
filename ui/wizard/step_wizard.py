"""The pages one after the other: a QWizard that is part of a window."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget, QWizard

from ui.wizard.flow import PLACES, position
from ui.wizard.page import StepPage


class StepWizard(QWizard):
    """The pages in the order of the flow, with free movement. It never closes, and Enter never jumps."""

    def __init__(self, pages: Mapping[str, StepPage], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Widget)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOptions(
            QWizard.WizardOption.IndependentPages
            | QWizard.WizardOption.NoDefaultButton
            | QWizard.WizardOption.NoCancelButton
        )
        self.setButtonLayout([])
        for number, step in enumerate(PLACES):
            if step.id not in pages:
                continue
            pages[step.id].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
            self.setPage(number, pages[step.id])
        self.setStartId(0)
        self.restart()
        self.currentIdChanged.connect(self._bare)

    @property
    def step(self) -> str:
        """Return the id of the step that is shown."""
        return PLACES[self.currentId()].id

    def show_step(self, step: str) -> None:
        """Show a step; any step can follow any other."""
        self.setCurrentId(position(step))

    def showEvent(self, event: QShowEvent) -> None:
        """Come without the margins of a dialog."""
        self._bare()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Keep off the margins that another style would bring back."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._bare()

    def _bare(self) -> None:
        """Take off the margins and the rule that a dialog has around its pages: the window has its own."""
        ground = self.findChild(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if ground and ground.layout():
            ground.layout().setContentsMargins(0, 0, 0, 0)
            ground.layout().setSpacing(0)
        for rule in ground.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly) if ground else ():
            if type(rule) is QWidget:
                rule.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Esc and Enter to the page: a dialog would close or jump."""
        event.ignore()

    def done(self, result: int) -> None:
        """Stay: the wizard is part of the window."""
