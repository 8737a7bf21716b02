"""The window's side of taking data out: what, in which format, where; then it is written and said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from diagnostic.errors import WorldError
from diagnostic.texts import Texts
from ui.importing.exporting import writing_of
from ui.shell.actions import Actions
from ui.shell.banner import Banner
from ui.shell.beside import Beside
from ui.shell.file_dialogs import speak
from ui.shell.file_paths import file_name, typed_path
from ui.shell.workbench import Workbench

if TYPE_CHECKING:
    from ui.importing.export_dialog import ExportDialog


class ExportDesk(QObject):
    """Writes the dossier that is open in other programs' formats; reading alone is enough for that."""

    def __init__(self, texts: Texts, workbench: Workbench, banner: Banner, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self._workbench = workbench
        self._banner = banner
        self._parent = parent
        self.dialog: ExportDialog | None = None
        self.place: QFileDialog | None = None
        self.writing: Beside | None = None
        actions.by_name["export_data"].triggered.connect(lambda _=False: self._ask(collecting=False))
        actions.by_name["export_workbook"].triggered.connect(lambda _=False: self._ask(collecting=True))

    def save(self, path: Path, suffix: str, option: bool, *, collecting: bool) -> None:
        """Write a file beside the screen, then say so, or why it could not be.

        `option`: with contacts, or with what is entered. One file at a time: another is asked for afterwards.
        """
        opened = self._workbench.opened
        if opened is None or self.writing is not None:
            return
        target = typed_path(str(path), path.parent, suffix) or path
        try:
            write = writing_of(opened.context, target, option, collecting=collecting)
        except WorldError as fault:
            self._banner.say(self._texts.error(fault))
            return
        self._banner.say(self._texts("importing.export.writing", file=target))
        self.writing = Beside(lambda watch: write(), "export", self)
        done = self._done_key(option, collecting=collecting)
        self.writing.done.connect(lambda _: self._banner.say(self._texts(done, file=target)))
        self.writing.failed.connect(lambda fault: self._banner.say(self._texts.error(fault)))
        self.writing.ended.connect(self._ended)
        self.writing.start()

    def _ended(self) -> None:
        self.writing = None

    @staticmethod
    def _done_key(option: bool, *, collecting: bool) -> str:
        if collecting:
            return "importing.workbook.done"
        return "importing.export.done" if option else "importing.export.done_without"

    def _ask(self, *, collecting: bool) -> None:
        if self.writing is not None:
            self._banner.say(self._texts("importing.export.busy"))
            return
        if self._workbench.opened is None or not self._workbench.settle():
            return
        from ui.importing.export_dialog import ExportDialog

        self.dialog = ExportDialog(self._texts, collecting=collecting, parent=self._parent.window())
        self.dialog.asked.connect(lambda suffix, option: self._ask_place(suffix, option, collecting=collecting))
        self.dialog.open()

    def _ask_place(self, suffix: str, option: bool, *, collecting: bool) -> None:
        opened = self._workbench.opened
        if opened is None:
            return
        about = "importing.workbook" if collecting else "importing.export"
        snapshot = opened.context.snapshot
        stem = self._texts(f"{about}.file_name", territory=snapshot.territory.name, year=snapshot.campaign.year)
        folder = opened.dossier.path.parent
        types = self._texts("importing.export.types", suffix=suffix)
        dialog = QFileDialog(self._parent.window(), self._texts(f"{about}.title"), str(folder), types)
        speak(dialog, self._texts)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(str(folder / f"{file_name(stem)}{suffix}"))
        dialog.fileSelected.connect(lambda name: self.save(Path(name), suffix, option, collecting=collecting))
        self.place = dialog
        dialog.open()
