"""The window's side of importing: files are asked for or dropped, the page comes and goes, what was done is said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from diagnostic.texts import Texts
from ui.shell.actions import Actions
from ui.shell.banner import Banner
from ui.shell.file_dialogs import speak
from ui.shell.user_data import documents_folder
from ui.shell.workbench import Workbench

if TYPE_CHECKING:
    from diagnostic.dossier.operations import Operation
    from ui.importing.page import ImportPage
    from ui.shell.open_dossier import OpenDossier


class ImportDesk(QObject):
    """Holds at most one page of imports, over the wizard of the dossier that is open. `folder` is the user's."""

    def __init__(
        self, texts: Texts, workbench: Workbench, banner: Banner, actions: Actions, stack: QStackedWidget, folder: Path
    ) -> None:
        super().__init__(stack)
        self._texts = texts
        self._workbench = workbench
        self._banner = banner
        self._actions = actions
        self._stack = stack
        self._folder = folder
        self._from = documents_folder
        self._last: Path | None = None
        self.page: ImportPage | None = None
        self.dialog: QFileDialog | None = None
        workbench.leaving.connect(self.put_away)
        workbench.import_asked.connect(self.ask_files)
        actions.by_name["import_files"].triggered.connect(lambda _=False: self.ask_files())

    def ask_files(self) -> None:
        """Ask which files to import."""
        if self._writable() is None:
            return
        folder = self._last if self._last and self._last.is_dir() else self._from()
        parent: QWidget = self._stack.window()
        dialog = QFileDialog(parent, self._texts("importing.title"), str(folder), self._texts("importing.kinds"))
        speak(dialog, self._texts)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.take([Path(name) for name in names]))
        self.dialog = dialog
        dialog.open()

    def take(self, paths: Sequence[Path]) -> None:
        """Read files into the dossier that is open; say calmly what is missing where none can be changed."""
        opened = self._writable()
        if opened is None or not paths or not self._workbench.settle():
            return
        self._last = paths[0].parent
        self._banner.hide()
        if self.page is None:
            self._show_page(opened)
        assert self.page is not None
        self.page.add(paths)

    def put_away(self) -> None:
        """Take the page away; what was being read is forgotten."""
        page, self.page = self.page, None
        if page is None:
            return
        page.cancel()
        page.context.changed.disconnect(page.refresh)
        page.hide()
        self._stack.removeWidget(page)
        page.deleteLater()
        self._actions.show_importing(False)
        if self._workbench.opened:
            self._stack.setCurrentWidget(self._workbench.opened.frame)
            self._workbench.opened.frame.steps.setFocus()

    def _writable(self) -> OpenDossier | None:
        opened = self._workbench.opened
        if opened is None:
            self._banner.say(self._texts("importing.no_dossier"))
            return None
        if opened.context.read_only:
            self._banner.say(self._texts("importing.read_only"))
            return None
        return opened

    def _show_page(self, opened: OpenDossier) -> None:
        from ui.importing.page import ImportPage

        self.page = ImportPage(opened.context, self._folder)
        self.page.left.connect(self.put_away)
        self.page.more_asked.connect(self.ask_files)
        self.page.imported.connect(self._imported)
        self._stack.addWidget(self.page)
        self._stack.setCurrentWidget(self.page)
        self._actions.show_importing(True)

    def _imported(self, done: list[Operation]) -> None:
        """Go back to the dossier, where what came in stands, and say how to undo it."""
        from ui.importing.applying import outcome, undo_all

        opened = self._workbench.opened
        self.put_away()
        if opened is None or not done:
            self._banner.say(self._texts("importing.outcome_nothing"))
            return
        _bring_forward(opened, done[0])
        undo: Callable[[], None] = lambda: self._undone(undo_all(opened.context, done))  # noqa: E731
        self._banner.say(outcome(done, self._texts), self._texts("importing.undo"), undo)

    def _undone(self, whole: bool) -> None:
        if whole:
            self._banner.say(self._texts("importing.undone"))


def _bring_forward(opened: OpenDossier, done: Operation) -> None:
    """Show the step where the first of what came in stands."""
    from ui.wizard.flow import STEPS

    kinds = [change.row.kind for change in done.changes]
    for step in STEPS:
        if kind := next((kind for kind in kinds if kind in step.tables), None):
            opened.frame.show_step(step.id, kind)
            return
    if "territory" in kinds:
        opened.frame.show_step("territory")
