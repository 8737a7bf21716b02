"""How far a file is being read: its name, the share done, the time left, and a way to stop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton
from ui.shell.typography import Label, muted

_STEPS = 1000
_HOUR, _MINUTE = 3600, 60


class ProgressLine(QWidget):
    """One file at a time."""

    cancel_asked = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.name = Label("", step=1, bold=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.said = muted()
        self.cancel = FlatButton(texts("importing.cancel"))
        self.cancel.clicked.connect(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.name, self.bar, self.said):
            column.addWidget(widget)
        column.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._measure()

    def begin(self, name: str, place: int, count: int) -> None:
        """Show a file that begins to be read, one of several."""
        self.name.setText(name)
        self.bar.setAccessibleName(name)
        self.bar.setRange(0, 0)
        several = self._texts("importing.one_of", place=place, count=count) if count > 1 else ""
        self.said.setText(several or self._texts("importing.reading"))
        self.cancel.setEnabled(True)

    def show_share(self, share: float, seconds: float) -> None:
        """Show the share that is read, and how long the rest will take."""
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(round(share * _STEPS))
        percent = self._texts.percent(100 * share)
        self.said.setText(self._texts("importing.progress", percent=percent, left=self._left(seconds)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._measure()

    def _measure(self) -> None:
        self.bar.setFixedHeight(round(self.fontMetrics().height() * 0.8))

    def _left(self, seconds: float) -> str:
        if seconds >= _HOUR:
            return self._texts.plural("importing.hours", round(seconds / _HOUR))
        if seconds >= _MINUTE:
            return self._texts.plural("importing.minutes", round(seconds / _MINUTE))
        return self._texts.plural("importing.seconds", max(1, round(seconds)))

    def _cancel(self) -> None:
        self.cancel.setEnabled(False)
        self.said.setText(self._texts("importing.cancelling"))
        self.cancel_asked.emit()
