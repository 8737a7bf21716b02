"""The base of every page of the wizard."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWizardPage

from ui.wizard.context import Context
from ui.wizard.flow import Step


class StepPage(QWizardPage):
    """A page of one step. It draws from the context, forwards operations to it, and redraws on `refresh`."""

    aside_shown = Signal(bool)
    """the page shows something beside itself, or puts it away: the window shares its width again"""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__()
        self.context = context
        self.step = step
        context.changed.connect(self.refresh)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Redraw what depends on the kinds of row that changed (all of `RECORDS` when the campaign changes)."""

    @property
    def has_aside(self) -> bool:
        """Return whether the page shows something beside itself."""
        return False

    def close_aside(self) -> None:
        """Put away what the page shows beside itself: something else takes the room."""

    def settle(self) -> bool:
        """Save what is typed and not saved yet: the step is being left, or something undone.

        False if the file could not take it (the context has said so): it is still in its field.
        """
        return True

    def bring_forward(self, focus: str) -> None:
        """Show and select what `focus` names ("partnership:12", "territory:population", "answer:<indicator>")."""
