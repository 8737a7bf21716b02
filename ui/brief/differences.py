"""Two versions of a text side by side: which words changed. Knows no Qt."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from html import escape

_WORD = re.compile(r"\S+|\s+")


def marked(before: str, after: str) -> tuple[str, str]:
    """Return both texts as simple HTML, with the words in bold that the other does not have in that place."""
    one, other = _WORD.findall(before), _WORD.findall(after)
    first: list[str] = []
    second: list[str] = []
    for what, *places in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        start, end, begin, stop = places
        first.append(_said(one[start:end], bold=what != "equal"))
        second.append(_said(other[begin:stop], bold=what != "equal"))
    return "".join(first), "".join(second)


def _said(words: list[str], *, bold: bool) -> str:
    text = escape("".join(words)).replace("\n", "<br>")
    return f"<b>{text}</b>" if bold and text.strip() else text
