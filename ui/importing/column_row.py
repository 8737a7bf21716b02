"""A column of a file and the field it goes to: chosen from a list, or dropped on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from diagnostic.texts import Texts
from ui.forms.pick_editors import PickEditor
from ui.shell.typography import Label, muted

MIME = "application/x-rosedesvents-field"
_LONGEST = 60


class FieldChip(Label):
    """A field to drag onto a column."""

    def __init__(self, name: str, words: str) -> None:
        super().__init__(words, wrap=False)
        self.field = name
        self._pressed: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def sizeHint(self) -> QSize:
        """Return room for the words and margins."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * metrics.averageCharWidth(), metrics.height() + 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where the drag would begin."""
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the field away."""
        if self._pressed is None or (event.position().toPoint() - self._pressed).manhattanLength() < 6:
            return
        self._pressed = None
        drag = QDrag(self)
        drag.setMimeData(carried(self.field))
        drag.setPixmap(self.grab())
        drag.exec(Qt.DropAction.CopyAction)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words in a thin box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().color(QPalette.ColorRole.WindowText if self.isEnabled() else QPalette.ColorRole.Mid)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Dark), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
        painter.setPen(ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def carried(field: str) -> QMimeData:
    """Return a field as what is dragged."""
    content = QMimeData()
    content.setData(MIME, field.encode())
    return content


class ColumnRow(QWidget):
    """One column: its title, its first values, its field."""

    picked = Signal(str)
    """the field chosen, "" for none"""

    def __init__(self, title: str, values: Sequence[str], texts: Texts) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._title = Label(title, bold=True)
        self._values = muted()
        shown = " · ".join(" ".join(value.split()) for value in values if value.strip())
        self._values.setText(shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…")
        self.field = PickEditor()
        self.field.setAccessibleName(texts("importing.mapping.field_of", column=title))
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.field.setMinimumContentsLength(20)
        self.field.activated.connect(lambda _: self.picked.emit(self.name))
        self._title.setBuddy(self.field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 2)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(0)
        grid.addWidget(self._title, 0, 0)
        grid.addWidget(self._values, 1, 0)
        grid.addWidget(self.field, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def name(self) -> str:
        """Return the field chosen, "" for none."""
        return str(self.field.currentData() or "")

    def offer(self, fields: Sequence[tuple[str, str]], nothing: str) -> None:
        """Offer fields by name and words."""
        self.field.fill(list(fields))
        self.field.setItemText(0, nothing)

    def show_field(self, name: str) -> None:
        """Show a field as chosen."""
        self.field.setCurrentIndex(max(0, self.field.findData(name)) if name else 0)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a field."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Give the column the field that is dropped."""
        self.show_field(event.mimeData().data(MIME).toStdString())
        event.acceptProposedAction()
        self.picked.emit(self.name)
