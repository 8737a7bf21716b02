"""The tables of an INSEE per-territory export: a preamble, then titled sections of ages in columns."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from diagnostic.errors import WorldError
from diagnostic.imports.columns import cell
from diagnostic.imports.delimited import Record
from diagnostic.territory.folding import fold

TITLE = re.compile(r"\s*(IMG1A|IMG1B|NAT1)\b\s*(.*)", re.IGNORECASE | re.DOTALL)
_GROUPED = re.compile(r"[(\[](?:[^()\[\]]* )?\d{1,3}[)\]]")
"""How many countries a group holds ("UE (à 27)"): no code of a département."""
MOST_ROWS = 20_000
"""No export holds a tenth of it: what holds more is something else, and is not kept in memory."""
_SECRET = frozenset({"", "-", "–", "n", "nd", "n.d.", "nc", "s", "ns", "c", "///", "..."})
_SPACES = re.compile(r"[\s  ]+")
_CLOSES = ("source", "sources", "champ", "lecture", "note", "notes")
_HEADERS = ("pays de naissance", "nationalite", "situation quant a l immigration", "immigration", "population")


class Sex(StrEnum):
    """Whom a section counts."""

    BOTH = "both"
    MEN = "men"
    WOMEN = "women"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a section: its number in the file, its label, its people (not rounded), None where kept secret.

    `odd` says that its cells are not those of the header: "short", or "long"; its people are then not to be trusted.
    """

    line: int
    label: str
    people: float | None
    odd: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A section: the code of its table (IMG1B…), its title, whom it counts, its lines."""

    code: str
    title: str
    sex: Sex
    entries: tuple[Entry, ...]


def read_tables(
    records: Iterable[Record], file: str, *, text: bool = True
) -> tuple[tuple[str, ...], tuple[Table, ...]]:
    """Return what the file says of itself, and the sections: what stands before them, in or over their first titles.

    `text`: every line has all its cells; a workbook leaves out the empty ones at the end.

    WorldError import_missing_column, import_number (a cell is no number), import_insee_long (too long for an export).
    """
    preamble: list[str] = []
    tables: list[Table] = []
    title: re.Match[str] | None = None
    held: list[Record] = []
    for number, (line, cells) in enumerate(records):
        if number > MOST_ROWS:
            raise WorldError("import_insee_long", file=file)
        begun = titled(cells)
        if begun:
            preamble += [_GROUPED.sub(" ", begun[2])] if title is None else []
            tables += _table(title, held, file, text=text)
            title, held = begun, []
        elif title is None or (not held and not _heads(cells)):
            preamble.append(" ".join(each.strip() for each in cells if each.strip()))
        else:
            held.append((line, cells))
    return tuple(preamble), (*tables, *_table(title, held, file, text=text))


def titled(cells: Sequence[str]) -> re.Match[str] | None:
    """Return the title of a section: its code, and the rest; None where a record is none."""
    return TITLE.fullmatch(cells[0]) if cells and not any(each.strip() for each in cells[1:]) else None


def people_of(text: str, file: str, line: int, column: str) -> float | None:
    """Return a number of people, as INSEE or a spreadsheet writes it; None where it is kept secret."""
    if text.strip().lower() in _SECRET:
        return None
    plain = _SPACES.sub("", text).replace(",", ".")
    try:
        people = float(plain)
    except ValueError:
        people = math.nan
    if not 0 <= people <= 1e9:
        raise WorldError("import_number", file=file, row=line, column=column, text=text.strip()[:40])
    return people


def both_sexes(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return the sections of both sexes; men and women are added up where a table has no section of both."""
    found = [table for table in tables if table.sex is Sex.BOTH]
    kinds = {_plain(table) for table in found}
    for men in (table for table in tables if table.sex is Sex.MEN and _plain(table) not in kinds):
        women = [other for other in tables if other.sex is Sex.WOMEN and _plain(other) == _plain(men)]
        found += [_together(men, women[0])] if women else []
    return tuple(found)


def _table(title: re.Match[str] | None, held: Sequence[Record], file: str, *, text: bool) -> Iterator[Table]:
    if title is None or not held:
        return
    (_, header), *lines = held
    names = [fold(name) for name in header]
    if "ensemble" not in names:
        found = ", ".join(name for name in header if name.strip())
        raise WorldError("import_missing_column", file=file, column="Ensemble", found=found or "–")
    place = len(names) - 1 - names[::-1].index("ensemble")
    entries = []
    for line, cells in lines:
        if cells[0].strip() and not _closes(cells):
            odd = _odd(cells, len(names), text=text)
            people = None if odd else people_of(cell(cells, place), file, line, header[place])
            entries.append(Entry(line, _SPACES.sub(" ", cells[0]).strip(), people, odd))
    yield Table(title[1].upper(), title[2].strip(" -–"), _sex(title[2]), tuple(entries))


def _odd(cells: Sequence[str], width: int, *, text: bool) -> str:
    """Return how the cells of a line are not those of the header: "short", "long"; "" where they are."""
    if any(each.strip() for each in cells[width:]):
        return "long"
    return "short" if text and len(cells) < width else ""


def _heads(cells: Sequence[str]) -> bool:
    """Return whether a line heads the columns of a section: what stands between its title and them is said of it."""
    names = [fold(cell) for cell in cells]
    return (names[0].startswith(_HEADERS) and any(names[1:])) or "ensemble" in names[1:]


def _closes(cells: Sequence[str]) -> bool:
    """Return whether a line is a note under the table."""
    return fold(cells[0]).split(" ")[0] in _CLOSES and not any(each.strip() for each in cells[1:])


def _sex(title: str) -> Sex:
    words = fold(title).split()
    if "hommes" in words and "femmes" not in words:
        return Sex.MEN
    return Sex.WOMEN if "femmes" in words and "hommes" not in words else Sex.BOTH


def _plain(table: Table) -> str:
    left_out = {"hommes", "femmes", "ensemble", "sexe"}
    return " ".join([table.code, *(word for word in fold(table.title).split() if word not in left_out)])


def _together(men: Table, women: Table) -> Table:
    others = {fold(entry.label): entry for entry in women.entries}
    entries = []
    for entry in men.entries:
        other = others.get(fold(entry.label), Entry(0, "", None))
        people = entry.people + other.people if entry.people is not None and other.people is not None else None
        entries.append(Entry(entry.line, entry.label, people, entry.odd or other.odd))
    return Table(men.code, men.title, Sex.BOTH, tuple(entries))
