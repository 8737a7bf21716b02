"""What the brief says, as frozen data in one language. Renderers lay it out and decide nothing.

All strings are plain text as they are meant to be read: no markup. A renderer escapes what its format needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from diagnostic.charts.drawing import Drawing


class Kind(StrEnum):
    """Which of the documents it is."""

    FULL = "full"
    EXPRESS = "express"
    """four pages, from the express questions"""
    SUMMARY = "summary"
    """two pages, for the elected official"""
    YEARLY = "yearly"
    """what was planned, done, spent and raised since the campaign before, and what changed"""


class Voice(StrEnum):
    """How a paragraph speaks."""

    BODY = "body"
    LEAD = "lead"
    """the finding in two or three lines, larger"""
    NOTE = "note"
    """sources, legends, conditions: smaller"""


class Mark(StrEnum):
    """What stands before the items of a list: shape and word tell assets from gaps, not colour alone."""

    BULLET = "bullet"
    ASSET = "asset"
    GAP = "gap"
    NUMBER = "number"


class ColumnKind(StrEnum):
    """How a column's cells are set."""

    TEXT = "text"
    NUMBER = "number"
    """right-aligned, on one line where it fits"""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of text."""

    text: str
    voice: Voice = Voice.BODY


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; `level` 2 or 3 (the section's own title is 1)."""

    text: str
    level: int = 2
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: a bold lead, its text, and a quiet note after them."""

    lead: str
    text: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]
    mark: Mark = Mark.BULLET


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its header (with the unit) and its share of the width."""

    title: str
    share: float
    kind: ColumnKind = ColumnKind.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. The first column heads its rows. `caption` says what it shows, `source` where from and when.

    `strong` are the places of rows set in bold (totals, axes); `bands` those of rows that head the rows after them,
    their first cell across the whole width; `dense` tables of the annex are set smaller.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str
    source: str = ""
    strong: tuple[int, ...] = ()
    bands: tuple[int, ...] = ()
    dense: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing under a title that says what it shows; `data` says in which table its numbers stand.

    `width` is the share of the line it takes, 0 to 1.
    """

    drawing: Drawing
    title: str
    legend: str = ""
    source: str = ""
    data: str = ""
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure to be seen from afar, what it counts, and where it comes from."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Key figures, side by side."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and what they are, one a line."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two groups of blocks side by side; read the left one first. `share` is the left one's share of the width."""

    left: tuple[Block, ...]
    right: tuple[Block, ...]
    share: float = 0.5


Block: TypeAlias = Paragraph | Heading | Items | Table | Figure | KeyFigures | Facts | Beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section. `label` names what it is (bookmarks, small line above); `title` states what it found.

    `one_page` asks that it begin and end on a page of its own; `new_page` only that it begin on a new one.
    `annex` sections come last and are to be checked rather than read.
    """

    id: str
    label: str
    title: str
    blocks: tuple[Block, ...]
    one_page: bool = False
    new_page: bool = False
    annex: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page. `notice` is not empty for a fictional territory, and must be seen.

    Where `page` is false (the summary of two pages), it has no page of its own: kicker, title, subtitle, lines and
    notice head the first section's page, small, and the drawing is left out.
    """

    kicker: str
    title: str
    subtitle: str
    lines: tuple[str, ...]
    notice: str
    drawing: Drawing
    attribution: str
    page: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefContent:
    """A whole brief. `header` runs on every page; `page` is the word before the page number;
    `day` is the campaign's date (ISO). `contents` is the title of the table of contents ("": it has none),
    `annexes` that of all annexes together in the reader's outline.
    `logo` is a picture's file (PNG or JPEG) and `accent` a colour ("#1f6f78"), both the collectivité's own, or empty.
    """

    lang: str
    title: str
    author: str
    subject: str
    header: str
    page: str
    day: str
    cover: Cover
    sections: tuple[Section, ...]
    kind: Kind = Kind.FULL
    contents: str = ""
    annexes: str = ""
    logo: bytes = b""
    accent: str = ""

    def section(self, id_: str) -> Section:
        """Return the section of that id; KeyError if the brief has none."""
        for section in self.sections:
            if section.id == id_:
                return section
        raise KeyError(id_)
