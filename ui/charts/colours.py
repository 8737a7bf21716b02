"""Which of the program's palettes a widget is shown in, read from the widget's own colours: no theme to hand around."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import DARK, HIGH_CONTRAST, LIGHT, Palette


def palette_for(colours: QPalette) -> Palette:
    """Return the charts' palette that goes with a widget's palette; by its lightness if the theme is not ours."""
    surface = colours.color(QPalette.ColorRole.Base).name()
    ink = colours.color(QPalette.ColorRole.Text).name()
    for palette in (LIGHT, DARK, HIGH_CONTRAST):
        if (palette.colour(Role.SURFACE), palette.colour(Role.INK)) == (surface, ink):
            return palette
    return DARK if colours.color(QPalette.ColorRole.Base).lightness() < 128 else LIGHT


def colour_on(widget: QWidget, role: Role) -> QColor:
    """Return the colour of a role in the palette that a widget is shown in."""
    return colour(palette_for(widget.palette()), role)


def colour(palette: Palette, role: Role) -> QColor:
    """Return the colour of a role."""
    return QColor(palette.colour(role))
