"""What to take out of the dossier, and in which format."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.forms.segmented import Segmented
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted

KINDS = (".xlsx", ".zip", ".json")


class ExportDialog(QDialog):
    """A choice, then where. `collecting`: the workbook that others fill in."""

    asked = Signal(str, bool)
    """the ending of the file, and whether contacts (or what is entered already) go with it"""

    def __init__(self, texts: Texts, *, collecting: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        about = "importing.workbook" if collecting else "importing.export"
        self.setWindowTitle(texts(f"{about}.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        terms = [(kind, texts(f"importing.export.kind.{kind[1:]}")) for kind in KINDS]
        self.kind = Segmented(terms, upright=len(terms))
        self.kind.name(texts("importing.export.format"))
        self.kind.show_value(KINDS[0])
        self.kind.setVisible(not collecting)
        self.option = QCheckBox(texts(f"{about}.prefilled" if collecting else f"{about}.contacts"))
        self.option.setChecked(collecting)
        hint = muted(texts(f"{about}.prefilled_hint" if collecting else f"{about}.contacts_hint"))
        self.go = FlatButton(texts("importing.export.choose"), Look.PRIMARY)
        self.cancel = FlatButton(texts("importing.export.cancel"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        for widget in (Label(texts(f"{about}.title"), step=1, bold=True), muted(texts(f"{about}.lead")), self.kind):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addWidget(self.option)
        column.addWidget(hint)
        column.addSpacing(8)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 62)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._ask)

    def _ask(self) -> None:
        kind = str(self.kind.value) if not self.kind.isHidden() else KINDS[0]
        self.asked.emit(kind, self.option.isChecked())
        self.accept()
