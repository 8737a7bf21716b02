"""Cells of the register of associations that stand for nothing, or have lost their zeros."""

from __future__ import annotations

import re

_NO_CODE = "000000"


def codes_of(*cells: str) -> tuple[str, ...]:
    """Return object codes as the text of six characters that they are: a spreadsheet takes their zeros away."""
    codes = (text.zfill(len(_NO_CODE)) for text in cells if text)
    return tuple(dict.fromkeys(code for code in codes if code != _NO_CODE))


def day_of(text: str) -> str:
    """Return the day that a date begins with; "" for none, and for the year 1 that stands for none."""
    return text[:10] if re.match(r"(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", text) else ""
