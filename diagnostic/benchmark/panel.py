"""The panel as frozen data, read from `resources/benchmark/panel.toml`."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from diagnostic.framework.model import Bilingual


@dataclass(frozen=True, slots=True)
class Bracket:
    """From `low` (included) to `high` (excluded, infinite for the last), how many of the panel."""

    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracketed:
    """A figure given by brackets. `n` answered; `usual` is the range given, which `span` names; `doubt`: what is unsure
    in the source."""

    id: str
    title: Bilingual
    unit: str
    n: int
    brackets: tuple[Bracket, ...]
    usual: tuple[float, float]
    span: Bilingual
    median: float | None = None
    mean: float | None = None
    doubt: Bilingual | None = None

    def bracket_of(self, value: float) -> Bracket:
        """Return the bracket that a value falls in."""
        return next(bracket for bracket in self.brackets if value < bracket.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """Per cent of the panel by term of a vocabulary, or by option of an indicator (`indicator` names it then).

    `n` is None where the source does not print it. `options`: the survey's own answers, where its question was another
    one than the indicator's: the territory's answer then stands beside them and matches none.
    """

    id: str
    title: Bilingual
    shares: Mapping[str, float]
    n: int | None = None
    vocabulary: str = ""
    indicator: str = ""
    options: Mapping[str, Bilingual] = field(default_factory=lambda: MappingProxyType({}))
    doubt: Bilingual | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class National:
    """A national figure, or a range, beside the indicator of that id and in its unit."""

    id: str
    indicator: str
    low: float
    high: float
    unit: Bilingual
    source: Bilingual
    year: int
    doubt: Bilingual | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The survey's answers and the national figures. `peer_population`: under it, the panel is no peer group."""

    source: Bilingual
    year: int
    members: int
    answered: int
    peer_population: int
    bracketed: Mapping[str, Bracketed]
    shared: Mapping[str, Shared]
    national: tuple[National, ...]


def load_panel() -> Panel:
    """Return the shipped panel."""
    text = (files("resources") / "benchmark" / "panel.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text)
    return Panel(
        **raw["panel"],
        bracketed={entry["id"]: _bracketed(entry) for entry in raw["bracketed"]},
        shared={entry["id"]: Shared(**entry) for entry in raw["shared"]},
        national=tuple(_national(entry) for entry in raw["national"]),
    )


def _bracketed(entry: Mapping[str, Any]) -> Bracketed:
    low, brackets = 0.0, []
    for raw in entry["brackets"]:
        high = float(raw.get("below", math.inf))
        brackets.append(Bracket(low, high, raw["count"]))
        low = high
    fields = {
        name: entry[name] for name in ("id", "title", "unit", "n", "span", "median", "mean", "doubt") if name in entry
    }
    return Bracketed(**fields, brackets=tuple(brackets), usual=(entry["usual"][0], entry["usual"][1]))


def _national(entry: Mapping[str, Any]) -> National:
    fields = {name: value for name, value in entry.items() if name not in ("value", "low", "high")}
    low = float(entry.get("low", entry.get("value", math.nan)))
    return National(**fields, low=low, high=float(entry.get("high", low)))
