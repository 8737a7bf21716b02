"""What the matching of columns is made of: kind, sheet, columns, fields to drop on them, first rows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from diagnostic.imports.layout import KINDS
from diagnostic.texts import Texts
from ui.forms.wrapping import WrapLayout
from ui.importing.sample_model import SampleModel
from ui.importing.sample_table import SampleTable
from ui.results.reflow import Reflow
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted

_EMS = 44.0


class MappingFrame(QWidget):
    """Columns and first rows stand side by side where there is room."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.title = Label("", step=1, bold=True)
        self.kind = QComboBox()
        self.kind.setAccessibleName(texts("importing.mapping.kind"))
        for kind in KINDS:
            self.kind.addItem(texts(f"importing.kind.{kind}"), kind)
        self.header = QCheckBox(texts("importing.mapping.header"))
        self.sheet = QComboBox()
        self.sheet.setAccessibleName(texts("importing.mapping.sheet"))
        self.model = SampleModel(self)
        self.table = SampleTable(self.model)
        self.table.setAccessibleName(texts("importing.mapping.sample"))
        self.said = muted()
        self.read = FlatButton(texts("importing.mapping.read"), Look.PRIMARY)
        self.forget = FlatButton(texts("importing.mapping.forget"), Look.LINK)
        self.back = FlatButton(texts("importing.mapping.back"))
        self._lay_out()

    def _lay_out(self) -> None:
        texts = self._texts
        options = QWidget()
        line = WrapLayout(options, gap=12)
        kind = Label(texts("importing.mapping.kind"), bold=True, wrap=False)
        kind.setBuddy(self.kind)
        for widget in (kind, self.kind, self.header, self.sheet):
            line.addWidget(widget)
        columns, sampled = self._columns(), self._sampled()
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addWidget(self.read)
        buttons.addStretch(1)
        buttons.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(muted(texts("importing.mapping.lead")))
        column.addWidget(options)
        column.addWidget(Reflow(columns, sampled, ems=_EMS, stretch=(4, 5)), 1)
        column.addLayout(buttons)

    def _columns(self) -> QWidget:
        ground, inner, chips = QWidget(), QWidget(), QWidget()
        self._chips = WrapLayout(chips, gap=4)
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(6)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(self.fontMetrics().height() * 8)
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(muted(self._texts("importing.mapping.drag")))
        column.addWidget(chips)
        column.addWidget(area, 1)
        return ground

    def _sampled(self) -> QWidget:
        ground = QWidget()
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(self._texts("importing.mapping.sample"), bold=True))
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        return ground
