"""Between what a person types or reads and the value of a field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from diagnostic.dossier.fields import FieldSpec, FieldType
from diagnostic.formats import UNKNOWN
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts

YES = frozenset({"oui", "o", "yes", "y", "vrai", "true", "1", "x"})
NO = frozenset({"non", "n", "no", "faux", "false", "0"})
_WITHOUT_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which a command line can hand over and no file can keep."""
_SPACES = re.compile(r"\s+")
_NUMBER = re.compile(r"([+-]?)([0-9.,]+)(k|m)?€?", re.IGNORECASE)
_AMBIGUOUS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_GROUPED = re.compile(r"[0-9]{1,3}([.,][0-9]{3})+")
_DAYS = (
    (re.compile(r"([0-9]{4})"), ("year",)),
    (re.compile(r"([0-9]{4})-([0-9]{1,2})"), ("year", "month")),
    (re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"), ("year", "month", "day")),
    (re.compile(r"([0-9]{1,2})[/.]([0-9]{4})"), ("month", "year")),
    (re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})"), ("day", "month", "year")),
)
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Unreadable(ValueError):
    """What was typed is no value of the field: `unread.<key>` says why. The typed text is kept by the caller."""

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


def read(spec: FieldSpec, typed: str, countries: Countries) -> Any:
    """Return the value of what was typed in a field; nothing typed is the field's empty value. Unreadable otherwise.

    Numbers may carry spaces, €, k or M, a decimal comma or point. Terms are given by their code.
    """
    typed = _WITHOUT_HALVES.sub("\N{REPLACEMENT CHARACTER}", typed)
    text = typed.strip()
    if spec.kind is FieldType.NOTE:
        return typed
    if not text:
        return empty(spec)
    if spec.kind in (FieldType.COUNTRY, FieldType.COUNTRIES):
        return _read_countries(spec, text, countries)
    return _READERS[spec.kind](spec, text)


def empty(spec: FieldSpec) -> Any:
    """Return the value of a field in which nothing is said."""
    if spec.kind in (FieldType.CHOICES, FieldType.COUNTRIES):
        return ()
    if spec.kind is FieldType.PICTURE:
        return b""
    return "" if spec.kind in (FieldType.TEXT, FieldType.NOTE, FieldType.DAY, FieldType.COUNTRY) else None


def show(spec: FieldSpec, value: Any, texts: Texts, countries: Countries) -> str:
    """Return a value as a table shows it; a dash where nothing is known."""
    if value == empty(spec):
        return UNKNOWN
    if spec.kind is FieldType.FLAG:
        return texts("word.yes" if value else "word.no")
    if spec.kind in (FieldType.COUNT, FieldType.AMOUNT, FieldType.FIGURE):
        return texts.number(value, 0 if float(value).is_integer() else 2)
    if spec.kind is FieldType.DAY:
        return texts.date(value)
    if spec.kind is FieldType.CHOICES:
        return ", ".join(texts.label(term) for term in value)
    if spec.kind is FieldType.CHOICE:
        return texts.label(value)
    if spec.kind is FieldType.PICTURE:
        return texts("word.picture", size=texts.number(max(1, round(len(value) / 1000))))
    return typed(spec, value, texts, countries)


def typed(spec: FieldSpec, value: Any, texts: Texts, countries: Countries) -> str:
    """Return a value as an editor holds it, such that `read` gives it back; nothing for a picture."""
    if value == empty(spec) or spec.kind is FieldType.PICTURE:
        return ""
    if spec.kind is FieldType.COUNTRY:
        return _country_name(value, texts, countries)
    if spec.kind is FieldType.COUNTRIES:
        return "; ".join(_country_name(code, texts, countries) for code in value)
    if spec.kind is FieldType.CHOICES:
        return ", ".join(term.value for term in value)
    if spec.kind is FieldType.FLAG:
        return texts("word.yes" if value else "word.no")
    if spec.kind is FieldType.DAY:
        return "/".join(reversed(value.split("-")))
    if isinstance(value, float):
        plain = f"{value:.0f}" if value.is_integer() else f"{Decimal(repr(value)):f}"
        plain = f"{plain}0" if _AMBIGUOUS.fullmatch(plain) else plain  # 1,234 is also how 1 234 is typed
        return plain.replace(".", "," if texts.lang == "fr" else ".")
    return str(value)


def _country_name(code: str, texts: Texts, countries: Countries) -> str:
    country = countries.get(code)
    return country.name(texts.lang) if country else code


def _read_text(spec: FieldSpec, text: str) -> str:
    return _SPACES.sub(" ", text)


def _read_count(spec: FieldSpec, text: str) -> int:
    sign, digits, scale = _number_parts(text)
    grouped = _GROUPED.fullmatch(digits)
    value = float(re.sub("[.,]", "", digits)) if grouped and not scale else _decimal(digits)
    value *= _scale(scale)
    if not value.is_integer():
        raise Unreadable("whole", text=text)
    return int(_bounded(spec, sign, value))


