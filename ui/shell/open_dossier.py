"""The dossier that is open, as the window holds it: its context, its wizard, its help."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from diagnostic.texts import Texts
from ui.shell.help_panel import HelpPanel

if TYPE_CHECKING:
    from diagnostic.dossier.operations import Operation
    from diagnostic.dossier.store import Dossier
    from ui.shell.references import References
    from ui.wizard.context import Context
    from ui.wizard.page import StepPage

BuildPages = Callable[["Context"], Mapping[str, "StepPage"]]
"""Makes the wizard's pages, one for each step."""


class OpenDossier:
    """A dossier in one language. `read_only_for` is the fault for which it cannot be changed, "" for none."""

    def __init__(
        self, dossier: Dossier, read_only_for: str, references: References, texts: Texts, build_pages: BuildPages
    ) -> None:
        """Lay the dossier out; this imports the wizard."""
        from ui.wizard.context import Context, Knowledge
        from ui.wizard.frame import make_wizard

        self.dossier = dossier
        self.read_only_for = read_only_for
        knowledge = Knowledge(texts, references.places, references.countries, references.framework)
        self.context = Context(dossier, knowledge)
        self.frame = make_wizard(self.context, build_pages(self.context))
        self.context.setParent(self.frame)
        self.help = HelpPanel(texts, self.frame)
        self.help.hide()
        self.help.closed.connect(self.toggle_help)
        self.help.show_step(self.frame.step)
        self.frame.step_changed.connect(self.help.show_step)
        self.frame.aside_replaced.connect(self.toggle_help)
        self._helping = False

    def toggle_help(self) -> None:
        """Show the help of the step beside the page, or put it away."""
        self._helping = not self._helping
        self.frame.set_aside(self.help if self._helping else None)

    def undo(self) -> None:
        """Take back the last change, what is being typed included."""
        if self.frame.settle():
            self.context.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.frame.settle():
            self.context.redo()

    def words_of(self, operation: Operation | None) -> str:
        """Return what an operation did, in words; "" for none."""
        from ui.wizard.live_words import operation_words

        context = self.context
        if operation is None:
            return ""
        return operation_words(operation, context.framework, context.countries, context.texts)

    def put_away(self) -> None:
        """Let go of the widgets; the dossier stays open."""
        self.frame.settle()
        self.context.release()
        self.frame.hide()
        self.frame.deleteLater()
