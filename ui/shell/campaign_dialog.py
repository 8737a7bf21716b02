"""Beginning a new campaign: a year, and what it starts from."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton, Look
from ui.shell.new_dossier import FIRST_YEAR, LAST_YEAR
from ui.shell.typography import Label, muted


class CampaignDialog(QDialog):
    """Asks for the year of a campaign that follows another."""

    asked = Signal(int)

    def __init__(self, texts: Texts, source: int, proposed: int, parent: QWidget | None = None) -> None:
        """Begin from the campaign of `source`; propose a year."""
        super().__init__(parent)
        self.setWindowTitle(texts("shell.new_campaign_title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.year = QSpinBox()
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setValue(proposed)
        self.create = FlatButton(texts("shell.new_campaign_create"), Look.PRIMARY)
        self.create.setDefault(True)
        self.cancel = FlatButton(texts("shell.cancel"))
        name = Label(texts("shell.year"), bold=True)
        name.setBuddy(self.year)
        self.create.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(muted(texts("shell.new_campaign_hint", year=source)))
        fields = QHBoxLayout()
        fields.addWidget(name)
        fields.addWidget(self.year)
        fields.addStretch(1)
        column.addLayout(fields)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.create)
        column.addLayout(foot)
        self.year.setFocus()
        self.year.selectAll()

    def _confirm(self) -> None:
        self.asked.emit(self.year.value())
        self.accept()