def _read_amount(spec: FieldSpec, text: str) -> float:
    sign, digits, scale = _number_parts(text)
    if _AMBIGUOUS.fullmatch(digits) and not scale:
        raise Unreadable("ambiguous", text=text, whole=re.sub("[.,]", "", digits))
    return _bounded(spec, sign, _decimal(digits) * _scale(scale))


def _number_parts(text: str) -> tuple[str, str, str]:
    match = _NUMBER.fullmatch(_SPACES.sub("", text).replace("\N{MINUS SIGN}", "-"))
    if not match or not any(character.isdigit() for character in match[2]):
        raise Unreadable("number", text=text)
    return match[1], match[2], (match[3] or "").lower()


def _scale(letter: str) -> float:
    return {"": 1.0, "k": 1e3, "m": 1e6}[letter]


def _decimal(digits: str) -> float:
    """Read 1234,5 and 1234.5 and 1.234,5 and 1,234.5: the last mark, if it stands alone of its kind, is the decimal."""
    last = max(digits.rfind(","), digits.rfind("."))
    if last >= 0 and digits.count(digits[last]) == 1:
        whole, part = re.sub("[.,]", "", digits[:last]), digits[last + 1 :]
        return float(f"{whole or 0}.{part or 0}")
    if last >= 0 and not _GROUPED.fullmatch(digits):
        raise Unreadable("number", text=digits)
    return float(re.sub("[.,]", "", digits))


def _bounded(spec: FieldSpec, sign: str, value: float) -> float:
    if sign == "-" and value:
        raise Unreadable("negative")
    if spec.maximum is not None and value > spec.maximum:
        if spec.kind is FieldType.FIGURE:
            raise Unreadable("above", most=f"{spec.maximum:g}")
        raise Unreadable("too_large")
    return value


def _read_year(spec: FieldSpec, text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text) or not (spec.minimum or 0) <= int(text) <= (spec.maximum or 9999):
        raise Unreadable("year", text=text)
    return int(text)


def _read_day(spec: FieldSpec, text: str) -> str:
    for pattern, names in _DAYS:
        match = pattern.fullmatch(text)
        if match:
            return _iso(text, dict(zip(names, map(int, match.groups()), strict=True)))
    raise Unreadable("day", text=text)


def _iso(text: str, parts: Mapping[str, int]) -> str:
    year, month, day = parts["year"], parts.get("month", 1), parts.get("day", 1)
    if not (1000 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= _LONGEST[month - 1]):
        raise Unreadable("day", text=text)
    if month == 2 and day == 29 and (year % 4 or (year % 100 == 0 and year % 400)):
        raise Unreadable("day", text=text)
    pieces = (f"{year:04}", f"{month:02}", f"{day:02}")
    return "-".join(pieces[: len(parts)])


def _read_choice(spec: FieldSpec, text: str) -> Any:
    for term in spec.options or ():
        if text.lower() == term.value.lower():
            return term
    raise Unreadable("term", text=text, terms=", ".join(term.value for term in spec.options or ()))


def _read_choices(spec: FieldSpec, text: str) -> tuple[Any, ...]:
    terms = [_read_choice(spec, part.strip()) for part in re.split(r"[,;]", text) if part.strip()]
    return tuple(dict.fromkeys(terms))


def _read_flag(spec: FieldSpec, text: str) -> bool:
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return False
    raise Unreadable("flag", text=text)


def _read_link(spec: FieldSpec, text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise Unreadable("link", text=text)
    return int(text)


def _read_picture(spec: FieldSpec, text: str) -> bytes:
    raise Unreadable("picture", text=text)


def _read_countries(spec: FieldSpec, text: str, countries: Countries) -> Any:
    if spec.kind is FieldType.COUNTRY:
        return _country_code(text, countries)
    names = [part.strip() for part in re.split(r"[;\n]", text)]
    if len(names) == 1 and countries.recognise(text) is None:
        names = [part.strip() for part in text.split(",")]
    return tuple(dict.fromkeys(_country_code(name, countries) for name in names if name))


def _country_code(name: str, countries: Countries) -> str:
    country = countries.recognise(name)
    if country is None:
        raise Unreadable("country", text=name)
    return country.code


_READERS: Mapping[FieldType, Callable[[FieldSpec, str], Any]] = {
    FieldType.TEXT: _read_text,
    FieldType.COUNT: _read_count,
    FieldType.AMOUNT: _read_amount,
    FieldType.FIGURE: _read_amount,
    FieldType.YEAR: _read_year,
    FieldType.DAY: _read_day,
    FieldType.CHOICE: _read_choice,
    FieldType.CHOICES: _read_choices,
    FieldType.FLAG: _read_flag,
    FieldType.LINK: _read_link,
    FieldType.PICTURE: _read_picture,
}
