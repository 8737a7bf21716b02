"""Which document, in which language and format, where it goes, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPalette
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from diagnostic.brief.content import Kind
from diagnostic.texts import LANGUAGES, Texts
from ui.brief.destination import FileFormat
from ui.forms.wrapping import WrapLayout
from ui.shell.buttons import FlatButton, Look
from ui.shell.file_dialogs import speak
from ui.shell.typography import Label, muted


class ExportForm(QWidget):
    """Asks which document and where; says what is being done and what was done."""

    asked = Signal()
    print_asked = Signal()
    edited = Signal()
    """the user changed the place"""
    doubts_asked = Signal()
    """the user wants to look at the texts that are to be looked at again"""
    chosen = Signal()
    """the user chose another document, language or format"""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._dialog: QFileDialog | None = None
        self._written: Path | None = None
        self.kind = self._box("kind", [(kind.value, texts(f"term.BriefDocument.{kind.value}")) for kind in Kind])
        self.language = self._box("language", [(lang, texts(f"briefpage.languages.{lang}")) for lang in LANGUAGES])
        self.language.setCurrentIndex(self.language.findData(texts.lang))
        self.format = self._box(
            "format", [(each.value, texts(f"briefpage.formats{each.value}")) for each in FileFormat]
        )
        self.place = QLineEdit()
        self.place.setAccessibleName(texts("briefpage.place"))
        self.browse = FlatButton(texts("briefpage.browse"))
        self.export = FlatButton(texts("briefpage.export"), Look.PRIMARY)
        self.print = FlatButton(texts("briefpage.print"))
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(texts("briefpage.writing"))
        self.note = muted()
        self.doubts = Label(role=QPalette.ColorRole.LinkVisited)
        self.look_again = FlatButton(texts("briefpage.look_again"), Look.LINK)
        self.shape = Label(role=QPalette.ColorRole.LinkVisited)
        self.said = Label()
        self.open = FlatButton(texts("briefpage.open"))
        self.folder = FlatButton(texts("briefpage.show"))
        self._lay_out()
        self._connect()
        self.show_idle()
        self.say_doubts("")
        self.say_shape("")

    @property
    def chosen_kind(self) -> Kind:
        """Return which document is asked for."""
        return Kind(self.kind.currentData())

    @property
    def chosen_format(self) -> FileFormat:
        """Return what it is to be written as."""
        return FileFormat(self.format.currentData())

    @property
    def chosen_language(self) -> str:
        """Return the language it is to be in."""
        return str(self.language.currentData())

    def show_idle(self) -> None:
        """Show nothing but the questions."""
        self._show("", busy=False)

    def show_busy(self, sentence: str) -> None:
        """Say what is being done."""
        self._show(sentence, busy=True)

    def show_written(self, path: Path) -> None:
        """Say where the brief is, and offer to open it."""
        self._show(self._texts("briefpage.written", file=path), busy=False, path=path)

    def show_said(self, sentence: str) -> None:
        """Say calmly what was done, or what went wrong."""
        self._show(sentence, busy=False)

    def show_ready(self) -> None:
        """Take another order; what was said of the last one stays."""
        self.progress.hide()
        self.export.setEnabled(True)

    def say_note(self, sentence: str) -> None:
        """Say something about the place beside it."""
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def say_doubts(self, sentence: str) -> None:
        """Say that texts of the user's own are to be looked at again before the brief leaves the program."""
        self.doubts.setText(sentence)
        for each in (self.doubts, self.look_again):
            each.setVisible(bool(sentence))

    def say_shape(self, sentence: str) -> None:
        """Say that the document has nothing in it, or more pages than it promises."""
        self.shape.setText(sentence)
        self.shape.setVisible(bool(sentence))

    def _show(self, sentence: str, *, busy: bool, path: Path | None = None) -> None:
        self._written = path
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))
        self.progress.setVisible(busy)
        self.export.setEnabled(not busy)
        self.open.setVisible(path is not None)
        self.folder.setVisible(path is not None)

    def _box(self, name: str, terms: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        for value, words in terms:
            box.addItem(words, value)
        box.setAccessibleName(self._texts(f"briefpage.{name}"))
        box.activated.connect(lambda _: self.chosen.emit())
        return box

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        choices = WrapLayout(gap=14)
        for name, field in (("kind", self.kind), ("language", self.language), ("format", self.format)):
            choices.addWidget(self._labelled(name, field))
        box.addLayout(choices)
        line = QHBoxLayout()
        line.addWidget(self.place, 1)
        line.addWidget(self.browse)
        label = Label(self._texts("briefpage.place"), bold=True)
        label.setBuddy(self.place)
        box.addWidget(label)
        box.addLayout(line)
        box.addWidget(self.note)
        box.addWidget(self.doubts)
        box.addWidget(self.look_again, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.shape)
        for pair in ((self.export, self.print), (self.progress, self.said), (self.open, self.folder)):
            if self.progress in pair:
                box.addWidget(self.progress)
                box.addWidget(self.said)
                continue
            wrap = WrapLayout(gap=8)
            for button in pair:
                wrap.addWidget(button)
            box.addLayout(wrap)

    def _labelled(self, name: str, field: QWidget) -> QWidget:
        both = QWidget()
        box = QVBoxLayout(both)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        label = Label(self._texts(f"briefpage.{name}"), bold=True, wrap=False)
        label.setBuddy(field)
        box.addWidget(label)
        box.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft)
        return both

    def _connect(self) -> None:
        self.export.clicked.connect(lambda _=False: self.asked.emit())
        self.print.clicked.connect(lambda _=False: self.print_asked.emit())
        self.place.returnPressed.connect(self.asked)
        self.place.textEdited.connect(lambda _: self.edited.emit())
        self.browse.clicked.connect(self._browse)
        self.look_again.clicked.connect(lambda _=False: self.doubts_asked.emit())
        self.open.clicked.connect(self._open)
        self.folder.clicked.connect(self._open_folder)

    def _browse(self) -> None:
        form = self.chosen_format
        dialog = QFileDialog(self, self._texts("briefpage.browse_title"), self.place.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{self.format.currentText()} (*{form.value})")
        dialog.setDefaultSuffix(form.value[1:])
        speak(dialog, self._texts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._picked)
        dialog.open()
        self._dialog = dialog

    def _picked(self, file: str) -> None:
        self.place.setText(file)
        self.edited.emit()

    def _open(self) -> None:
        if self._written is not None:
            self._hand_over(self._written)

    def _open_folder(self) -> None:
        if self._written is not None:
            self._hand_over(self._written.parent)

    def _hand_over(self, path: Path) -> None:
        """Let the system show a file or a folder, or say that it cannot."""
        if not path.exists():
            self.said.setText(self._texts("briefpage.gone", file=path))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.said.setText(self._texts("briefpage.no_reader", file=path))
