"""What a format is: a way to recognise a file, and a way to read it for one territory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from diagnostic.dossier.records import Territory
from diagnostic.imports.reading import Reading
from diagnostic.imports.scope import Scope
from diagnostic.imports.source import Source
from diagnostic.territory.countries import Countries, Country
from diagnostic.territory.folding import fold
from diagnostic.territory.places import Places
from diagnostic.watching import Watch


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a file shows at first sight: its name, its first lines, its separator, and the first records.

    For a workbook, `sheets` are the names of its sheets, `sheet` the one whose first rows are `records` (the first),
    `others` the first rows of those after it. For an archive of several tables, `members` are their names and nothing
    else is shown.
    """

    name: str
    text: str
    separator: str
    records: tuple[tuple[str, ...], ...]
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    others: tuple[tuple[tuple[str, ...], ...], ...] = ()
    members: tuple[str, ...] = ()

    def each_sheet(self) -> Iterator[Look]:
        """Yield the look of each sheet by itself, this one first."""
        yield self
        for name, records in zip(self.sheets[1:], self.others, strict=False):
            yield replace(self, sheet=name, records=records, others=())

    def header(self) -> frozenset[str]:
        """Return the names of the first record, folded."""
        return frozenset(fold(cell) for cell in self.records[0]) if self.records else frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """For whom a file is read. `year` is asked for by the user (None: what the file says), `day` today (ISO).

    `names` are the countries that the user gave to names nobody else knew: an ISO code, or "" for none, by folded name.
    `associations` are the numbers (RNA) of those that the dossier has, in capitals.
    """

    territory: Territory
    scope: Scope
    places: Places
    countries: Countries
    lang: str
    day: str
    year: int | None = None
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    associations: frozenset[str] = frozenset()

    def country(self, name: str) -> Country | None:
        """Return the country of a name or a code, as known or as the user said; None when it has to be asked."""
        own = self.names.get(fold(name))
        return self.countries.get(own) if own else self.countries.recognise(name)

    def ignored(self, name: str) -> bool:
        """Return whether the user said that a name is no country."""
        return self.names.get(fold(name)) == ""


@dataclass(frozen=True, slots=True)
class Format:
    """A published format. `id` names it on the command line and in texts (`import.format.<id>`)."""

    id: str
    recognises: Callable[[Look], bool]
    read: Callable[[Source, Case, Watch], Reading]
