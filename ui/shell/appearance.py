"""How the whole program looks: style, colours, letters and their size, changed while it runs."""

from __future__ import annotations

from importlib.resources import as_file, files
from types import FunctionType

from PySide6.QtCore import QEvent, QLibraryInfo, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from ui.shell.preferences import LEAST_ZOOM, MOST_ZOOM
from ui.shell.style import RoseStyle
from ui.shell.theme import palette_named, qt_palette

FAMILY = "Noto Sans"
FIRST_FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
ZOOM_STEP = 10
SMALLEST = 10.0
"""Points: below that a system's own size is not followed."""


class Appearance:
    """The looks of one application. Styles are Fusion and a palette: no style sheet, so that all of it scales."""

    def __init__(self, application: QApplication) -> None:
        """Take over an application's looks, at the size of letters its system asks for."""
        self._application = application
        self._points = max(SMALLEST, QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF())
        self._translator = QTranslator(application)
        self.zoom = 100
        self.theme = "system"
        application.setStyle(RoseStyle())

    def load_fonts(self) -> None:
        """Load the letters of the program's own languages; those of others come with `load_other_fonts`."""
        _load(FIRST_FONTS)
        self.set_zoom(self.zoom)

    def load_other_fonts(self) -> None:
        """Load the letters of the world's other scripts, for names of people and places."""
        names = sorted(entry.name for entry in (files("resources") / "fonts").iterdir() if entry.name.endswith(".ttf"))
        _load(tuple(name for name in names if name not in FIRST_FONTS))

    def set_theme(self, theme: str) -> None:
        """Show everything in a theme of `preferences.THEMES`."""
        self.theme = theme
        self._application.setPalette(qt_palette(palette_named(theme)))
        self._tell(QEvent.Type.ApplicationPaletteChange)

    def set_zoom(self, percent: int) -> int:
        """Show everything at a size, and return the size taken."""
        self.zoom = max(LEAST_ZOOM, min(MOST_ZOOM, percent))
        font = QFont([FAMILY, *self._application.font().families()[1:]])
        font.setPointSizeF(self._points * self.zoom / 100)
        self._application.setFont(font)
        self._tell(QEvent.Type.ApplicationFontChange)
        return self.zoom

    def _tell(self, change: QEvent.Type) -> None:
        """Tell every widget of ours that listens to changes.

        Qt tells the application alone; a label with a size of its own, a button with colours of its own, would
        not follow.
        """
        for widget in self._application.allWidgets():
            if isinstance(getattr(type(widget), "changeEvent", None), FunctionType):
                widget.changeEvent(QEvent(change))

    def set_language(self, language: str) -> None:
        """Have Qt's own buttons and menus speak a language."""
        self._application.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if language == "fr" and self._translator.load("qtbase_fr", folder):
            self._application.installTranslator(self._translator)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        with as_file(files("resources") / "fonts" / name) as path:
            QFontDatabase.addApplicationFont(str(path))
