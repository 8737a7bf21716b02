"""The window: bars, the start page, the form of a new dossier, the wizard of the open one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar, QStackedWidget, QVBoxLayout, QWidget

from diagnostic.errors import WorldError
from diagnostic.texts import load_texts
from ui.importing.desk import ImportDesk
from ui.importing.export_desk import ExportDesk
from ui.shell.actions import Actions
from ui.shell.appearance import Appearance
from ui.shell.banner import Banner
from ui.shell.desk import Desk
from ui.shell.dossier_card import card_of
from ui.shell.dropping import dropped, dropped_data
from ui.shell.leaving import Leaving
from ui.shell.looks_menu import connect_looks
from ui.shell.open_dossier import BuildPages
from ui.shell.recent import Recent, read_recent, remove_recent
from ui.shell.references import References
from ui.shell.settings import Settings
from ui.shell.start_page import StartPage
from ui.shell.thin_line import thin_line
from ui.shell.top_bar import TopBar
from ui.shell.transfers import Transfers
from ui.shell.user_data import documents_folder
from ui.shell.workbench import Furniture, Workbench

SIZE = (1366, 768)


class MainWindow(QMainWindow):
    """One window, at most one dossier. What needs the references waits for `take_references`."""

    def __init__(self, settings: Settings, language: str, appearance: Appearance, build_pages: BuildPages) -> None:
        """Show the start page in a language."""
        super().__init__()
        self.settings = settings
        self.appearance = appearance
        self._build_pages = build_pages
        self._references: References | None = None
        self._waiting: list[Callable[[], None]] = []
        self.desk = Desk(settings.folder, lambda: date.today().isoformat(), self)
        self.desk.opened.connect(self._opened)
        self.desk.fault.connect(self.show_fault)
        self.desk.demonstration_lost.connect(self._offer_fresh)
        self.desk.copied.connect(lambda path: self.banner.say(self.texts("shell.copy_saved", file=path)))
        settings.fault.connect(self.show_fault)
        self.setAcceptDrops(True)
        self._build(language)
        self.resize(*SIZE)
        if settings.now.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.now.geometry.encode()))

    def take_references(self, references: References) -> None:
        """Do what was asked before the references were there."""
        self._references = references
        self.unsetCursor()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def open_path(self, path: Path, read_only_for: str = "") -> None:
        """Open a dossier; the one that is open is closed once the other could be opened."""
        self._later(lambda _: self._open(path, read_only_for))

    def _open(self, path: Path, read_only_for: str) -> None:
        self.banner.hide()
        if self._holds(path) or not self.leaving.allows(partial(self.open_path, path, read_only_for)):
            return
        self.desk.open(path, read_only_for)

    def _holds(self, path: Path) -> bool:
        """Return whether a dossier is the one that is open, to be changed: there is nothing to open anew."""
        opened = self.workbench.opened
        return bool(opened) and not opened.dossier.read_only and opened.dossier.path.resolve() == path.resolve()

    def show_fault(self, fault: WorldError, readable: Path | None = None) -> None:
        """Say calmly what the world did; offer to read what can still be read."""
        said = self.texts.error(fault)
        if readable is None:
            self.banner.say(said)
        else:
            self.banner.say(said, self.texts("shell.open_read_only"), partial(self.open_path, readable, fault.key))

    def show_start(self) -> None:
        """Close the dossier and show the first page, once what is typed is saved."""
        if self.leaving.allows(self.show_start):
            self._show_start()

    def _show_start(self) -> None:
        self._close_dossier()
        self.start.show_recent([card_of(recent.path, recent.day) for recent in self._list_recent()])
        self.stack.setCurrentWidget(self.start)
        self.setWindowTitle(self.texts("shell.name"))

    def _list_recent(self) -> list[Recent]:
        recents = list(read_recent(self.settings.folder))
        self.actions_by_name.show_recent(recent.path for recent in recents)
        return recents

    def show_new(self) -> None:
        """Show the form of a new dossier."""
        self._later(lambda references: self._start_and(partial(self._show_form, references)))

    def set_language(self, language: str) -> None:
        """Speak another language, in place: same dossier, same step, once what is typed is saved."""
        if self.leaving.allows(partial(self.set_language, language)):
            self._speak(language)
        else:
            self.actions_by_name.show_language()

    def _speak(self, language: str) -> None:
        self.settings.keep(language=language)
        self.appearance.set_language(language)
        opened = self.workbench.opened
        dossier = self.workbench.put_away()
        self._build(language)
        if opened and dossier:
            self._show(dossier, opened.read_only_for)
            self.workbench.opened.frame.show_step(opened.frame.step)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close without asking: all is saved. Stay while something typed is not, unless told to go without it."""
        if not self.leaving.allows(self.close):
            event.ignore()
            return
        self.settings.keep(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self._close_dossier()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a dossier, or files to import, dragged over the window."""
        if dropped(event.mimeData()) or dropped_data(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dossier that is dropped, or import the files."""
        path, data = dropped(event.mimeData()), dropped_data(event.mimeData())
        if path or data:
            event.acceptProposedAction()
        if path:
            self.open_path(path)
        elif data:
            self.imports.take(data)

    def _build(self, language: str) -> None:
        """Make all that speaks, in a language."""
        self.texts = load_texts(language)
        bar = QMenuBar()
        self.actions_by_name = Actions(self.texts, self.settings.now, bar)
        self.setMenuBar(bar)
        self.top = TopBar(self.texts)
        self.banner = Banner(self.texts("shell.dismiss"))
        self.read_only = Banner()
        self.start = StartPage(self.texts)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self._form: QWidget | None = None
        central = self._central()
        self.setCentralWidget(central)
        furniture = Furniture(self.top, self.actions_by_name, self.read_only, self.stack)
        self.workbench = Workbench(self.texts, furniture, self.settings, central)
        self.imports = ImportDesk(
            self.texts, self.workbench, self.banner, self.actions_by_name, self.stack, self.settings.folder
        )
        self.exports = ExportDesk(self.texts, self.workbench, self.banner, self.actions_by_name, central)
        self.leaving = Leaving(self.workbench, self.banner, self.texts("shell.leave_anyway"))
        self.transfers = Transfers(self, self.texts, self.desk, self.settings.folder)
        self._connect()
        self.show_start()

    def _central(self) -> QWidget:
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.top, thin_line(), self.banner, self.read_only):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        return central

    def _connect(self) -> None:
        ask_file = partial(self.transfers.ask_file, self.open_path)
        acts: dict[str, Callable[[], object]] = {
            "new": self.show_new,
            "open": ask_file,
            "save_copy": self._ask_copy,
            "close": self.show_start,
            "quit": self.close,
        }
        for name, act in acts.items():
            self.actions_by_name.by_name[name].triggered.connect(lambda _=False, act=act: act())
        connect_looks(self, self.actions_by_name)
        self.actions_by_name.recent_asked.connect(self.open_path)
        self.workbench.start_asked.connect(self.show_start)
        self.workbench.copy_asked.connect(self._ask_copy)
        self.workbench.fault.connect(self.show_fault)
        self.workbench.saved.connect(self.banner.hide)
        self.workbench.named.connect(lambda name: self.setWindowTitle(f"{name} – {self.texts('shell.name')}"))
        self.start.create_asked.connect(self.show_new)
        self.start.open_asked.connect(ask_file)
        self.start.demo_asked.connect(lambda: self._demonstrate())
        self.start.path_asked.connect(self.open_path)
        self.start.duplicate_asked.connect(self._ask_duplicate)
        self.start.remove_asked.connect(self._forget)

    def _later(self, act: Callable[[References], object]) -> None:
        """Act now if the references are there, as soon as they are otherwise."""
        if self._references is None:
            self.setCursor(Qt.CursorShape.BusyCursor)
            self._waiting.append(lambda: self._later(act))
        else:
            act(self._references)

    def _start_and(self, act: Callable[[], object]) -> None:
        """Act from the start page: the dossier that is open is closed first."""
        self.banner.hide()
        if self.leaving.allows(partial(self._start_and, act)):
            if self.workbench.opened:
                self._show_start()
            act()

    def _show_form(self, references: References) -> None:
        from ui.shell.new_dossier import NewDossierPage

        if self._form is not None:
            self._form.deleteLater()
        form = NewDossierPage(self.texts, documents_folder(), date.today().year)
        form.set_places(references.places)
        form.left.connect(self.show_start)
        form.planned.connect(lambda plan: self.desk.create(plan, references))
        self._form = form
        self.stack.addWidget(form)
        self.stack.setCurrentWidget(form)
        form.begin()

    def _demonstrate(self, *, fresh: bool = False) -> None:
        self._later(lambda _: self._start_and(partial(self.desk.demonstrate, self.texts.lang, fresh=fresh)))

    def _offer_fresh(self, fault: WorldError) -> None:
        """Say why the demonstration cannot be opened, and offer another."""
        self.banner.say(self.texts.error(fault), self.texts("start.demo_fresh"), partial(self._demonstrate, fresh=True))

    def _opened(self, dossier: object, read_only_for: str) -> None:
        self.banner.hide()
        self._close_dossier()
        self._show(dossier, read_only_for)
        self._list_recent()

    def _show(self, dossier: object, read_only_for: str) -> None:
        self._later(lambda references: self.workbench.show(dossier, read_only_for, references, self._build_pages))

    def _close_dossier(self) -> None:
        dossier = self.workbench.put_away()
        if dossier:
            dossier.close()

    def _ask_copy(self) -> None:
        if self.workbench.opened:
            self.transfers.ask_copy(self.workbench.opened.dossier.path, "shell.save_copy_title")

    def _ask_duplicate(self, path: Path) -> None:
        self.transfers.ask_copy(path, "start.duplicate_title", then=self._list_copy)

    def _list_copy(self, path: Path) -> None:
        self.transfers.list_first(path)
        self.show_start()

    def _forget(self, path: Path) -> None:
        try:
            remove_recent(self.settings.folder, path)
        except WorldError as fault:
            self.show_fault(fault)
        self.show_start()
