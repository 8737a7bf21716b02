"""The program's sign: eight winds, the territory's four to the right, the institution's to the left."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import LIGHT, Palette
from ui.charts.colours import palette_for

SIZES = (16, 24, 32, 48, 64, 128, 256)
LONG, SHORT, WAIST = 1.0, 0.66, 0.2
"""Lengths of the two kinds of points and of the star's waist, in radii."""


def paint_sign(painter: QPainter, box: QRectF, palette: Palette) -> None:
    """Paint the sign in the middle of a box: each wind a kite, half of it light."""
    radius = min(box.width(), box.height()) / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for wind in (1, 3, 5, 7, 0, 2, 4, 6):
        reach = LONG if wind % 2 == 0 else SHORT
        for side in (-1, 1):
            painter.setBrush(_hue(wind, side, palette))
            painter.drawPolygon(_kite(box.center(), radius, wind * 45.0, reach, side))


def sign_icon() -> QIcon:
    """Return the sign as the window's icon."""
    icon = QIcon()
    for size in SIZES:
        picture = QPixmap(size, size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint_sign(painter, QRectF(0, 0, size, size), LIGHT)
        painter.end()
        icon.addPixmap(picture)
    return icon


class RoseSign(QWidget):
    """The sign, as high as `lines` lines of text."""

    def __init__(self, lines: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = round(self.fontMetrics().height() * self._lines)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Return the same square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign in the palette's colours."""
        painter = QPainter(self)
        paint_sign(painter, QRectF(self.rect()), palette_for(self.palette()))


def _hue(wind: int, side: int, palette: Palette) -> QColor:
    east = 0 < wind < 4 or (wind == 0 and side > 0) or (wind == 4 and side < 0)
    strong = side > 0
    if east:
        return QColor(palette.colour(Role.TERRITORY if strong else Role.TERRITORY_TEXT))
    return QColor(palette.colour(Role.INSTITUTION if strong else Role.INSTITUTION_TEXT))


def _kite(centre: QPointF, radius: float, bearing: float, reach: float, side: int) -> QPolygonF:
    return QPolygonF(
        [
            centre,
            _at(centre, radius * reach, bearing),
            _at(centre, radius * WAIST * 1.35, bearing + side * 22.5),
        ]
    )


def _at(centre: QPointF, radius: float, bearing: float) -> QPointF:
    angle = math.radians(bearing)
    return QPointF(centre.x() + radius * math.sin(angle), centre.y() - radius * math.cos(angle))
