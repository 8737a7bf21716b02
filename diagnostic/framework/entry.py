"""One entry of a framework file, read field by field; what is wrong is said with file, entry and field."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from diagnostic.errors import WorldError
from diagnostic.framework.known import LANGUAGES
from diagnostic.framework.mending import Expected
from diagnostic.framework.model import Bilingual

_E = TypeVar("_E", bound=StrEnum)
_EMPTY: Bilingual = MappingProxyType(dict.fromkeys(LANGUAGES, ""))


class Entry:
    """A TOML table being read. `file` and `name` are for the errors; `close` refuses fields that nothing read."""

    def __init__(self, file: str, name: str, table: Mapping[str, object]) -> None:
        self.file = file
        self.name = name
        self.raw = table
        self._read: set[str] = set()

    def fault(self, key: str, **params: object) -> WorldError:
        """Return the fault `framework_<key>` of this entry."""
        return WorldError(f"framework_{key}", file=self.file, entry=self.name, **params)

    def has(self, field: str) -> bool:
        """Return whether the entry has that field."""
        return field in self.raw

    def text(self, field: str, default: str | None = None) -> str:
        """Return a text; `default` None means that it is needed."""
        value = self._take(field, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.fault("wrong_type", field=field, expected=Expected.TEXT)
        return value

    def bilingual(self, field: str, *, needed: bool = True) -> Bilingual:
        """Return a text in French and English; empty texts when it is neither there nor needed."""
        if not needed and field not in self.raw:
            return _EMPTY
        value = self.raw.get(field, {})
        self._read.add(field)
        if not isinstance(value, Mapping):
            raise self.fault("missing_translation", field=field, language="fr, en")
        for language in LANGUAGES:
            said = value.get(language)
            if not isinstance(said, str) or not said.strip():
                raise self.fault("missing_translation", field=field, language=language)
        return MappingProxyType({language: _one_line(str(value[language])) for language in LANGUAGES})

    def number(self, field: str, default: float | None = None) -> float:
        """Return a finite number; `default` None means that it is needed."""
        value = self._take(field, default)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault("wrong_type", field=field, expected=Expected.NUMBER)
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise self.fault("not_finite", field=field)
        return number

    def optional_number(self, field: str) -> float | None:
        """Return a number, or None when the field is not there."""
        return self.number(field) if field in self.raw else None

    def whole(self, field: str, default: int | None = None) -> int:
        """Return a whole number; `default` None means that it is needed."""
        value = self.number(field, default)
        if value != int(value):
            raise self.fault("wrong_type", field=field, expected=Expected.WHOLE)
        return int(value)

    def flag(self, field: str, default: bool = False) -> bool:
        """Return a yes or no."""
        value = self._take(field, default)
        if not isinstance(value, bool):
            raise self.fault("wrong_type", field=field, expected=Expected.FLAG)
        return value

    def term(self, field: str, terms: type[_E], default: _E | None = None) -> _E:
        """Return a term of a closed list; `default` None means that it is needed."""
        value = self.text(field, default)
        if value not in {term.value for term in terms}:
            raise self.fault("unknown_reference", field=field, value=value, known=", ".join(terms))
        return terms(value)

    def texts(self, field: str) -> tuple[str, ...]:
        """Return a list of short texts (ids), empty when the field is not there."""
        value = self._take(field, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault("wrong_type", field=field, expected=Expected.TEXTS)
        return tuple(value)

    def numbers(self) -> Mapping[str, float]:
        """Return the whole entry as numbers by name."""
        return MappingProxyType({field: self.number(field) for field in self.raw})

    def table(self, field: str) -> Entry | None:
        """Return a table inside this one as an entry of the same name, or None when it is not there."""
        if field not in self.raw:
            return None
        value = self._take(field, None)
        if not isinstance(value, Mapping):
            raise self.fault("wrong_type", field=field, expected=Expected.TABLE)
        return Entry(self.file, self.name, value)

    def tables(self, field: str) -> tuple[Entry, ...]:
        """Return the tables of a list inside this entry."""
        value = self._take(field, [])
        if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
            raise self.fault("wrong_type", field=field, expected=Expected.TABLES)
        return tuple(Entry(self.file, self.name, item) for item in value)

    def close(self) -> None:
        """Raise a WorldError when a field was left unread: a slip in its name would go unseen."""
        for field in self.raw:
            if field not in self._read:
                raise self.fault("unknown_field", field=field, known=", ".join(sorted(self._read)))

    def _take(self, field: str, default: object) -> object:
        self._read.add(field)
        if field in self.raw:
            return self.raw[field]
        if default is None:
            raise self.fault("missing_field", field=field)
        return default


def _one_line(text: str) -> str:
    """Return the text on one line; the no-break spaces of French typography stay as they are."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")
