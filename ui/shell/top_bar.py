"""The bar at the top: the program, the territory, the campaign, and what one does at any time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QAction, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QWidget

from diagnostic.dossier.snapshot import Campaign
from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton, Look
from ui.shell.rose_sign import RoseSign
from ui.shell.tips import plain_tip
from ui.shell.typography import Label, muted


class TopBar(QWidget):
    """Shows the dossier that is open, if one is."""

    campaign_asked = Signal(object)
    """a Campaign of the dossier"""
    new_campaign_asked = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._showing = False
        self.territory = muted()
        self.territory.setWordWrap(False)
        self.campaign = FlatButton("", Look.QUIET)
        self.campaigns = QMenu(self.campaign)
        self.campaign.setMenu(self.campaigns)
        self.undo = FlatButton(texts("shell.undo"), Look.QUIET)
        self.redo = FlatButton(texts("shell.redo"), Look.QUIET)
        self.view = FlatButton(texts("shell.view"), Look.QUIET)
        self.help = FlatButton(f"{texts('shell.help')} F1", Look.QUIET)
        self.brand = Label(texts("shell.name"), bold=True, wrap=False)
        self._of_dossier = (self.territory, self.campaign, self.undo, self.redo, self.help)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show that no dossier is open."""
        self._showing = False
        self._fit()

    def show_dossier(self, territory: str, shown: Campaign, campaigns: Sequence[Campaign], *, writable: bool) -> None:
        """Show a dossier, the campaign looked at and the others to choose from."""
        self.territory.setText(self._short(territory))
        self.territory.setToolTip(plain_tip(territory))
        self.campaign.setText(self._texts("shell.campaign", year=shown.year))
        self.campaign.setAccessibleName(self._texts("shell.campaign_names", year=shown.year))
        self.campaign.updateGeometry()
        self._fill(shown, campaigns, writable=writable)
        self._showing = True
        self._fit()

    def tick(self, shown: Campaign) -> None:
        """Tick the campaign that is looked at: the menu ticks the one that is asked for."""
        for action in self.campaigns.actions():
            action.setChecked(action.data() == shown.id)

    def follow(self, undo: QAction, redo: QAction) -> None:
        """Have the two buttons do what the menu's actions do."""
        for button, action in ((self.undo, undo), (self.redo, redo)):
            button.clicked.connect(action.trigger)
            action.changed.connect(lambda button=button, action=action: _copy(action, button))
            _copy(action, button)

    def minimumSizeHint(self) -> QSize:
        """Return a height: any width will do, what lacks room is in the menus too."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep what there is room for in other letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Hide, from the slightest on, what does not fit in the width."""
        shown = [self.brand, self.view, *(self._of_dossier if self._showing else ())]
        spare = self.width() - 100 - sum(widget.sizeHint().width() + 8 for widget in shown)
        for widget in (self.brand, self.redo, self.undo, self.help, self.territory):
            if spare < 0 and widget in shown:
                spare += widget.sizeHint().width() + 8
                shown.remove(widget)
        for widget in (self.brand, self.view, *self._of_dossier):
            widget.setVisible(widget in shown)

    def _fill(self, shown: Campaign, campaigns: Sequence[Campaign], *, writable: bool) -> None:
        self.campaigns.clear()
        for campaign in reversed(campaigns):
            action = self.campaigns.addAction(self._texts("shell.campaign", year=campaign.year))
            action.setCheckable(True)
            action.setData(campaign.id)
            action.triggered.connect(lambda _=False, campaign=campaign: self.campaign_asked.emit(campaign))
        self.tick(shown)
        self.campaigns.addSeparator()
        new = self.campaigns.addAction(self._texts("shell.new_campaign"))
        new.setEnabled(writable)
        new.triggered.connect(self.new_campaign_asked)

    def _short(self, name: str) -> str:
        line = " ".join(name.split())
        return line if len(line) <= 48 else line[:47] + "…"

    def _lay_out(self) -> None:
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(6)
        row.addWidget(RoseSign(1.4))
        row.addWidget(self.brand)
        row.addSpacing(10)
        row.addWidget(self.territory)
        row.addWidget(self.campaign)
        row.addStretch(1)
        for button in (self.undo, self.redo, self.view, self.help):
            row.addWidget(button)


def _copy(action: QAction, button: FlatButton) -> None:
    button.setEnabled(action.isEnabled())
    button.setToolTip(action.toolTip())
    button.setAccessibleName(action.text().replace("&&", "&"))
