"""From plain data, as the dossier's own files hold it, to a row."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.pictures import is_picture
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.dossier.values import empty
from diagnostic.territory.countries import Countries

_ISO = re.compile("[1-2][0-9]{3}(-[0-9]{2}){0,2}")
_TEXTS = frozenset({FieldType.TEXT, FieldType.NOTE, FieldType.DAY, FieldType.COUNTRY})
_COUNTRIES = frozenset({FieldType.COUNTRY, FieldType.COUNTRIES})
_SEVERAL = frozenset({FieldType.CHOICES, FieldType.COUNTRIES})


class NotOurs(ValueError):
    """Data that is no row of ours: the field, and what stands there."""

    def __init__(self, field: str, value: object) -> None:
        super().__init__(field, value)
        self.field = field
        self.value = value


def row_from(kind: str, data: Mapping[str, Any], countries: Countries | None = None) -> tuple[Row, frozenset[str]]:
    """Return a row and the fields that the data speaks of. NotOurs where a value is not of its field's type.

    A term that this program does not know stays in `unread`, as when a dossier is opened; so does a country's code that
    none of `countries` has (None: codes are taken as they are).
    """
    specs = specs_of(RECORDS[kind])
    unread = _unread(data.get("unread", {}))
    values: dict[str, Any] = {}
    for name, spec in specs.items():
        if name in data:
            values[name], foreign = _value(spec, data[name])
            if countries is not None and spec.kind in _COUNTRIES:
                values[name], foreign = _known(values[name], countries)
            if foreign:
                unread[name] = foreign
    number = data.get("id", 0)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 1 << 62:
        raise NotOurs("id", number)
    row = RECORDS[kind](id=number, unread=MappingProxyType(unread), **values)
    return row, frozenset(values)


def said(row: Row, field: str) -> object:
    """Return what a row says in a field such that two ways of writing it are one: spaces, the last binary digits."""
    return plainly(row.unread.get(field) or getattr(row, field))


def plainly(value: object) -> object:
    """Return a value such that two ways of writing it are one."""
    if isinstance(value, str):
        return " ".join(value.split())
    return f"{value:.15g}" if isinstance(value, float) else value


def _unread(data: object) -> dict[str, str]:
    if not isinstance(data, dict) or not all(isinstance(text, str) for text in data.values()):
        raise NotOurs("unread", data)
    return {whole(name): whole(text) for name, text in data.items()}


def _value(spec: FieldSpec, data: Any) -> tuple[Any, str]:
    if data is None:
        return empty(spec), ""
    if spec.options is not None:
        return _terms(spec, data)
    if spec.kind in _SEVERAL:
        if isinstance(data, list) and all(isinstance(item, str) for item in data):
            return tuple(whole(item) for item in data), ""
    elif spec.kind in _TEXTS:
        if isinstance(data, str) and not (spec.kind is FieldType.DAY and data != _day(data)):
            return whole(data), ""
    elif spec.kind is FieldType.PICTURE:
        return _picture(spec, data), ""
    elif spec.kind is FieldType.FLAG:
        if isinstance(data, bool):
            return data, ""
    elif isinstance(data, int | float) and not isinstance(data, bool):
        return _number(spec, data), ""
    raise NotOurs(spec.name, data)


def whole(text: str) -> str:
    """Return a text without the halves of characters that JSON can hand over and no file can keep."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _known(codes: Any, countries: Countries) -> tuple[Any, str]:
    """Return the codes that there are, and the others as they stand."""
    if isinstance(codes, str):
        return (codes, "") if not codes or countries.get(codes) else ("", codes)
    foreign = ", ".join(code for code in codes if not countries.get(code))
    return tuple(code for code in codes if countries.get(code)), foreign


def _day(text: str) -> str:
    """Return a whole or partial ISO date as it is; something else for what is none."""
    if not text or not _ISO.fullmatch(text):
        return ""
    try:
        date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return ""
    return text


def _number(spec: FieldSpec, data: int | float) -> int | float:
    whole = spec.kind in (FieldType.COUNT, FieldType.YEAR, FieldType.LINK)
    outside = not (spec.minimum or 0) <= data <= (spec.maximum if spec.maximum is not None else 1 << 62)
    if outside or (whole and not isinstance(data, int)):
        raise NotOurs(spec.name, data)
    return data if whole else float(data)


def _picture(spec: FieldSpec, data: Any) -> bytes:
    """Return a picture given as base64."""
    try:
        picture = b64decode(data, validate=True)
    except (TypeError, ValueError):
        raise NotOurs(spec.name, data) from None
    if picture and not is_picture(picture):
        raise NotOurs(spec.name, data)
    return picture


def _terms(spec: FieldSpec, data: Any) -> tuple[Any, str]:
    terms = {term.value: term for term in spec.options or ()}
    if spec.kind is FieldType.CHOICE and isinstance(data, str):
        return terms.get(data), "" if data in terms else whole(data)
    if spec.kind is FieldType.CHOICES and isinstance(data, list) and all(isinstance(item, str) for item in data):
        known = tuple(terms[item] for item in data if item in terms)
        return known, ", ".join(whole(item) for item in data if item not in terms)
    raise NotOurs(spec.name, data)
