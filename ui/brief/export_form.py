"""The language and the place of the brief, the button that writes it, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from diagnostic.texts import LANGUAGES, Texts
from ui.forms.wrapping import WrapLayout
from ui.shell.buttons import FlatButton, Look
from ui.shell.file_dialogs import speak
from ui.shell.typography import Label, muted


class ExportForm(QWidget):
    """Asks where and in which language; says what is being done and what was done."""

    asked = Signal()
    edited = Signal()
    """the user changed the place"""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._dialog: QFileDialog | None = None
        self._written: Path | None = None
        self.language = QComboBox()
        for lang in LANGUAGES:
            self.language.addItem(texts(f"briefpage.languages.{lang}"), lang)
        self.language.setCurrentIndex(self.language.findData(texts.lang))
        self.place = QLineEdit()
        self.browse = FlatButton(texts("briefpage.browse"))
        self.export = FlatButton(texts("briefpage.export"), Look.PRIMARY)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(texts("briefpage.writing"))
        self.note = muted()
        self.said = Label()
        self.open = FlatButton(texts("briefpage.open"))
        self.folder = FlatButton(texts("briefpage.show"))
        self._lay_out()
        self._connect()
        self.show_idle()

    def show_idle(self) -> None:
        """Show nothing but the questions."""
        self._show("", busy=False)

    def show_busy(self) -> None:
        """Say that the brief is being written."""
        self._show(self._texts("briefpage.writing"), busy=True)

    def show_written(self, path: Path) -> None:
        """Say where the brief is, and offer to open it."""
        self._show(self._texts("briefpage.written", file=path), busy=False, path=path)

    def show_fault(self, sentence: str) -> None:
        """Say calmly what went wrong."""
        self._show(sentence, busy=False)

    def show_ready(self) -> None:
        """Take another order; what was said of the last one stays."""
        self.progress.hide()
        self.export.setEnabled(True)

    def say_note(self, sentence: str) -> None:
        """Say something about the place beside it."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def _show(self, sentence: str, *, busy: bool, path: Path | None = None) -> None:
        self._written = path
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.progress.setVisible(busy)
        self.export.setEnabled(not busy)
        self.open.setVisible(path is not None)
        self.folder.setVisible(path is not None)

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._labelled("briefpage.language", self.language))
        box.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._labelled("briefpage.place", self.place))
        line = QHBoxLayout()
        line.addWidget(self.place, 1)
        line.addWidget(self.browse)
        box.addLayout(line)
        box.addWidget(self.note)
        box.addSpacing(6)
        box.addWidget(self.export, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.progress)
        box.addWidget(self.said)
        results = QWidget()
        wrap = WrapLayout(results, gap=8)
        wrap.addWidget(self.open)
        wrap.addWidget(self.folder)
        box.addWidget(results)

    def _labelled(self, key: str, field: QWidget) -> QLabel:
        label = Label(self._texts(key), bold=True)
        label.setBuddy(field)
        field.setAccessibleName(self._texts(key))
        return label

    def _connect(self) -> None:
        self.export.clicked.connect(lambda _=False: self.asked.emit())
        self.place.returnPressed.connect(self.asked)
        self.place.textEdited.connect(lambda _: self.edited.emit())
        self.browse.clicked.connect(self._browse)
        self.open.clicked.connect(self._open)
        self.folder.clicked.connect(self._open_folder)

    def _browse(self) -> None:
        dialog = QFileDialog(self, self._texts("briefpage.browse_title"), self.place.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._texts("briefpage.filter"))
        dialog.setDefaultSuffix("pdf")
        speak(dialog, self._texts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._picked)
        dialog.open()
        self._dialog = dialog

    def _picked(self, file: str) -> None:
        self.place.setText(file)
        self.edited.emit()

    def _open(self) -> None:
        if self._written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _open_folder(self) -> None:
        if self._written:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))
