"""The running program: one application, one window, what loads behind it, and the watch for crashes."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, qVersion
from PySide6.QtWidgets import QApplication

from diagnostic.user_folder import data_folder, keep_matplotlib_home
from ui.shell.appearance import Appearance
from ui.shell.beside import Beside
from ui.shell.crash import CrashWatch
from ui.shell.crash_report import Setting, names_of
from ui.shell.file_open import FileOpen
from ui.shell.language import spoken
from ui.shell.main_window import MainWindow
from ui.shell.references import load_references
from ui.shell.rose_sign import sign_icon
from ui.shell.screen_first import ScreenFirst
from ui.shell.settings import Settings

if TYPE_CHECKING:
    from ui.wizard.context import Context
    from ui.wizard.page import StepPage

OPERATIONS = 10
"""How many of the last operations a crash report names."""


def run(path: Path | None, language: str) -> int:
    """Show the window until it is closed, on a dossier if one is given. Return Qt's exit code."""
    keep_matplotlib_home(os.environ)
    application = QApplication([])
    program = Program(application, language)
    program.start(path)
    code = application.exec()
    program.stop()
    return code


class Program:
    """Everything that lives as long as the window."""

    def __init__(self, application: QApplication, language: str) -> None:
        """Make the window; `language` is the environment's, which a preference overrides."""
        self.application = application
        application.setApplicationName("RoseDesVents")
        application.setWindowIcon(sign_icon())
        folder = data_folder(os.environ)
        self.settings = Settings(folder)
        self.appearance = _dressed(application, self.settings, self._language(language))
        self.window = MainWindow(self.settings, self._language(language), self.appearance, build_pages)
        self.screen_first = ScreenFirst(self.window)
        self.references = Beside(lambda watch: load_references(), "references", self.window)
        self.references.done.connect(self.window.take_references)
        self.files = FileOpen(application)
        self.files.asked.connect(self.window.open_path)
        self.watch = CrashWatch(folder, self._setting, lambda: (self.window, self.window.texts))

    def start(self, path: Path | None) -> None:
        """Show the window, then load what is heavy, then open the dossier."""
        self.watch.install()
        self.screen_first.start()
        if sys.platform == "darwin":
            self.application.installEventFilter(self.files)
        self.window.show()
        if path:
            self.window.open_path(path)
        QTimer.singleShot(0, self.window, self._load_the_rest)

    def stop(self) -> None:
        """Wait for what is still loading."""
        self.references.wait()
        self.screen_first.stop()

    def _load_the_rest(self) -> None:
        self.references.start()
        QTimer.singleShot(200, self.window, self.appearance.load_other_fonts)

    def _language(self, environment: str) -> str:
        """Return the language: preferred, or the system's own (which says more than the environment off Linux)."""
        if self.settings.now.language:
            return self.settings.now.language
        languages = QLocale.system().uiLanguages()
        return environment if "LANG" in os.environ else spoken(languages)

    def _setting(self) -> Setting:
        opened = self.window.workbench.opened
        done = opened.dossier.history.recent(OPERATIONS) if opened else ()
        return Setting(version("rose-des-vents"), qVersion(), names_of(done))


def build_pages(context: Context) -> Mapping[str, StepPage]:
    """Return the wizard's pages; this imports them."""
    from ui.wizard.pages.registry import build_pages as build

    return build(context)


def _dressed(application: QApplication, settings: Settings, language: str) -> Appearance:
    appearance = Appearance(application)
    appearance.load_fonts()
    appearance.set_theme(settings.now.theme)
    appearance.set_zoom(settings.now.zoom)
    appearance.set_language(language)
    return appearance
