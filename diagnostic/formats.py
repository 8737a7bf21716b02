"""How numbers, shares, money and dates are written in each language."""

from __future__ import annotations

import math
import re

NARROW = "\u202f"  # narrow no-break space: French thousands, before % ; ! ? and inside « »
NO_BREAK = "\u00a0"  # before a French colon and a unit
UNKNOWN = "—"
_DAY = re.compile(r"[0-9]{1,4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?")


def number(value: float | None, lang: str, digits: int = 0) -> str:
    """Return `value` rounded half up to `digits`, grouped by thousands; a dash for what is unknown."""
    if value is None or not math.isfinite(value):
        return UNKNOWN
    scale = 10**digits
    rounded = math.copysign(math.floor(abs(value) * scale + 0.5) / scale, value)
    text = f"{rounded + 0.0:,.{digits}f}"
    if text.lstrip("-").strip("0.,") == "":
        text = text.lstrip("-")
    if lang == "fr":
        text = text.replace(",", NARROW).replace(".", ",")
    return text.replace("-", "\N{MINUS SIGN}")


def percent(value: float | None, lang: str, digits: int = 0) -> str:
    """Return `value` (already in per cent) with its sign, spaced as the language wants."""
    if value is None:
        return UNKNOWN
    return number(value, lang, digits) + (NARROW + "%" if lang == "fr" else "%")


def money(value: float | None, lang: str, digits: int = 0) -> str:
    """Return `value` in euros."""
    if value is None:
        return UNKNOWN
    text = number(value, lang, digits)
    if lang == "fr":
        return text + NO_BREAK + "€"
    return f"\N{MINUS SIGN}€{text[1:]}" if text.startswith("\N{MINUS SIGN}") else f"€{text}"


def partial_date(iso: str, lang: str, months: tuple[str, ...]) -> str:
    """Return a day known as "2024", "2024-03" or "2024-03-12" in words; what is no date ("2025-13") as it is written.

    `months` are the language's twelve names.
    """
    if not iso:
        return UNKNOWN
    if not _DAY.fullmatch(iso):
        return iso
    parts = iso.split("-")
    year = parts[0]
    if len(parts) == 1:
        return year
    month = months[int(parts[1]) - 1]
    if len(parts) == 2:
        return f"{month} {year}"
    day = str(int(parts[2]))
    if lang == "fr" and day == "1":
        day = "1er"
    return f"{day} {month} {year}"
