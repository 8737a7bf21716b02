"""What is needed to set text: the fonts, the colours, and the collectivité's own colour."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.scripts import clean, joined, toneless
from diagnostic.brief.pdf.style import Style
from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import Palette


@dataclass(frozen=True, slots=True)
class Ink:
    """How a piece of text differs from its neighbours: weight, colour ("#rrggbb"), size in points."""

    bold: bool
    colour: str
    size: float


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text in one ink."""

    text: str
    ink: Ink


@dataclass(frozen=True, slots=True)
class Press:
    """Sets text for one document."""

    fonts: FontBook
    palette: Palette
    accent: str

    def ready(self, text: str) -> str:
        """Return a text cleaned, joined and printable."""
        return self.fonts.printable(joined(toneless(clean(text))))

    def ink(self, bold: bool, role: Role, size: float) -> Ink:
        """Return an ink in the colour of a role."""
        return Ink(bold, self.palette.colour(role), size)

    def ink_of(self, style: Style) -> Ink:
        """Return the ink of a style."""
        return Ink(style.bold, self.accent if style.accent else self.palette.colour(style.role), style.size)
