"""The list of steps at the left: names, how complete each is, free movement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from diagnostic.charts.drawing import Role
from diagnostic.texts import Texts
from ui.charts.colours import colour, palette_for
from ui.wizard.flow import STEPS, Progress

Index = QModelIndex | QPersistentModelIndex
PROGRESS = Qt.ItemDataRole.UserRole
WIDEST = 0.28
"""Of the window: beyond that names are cut, and told whole in a tip."""


@dataclass(frozen=True, slots=True)
class StepState:
    """A step's id, name and progress."""

    id: str
    name: str
    progress: Progress


def progress_words(state: StepState, texts: Texts) -> str:
    """Return "62 %", "14 / 22" for the questions, "" for what is complete (a tick is drawn) or has no measure."""
    progress = state.progress
    if progress.complete or not progress.total:
        return ""
    if state.id == "organisation":
        return f"{progress.done} / {progress.total}"
    return texts.percent(progress.percent)


class StepsModel(QAbstractListModel):
    """The steps in their order."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._states = tuple(StepState(step.id, texts(f"step.{step.id}.name"), Progress(0, 0)) for step in STEPS)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature; an index is a value
        """Return how many steps there are."""
        return 0 if parent.isValid() else len(self._states)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a step's name, its spoken name, or its StepState."""
        if not index.isValid():
            return None
        state = self._states[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return state.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(state)
        return state if role == PROGRESS else None

    def set_progress(self, progress: Mapping[str, Progress]) -> None:
        """Show how complete each step is."""
        self._states = tuple(StepState(state.id, state.name, progress[state.id]) for state in self._states)
        self.dataChanged.emit(self.index(0), self.index(len(self._states) - 1))

    def _spoken(self, state: StepState) -> str:
        progress = state.progress
        key = "complete" if progress.complete else "partial" if progress.total else "plain"
        return self._texts(f"step.progress.{key}", step=state.name, done=progress.done, total=progress.total)


class StepDelegate(QStyledItemDelegate):
    """Paints a step: its name at the left, its progress at the right."""

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a comfortable height, and room for name and progress."""
        state = index.data(PROGRESS)
        line = option.fontMetrics.height()
        bold = QFont(option.font)
        bold.setBold(True)
        words = QFontMetrics(bold).horizontalAdvance(state.name) + option.fontMetrics.horizontalAdvance("100 % ")
        return QSize(words + 2 * line, round(line * 1.95))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one step."""
        state = index.data(PROGRESS)
        line = option.fontMetrics.height()
        box = QRectF(option.rect).adjusted(line * 0.4, 1.5, -line * 0.4, -1.5)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, option, chosen)
        inner = box.adjusted(line * 0.6, 0, -line * 0.6, 0)
        room = self._progress(painter, inner, option, state)
        font = QFont(option.font)
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        name = QFontMetrics(font).elidedText(
            state.name, Qt.TextElideMode.ElideRight, int(inner.width() - room - line * 0.2)
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, chosen: bool) -> None:
        palette = palette_for(option.palette)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette, Role.TERRITORY_LIGHT))
            painter.drawRoundedRect(box, 5, 5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(box, 5, 5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour(palette, Role.TERRITORY_TEXT), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)

    def _progress(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, state: StepState) -> float:
        """Paint the progress and return the width it took."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.Text if chosen else QPalette.ColorRole.PlaceholderText
        painter.setPen(option.palette.color(role))
        if state.progress.complete:
            return self._tick(painter, box, option.fontMetrics.height())
        words = progress_words(state, self._texts)
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() / 1.15)
        painter.setFont(font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)
        return float(QFontMetrics(font).horizontalAdvance(words))

    def _tick(self, painter: QPainter, box: QRectF, line: int) -> float:
        side = line * 0.5
        right, middle = box.right(), box.center().y()
        pen = QPen(painter.pen().color(), max(1.4, line / 11))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(right - side, middle),
                    QPointF(right - side * 0.62, middle + side * 0.38),
                    QPointF(right, middle - side * 0.42),
                ]
            )
        )
        return side


class StepsList(QListView):
    """The steps as a list that the keyboard walks; `asked` is a step someone goes to."""

    asked = Signal(str)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = StepsModel(texts, self)
        self.setModel(self._steps)
        self.setItemDelegate(StepDelegate(texts, self))
        self.setAccessibleName(texts("shell.steps"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setViewportMargins(0, 10, 0, 0)
        self.setTabKeyNavigation(False)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.selectionModel().currentChanged.connect(self._moved)

    def set_progress(self, progress: Mapping[str, Progress]) -> None:
        """Show how complete each step is."""
        self._steps.set_progress(progress)

    def show_step(self, step: str) -> None:
        """Mark a step as the one that is shown, and ask for nothing."""
        row = [each.id for each in STEPS].index(step)
        model = self.selectionModel()
        model.blockSignals(True)
        model.setCurrentIndex(self._steps.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.blockSignals(False)
        self.scrollTo(self._steps.index(row))
        self.viewport().update()

    def wanted_width(self, window: int) -> int:
        """Return the width for whole names, or a share of the window if that is less."""
        return min(self.sizeHintForColumn(0), round(window * WIDEST))

    def _moved(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self.asked.emit(STEPS[current.row()].id)
