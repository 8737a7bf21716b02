"""How wide a text is in the program's own letters, near enough to lay figures out without a font."""

from __future__ import annotations

import unicodedata

_WIDTHS = {
    0.23: "'", 0.26: "ijl", 0.27: "!,.:; ’", 0.3: "()`J", 0.33: "-[]", 0.35: "fI", 0.37: "t", 0.38: "/\\{}", 0.42: 'r"',
    0.44: "?", 0.48: "cszvy_", 0.53: "FLxv", 0.56: "kST*E|aYe", 0.58: "$+0123456789<=>Z^~–", 0.62: "bdghnopquPRVKX",
    0.65: "ABC#", 0.76: "DGHNU&", 0.8: "OQw", 0.94: "mMW%@",
}  # fmt: skip
"""Advance widths in ems, rounded up. Source: Noto Sans Regular, table hmtx."""
_EMS = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_BOLD = 1.1
_WIDEST = 1.0


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of text in points: rather too wide than too narrow."""
    plain = unicodedata.normalize("NFD", text)
    ems = sum(_EMS.get(letter, _WIDEST) for letter in plain if not unicodedata.combining(letter))
    return ems * size * (_BOLD if bold else 1.0)


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return a text on one line that is at most `room` points wide, with an ellipsis where it is cut."""
    line = " ".join(text.split())
    if width_of(line, size, bold=bold) <= room:
        return line
    kept, used = "", width_of("…", size, bold=bold)
    for letter in line:
        used += width_of(letter, size, bold=bold)
        if used > room:
            break
        kept += letter
    return kept.rstrip() + "…"


def wrapped(text: str, room: float, size: float, most: int) -> list[str]:
    """Return a text on at most `most` lines, `room` points wide, parted between words; what is left over is cut."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        count = next((n for n in range(len(words), 1, -1) if width_of(" ".join(words[:n]), size) <= room), 1)
        lines.append(cut(" ".join(words[:count]), room, size))
        words = words[count:]
    return [*lines, cut(" ".join(words), room, size)] if words else lines
