"""Our own faults while the window is open: written down, shown, and the program goes on."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from diagnostic.texts import Texts
from ui.shell.crash_dialog import CrashDialog
from ui.shell.crash_report import Setting, report, write_report


class CrashWatch(QObject):
    """Catches what slots, threads and the main loop did not; from `install` on."""

    _caught = Signal(str, object)

    def __init__(
        self, folder: Path, setting: Callable[[], Setting], window: Callable[[], tuple[QWidget, Texts]]
    ) -> None:
        """Keep reports in `folder`; ask `setting` and `window` when something breaks."""
        super().__init__()
        self._folder = folder
        self._setting = setting
        self._window = window
        self.dialog: CrashDialog | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Watch the whole program."""
        sys.excepthook = self.caught
        threading.excepthook = self._thread_caught

    def caught(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Write a fault down and have it shown. Interruptions keep their usual way."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
            return
        now = datetime.now()
        text = report(kind, trace, self._setting(), now)
        self._caught.emit(text, write_report(self._folder, text, now))
        if sys.stderr is not None:  # a program without a console has none
            sys.stderr.write(text)

    def _thread_caught(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, text: str, path: Path | None) -> None:
        """Show one report at a time: the first says most."""
        if self.dialog is not None:
            return
        window, texts = self._window()
        self.dialog = CrashDialog(texts, text, path, window)
        self.dialog.finished.connect(self._shown)
        self.dialog.open()

    def _shown(self) -> None:
        self.dialog = None
