"""The sentences of the program, in one language, read from the translation files."""

from __future__ import annotations

import errno
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from diagnostic import formats
from diagnostic.errors import WorldError

LANGUAGES = ("fr", "en")
_MOST_DIGITS = 6
_FAULTS = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "denied"),
    **dict.fromkeys((errno.ENOENT, errno.ENODEV), "gone"),
    errno.EBUSY: "locked",
    **dict.fromkeys((errno.EIO, errno.ENXIO, errno.ETIMEDOUT), "support"),
    **dict.fromkeys((errno.ENOSPC, errno.EFBIG), "full"),
    **dict.fromkeys((errno.EMFILE, errno.ENFILE), "busy_files"),
    errno.EISDIR: "folder",
    errno.ENAMETOOLONG: "long_name",
}
"""What the system's refusals are called (`fault.<name>`): it says them in English alone."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Every sentence of one language, by key; `lang` is "fr" or "en"."""

    lang: str
    entries: Mapping[str, str]

    def __call__(self, key: str, /, **params: object) -> str:
        """Return the sentence `key` with its parameters filled in. An unknown key is our fault: KeyError."""
        sentence = self.entries[key]
        return sentence.format_map(params) if params else sentence

    def has(self, key: str) -> bool:
        """Return whether the language has a sentence of that name."""
        return key in self.entries

    def plural(self, key: str, count: float, /, **params: object) -> str:
        """Return `key`.one or `key`.other with {count} filled in; in French, 0 and 1 are one."""
        form = "one" if self.single(count) else "other"
        return self(f"{key}.{form}", count=self.number(count), **params)

    def single(self, count: float) -> bool:
        """Return whether a count takes the singular: below two in French, one alone in English."""
        return abs(count) < 2 if self.lang == "fr" else count == 1

    def label(self, value: StrEnum) -> str:
        """Return the name of a term of the vocabulary, e.g. a partnership's form."""
        return self(f"term.{type(value).__name__}.{value.value}")

    def error(self, fault: WorldError, hand: str = "") -> str:
        """Return the calm sentence for a fault of the world, with what can be done about it by `hand` ("cli"…)."""
        params = {name: self.worded(value) for name, value in fault.params.items()}
        advice = f"{hand}.advice.{fault.key}"
        return " ".join(self(key, **params) for key in (f"error.{fault.key}", advice) if key != advice or self.has(key))

    def worded(self, value: object) -> object:
        """Return a parameter as this language says it: a term or a system's fault by its name, a figure as written."""
        if isinstance(value, OSError):
            return self(f"fault.{_FAULTS.get(value.errno or 0, 'other')}", number=value.errno or "–")
        if isinstance(value, StrEnum) and self.has(f"term.{type(value).__name__}.{value.value}"):
            return self.label(value)
        if isinstance(value, float):
            return self.number(value, next((n for n in range(_MOST_DIGITS) if round(value, n) == value), _MOST_DIGITS))
        return value

    def listing(self, names: list[str] | tuple[str, ...]) -> str:
        """Return the names joined as in a sentence: "a, b et c"."""
        if len(names) < 2:
            return "".join(names)
        return ", ".join(names[:-1]) + f" {self('word.and')} " + names[-1]

    def number(self, value: float | None, digits: int = 0) -> str:
        """Return a number as the language writes it."""
        return formats.number(value, self.lang, digits)

    def percent(self, value: float | None, digits: int = 0) -> str:
        """Return a percentage as the language writes it; `value` is in per cent."""
        return formats.percent(value, self.lang, digits)

    def money(self, value: float | None, digits: int = 0) -> str:
        """Return euros as the language writes them."""
        return formats.money(value, self.lang, digits)

    def date(self, iso: str) -> str:
        """Return a whole or partial ISO date in words."""
        return formats.partial_date(iso, self.lang, tuple(self("word.months").split()))


@cache  # each reading of a file asks for them again: as long as reading 20 MB takes
def load_texts(lang: str) -> Texts:
    """Return the texts of `lang` ("fr" or "en"). Raise ValueError for another language."""
    if lang not in LANGUAGES:
        raise ValueError(lang)
    entries: dict[str, str] = {}
    folder = files("resources") / "translations" / lang
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            _flatten("", tomllib.loads(file.read_text(encoding="utf-8")), entries)
    return Texts(lang, MappingProxyType(entries))


def _flatten(prefix: str, table: Mapping[str, object], entries: dict[str, str]) -> None:
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping):
            _flatten(f"{key}.", value, entries)
        elif key in entries:
            raise ValueError(f"the text {key} stands in two files")
        else:
            entries[key] = str(value)
