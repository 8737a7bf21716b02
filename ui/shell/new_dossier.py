"""Creating a dossier: the territory's name, a year, a file. The name is enough."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from diagnostic.dossier.header import SUFFIX
from diagnostic.territory.places import Places
from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton, Look
from ui.shell.file_dialogs import speak
from ui.shell.file_paths import file_name, free_path, typed_path
from ui.shell.place_search import Choice, PlaceSearch
from ui.shell.typography import Label, heading, muted

FIRST_YEAR, LAST_YEAR = 1950, 2200


@dataclass(frozen=True, slots=True)
class Plan:
    """A dossier to create."""

    choice: Choice
    year: int
    path: Path


class NewDossierPage(QScrollArea):
    """A form of three fields, of which two are filled in already."""

    planned = Signal(object)
    """a Plan"""
    left = Signal()

    def __init__(self, texts: Texts, folder: Path, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._folder = folder
        self._own_path = False
        self.search = PlaceSearch(texts)
        self.year = QSpinBox()
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setValue(year)
        self.file = QLineEdit()
        self.browse = FlatButton(texts("start.new.browse"))
        self.create = FlatButton(texts("start.new.create"), Look.PRIMARY)
        self.back = FlatButton(texts("start.new.back"))
        self.said = muted()
        self._lay_out()
        self._connect()
        self._propose()

    def set_places(self, places: Places) -> None:
        """Search these places."""
        self.search.set_places(places)

    def begin(self) -> None:
        """Come to the name."""
        self.search.field.setFocus()
        self.search.field.selectAll()

    def _lay_out(self) -> None:
        inside = QWidget()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(inside)
        column.setContentsMargins(48, 32, 48, 16)
        column.setSpacing(10)
        column.addWidget(heading(self._texts("start.new.heading")))
        column.addWidget(muted(self._texts("start.new.hint")))
        column.addSpacing(8)
        name = Label(self._texts("start.new.territory"), bold=True)
        name.setBuddy(self.search.field)
        column.addWidget(name)
        column.addWidget(self.search, 1)
        column.addLayout(self._fields())
        column.addWidget(self.said)
        column.addLayout(self._foot())

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        year = Label(self._texts("start.new.year"), bold=True)
        year.setBuddy(self.year)
        file = Label(self._texts("start.new.file"), bold=True)
        file.setBuddy(self.file)
        grid.addWidget(year, 0, 0)
        grid.addWidget(self.year, 0, 1, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(file, 1, 0)
        grid.addWidget(self.file, 1, 1)
        grid.addWidget(self.browse, 1, 2)
        grid.setColumnStretch(1, 1)
        return grid

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.create)
        return row

    def _connect(self) -> None:
        self.search.chosen.connect(self._propose)
        self.search.confirmed.connect(self._confirm)
        self.year.valueChanged.connect(self._propose)
        self.file.textEdited.connect(self._typed_path)
        self.browse.clicked.connect(self._browse)
        self.create.clicked.connect(self._confirm)
        self.back.clicked.connect(self.left)

    def _propose(self) -> None:
        """Name the file after the territory and the year, unless someone named it."""
        choice = self.search.choice()
        if not self._own_path:
            name = self._texts("start.new.file_name", name=choice.name, year=self.year.value()) if choice else ""
            self.file.setText(str(free_path(self._folder, file_name(name) or "rose", SUFFIX)) if choice else "")
        self.said.setText("")

    def _typed_path(self, typed: str) -> None:
        self._own_path = bool(typed.strip())

    def _confirm(self) -> None:
        choice = self.search.choice()
        if choice is None:
            self.said.setText(self._texts("start.new.choose_territory"))
            self.search.field.setFocus()
        elif (path := typed_path(self.file.text(), self._folder, SUFFIX)) is None:
            self.said.setText(self._texts("start.new.choose_file"))
            self.file.setFocus()
        else:
            self.planned.emit(Plan(choice, self.year.value(), path))

    def _browse(self) -> None:
        dialog = QFileDialog(self, self._texts("start.new.browse_title"), self.file.text() or str(self._folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._texts("shell.dossier_files"))
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        speak(dialog, self._texts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._picked)
        dialog.open()

    def _picked(self, path: str) -> None:
        self._own_path = True
        self.file.setText(str(typed_path(path, self._folder, SUFFIX) or path))
