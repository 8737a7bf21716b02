"""The fonts of the brief, and which of them has a character.

Latin, Greek and Cyrillic come from Noto Sans, regular and bold. Other writings fall back, one character at a time, on
fonts that are read only when a text needs them (Chinese alone takes a twentieth of a second). What no font has is
written as its Unicode number, "[U+13000]": nothing is lost, nothing becomes an empty box.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files
from typing import Any

from diagnostic.brief.pdf.platypus import TTFont, metrics

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


class FontBook:
    """Looks up, for one document, the font and the width of each character."""

    def __init__(self) -> None:
        self._fonts: dict[str, Any] = {}
        self._known: dict[tuple[str, bool], tuple[str, float]] = {}

    def default(self) -> str:
        """Return the name of the font that text is set in, ready for use."""
        self._font(REGULAR)
        return REGULAR

    def printable(self, text: str) -> str:
        """Return the text with each character that no font has written as its number."""
        return "".join(c if c == "\n" or self._named(c, False)[0] else f"[U+{ord(c):04X}]" for c in text)

    def width(self, text: str, bold: bool, size: float) -> float:
        """Return the width of a text in points."""
        return sum(self._named(character, bold)[1] for character in text) * size / 1000

    def advance(self, character: str, bold: bool) -> float:
        """Return the width of one character in thousandths of the size."""
        return self._named(character, bold)[1]

    def runs(self, text: str, bold: bool) -> Iterator[tuple[str, str]]:
        """Yield the text in pieces, each with the name of the font that has all of it."""
        start, current = 0, ""
        for place, character in enumerate(text):
            name = self._named(character, bold)[0] or REGULAR
            if name != current:
                if start < place:
                    yield current, text[start:place]
                start, current = place, name
        if start < len(text):
            yield current, text[start:]

    def _named(self, character: str, bold: bool) -> tuple[str, float]:
        found = self._known.get((character, bold))
        if found is None:
            found = self._known[character, bold] = self._find(character, bold)
        return found

    def _find(self, character: str, bold: bool) -> tuple[str, float]:
        code = ord(character)
        for name in (BOLD if bold else REGULAR, *FALLBACKS):
            face = self._font(name).face
            if face.charToGlyph.get(code):
                return name, face.charWidths.get(code, face.defaultWidth)
        return "", 0.0

    def _font(self, name: str) -> Any:
        """Return a font, registered with reportlab (which keeps its fonts by name for the whole process)."""
        if name not in self._fonts:
            if name not in metrics.getRegisteredFontNames():
                with as_file(files("resources") / "fonts" / f"{name}.ttf") as path:
                    metrics.registerFont(TTFont(name, str(path)))
            self._fonts[name] = metrics.getFont(name)
        return self._fonts[name]
