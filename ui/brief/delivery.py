"""What leaves the program: the document in a file, where the form says, or on a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.brief.destination import default_path, moved
from ui.brief.export_form import ExportForm
from ui.brief.page_pictures import Sheets
from ui.brief.printing import PagePrinter
from ui.brief.writing import Order, write
from ui.shell.beside import Beside
from ui.shell.file_paths import typed_path
from ui.wizard.context import Context


class Delivery(QObject):
    """Writes and prints without stopping the screen, and says in the form what came of it."""

    def __init__(self, context: Context, form: ExportForm, order: Callable[[], Order], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._form = form
        self._order = order
        self._window = parent
        self._proposed = ""
        self._writing: Beside | None = None
        self._printing: PagePrinter | None = None
        self._dialog: QPrintDialog | None = None
        form.edited.connect(self._look_at_place)

    @property
    def writing(self) -> bool:
        """Return whether a brief is being written."""
        return self._writing is not None

    def export(self) -> None:
        """Write the brief where the form says."""
        if self._writing is not None:
            return
        path = self._place()
        if path is None:
            self._form.show_said(self._context.texts("briefpage.no_place"))
            return
        self._form.show_busy(self._context.texts("briefpage.writing"))
        order = self._order()
        self._writing = Beside(lambda watch: write(order, path), "brief", self)
        self._writing.done.connect(self._written)
        self._writing.failed.connect(lambda fault: self._form.show_said(self._context.texts.error(fault)))
        self._writing.ended.connect(self._ended)
        self._writing.start()

    def ask_printer(self, sheets: Sheets) -> None:
        """Ask for a printer, and print the document."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setFullPage(True)  # the pages have margins of their own
        printer.setDocName(Path(self._form.place.text()).stem)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer, sheets))
        QDialog.open(dialog)  # its own asks for a slot of C++
        self._dialog = dialog

    def print_on(self, printer: QPrinter, sheets: Sheets) -> None:
        """Print a document."""
        if self._printing is not None:
            return
        texts = self._context.texts
        self._form.show_busy(texts("briefpage.printing"))
        self._printing = PagePrinter(sheets, printer, self)
        self._printing.done.connect(lambda: self._printed(texts("briefpage.printed")))
        self._printing.failed.connect(lambda fault: self._printed(texts.error(fault)))
        self._printing.start()

    def propose(self) -> None:
        """Propose a place for the document; one that the user chose stays."""
        form, context = self._form, self._context
        if form.place.text() in ("", self._proposed):
            kind, ending = form.chosen_kind, form.chosen_format
            place = default_path(context.dossier.path, context.snapshot, context.texts, kind, ending)
            self._proposed = str(place)
            form.place.setText(self._proposed)
        self._look_at_place()

    def choose(self) -> None:
        """Follow another document or format that the user chose."""
        self._form.show_idle()
        typed = self._form.place.text()
        if typed != self._proposed:
            self._form.place.setText(moved(typed, self._form.chosen_format))
        self.propose()

    def _written(self, path: Path) -> None:
        self._form.say_note("")
        self._form.show_written(path)

    def _ended(self) -> None:
        self._writing = None
        self._form.show_ready()

    def _printed(self, sentence: str) -> None:
        if self._printing is not None:
            self._printing.deleteLater()
        self._printing = None
        self._form.show_said(sentence)

    def _place(self) -> Path | None:
        folder = self._context.dossier.path.parent
        return typed_path(self._form.place.text(), folder, self._form.chosen_format.value)

    def _look_at_place(self) -> None:
        path = self._place()
        there = path is not None and path.is_file()
        self._form.say_note(self._context.texts("briefpage.replace") if there else "")
