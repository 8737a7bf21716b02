"""The program's colours as Qt palettes: light, dark, high contrast, each with its contrasts set right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import DARK, HIGH_CONTRAST, LIGHT, Palette

ColorRole = QPalette.ColorRole
BY_NAME = {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}


def palette_named(theme: str) -> Palette:
    """Return the colours of a theme; "system" follows what the system says of itself."""
    if theme in BY_NAME:
        return BY_NAME[theme]
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def qt_palette(palette: Palette) -> QPalette:
    """Return Qt's palette of the program's colours.

    PlaceholderText is the muted text, Highlight the one accent, Link and LinkVisited the words of the territory
    and of the institution. Text is at least 4.5 to 1 on its ground, disabled text 3 to 1.
    """
    made = QPalette()
    for role, colour in _active(palette).items():
        made.setColor(role, colour)
    faded = QColor(palette.colour(Role.UNKNOWN))
    for role in (ColorRole.WindowText, ColorRole.Text, ColorRole.ButtonText, ColorRole.PlaceholderText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return `one` with a share (0 to 1) of `other`."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def _active(palette: Palette) -> dict[QPalette.ColorRole, QColor]:
    surface, ink, accent = (QColor(palette.colour(role)) for role in (Role.SURFACE, Role.INK, Role.TERRITORY))
    window = surface if palette is HIGH_CONTRAST else mixed(surface, ink, 0.03)
    raised = mixed(surface, ink, 0.06)
    return {
        ColorRole.Window: window,
        ColorRole.WindowText: ink,
        ColorRole.Base: surface,
        ColorRole.AlternateBase: mixed(surface, ink, 0.025),
        ColorRole.Text: ink,
        ColorRole.PlaceholderText: QColor(palette.colour(Role.MUTED)),
        ColorRole.Button: raised,
        ColorRole.ButtonText: ink,
        ColorRole.BrightText: surface,
        ColorRole.ToolTipBase: surface,
        ColorRole.ToolTipText: ink,
        ColorRole.Highlight: accent,
        ColorRole.Accent: accent,
        ColorRole.HighlightedText: surface,
        ColorRole.Link: QColor(palette.colour(Role.TERRITORY_TEXT)),
        ColorRole.LinkVisited: QColor(palette.colour(Role.INSTITUTION_TEXT)),
        ColorRole.Light: mixed(raised, surface, 0.5),
        ColorRole.Midlight: mixed(surface, ink, 0.08),
        ColorRole.Mid: QColor(palette.colour(Role.GRID)),
        ColorRole.Dark: QColor(palette.colour(Role.UNKNOWN)),
        ColorRole.Shadow: mixed(QColor("black"), surface, 0.1),
    }
