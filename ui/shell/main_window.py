"""The window: bars, the start page, the form of a new dossier, the wizard of the open one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTime
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from diagnostic.dossier.header import SUFFIX
from diagnostic.errors import WorldError
from diagnostic.texts import load_texts
from ui.shell.actions import Actions
from ui.shell.appearance import ZOOM_STEP, Appearance
from ui.shell.banner import Banner
from ui.shell.desk import Desk
from ui.shell.dossier_card import card_of
from ui.shell.file_dialogs import ask_file, ask_target
from ui.shell.new_dossier_path import free_path
from ui.shell.open_dossier import BuildPages, OpenDossier
from ui.shell.preferences import Preferences, write_preferences
from ui.shell.preloader import References
from ui.shell.recent import read_recent, remove_recent
from ui.shell.start_page import StartPage
from ui.shell.top_bar import TopBar
from ui.shell.user_data import documents_folder

SIZE = (1366, 768)


class MainWindow(QMainWindow):
    """One window, at most one dossier. What needs the references waits for `take_references`."""

    def __init__(
        self, folder: Path, preferences: Preferences, language: str, appearance: Appearance, build_pages: BuildPages
    ) -> None:
        """Show the start page; `folder` is the user's data folder, `language` what to speak."""
        super().__init__()
        self.preferences = preferences
        self._folder = folder
        self._appearance = appearance
        self._build_pages = build_pages
        self._references: References | None = None
        self._waiting: list[Callable[[], None]] = []
        self._open: OpenDossier | None = None
        self.desk = Desk(folder, _today, self)
        self.desk.opened.connect(self._opened)
        self.desk.fault.connect(self.show_fault)
        self.desk.copied.connect(self._copied)
        self.setAcceptDrops(True)
        self._build(language)
        self.resize(*SIZE)
        if preferences.geometry:
            self.restoreGeometry(QByteArray.fromBase64(preferences.geometry.encode()))

    @property
    def open_dossier(self) -> OpenDossier | None:
        """Return the dossier that is open."""
        return self._open

    def take_references(self, references: References) -> None:
        """Do what was asked before the references were there."""
        self._references = references
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def open_path(self, path: Path, read_only_for: str = "") -> None:
        """Open a dossier, closing the one that is open."""
        self._later(lambda references: self._leave_and(partial(self.desk.open, path, read_only_for)))

    def show_fault(self, fault: WorldError, readable: Path | None = None) -> None:
        """Say calmly what the world did; offer to read what can still be read."""
        said = self.texts.error(fault)
        if readable is None:
            self.banner.say(said)
            return
        self.banner.say(said, self.texts("shell.open_read_only"), partial(self.open_path, readable, fault.key))

    def show_start(self) -> None:
        """Close the dossier and show the first page."""
        self._put_away(close=True)
        recents = read_recent(self._folder)
        self.start.show_recent([card_of(recent.path, recent.day) for recent in recents])
        self.actions_.show_recent(recent.path for recent in recents)
        self.stack.setCurrentWidget(self.start)
        self.setWindowTitle(self.texts("shell.name"))

    def show_new(self) -> None:
        """Show the form of a new dossier."""
        self._later(lambda references: self._leave_and(partial(self._show_form, references)))

    def set_language(self, language: str) -> None:
        """Speak another language, in place: same dossier, same step."""
        self._keep(language=language)
        self._appearance.set_language(language)
        opened, step = self._open, self._open.frame.step if self._open else ""
        self._put_away(close=False)
        self._build(language)
        if opened:
            self._show(opened.dossier, opened.read_only_for, step)

    def set_theme(self, theme: str) -> None:
        """Show another theme."""
        self._appearance.set_theme(theme)
        self._keep(theme=theme)

    def zoom(self, percent: int) -> None:
        """Show everything larger or smaller."""
        self._keep(zoom=self._appearance.set_zoom(percent))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close without asking: all is saved."""
        self._keep(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self._put_away(close=True)
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a dossier that is dragged over the window."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dossier that is dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_path(path)

    def _build(self, language: str) -> None:
        """Make all that speaks, in a language."""
        self.texts = load_texts(language)
        bar = QMenuBar()
        self.actions_ = Actions(self.texts, self.preferences, bar)
        self.setMenuBar(bar)
        self.top = TopBar(self.texts)
        self.banner = Banner(self.texts("shell.dismiss"))
        self.read_only = Banner()
        self.start = StartPage(self.texts)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self._form: QWidget | None = None
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top, self.banner, self.read_only):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        self.setCentralWidget(central)
        self._connect()
        self.show_start()

    def _connect(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "new": self.show_new,
            "open": self._ask_file,
            "save_copy": self._ask_copy,
            "close": self.show_start,
            "quit": self.close,
            "undo": lambda: self._with_open(lambda opened: opened.context.undo()),
            "redo": lambda: self._with_open(lambda opened: opened.context.redo()),
            "zoom_in": lambda: self.zoom(self._appearance.zoom + ZOOM_STEP),
            "zoom_out": lambda: self.zoom(self._appearance.zoom - ZOOM_STEP),
            "zoom_reset": lambda: self.zoom(100),
            "panel": self._toggle_panel,
            "full_screen": self._toggle_full_screen,
            "steps": lambda: self._with_open(lambda opened: opened.frame.navigation.onward.click()),
            "steps_back": lambda: self._with_open(lambda opened: opened.frame.navigation.back.click()),
            "help_step": lambda: self._with_open(OpenDossier.toggle_help),
            "about": lambda: self.banner.say(self.texts("shell.about", version=version("rose-des-vents"))),
        }
        for name, act in acts.items():
            self.actions_.by_name[name].triggered.connect(lambda _=False, act=act: act())
        self.actions_.theme_asked.connect(self.set_theme)
        self.actions_.language_asked.connect(self.set_language, Qt.ConnectionType.QueuedConnection)
        self.actions_.recent_asked.connect(self.open_path)
        self._connect_pages()

    def _connect_pages(self) -> None:
        self.top.follow(self.actions_.by_name["undo"], self.actions_.by_name["redo"])
        self.top.view.setMenu(self.actions_.view_menu(self.top.view))
        self.top.help.clicked.connect(self.actions_.by_name["help_step"].trigger)
        self.top.campaign_asked.connect(self._choose_campaign)
        self.top.new_campaign_asked.connect(self._ask_campaign)
        self.start.create_asked.connect(self.show_new)
        self.start.open_asked.connect(self._ask_file)
        self.start.demo_asked.connect(lambda: self._later(lambda _: self.desk.demonstrate(self.texts.lang)))
        self.start.path_asked.connect(self.open_path)
        self.start.duplicate_asked.connect(self._ask_duplicate)
        self.start.remove_asked.connect(self._forget)

    def _later(self, act: Callable[[References], object]) -> None:
        """Act now if the references are there, as soon as they are otherwise."""
        if self._references is None:
            self.setCursor(Qt.CursorShape.BusyCursor)
            self._waiting.append(lambda: self._later(act))
            return
        self.unsetCursor()
        act(self._references)

    def _leave_and(self, act: Callable[[], object]) -> None:
        self.banner.hide()
        if self._open:
            self.show_start()
        act()

    def _with_open(self, act: Callable[[OpenDossier], object]) -> None:
        if self._open:
            act(self._open)

    def _show_form(self, references: References) -> None:
        from ui.shell.new_dossier import NewDossierPage

        form = NewDossierPage(self.texts, documents_folder(), date.today().year)
        form.set_places(references.places)
        form.left.connect(self.show_start)
        form.planned.connect(lambda plan: self.desk.create(plan, references))
        if self._form is not None:
            self._form.deleteLater()
        self._form = form
        self.stack.addWidget(form)
        self.stack.setCurrentWidget(form)
        form.begin()

    def _opened(self, dossier: object, read_only_for: str) -> None:
        self._put_away(close=True)
        self._show(dossier, read_only_for, "")

    def _show(self, dossier: object, read_only_for: str, step: str) -> None:
        if self._references is None:
            raise RuntimeError("a dossier opens after the references are there")
        opened = OpenDossier(dossier, read_only_for, self._references, self.texts, self._build_pages)
        self._open = opened
        opened.frame.set_folded(self.preferences.panel_folded)
        opened.frame.panel_folded.connect(lambda folded: self._keep(panel_folded=folded))
        opened.frame.start_asked.connect(self.show_start)
        opened.context.fault.connect(self.show_fault)
        opened.context.changed.connect(self._changed)
        self.stack.addWidget(opened.frame)
        self.stack.setCurrentWidget(opened.frame)
        if step:
            opened.frame.show_step(step)
        self.actions_.show_open(True)
        self._say_read_only(opened)
        self._name(opened)
        opened.frame.steps.setFocus()
