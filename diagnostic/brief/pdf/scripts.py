"""Text made ready to be drawn: cleaned, Arabic letters joined, right-to-left pieces put in the order of the eye."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from bidi import get_display

LETTER = r"[^\W\d_]"
_APOSTROPHE = re.compile(rf"(?<={LETTER})'(?={LETTER})")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_JOINED = re.compile("[\ufb50-\ufeff]")
_TONES = re.compile("[\U0001f3fb-\U0001f3ff]")
_OTHER_BRACKET = dict(zip("()[]{}", ")(][}{", strict=True))
_ORDINARY = re.compile("[\n -~\u00a0-\u00ac\u00ae-\u024f\u2010-\u2027\u202f-\u205e\u20ac\u2190-\u22ff\u25b2\u25bc]*")
"""Composed letters and signs that are printed as they are; most texts hold no other."""


def clean(text: str) -> str:
    """Return the text composed (NFC), without control, invisible or half characters; new lines stay.

    An apostrophe between two letters becomes the typographic one, as in print. A lone surrogate, which no file can
    hold, becomes U+FFFD.
    """
    if _ORDINARY.fullmatch(text):
        return _APOSTROPHE.sub("’", text) if "'" in text else text
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
    return str(_reshaper().reshape(text))


@cache
def _reshaper() -> Any:
    """Return what joins Arabic letters."""
    from arabic_reshaper.arabic_reshaper import ArabicReshaper  # slow to load, and few texts need it

    make: Any = ArabicReshaper  # it ships no types
    return make(configuration={"delete_harakat": False})


def toneless(text: str) -> str:
    """Return the text without skin tones: an emoji in one ink would show them as a swatch beside it."""
    return _TONES.sub("", text)


def seen(line: str) -> str:
    """Return one line in the order of the eye, left to right.

    The brief's own languages run from the left, and so does a line that has any of their letters.
    """
    if not right_to_left(line):
        return line
    text = line.rstrip(" ")
    turned = str(get_display(text, base_dir="L" if _has_left_to_right(text) else "R"))
    return _mirrored(turned) + line[len(text) :]


def _has_left_to_right(text: str) -> bool:
    return any(unicodedata.bidirectional(character) == "L" for character in text)


def _mirrored(turned: str) -> str:
    """Return the line with the brackets around what was turned shown the other way round, as they are read.

    The library turns the order and leaves the shapes: a pair that it turned stands closing bracket first.
    """
    found, waiting = list(turned), list[int]()
    for place, character in enumerate(turned):
        if character not in _OTHER_BRACKET:
            continue
        if waiting and turned[waiting[-1]] == _OTHER_BRACKET[character]:
            partner = waiting.pop()
            if character in "([{" and not _has_left_to_right(turned[partner:place]):
                found[partner], found[place] = character, turned[partner]
        else:
            waiting.append(place)
    return "".join(found)


def right_to_left(text: str) -> bool:
    """Return whether some of the text is read from the right."""
    return _RIGHT_TO_LEFT.search(text) is not None


def letters(text: str) -> str:
    """Return a text with the joined forms of Arabic letters undone."""
    if not _JOINED.search(text):
        return text
    return "".join(unicodedata.normalize("NFKC", c) if _JOINED.match(c) else c for c in text)


def breakable(before: str, after: str) -> bool:
    """Return whether a line may end between two characters: after a space, a dash or a slash, around ideographs."""
    if before == " ":
        return after != " "
    if before in "-–—/" and after.isalpha():
        return True
    return (_wide(before) or _wide(after)) and after not in " ,.;:!?)]}»”’、。，" and before not in "([{«“\u00a0\u202f"


def _wide(character: str) -> bool:
    return character >= "\u1100" and unicodedata.east_asian_width(character) in ("W", "F")
