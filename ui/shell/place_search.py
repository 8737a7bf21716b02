"""Finding a territory by a few letters of its name, or naming one of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from diagnostic.territory.places import Place, Places
from diagnostic.texts import Texts
from ui.shell.two_lines import ASIDE, DETAIL, TwoLines
from ui.shell.typography import muted

Index = QModelIndex | QPersistentModelIndex
CHOICE = int(Qt.ItemDataRole.UserRole)
LONGEST_NAME = 200
MOST = 40
"""Places shown at once; more would not be read."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A place of the reference, or a name of one's own (`place` None)."""

    name: str
    place: Place | None = None


class PlaceModel(QAbstractListModel):
    """What was found for the letters typed; the last row offers them as a territory of one's own."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._places: Places | None = None
        self._choices: tuple[Choice, ...] = ()

    def set_places(self, places: Places) -> None:
        """Search these places from now on."""
        self._places = places

    @property
    def ready(self) -> bool:
        """Return whether there are places to search."""
        return self._places is not None

    def find(self, typed: str) -> int:
        """Show what was found, and return how many places that is."""
        name = " ".join(typed.split())[:LONGEST_NAME]
        found: Sequence[Place] = self._places.search(typed, MOST) if self._places else ()
        self.beginResetModel()
        own = (Choice(name),) if name and self._places else ()
        self._choices = (*(Choice(place.name, place) for place in found), *own)
        self.endResetModel()
        return len(found)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature; an index is a value
        """Return how many choices there are."""
        return 0 if parent.isValid() else len(self._choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a choice's words, or the Choice."""
        if not index.isValid():
            return None
        choice = self._choices[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return choice.name if choice.place else self._texts("start.new.own", name=choice.name)
        if role == DETAIL:
            return self._context(choice.place) if choice.place else self._texts("start.new.own_context")
        if role == ASIDE:
            return self._population(choice.place) if choice.place else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (index.data(part) for part in (int(Qt.ItemDataRole.DisplayRole), DETAIL, ASIDE))
            return ", ".join(part for part in parts if part)
        return choice if role == CHOICE else None

    def _context(self, place: Place) -> str:
        kind = self._texts(f"start.new.kind_{place.kind}")
        around = [holder.name for holder in self._places.context(place)] if self._places else []
        return " · ".join([kind, *around])

    def _population(self, place: Place) -> str:
        if place.population is None:
            return self._texts("start.new.no_population")
        return self._texts("start.new.population", count=self._texts.number(place.population))


class PlaceSearch(QWidget):
    """A field and, under it, what was found as one types; arrows go down into the list."""

    chosen = Signal(object)
    """a Choice, or None"""
    confirmed = Signal()
    """Enter, or a double click, on a choice"""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.field = QLineEdit()
        self.field.setPlaceholderText(texts("start.new.placeholder"))
        self.field.setAccessibleName(texts("start.new.territory"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaxLength(LONGEST_NAME)
        self._found = PlaceModel(texts, self)
        self.list = QListView()
        self.list.setModel(self._found)
        self.list.setItemDelegate(TwoLines(self.list))
        self.list.setAccessibleName(texts("start.new.results"))
        self.list.setMouseTracking(True)
        self.list.setTabKeyNavigation(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.said = muted(texts("start.new.loading"), step=-1)
        self._lay_out()
        self.field.textChanged.connect(self._search)
        self.field.installEventFilter(self)
        self.list.selectionModel().currentChanged.connect(lambda current, _: self.chosen.emit(current.data(CHOICE)))
        self.list.activated.connect(lambda _: self.confirmed.emit())

    def set_places(self, places: Places) -> None:
        """Search these places; what was typed before they came is searched now."""
        self._found.set_places(places)
        self.said.setText("")
        self._search(self.field.text())

    def choice(self) -> Choice | None:
        """Return what is chosen."""
        found = self.list.currentIndex().data(CHOICE)
        return found if isinstance(found, Choice) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrows walk the list, and its Enter confirm."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.choice():
                self.confirmed.emit()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        row = max(0, min(self._found.rowCount() - 1, self.list.currentIndex().row() + by))
        self.list.setCurrentIndex(self._found.index(row))

    def _search(self, typed: str) -> None:
        count = self._found.find(typed)
        self.list.setCurrentIndex(self._found.index(0))
        if not self._found.rowCount():
            self.chosen.emit(None)
            self.said.setText("" if self._found.ready else self._texts("start.new.loading"))
            return
        many = self._texts("start.new.many", count=self._texts.number(count))
        self.said.setText(many if count == MOST else self._texts.plural("start.new.found", count))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
