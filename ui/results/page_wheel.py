"""The wheel belongs to the page: a table in it is passed over, not caught in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QTableView, QWidget


class PageWheel(QObject):
    """Hands a wheel that turns up or down over a table on to the page; sideways, it still scrolls the table."""

    def __init__(self, *tables: QTableView) -> None:
        """Watch the tables, their headers and their bars; the first table keeps this alive."""
        super().__init__(tables[0])
        for table in tables:
            for part in _parts(table):
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave what turns up or down to what lies under the table."""
        if isinstance(event, QWheelEvent):
            turn = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
            if abs(turn.y()) >= abs(turn.x()):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _parts(table: QTableView) -> tuple[QWidget, ...]:
    bars = (table.horizontalScrollBar(), table.verticalScrollBar())
    return (table, table.viewport(), table.horizontalHeader().viewport(), *bars)
