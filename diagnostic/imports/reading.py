"""What a reader finds in a file for one territory, as frozen data: rows, what was skipped and why, what to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from diagnostic.dossier.row import Row

EVIDENCE = frozenset({"source", "source_date", "confidence"})
"""They follow the figure that they vouch for, and never change alone."""


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence to be said in the user's language: its key (`import.<key>`) and what fills it in."""

    key: str
    params: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row proposed to the dossier. `line` is where it stands in the file (0: added up from several).

    `brought` are the fields that the file speaks of: only these may change a row that is already there. `why` says
    what a guess rests on, None where nothing was guessed; `chosen` False: proposed, but not taken unless asked for.
    `total`: it counts all countries together, and is not taken by itself where the dossier has rows by country; less
    their people, its source is `rest_source`.

    A file that the dossier itself wrote gives its rows their `id`, or a negative one to new rows that others point
    at; `base` is the row as the file was given it, None elsewhere; `whole`: its evidence may change alone.

    `respelt` are the fields that the reader wrote its own way: another spelling of the same words changes nothing.
    `only_held`: it speaks of a row that the dossier has, and adds none. `remark` is added to what the user noted on it.
    `twin`: how many lines of the file before it are known by the same, and say something else. `apart`: a line that
    repeats it word for word is another row, as it was where the file comes from.
    """

    row: Row
    brought: frozenset[str]
    line: int = 0
    why: Said | None = None
    chosen: bool = True
    total: bool = False
    rest_source: str = ""
    base: Row | None = None
    whole: bool = False
    respelt: frozenset[str] = frozenset()
    only_held: bool = False
    remark: str = ""
    twin: int = 0
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """Lines left out for one reason: their numbers in the file, and an example of what they hold."""

    why: Said
    lines: tuple[int, ...]
    example: str = ""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A name that could not be matched with a country, and the lines where it stands: to be asked once."""

    name: str
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """Why a file names a row no more. `sure`: it says itself that another row counts the same."""

    why: Said
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A file that gives all that its source knows of a kind of row for a territory in its year.

    `sources` are how the source of such rows begins, in each language; `gone` what became of rows, by folded title.
    """

    kind: str
    sources: tuple[str, ...]
    gone: Mapping[str, Gone] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read. `format` is the id of the format, `year` what the figures describe, `notes` what to know of them.

    `proxy` names the wider territory whose figures these are, where the source keeps the territory's own secret.
    `whole`: rows that its source gave in earlier years and that are not here are out of date.
    """

    format: str
    file: str
    year: int | None = None
    candidates: tuple[Candidate, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    notes: tuple[Said, ...] = ()
    proxy: str = ""
    whole: Whole | None = None


class Setting:
    """Lines set aside while a file is read, by reason; a reader fills it and takes the tuple out."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, tuple[tuple[str, object], ...]], list[int]] = {}
        self._examples: dict[tuple[str, tuple[tuple[str, object], ...]], str] = {}

    def aside(self, line: int, key: str, example: str = "", **params: object) -> None:
        """Set a line aside for the reason `import.skip.<key>`."""
        reason = (key, tuple(sorted(params.items())))
        self._lines.setdefault(reason, []).append(line)
        self._examples.setdefault(reason, example[:80])

    def skipped(self) -> tuple[Skipped, ...]:
        """Return what was set aside, the most frequent reason first."""
        ranked = sorted(self._lines.items(), key=lambda item: -len(item[1]))
        return tuple(
            Skipped(Said(f"skip.{key}", MappingProxyType(dict(params))), tuple(lines), self._examples[key, params])
            for (key, params), lines in ranked
        )
