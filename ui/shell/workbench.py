"""The open dossier in the window: its wizard, and what the bars and menus say and do about it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTime, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from diagnostic.errors import WorldError
from diagnostic.texts import Texts
from ui.shell.actions import Actions
from ui.shell.banner import Banner
from ui.shell.campaign_dialog import CampaignDialog
from ui.shell.open_dossier import BuildPages, OpenDossier
from ui.shell.settings import Settings
from ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from diagnostic.dossier.snapshot import Campaign
    from diagnostic.dossier.store import Dossier
    from ui.shell.references import References


@dataclass(frozen=True, slots=True)
class Furniture:
    """The parts of the window that tell of the open dossier."""

    top: TopBar
    actions: Actions
    read_only: Banner
    stack: QStackedWidget


class Workbench(QObject):
    """Holds at most one open dossier, in one language."""

    start_asked = Signal()
    copy_asked = Signal()
    import_asked = Signal()
    leaving = Signal()
    """the dossier is about to be taken away"""
    named = Signal(str)
    """the territory and year, for the window's title"""
    fault = Signal(object)
    """a WorldError"""
    saved = Signal()
    """a change is in the file: what was said of one that was not no longer holds"""

    def __init__(self, texts: Texts, furniture: Furniture, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self._furniture = furniture
        self._settings = settings
        self.opened: OpenDossier | None = None
        furniture.top.campaign_asked.connect(self._choose_campaign)
        furniture.top.new_campaign_asked.connect(self.ask_campaign)
        self._connect_actions()

    def show(self, dossier: Dossier, read_only_for: str, references: References, build_pages: BuildPages) -> None:
        """Show a dossier's wizard, in the place of everything else."""
        with ExitStack() as until_shown:
            until_shown.callback(dossier.close)  # a page that cannot be made must not keep the file held
            opened = OpenDossier(dossier, read_only_for, references, self._texts, build_pages)
            until_shown.pop_all()
        self.opened = opened
        opened.frame.panel_shown.connect(self._furniture.actions.by_name["panel"].setChecked)
        opened.frame.set_folded(self._settings.now.panel_folded)
        opened.frame.panel_folded.connect(lambda folded: self._settings.keep(panel_folded=folded))
        opened.frame.start_asked.connect(self.start_asked)
        opened.context.fault.connect(self.fault)
        opened.context.import_asked.connect(self.import_asked)
        opened.context.changed.connect(self._changed)
        again = partial(self._show_again, dossier, read_only_for, references, build_pages)
        opened.context.framework_replaced.connect(lambda: QTimer.singleShot(0, opened.frame, again))
        self._furniture.stack.addWidget(opened.frame)
        self._furniture.stack.setCurrentWidget(opened.frame)
        self._furniture.actions.show_open(True)
        self._say_read_only(opened)
        self._say_all(opened)
        opened.frame.steps.setFocus()

    def settle(self) -> bool:
        """Save what is typed; False if it could not be (a fault said so), and is still typed."""
        return self.opened is None or self.opened.frame.settle()

    def put_away(self) -> Dossier | None:
        """Take the wizard away and return the dossier, still open; None if there was none."""
        self.leaving.emit()
        opened, self.opened = self.opened, None
        if opened is None:
            return None
        self._furniture.stack.removeWidget(opened.frame)
        opened.put_away()
        self._furniture.read_only.hide()
        self._furniture.top.show_nothing()
        self._furniture.actions.show_open(False)
        self._furniture.actions.by_name["panel"].setChecked(False)
        self._furniture.actions.show_history("", "")
        return opened.dossier

    def _show_again(
        self, dossier: Dossier, read_only_for: str, references: References, build_pages: BuildPages
    ) -> None:
        """Make the pages again, at the same step: the campaign is read with another framework."""
        step = self.opened.frame.step if self.opened else None
        if step is not None and self.put_away() is dossier:
            self.show(dossier, read_only_for, references, build_pages)
            self.opened.frame.show_step(step)

    def ask_campaign(self) -> None:
        """Ask for the year of a new campaign."""
        if self.opened:
            self._telling(partial(self._ask_campaign, self.opened))

    def _ask_campaign(self, opened: OpenDossier) -> None:
        years = [campaign.year for campaign in opened.dossier.campaigns()]
        proposed = max(date.today().year, max(years) + 1)
        shown = opened.dossier.campaign.year
        self.dialog = CampaignDialog(self._texts, shown, proposed, self._furniture.top.window())
        self.dialog.asked.connect(self._start_campaign)
        self.dialog.open()

    def _connect_actions(self) -> None:
        acts: dict[str, Callable[[OpenDossier], object]] = {
            "undo": OpenDossier.undo,
            "redo": OpenDossier.redo,
            "steps": lambda opened: opened.frame.navigation.onward.click(),
            "steps_back": lambda opened: opened.frame.navigation.back.click(),
            "panel": lambda opened: opened.frame.fold_panel(opened.frame.panel.isVisible()),
            "method": lambda opened: opened.context.go("method"),
            "help_step": OpenDossier.toggle_help,
        }
        for name, act in acts.items():
            self._furniture.actions.by_name[name].triggered.connect(lambda _=False, act=act: self._with(act))

    def _with(self, act: Callable[[OpenDossier], object]) -> None:
        if self.opened:
            act(self.opened)

    def _start_campaign(self, year: int) -> None:
        if self.opened is None or not self.settle():
            return
        from diagnostic.dossier.founding import kept

        framework = kept(self.opened.context.in_use.framework)
        self._telling(partial(self.opened.dossier.start_campaign, year, date.today().isoformat(), framework))

    def _choose_campaign(self, campaign: Campaign) -> None:
        if self.opened is None or campaign.id == self.opened.dossier.campaign.id:
            return
        if self.settle():
            self._telling(partial(self.opened.dossier.choose, campaign))
        self._furniture.top.tick(self.opened.dossier.campaign)

    def _telling(self, act: Callable[[], object]) -> None:
        try:
            act()
        except WorldError as fault:
            self.fault.emit(fault)

    def _changed(self) -> None:
        if self.opened:
            time = QTime.currentTime().toString("HH:mm")
            self.opened.frame.navigation.say_saved(self._texts("shell.saved", time=time))
            self._say_all(self.opened)
            self.saved.emit()

    def _say_all(self, opened: OpenDossier) -> None:
        """Name the territory, the campaign, and what can be undone."""
        dossier = opened.dossier
        name = opened.context.snapshot.territory.name or self._texts("start.unnamed")
        self._furniture.top.show_dossier(name, dossier.campaign, dossier.campaigns(), writable=not dossier.read_only)
        undo, redo = opened.words_of(dossier.history.last), opened.words_of(dossier.history.next)
        self._furniture.actions.show_history(undo, redo)
        self.named.emit(self._texts("start.row", territory=name, year=dossier.campaign.year))

    def _say_read_only(self, opened: OpenDossier) -> None:
        if not opened.read_only_for:
            return
        reason = self._texts(f"shell.read_only_{opened.read_only_for}")
        said = self._texts("shell.read_only_here", reason=reason)
        self._furniture.read_only.say(said, self._texts("shell.menu.save_copy").replace("&", ""), self.copy_asked.emit)
        opened.frame.navigation.say_saved(self._texts("shell.read_only"))
