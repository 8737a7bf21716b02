"""The lines of a census table sorted out: one country each, groups of countries, totals, and names to be asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diagnostic.imports.format import Case
from diagnostic.imports.formats.insee_labels import NATIONALITIES, Counted, counted
from diagnostic.imports.formats.insee_tables import Entry, Table
from diagnostic.imports.reading import Setting, Unmatched
from diagnostic.territory.countries import Country
from diagnostic.territory.folding import fold


@dataclass(frozen=True, slots=True)
class Sorted:
    """`countries` are the lines of one country. `others` are the people of groups and of names not matched, None when
    one of these is secret; `line` the first of them, 0 for none."""

    countries: tuple[tuple[str, Entry], ...]
    others: float | None
    line: int
    unmatched: tuple[Unmatched, ...]
    odd: bool = False
    """a line of `others` has not the cells of the header"""


def most_detailed(tables: Sequence[Table]) -> Table | None:
    """Return the table that tells most countries apart with their people; None when none does."""
    ranked = [(len(_told(table)), table) for table in tables]
    best = max(ranked, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def entry_of(tables: Sequence[Table], what: Counted) -> Entry | None:
    """Return the first line that counts this and gives its people."""
    entries = (entry for table in tables for entry in table.entries)
    return next((entry for entry in entries if entry.people is not None and counted(entry.label) is what), None)


def sort_out(table: Table, case: Case, setting: Setting) -> Sorted:
    """Return the lines of a table by what they count; those that give no row of their own are set aside with why."""
    countries: list[tuple[str, Entry]] = []
    others: list[Entry] = []
    unmatched: list[Unmatched] = []
    for entry in table.entries:
        what = counted(entry.label)
        country = _country(entry.label, case) if what is Counted.COUNTRY else None
        if what in (Counted.FRENCH, Counted.TOTAL, Counted.ABROAD) or (country and country.home):
            setting.aside(entry.line, "insee_total" if what in (Counted.TOTAL, Counted.ABROAD) else "insee_french")
        elif what is Counted.GROUP or case.ignored(entry.label):
            setting.aside(entry.line, f"insee_{entry.odd or 'group'}", entry.label)
            others.append(entry)
        elif country is None:
            unmatched.append(Unmatched(entry.label, (entry.line,)))
            others.append(entry)
        elif entry.odd:
            setting.aside(entry.line, f"insee_{entry.odd}", entry.label)
        elif entry.people is None:
            setting.aside(entry.line, "insee_secret", entry.label)
        else:
            countries.append((country.code, entry))
    known = [entry.people for entry in others if entry.people is not None]
    whole = sum(known) if len(known) == len(others) else None
    first = others[0].line if others else 0
    return Sorted(tuple(countries), whole, first, tuple(unmatched), any(entry.odd for entry in others))


def _country(label: str, case: Case) -> Country | None:
    code = NATIONALITIES.get(fold(label))
    return case.countries.get(code) if code else case.country(label)


def _told(table: Table) -> list[Entry]:
    return [entry for entry in table.entries if entry.people is not None and counted(entry.label) is Counted.COUNTRY]
