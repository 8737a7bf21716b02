"""A row's form at its full height: the page scrolls, not a window of a few lines inside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QScrollArea

from ui.tables.editor_panel import EditorPanel


class WholeForm(QObject):
    """Keeps a panel as high as its title and all its fields, whatever its width and the size of the letters."""

    def __init__(self, panel: EditorPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._area = panel.findChild(QScrollArea)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.fit)
        for watched in (panel, self._area, self._area.widget()):
            watched.installEventFilter(self)

    def fit(self) -> None:
        """Give the panel the height of what it holds."""
        if self._panel.isHidden():
            return
        content = self._area.widget()
        layout = content.layout()
        width = self._area.viewport().width()
        fields = max(layout.totalHeightForWidth(width), layout.totalMinimumSize().height())
        self._panel.layout().activate()
        around = self._panel.height() - self._area.height()
        self._panel.setMinimumHeight(around + fields)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again once what changed has been laid out."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self._timer.start()
        return super().eventFilter(watched, event)
