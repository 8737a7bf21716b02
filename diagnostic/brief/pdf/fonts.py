"""The fonts of the brief, and which of them has a character.

Latin, Greek and Cyrillic come from Noto Sans, regular and bold. Other writings fall back, one character at a time, on
fonts that are read only when a text needs them. What no font has is written as its Unicode number, "[U+13000]":
nothing is lost, nothing becomes an empty box.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFile

REGULAR, BOLD = "NotoSans-Regular", "NotoSans-Bold"
FALLBACKS = (
    "NotoSansSymbols2-Regular",
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansArmenian-Regular",
    "NotoSansGeorgian-Regular",
    "NotoSansEthiopic-Regular",
    "NotoSansKR-Regular",
    "NotoSansSC-Regular",
    "NotoEmoji-Regular",
)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font file as read; `widths` in thousandths of the size."""

    name: str
    font: Any
    widths: dict[str, float]
    characters: frozenset[str]


@cache
def face(name: str) -> Face:
    """Return a font of the program; read once, since its files never change."""
    read: Any = TTFontFile  # it ships no types
    font = read(BytesIO((files("resources") / "fonts" / f"{name}.ttf").read_bytes()))
    widths = {
        chr(code): font.charWidths.get(code, font.defaultWidth) for code, glyph in font.charToGlyph.items() if glyph
    }
    return Face(name, font, widths, frozenset(widths))


class Subset(dict[str, str]):
    """The characters of a face that a document uses: each with its code of four hexadecimal digits."""

    def __init__(self, of: Face, name: str) -> None:
        super().__init__()
        self.face, self.name = of, name
        self.characters: list[str] = []

    def __missing__(self, character: str) -> str:
        self.characters.append(character)
        code = self[character] = f"{len(self.characters):04X}"
        return code


class FontBook:
    """Looks up, for one document, the font and the width of each character, and keeps what it uses."""

    def __init__(self) -> None:
        self.subsets: dict[str, Subset] = {}
        self._main = (face(REGULAR), face(BOLD))
        self._places: dict[tuple[str, bool], tuple[str, float]] = {}
        self._widths: dict[tuple[str, bool], float] = {}

    def printable(self, text: str) -> str:
        """Return the text with each character that no font has written as its number."""
        if self._main[0].characters.issuperset(text.replace("\n", "")):
            return text
        return "".join(c if c == "\n" or self._named(c, False)[0] else f"[U+{ord(c):04X}]" for c in text)

    def width(self, text: str, bold: bool, size: float) -> float:
        """Return the width of a text in points."""
        found = self._widths.get((text, bold))
        if found is None:
            found = self._widths[text, bold] = self._measured(text, bold)
        return found * size

    def _measured(self, text: str, bold: bool) -> float:
        widths = self._main[bold].widths
        try:
            return sum(map(widths.__getitem__, text)) / 1000
        except KeyError:
            return sum(self._named(character, bold)[1] for character in text) / 1000

    def runs(self, text: str, bold: bool) -> list[tuple[Subset, str]]:
        """Return the text in pieces, each with the font that has all of it."""
        main = self._main[bold]
        if main.characters.issuperset(text):
            return [(self._subset(main.name), text)]
        found: list[tuple[str, str]] = []
        for character in text:
            name = self._named(character, bold)[0] or main.name
            if found and found[-1][0] == name:
                found[-1] = (name, found[-1][1] + character)
            else:
                found.append((name, character))
        return [(self._subset(name), piece) for name, piece in found]

    def _subset(self, name: str) -> Subset:
        found = self.subsets.get(name)
        if found is None:
            found = self.subsets[name] = Subset(face(name), f"F{len(self.subsets) + 1}")
        return found

    def _named(self, character: str, bold: bool) -> tuple[str, float]:
        found = self._places.get((character, bold))
        if found is None:
            found = self._places[character, bold] = _find(character, bold)
        return found


def _find(character: str, bold: bool) -> tuple[str, float]:
    for name in (BOLD if bold else REGULAR, *FALLBACKS):
        widths = face(name).widths
        if character in widths:
            return name, widths[character]
    return "", 0.0
