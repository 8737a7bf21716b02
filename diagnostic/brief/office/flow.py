"""A brief as what a word processor edits: paragraphs in named styles, lists, tables, pictures, a table of contents.

Everything that is decided between the content and the file is decided here and in what makes it; the two writers
(`brief.docx`, `brief.odt`) only spell it in their own format. Texts are clean (`cleaning.fit`) and plain: no markup.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from diagnostic.brief.content import Mark
from diagnostic.charts.drawing import Drawing


class Style(StrEnum):
    """The paragraph styles: `sheet.LOOKS` says how each looks."""

    NORMAL = "normal"
    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    KICKER = "kicker"
    TITLE = "title"
    SUBTITLE = "subtitle"
    COVER_LINE = "cover_line"
    NOTICE = "notice"
    HEADING_1 = "heading_1"
    HEADING_2 = "heading_2"
    HEADING_3 = "heading_3"
    CAPTION = "caption"
    FIGURE = "figure"
    LIST_BULLET = "list_bullet"
    LIST_NUMBER = "list_number"
    LIST_ASSET = "list_asset"
    LIST_GAP = "list_gap"
    CELL = "cell"
    CELL_NUMBER = "cell_number"
    CELL_HEAD = "cell_head"
    CELL_HEAD_NUMBER = "cell_head_number"
    CELL_ROW = "cell_row"
    DENSE = "dense"
    DENSE_NUMBER = "dense_number"
    DENSE_ROW = "dense_row"
    KEY_VALUE = "key_value"
    KEY_LABEL = "key_label"
    KEY_NOTE = "key_note"
    HEADER = "header"
    FOOTER = "footer"
    CONTENTS_TITLE = "contents_title"
    CONTENTS_LINE = "contents_line"
    CONTENTS_INNER = "contents_inner"


ENTRIES = {1: Style.CONTENTS_LINE, 2: Style.CONTENTS_INNER}
"""The style of a line of the table of contents, by its level."""


class Ink(StrEnum):
    """The character styles."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    """smaller and lighter: a note after its text, a cell's later lines"""
    ASSET = "asset"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one ink; "\\n" ends a line without ending the paragraph."""

    text: str
    ink: Ink = Ink.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing, or a picture's file (PNG or JPEG), shown `width` × `height` points; `alt` says it in words."""

    source: Drawing | bytes
    width: float
    height: float
    alt: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: its text, its level (1 or 2), the bookmark that it leads to."""

    text: str
    level: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph: its runs, or one picture. `anchor` is its bookmark; `page` has it begin a page.

    `level` is that of a heading in the document's outline, 0 for its style's; `entry` is its line in the contents.
    """

    style: Style
    runs: tuple[Run, ...] = ()
    picture: Picture | None = None
    anchor: str = ""
    page: bool = False
    hold: bool = False
    """keep it on the page of the next one, where its style alone would not"""
    level: int = 0
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: numbers begin at one."""

    mark: Mark
    items: tuple[Para, ...]


class GridKind(StrEnum):
    """What a table is for."""

    DATA = "data"
    """a header row, repeated on each page; the first column heads the rows"""
    FACTS = "facts"
    """no header row; the first column heads the rows"""
    LAYOUT = "layout"
    """no table to the reader: things side by side, no lines"""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `span` columns."""

    parts: tuple[Part, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `whole` says it may not be parted between two pages."""

    cells: tuple[Cell, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table. `widths` are its columns' in points; the first `head` rows are its header; `title` names it."""

    kind: GridKind
    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    head: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: its title, then its lines."""

    title: Para
    lines: tuple[Entry, ...]


Part: TypeAlias = Para | Listing | Grid | Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A whole document. `cover` stands on a page of its own, without header; where it is empty, the titles head the
    first page, smaller. `attribution` stands at the foot of the first page. `day` is an ISO date, or "".
    """

    lang: str
    title: str
    author: str
    subject: str
    day: str
    header: str
    page: str
    attribution: str
    accent: str
    cover: tuple[Part, ...]
    parts: tuple[Part, ...]


def plain(part: Para) -> str:
    """Return the text of a paragraph."""
    return "".join(run.text for run in part.runs)
