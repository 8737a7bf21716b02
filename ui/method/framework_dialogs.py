"""Asking for the files of a framework without stopping the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from diagnostic.texts import Texts
from ui.shell.file_dialogs import speak


def ask_framework(
    parent: QWidget, texts: Texts, start: Path, then: Callable[[Path], None], *, folder: bool
) -> QFileDialog:
    """Ask for one TOML file, or for the folder of several."""
    dialog = QFileDialog(parent, texts("weights.load_title"), str(start))
    if folder:
        dialog.setFileMode(QFileDialog.FileMode.Directory)
    else:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(texts("weights.toml_files"))
    speak(dialog, texts)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()
    return dialog
