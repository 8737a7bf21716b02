"""Everything the menus and shortcuts can do, and the menus that show it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from diagnostic.texts import LANGUAGES, Texts
from ui.shell.preferences import THEMES, Preferences
from ui.shell.tips import plain_tip

SHORTCUTS: dict[str, tuple[str, ...]] = {
    "new": ("Ctrl+N",),
    "open": ("Ctrl+O",),
    "save_copy": ("Ctrl+Shift+S",),
    "import_files": ("Ctrl+I",),
    "export_data": ("Ctrl+E",),
    "export_workbook": (),
    "close": ("Ctrl+W",),
    "quit": ("Ctrl+Q",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
    "zoom_in": ("Ctrl++", "Ctrl+="),
    "zoom_out": ("Ctrl+-",),
    "zoom_reset": ("Ctrl+0",),
    "panel": ("F9",),
    "full_screen": ("F11",),
    "steps": ("Ctrl+PgDown",),
    "steps_back": ("Ctrl+PgUp",),
    "method": ("Ctrl+Shift+M",),
    "help_step": ("F1",),
    "about": (),
}
OF_DOSSIER = (
    "save_copy", "import_files", "export_data", "export_workbook", "close", "panel", "steps", "steps_back", "method",
    "help_step",
)  # fmt: skip
"""What makes sense only while a dossier is open."""
OF_WIZARD = ("panel", "steps", "steps_back", "method", "help_step")
"""What makes sense only while the wizard is in view."""


class Actions(QObject):
    """One QAction by name in `by_name`; themes, languages and recent dossiers have signals of their own."""

    theme_asked = Signal(str)
    language_asked = Signal(str)
    recent_asked = Signal(object)
    """a Path"""

    def __init__(self, texts: Texts, preferences: Preferences, bar: QMenuBar) -> None:
        """Make the actions and fill an empty menu bar, which owns them."""
        super().__init__(bar)
        self._texts = texts
        self.by_name = {name: self._action(name, keys) for name, keys in SHORTCUTS.items()}
        self.by_name["panel"].setCheckable(True)
        self.by_name["full_screen"].setCheckable(True)
        self.recent = QMenu(texts("shell.menu.recent"), bar)
        self.themes = self._choices("theme", THEMES, preferences.theme, self.theme_asked)
        self.languages = self._choices("language", LANGUAGES, texts.lang, self.language_asked)
        self._fill(bar)
        self.show_history("", "")
        self.show_open(False)

    def show_open(self, is_open: bool) -> None:
        """Enable what makes sense with a dossier open, or without."""
        for name in OF_DOSSIER:
            self.by_name[name].setEnabled(is_open)

    def show_importing(self, importing: bool) -> None:
        """Disable what is done with the wizard while files are looked at in its place."""
        for name in OF_WIZARD:
            self.by_name[name].setEnabled(not importing)

    def show_history(self, undo: str, redo: str) -> None:
        """Name what would be undone and redone; "" when there is nothing."""
        for name, operation in (("undo", undo), ("redo", redo)):
            action = self.by_name[name]
            action.setEnabled(bool(operation))
            said = self._texts(f"shell.{name}_what", operation=operation) if operation else ""
            action.setText((said or self._texts(f"shell.{name}")).replace("&", "&&"))
            action.setToolTip(plain_tip(said) or self._texts(f"shell.nothing_to_{name}"))

    def show_language(self) -> None:
        """Tick the language that is spoken: another one was asked for and could not come."""
        for language, action in zip(LANGUAGES, self.languages.actions(), strict=True):
            action.setChecked(language == self._texts.lang)

    def show_recent(self, paths: Iterable[Path]) -> None:
        """List the recent dossiers."""
        self.recent.clear()
        for path in paths:
            action = self.recent.addAction(path.stem.replace("&", "&&"))
            action.setToolTip(plain_tip(str(path)))
            action.triggered.connect(lambda _=False, path=path: self.recent_asked.emit(path))
        if self.recent.isEmpty():
            self.recent.addAction(self._texts("shell.menu.no_recent")).setEnabled(False)

    def view_menu(self, parent: QWidget) -> QMenu:
        """Return the menu of looks, for a button."""
        menu = QMenu(parent)
        self._fill_view(menu)
        return menu

    def _action(self, name: str, keys: tuple[str, ...]) -> QAction:
        label = f"shell.menu.{name}"
        action = QAction(self._texts(label) if self._texts.has(label) else "", self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        return action

    def _choices(self, kind: str, names: Iterable[str], chosen: str, signal: Signal) -> QActionGroup:
        group = QActionGroup(self)
        for name in names:
            action = group.addAction(self._texts(f"shell.{kind}.{name}"))
            action.setCheckable(True)
            action.setChecked(name == chosen)
            action.triggered.connect(lambda _=False, name=name: signal.emit(name))
        return group

    def _fill(self, bar: QMenuBar) -> None:
        file = bar.addMenu(self._texts("shell.menu.file"))
        self._add(file, "new", "open")
        file.addMenu(self.recent)
        self._add(file, "", "import_files", "export_data", "export_workbook", "", "save_copy", "close", "", "quit")
        self._add(bar.addMenu(self._texts("shell.menu.edit")), "undo", "redo", "", "method")
        self._fill_view(bar.addMenu(self._texts("shell.menu.view")))
        self._add(bar.addMenu(self._texts("shell.menu.help")), "help_step", "", "about")

    def _fill_view(self, menu: QMenu) -> None:
        self._add(menu, "zoom_in", "zoom_out", "zoom_reset", "")
        for kind, group in (("theme", self.themes), ("language", self.languages)):
            menu.addMenu(self._texts(f"shell.menu.{kind}")).addActions(group.actions())
        self._add(menu, "", "steps_back", "steps", "panel", "full_screen")

    def _add(self, menu: QMenu, *names: str) -> None:
        for name in names:
            if name:
                menu.addAction(self.by_name[name])
            else:
                menu.addSeparator()
