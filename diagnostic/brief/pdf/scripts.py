"""Text made ready to be drawn: cleaned, Arabic letters joined, right-to-left pieces put in the order of the eye."""

from __future__ import annotations

import importlib
import re
import unicodedata
from typing import Any

LETTER = r"[^\W\d_]"
_APOSTROPHE = re.compile(rf"(?<={LETTER})'(?={LETTER})")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_RIGHT_TO_LEFT = ("R", "AL")


def clean(text: str) -> str:
    """Return the text composed (NFC), without control, invisible or half characters; new lines stay.

    An apostrophe between two letters becomes the typographic one, as in print. A lone surrogate, which no file can
    hold, becomes U+FFFD.
    """
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return _APOSTROPHE.sub("’", "".join(_kept(character) for character in composed))


def _kept(character: str) -> str:
    if character in "\n ":
        return character
    if character in "\u2028\u2029\u0085":
        return "\n"
    category = unicodedata.category(character)
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    if category in ("Cc", "Cf") or "\ufe00" <= character <= "\ufe0f":
        return ""
    return character


def joined(text: str) -> str:
    """Return the text with Arabic letters in the forms they take beside each other, still in reading order."""
    if not _ARABIC.search(text):
        return text
    reshaper: Any = importlib.import_module("arabic_reshaper")  # it ships no types
    return str(reshaper.ArabicReshaper(configuration={"delete_harakat": False}).reshape(text))


def seen(line: str) -> str:
    """Return one line in the order of the eye, left to right."""
    if not any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in line):
        return line
    from bidi import get_display

    return str(get_display(line))


def breakable(before: str, after: str) -> bool:
    """Return whether a line may end between two characters: after a space, a dash or a slash, around ideographs."""
    if before == " ":
        return after != " "
    if before in "-–—/" and after.isalpha():
        return True
    return (_wide(before) or _wide(after)) and after not in " ,.;:!?)]}»”’、。，" and before not in "([{«“\u00a0\u202f"


def _wide(character: str) -> bool:
    return character >= "\u1100" and unicodedata.east_asian_width(character) in ("W", "F")
