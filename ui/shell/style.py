"""The style of the program: Fusion, with marks that grow with the letters and edges that are seen in every theme."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

_METRICS = frozenset(
    {
        QStyle.PixelMetric.PM_IndicatorWidth,
        QStyle.PixelMetric.PM_IndicatorHeight,
        QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
        QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
    }
)
_EDGED = frozenset(
    {
        QStyle.PrimitiveElement.PE_FrameLineEdit,
        QStyle.PrimitiveElement.PE_PanelLineEdit,
        QStyle.PrimitiveElement.PE_Frame,
        QStyle.PrimitiveElement.PE_IndicatorCheckBox,
        QStyle.PrimitiveElement.PE_IndicatorRadioButton,
    }
)
_EDGED_WHOLE = frozenset({QStyle.ComplexControl.CC_ComboBox, QStyle.ComplexControl.CC_SpinBox})
_SHARE = 0.8
"""The side of a box to tick, in heights of a line."""
_DARKER = 140
"""By how much (per cent) Fusion darkens the window's colour for an edge."""


class RoseStyle(QProxyStyle):
    """Fusion draws edges a little darker than the window: too faint to see a field, not at all on a dark one."""

    def __init__(self) -> None:
        super().__init__("Fusion")
        self._edged: tuple[int, QPalette] = (0, QPalette())

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Return Fusion's sizes, but for boxes to tick: those follow the letters."""
        if metric in _METRICS:
            font = widget.font() if widget is not None else QApplication.font()
            return round(QFontMetrics(font).height() * _SHARE)
        return super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw fields and boxes with an edge that is seen."""
        if element in _EDGED:
            self._give_edge(option)
        super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw lists and spin boxes with an edge that is seen."""
        if control in _EDGED_WHOLE:
            self._give_edge(option)
        super().drawComplexControl(control, option, painter, widget)

    def _give_edge(self, option: QStyleOption) -> None:
        """Have Fusion find the palette's `Dark` when it darkens the window's colour."""
        key = option.palette.cacheKey()
        if key != self._edged[0]:
            palette = QPalette(option.palette)
            palette.setColor(QPalette.ColorRole.Window, palette.color(QPalette.ColorRole.Dark).lighter(_DARKER))
            self._edged = key, palette
        option.palette = self._edged[1]
