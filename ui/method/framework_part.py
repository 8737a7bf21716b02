"""Which framework the campaign is read with, another of one's own, and the way back to the program's edition."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPalette
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from diagnostic.dossier.founding import kept
from diagnostic.errors import WorldError
from diagnostic.framework.in_use import Origin
from diagnostic.framework.load import load_diagnostic
from diagnostic.framework.model import Framework
from ui.forms.reading_only import hold
from ui.forms.words import Sentence
from ui.forms.wrapping import WrapLayout
from ui.method.adopt_panel import AdoptPanel
from ui.method.adopting import consequences
from ui.method.framework_dialogs import ask_framework
from ui.method.words import framework_words, origin_words
from ui.results.column import Column
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted
from ui.wizard.context import Context


class FrameworkPart(Column):
    """What is in use, two ways to change it, what a change would do, and what stood in its way."""

    proposed = Signal(object)
    """what is to be in view for the user to answer"""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=6)
        self._context = context
        self.dialog: QFileDialog | None = None
        texts = context.texts
        self.title = Label(step=1, bold=True)
        self.origin = Label()
        self.counts = muted()
        self.fault = Sentence(role=QPalette.ColorRole.LinkVisited)
        self.load = FlatButton(texts("weights.load"))
        self.load.setMenu(self._menu())
        self.edition = FlatButton("", Look.PLAIN)
        self.edition.clicked.connect(lambda _=False: self.propose(context.shipped))
        self.panel = AdoptPanel(texts)
        self.panel.confirmed.connect(self.adopt)
        self.panel.left.connect(lambda: self.load.setFocus())
        for button in (self.load, self.edition):
            if context.read_only:
                hold(button, texts("form.read_only"))
        self.add(self.title, self.origin, self.counts, self._buttons(), self.fault, self.panel)
        self.draw()

    def draw(self) -> None:
        """Say which framework is in use."""
        texts, in_use = self._context.texts, self._context.in_use
        title, origin = origin_words(self._context)
        self.title.setText(title)
        self.origin.setText(origin)
        indicators, domains = (len(part) for part in (in_use.framework.indicators, in_use.framework.domains()))
        counted = texts.plural("weights.indicators", indicators), texts.plural("weights.domains", domains)
        self.counts.setText(", ".join(counted))
        self.edition.setVisible(in_use.origin is not Origin.SHIPPED)
        same = in_use.framework.id == self._context.shipped.id
        key = "weights.to_edition" if same else "weights.back_to_edition"
        self.edition.setText(texts(key, version=self._context.shipped.version))
        self.edition.updateGeometry()

    def load_from(self, path: Path) -> None:
        """Read a framework and propose it; nothing changes when it cannot be read, and it is said why."""
        try:
            self.propose(load_diagnostic(path))
        except WorldError as fault:
            self._say(fault)

    def propose(self, framework: Framework) -> None:
        """Say what reading the campaign with a framework would do."""
        context, in_use = self._context, self._context.in_use
        self.fault.say("")
        if in_use.origin is not Origin.REPLACED and dict(framework.sources) == dict(in_use.framework.sources):
            self.panel.put_away()
            self.fault.say(context.texts("weights.same"))
            return
        found = consequences(framework, in_use.framework, context.snapshot, context.dossier.campaigns())
        self.panel.propose(found, framework_words(framework, context.shipped, context.texts))
        self.proposed.emit(self.panel.cancel)

    def adopt(self, framework: Framework) -> None:
        """Read the campaign with a framework from now on. Nothing changes when the dossier cannot take it."""
        self.panel.put_away()
        try:
            self._context.dossier.adopt(kept(framework))
        except WorldError as fault:
            self._say(fault)
            self.load.setFocus()

    def _say(self, fault: WorldError) -> None:
        self.panel.put_away()
        said = self._context.texts.error(fault)
        self.fault.say(said)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.load, said))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name, folder in (("load_file", False), ("load_folder", True)):
            action = menu.addAction(self._context.texts(f"weights.{name}"))
            # The menu is still closing when its action is triggered.
            action.triggered.connect(
                lambda _=False, folder=folder: QTimer.singleShot(0, self, lambda: self._ask(folder=folder))
            )
        return menu

    def _ask(self, *, folder: bool) -> None:
        start = self._context.dossier.path.parent
        self.dialog = ask_framework(self.window(), self._context.texts, start, self.load_from, folder=folder)

    def _buttons(self) -> QWidget:
        line = QWidget()
        box = WrapLayout(line, gap=10)
        for button in (self.load, self.edition):
            box.addWidget(button)
        return line
