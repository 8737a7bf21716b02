"""The wizard's frame: steps at the left, the page, back and on at the foot, the live panel at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.shell.buttons import FlatButton, Look
from ui.shell.thin_line import thin_line
from ui.wizard.context import Context
from ui.wizard.flow import STEPS, progress
from ui.wizard.live_panel import LivePanel
from ui.wizard.navigation import Navigation
from ui.wizard.page import StepPage
from ui.wizard.step_wizard import StepWizard
from ui.wizard.steps_list import StepsList

PAGE_LETTERS = 62
"""The page keeps at least that many letters of width: the panel folds away rather than squeeze it."""
BESIDE_LETTERS = 150
"""The same for a page that shows a detail beside itself."""
DELAY = 60


class WizardFrame(QWidget):
    """The wizard of one open dossier."""

    start_asked = Signal()
    """the user goes back from the first step"""
    panel_folded = Signal(bool)
    panel_shown = Signal(bool)
    """whether the panel is in view, folded or not for want of room"""
    step_changed = Signal(str)
    aside_replaced = Signal()
    """the page shows something beside itself in the place of what `set_aside` showed"""

    def __init__(self, context: Context, pages: Mapping[str, StepPage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pages = pages
        self._folded = False
        self._forced = False
        self.steps = StepsList(context.texts)
        self.wizard = StepWizard(pages)
        self.panel = LivePanel(context)
        self.navigation = Navigation(context.texts)
        self.unfold = FlatButton("‹", Look.QUIET)
        self._aside: QWidget | None = None
        self._lay_out()
        self._connect()
        self._show_progress()
        self._arrived()

    @property
    def step(self) -> str:
        """Return the id of the step that is shown."""
        return self.wizard.step

    def show_step(self, step: str, focus: str = "") -> None:
        """Show a step, and bring forward what `focus` names on it. What cannot be saved keeps its page in view."""
        if step != self.step:
            if not self.settle():
                # The list is still busy choosing the step that was clicked.
                QTimer.singleShot(0, self.steps, lambda: self.steps.show_step(self.step))
                return
            self.wizard.show_step(step)
            self._arrived()
        if focus:
            self._pages[step].bring_forward(focus)

    def settle(self) -> bool:
        """Save what is typed on the page that is shown; False if it could not be, and is still typed."""
        return self._pages[self.step].settle()

    def fold_panel(self, folded: bool) -> None:
        """Fold the live panel away, or show it even where room lacks."""
        self._folded = folded
        self._forced = not folded
        self._arrange()
        self.panel_folded.emit(folded)

    def set_folded(self, folded: bool) -> None:
        """Begin with the panel folded or not, as it was left; it still gives way where room lacks."""
        self._folded = folded
        self._arrange()

    def set_aside(self, aside: QWidget | None) -> None:
        """Show something in the live panel's place (the help of the step), or the panel again."""
        if self._aside is not None:
            self._row.removeWidget(self._aside)
            self._aside.hide()
        self._aside = aside
        if aside is not None:
            self._row.addWidget(aside)
            aside.show()
            self._pages[self.step].close_aside()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Share the width again when the letters change."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._arrange)

    def _lay_out(self) -> None:
        page = QScrollArea()
        page.setWidget(self.wizard)
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name = self._context.texts("panel.unfold")
        self.unfold.setAccessibleName(name)
        self.unfold.setToolTip(name)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        for widget in (self.steps, thin_line(upright=True), page, thin_line(upright=True), self.panel):
            self._row.addWidget(widget, int(widget is page))
        self._row.insertWidget(3, self.unfold, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row, 1)
        column.addWidget(thin_line())
        column.addWidget(self.navigation)
        self.navigation.setBackgroundRole(QPalette.ColorRole.Base)
        self.navigation.setAutoFillBackground(True)

    def _connect(self) -> None:
        self.steps.asked.connect(self.show_step)
        self.navigation.asked.connect(self._navigate)
        self.panel.fold_asked.connect(lambda: self.fold_panel(True))
        self.unfold.clicked.connect(lambda: self.fold_panel(False))
        self._context.step_asked.connect(self.show_step)
        for page in self._pages.values():
            page.aside_shown.connect(self._page_aside)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self._show_progress)
        self._context.changed.connect(self._timer.start)

    def _navigate(self, step: str) -> None:
        if step:
            self.show_step(step)
        else:
            self.start_asked.emit()

    def _page_aside(self, shown: bool) -> None:
        """Give a page's own detail its room: one thing at a time stands beside a page."""
        if shown and self._aside is not None:
            self.aside_replaced.emit()
        self._arrange()

    def _arrived(self) -> None:
        if self._aside is not None:
            self._pages[self.step].close_aside()
        self.steps.show_step(self.step)
        self.navigation.show_step(self.step)
        self.step_changed.emit(self.step)
        self._arrange()

    def _show_progress(self) -> None:
        context = self._context
        snapshot, assessment = context.snapshot, context.assessment
        self.steps.set_progress({step.id: progress(step, snapshot, context.framework, assessment) for step in STEPS})
        self._arrange()

    def _arrange(self) -> None:
        width = self.width()
        steps, panel = self.steps.wanted_width(width), self.panel.wanted_width()
        self.steps.setFixedWidth(steps)
        letters = BESIDE_LETTERS if self._pages[self.step].has_aside else PAGE_LETTERS
        fits = width >= steps + panel + letters * self.fontMetrics().averageCharWidth()
        shown = self._aside is None and not self._folded and (fits or self._forced)
        self.panel.setFixedWidth(panel)
        self.panel.setVisible(shown)
        self.unfold.setVisible(not shown and self._aside is None)
        if self._aside is not None:
            self._aside.setFixedWidth(min(panel, width // 3))
        self.panel_shown.emit(shown)


def make_wizard(context: Context, pages: Mapping[str, StepPage]) -> WizardFrame:
    """Return the wizard of an open dossier, one page for each step of the flow."""
    return WizardFrame(context, pages)
