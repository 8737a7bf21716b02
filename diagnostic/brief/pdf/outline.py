"""Where the sections stand, and the reader's outline of them (ISO 32000-1, 12.3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from diagnostic.brief.pdf.boxes import Anchor
from diagnostic.brief.pdf.file import PdfFile, number, text_string


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the document: its page (from 0), and its height on it in points."""

    page: int
    y: float


@dataclass(slots=True)
class Entry:
    """An entry of the outline, and those under it."""

    title: str
    key: str
    under: list[Entry] = field(default_factory=list)
    number: int = 0


def outline_of(anchors: Sequence[Anchor], annexes: str) -> list[Entry]:
    """Return the outline: headings under their sections, annexes under one entry of that title if there is one."""
    found: list[Entry] = []
    together: Entry | None = None
    last: Entry | None = None
    for anchor in anchors:
        entry = Entry(anchor.title, anchor.key)
        if anchor.level and last is not None:
            last.under.append(entry)
            continue
        last = entry
        if anchor.annex and annexes:
            if together is None:
                together = Entry(annexes, anchor.key)
                found.append(together)
            together.under.append(entry)
        else:
            found.append(entry)
    return found


def destination(place: Place, pages: Sequence[int], left: float) -> str:
    """Return a destination, the page seen as it is."""
    return f"[{pages[place.page]} 0 R /XYZ {number(left)} {number(place.y)} null]"


def write_outline(file: PdfFile, entries: Sequence[Entry], places: Mapping[str, str]) -> int:
    """Write the outline, folded to its first level; return its number. `places` are the destinations of the keys."""
    root = file.reserve()
    _numbered(file, entries)
    _write(file, entries, root, places)
    ends = f"/First {entries[0].number} 0 R /Last {entries[-1].number} 0 R" if entries else ""
    return file.put(f"<</Type /Outlines {ends} /Count {len(entries)}>>", root)


def _numbered(file: PdfFile, entries: Sequence[Entry]) -> None:
    for entry in entries:
        entry.number = file.reserve()
        _numbered(file, entry.under)


def _write(file: PdfFile, entries: Sequence[Entry], parent: int, places: Mapping[str, str]) -> None:
    for place, entry in enumerate(entries):
        parts = [f"/Title {text_string(entry.title)} /Parent {parent} 0 R /Dest {places[entry.key]}"]
        if place:
            parts.append(f"/Prev {entries[place - 1].number} 0 R")
        if place + 1 < len(entries):
            parts.append(f"/Next {entries[place + 1].number} 0 R")
        if entry.under:
            first, last = entry.under[0].number, entry.under[-1].number
            parts.append(f"/First {first} 0 R /Last {last} 0 R /Count -{len(entry.under)}")
        file.put(f"<<{' '.join(parts)}>>", entry.number)
        _write(file, entry.under, entry.number, places)
