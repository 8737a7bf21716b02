"""Asking which dossier to open, and where copies go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from diagnostic.dossier.header import SUFFIX
from diagnostic.errors import WorldError
from diagnostic.texts import Texts
from ui.shell.desk import Desk
from ui.shell.file_dialogs import ask_file, ask_target
from ui.shell.file_paths import file_name, free_path, typed_path
from ui.shell.recent import add_recent
from ui.shell.user_data import documents_folder


class Transfers(QObject):
    """The window's questions about files. `dialog` is the last one asked."""

    def __init__(self, window: QWidget, texts: Texts, desk: Desk, folder: Path) -> None:
        super().__init__(window)
        self._window = window
        self._texts = texts
        self._desk = desk
        self._folder = folder
        self.dialog: QFileDialog | None = None

    def ask_file(self, then: Callable[[Path], object]) -> None:
        """Ask for a dossier to open."""
        self.dialog = ask_file(self._window, self._texts, documents_folder(), lambda path: then(path) and None)

    def ask_copy(self, source: Path, title: str, then: Callable[[Path], object] | None = None) -> None:
        """Ask where a copy of a dossier goes, and write it."""
        folder = source.parent if source.parent.is_dir() else documents_folder()
        proposed = free_path(folder, file_name(self._texts("start.copy_of", name=source.stem)), SUFFIX)

        def write(path: Path) -> None:
            target = typed_path(str(path), folder, SUFFIX) or Path(path)
            if self._desk.copy(source, target) and then:
                then(target)

        self.dialog = ask_target(self._window, self._texts, self._texts(title), proposed, write)

    def list_first(self, path: Path) -> None:
        """Put a dossier first among the recent ones."""
        try:
            add_recent(self._folder, path, date.today().isoformat())
        except WorldError as fault:
            self._desk.fault.emit(fault, None)
