"""Saying that the program failed, that the dossier is safe, and what the report holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, heading, muted


class CrashDialog(QDialog):
    """Shows a report, and saves it where the user wants."""

    def __init__(self, texts: Texts, report: str, path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._report = report
        self.setWindowTitle(texts("crash.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(texts("crash.text_name"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.kept = muted(texts("crash.kept", file=path) if path else texts("crash.not_kept"))
        self.save = FlatButton(texts("crash.save"))
        self.go_on = FlatButton(texts("crash.close"), Look.PRIMARY)
        self.save.clicked.connect(self._ask)
        self.go_on.clicked.connect(self.accept)
        self._lay_out()
        self.resize(720, 480)
        self.go_on.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(heading(self._texts("crash.heading")))
        column.addWidget(Label(self._texts("crash.safe")))
        column.addWidget(muted(self._texts("crash.report")))
        column.addWidget(self.text, 1)
        column.addWidget(self.kept)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(self.go_on)
        column.addLayout(row)

    def _ask(self) -> None:
        dialog = QFileDialog(self, self._texts("crash.save"), "rose-des-vents.txt")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def write(self, path: str) -> None:
        """Save the report; say where, or that it could not be."""
        try:
            Path(path).write_text(self._report, encoding="utf-8")
        except OSError as fault:
            self.kept.setText(self._texts("error.cannot_write", file=path, reason=self._texts.worded(fault)))
            return
        self.kept.setText(self._texts("crash.kept", file=path))
