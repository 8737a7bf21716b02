"""The institutions of a territory in the ministry's file: those of the year that is kept, and what became of others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from diagnostic.imports.reading import Gone, Said, Setting
from diagnostic.territory.folding import fold


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A line of the file, of an institution of the territory. A number is None where it is kept secret."""

    line: int
    year: int
    institution: str
    enrolled: int | None
    mobile: int | None
    latest_name: str = ""
    """what it is called today, or what took it in"""


class Found:
    """The territory's institutions of one year: that asked for, or the latest of the file."""

    def __init__(self, asked: int | None) -> None:
        self.years: set[int] = set()
        self.kept: list[Enrolment] = []
        self._asked = asked
        self._names: dict[str, str] = {}
        self._in: dict[str, set[int]] = {}
        self._parts: set[str] = set()

    @property
    def year(self) -> int | None:
        """Return the year that is kept."""
        return self._asked or max(self.years, default=None)

    def see(self, year: int, setting: Setting) -> None:
        """Learn that the file has a year; those before it are not the latest any more."""
        if year in self.years:
            return
        if self._asked is None and year > (self.year or 0):
            self._parts.clear()
        self.years.add(year)
        for each in [each for each in self.kept if each.year != self.year]:
            self.kept.remove(each)
            setting.aside(each.line, "mesr_other_year")

    def take(self, enrolment: Enrolment, setting: Setting) -> None:
        """Keep a line of the year that is kept."""
        self._names[enrolment.institution] = enrolment.latest_name
        self._in.setdefault(enrolment.institution, set()).add(enrolment.year)
        if enrolment.year == self.year:
            self.kept.append(enrolment)
        else:
            setting.aside(enrolment.line, "mesr_other_year")

    def take_part(self, institution: str, year: int) -> None:
        """Learn that an institution is counted in another one in a year; the file does not say in which, nor where."""
        if year == self.year:
            self._parts.add(fold(institution))

    def former(self) -> Iterator[tuple[str, str, bool]]:
        """Yield the former names of the institutions that are kept, the present one, and whether it is but a new name.

        It is a merger where the present institution stood beside the former one, or where several became one.
        """
        kept = {each.institution for each in self.kept}
        for name, now in self._names.items():
            if now in kept and name not in kept:
                yield name, now, not any(self._together(name, other) for other in self._now(now) if other != name)

    def gone(self) -> Mapping[str, Gone]:
        """Return what became of the institutions that are not kept, by folded name.

        Sure: another of the territory counts its students, as the file says, or one that contains it. An institution
        that another territory's took in counts nowhere here: the user says whether its students are still there.
        """
        kept = {fold(each.institution) for each in self.kept}
        found = {
            fold(name): Gone(_said("mesr_elsewhere", name=now, year=self.year), sure=False)
            for name, now in self._names.items()
            if now and now != name
        }
        for name, now, same in self.former():
            found[fold(name)] = Gone(_said("mesr_new_name" if same else "mesr_merged", name=now), sure=True)
        found |= {name: Gone(_said("mesr_part", year=self.year), sure=True) for name in self._parts}
        return MappingProxyType({name: each for name, each in found.items() if name not in kept})

    def _now(self, now: str) -> Iterator[str]:
        """Yield the names of the territory that are, or became, an institution."""
        return (name for name, latest in self._names.items() if now in (name, latest))

    def _together(self, name: str, other: str) -> bool:
        return not self._in[name].isdisjoint(self._in[other])


def _said(key: str, **params: object) -> Said:
    return Said(f"why.{key}", MappingProxyType(params))
