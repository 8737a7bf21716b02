"""The colours of each role in each setting, and how far apart two colours stand.

Territory is a deep teal and institution a warm ochre everywhere: told apart by colour-blind readers, and by their
lightness in grey print. The `*_text` roles are the same hues dark (or light) enough for words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from diagnostic.charts.drawing import Role


@dataclass(frozen=True, slots=True)
class Palette:
    """A "#rrggbb" for each role."""

    name: str
    colours: Mapping[Role, str]

    def colour(self, role: Role) -> str:
        """Return the colour of a role as "#rrggbb"."""
        return self.colours[role]


def _palette(name: str, **colours: str) -> Palette:
    return Palette(name, MappingProxyType({Role(role): colour for role, colour in colours.items()}))


LIGHT = _palette(
    "light",
    surface="#ffffff",
    ink="#1d2a2d",
    muted="#566164",
    grid="#d5dcdc",
    unknown="#7d8789",
    land="#eceff0",
    territory="#0f6b6b",
    territory_light="#cfe5e2",
    territory_mid="#5ea39e",
    territory_text="#0f6363",
    institution="#ac6f17",
    institution_light="#f5dfbd",
    institution_text="#865208",
)
DARK = _palette(
    "dark",
    surface="#1b2224",
    ink="#eef2f2",
    muted="#b1bcbe",
    grid="#3b4649",
    unknown="#8e999b",
    land="#262f32",
    territory="#5fbdb6",
    territory_light="#1f4b4a",
    territory_mid="#37807c",
    territory_text="#84d3cc",
    institution="#e0a04a",
    institution_light="#57401b",
    institution_text="#f0bb72",
)
HIGH_CONTRAST = _palette(
    "high_contrast",
    surface="#ffffff",
    ink="#000000",
    muted="#262626",
    grid="#767676",
    unknown="#4d4d4d",
    land="#f0f2f2",
    territory="#004747",
    territory_light="#b9dedb",
    territory_mid="#4a8b87",
    territory_text="#003b3b",
    institution="#7a4600",
    institution_light="#f7d9a6",
    institution_text="#5c3400",
)
PRINT = _palette(
    "print",
    surface="#ffffff",
    ink="#1a2326",
    muted="#505b5e",
    grid="#cdd5d5",
    unknown="#767f81",
    land="#ebeeee",
    territory="#0d6464",
    territory_light="#cde4e1",
    territory_mid="#5b9f9a",
    territory_text="#0b5a5a",
    institution="#ac6f17",
    institution_light="#f6e2c3",
    institution_text="#7d4c06",
)
PALETTES: tuple[Palette, ...] = (LIGHT, DARK, HIGH_CONTRAST, PRINT)

TEXT_ROLES = (Role.INK, Role.MUTED, Role.TERRITORY_TEXT, Role.INSTITUTION_TEXT)
"""Roles that words may take: at least 4.5 to 1 on the surface."""
GRAPHIC_ROLES = (Role.TERRITORY, Role.INSTITUTION, Role.UNKNOWN)
"""Roles that carry meaning in a figure: at least 3 to 1 on the surface (light bands are outlined in these)."""


def channels(colour: str) -> tuple[float, float, float]:
    """Return red, green and blue of "#rrggbb", each from 0 to 1."""
    return int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255


def luminance(colour: str) -> float:
    """Return the relative luminance, 0 (black) to 1 (white). Source: WCAG 2.1, definition of relative luminance."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21. Source: WCAG 2.1, definition of contrast ratio."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
