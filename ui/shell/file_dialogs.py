"""Asking for a file without stopping the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from diagnostic.texts import Texts


def ask_file(parent: QWidget, texts: Texts, folder: Path, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a dossier to open."""
    dialog = _dialog(parent, texts, texts("shell.open_title"), folder, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_target(parent: QWidget, texts: Texts, title: str, proposed: Path, then: Callable[[Path], None]) -> QFileDialog:
    """Ask where to write a dossier. What exists is refused later, in words: nothing is ever written over."""
    dialog = _dialog(parent, texts, title, proposed.parent, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(str(proposed))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, texts: Texts, title: str, folder: Path, then: Callable[[Path], None]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder), texts("shell.dossier_files"))
    speak(dialog, texts)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    return dialog


def speak(dialog: QFileDialog, texts: Texts) -> None:
    """Set the two labels that Qt's own French leaves in English."""
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, texts("shell.look_in"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, texts("shell.file_types"))
