"""The page and its type: A4 with a wide right margin for notes, one family, sizes on a scale of 1.2, points."""

from __future__ import annotations

from dataclasses import dataclass, replace

from diagnostic.charts.drawing import Anchor, Role

PAGE_WIDTH, PAGE_HEIGHT = 595.2756, 841.8898
LEFT, RIGHT = 54.0, 76.0
TOP, BOTTOM = 74.0, 54.0
HEADER = 42.0
WIDTH = PAGE_WIDTH - LEFT - RIGHT
HEIGHT = PAGE_HEIGHT - TOP - BOTTOM
COVER_HEIGHT = PAGE_HEIGHT - BOTTOM - 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a block of text is set. `indent` moves all lines, `most` is the most lines it may take
    (0: any number), `tag` its role in the document's structure.
    """

    size: float
    leading: float
    role: Role = Role.INK
    bold: bool = False
    anchor: Anchor = Anchor.START
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    tag: str = "P"
    most: int = 0


BODY = Style(size=9.2, leading=13.2, after=6)
LEAD = Style(size=11, leading=15.6, after=10)
NOTE = Style(size=7.6, leading=10.4, role=Role.MUTED, after=6)
KICKER = Style(size=8.4, leading=11, role=Role.TERRITORY_TEXT, bold=True, after=2)
HEADINGS = {
    1: Style(size=19, leading=23.5, bold=True, after=9, tag="H1"),
    2: Style(size=12.2, leading=16, bold=True, before=10, after=5, tag="H2"),
    3: Style(size=10.2, leading=13.5, bold=True, before=6, after=4, tag="H3"),
}
CAPTION = Style(size=8.4, leading=11.4, bold=True, before=3, after=3, tag="Caption")
CELL = Style(size=8, leading=10.8, tag="TD", most=48)
CELL_NUMBER = replace(CELL, anchor=Anchor.END)
CELL_HEAD = Style(size=7.2, leading=9.6, role=Role.MUTED, bold=True, tag="TH")
CELL_HEAD_NUMBER = replace(CELL_HEAD, anchor=Anchor.END)
DENSE = replace(CELL, size=7, leading=9.2)
DENSE_NUMBER = replace(DENSE, anchor=Anchor.END)
KEY_VALUE = Style(size=15, leading=19, bold=True, role=Role.TERRITORY_TEXT)
KEY_LABEL = Style(size=7.8, leading=10.2)
KEY_NOTE = Style(size=7, leading=9.4, role=Role.MUTED)
ITEM = Style(size=9.2, leading=13.0, after=4, indent=13)
COVER_KICKER = Style(size=11, leading=15, role=Role.TERRITORY_TEXT, bold=True, after=12)
COVER_TITLE = Style(size=33, leading=38, bold=True, after=10, tag="Title")
COVER_SUBTITLE = Style(size=16, leading=21, role=Role.MUTED, after=16)
COVER_LINE = Style(size=10, leading=15, after=1)
COVER_NOTICE = Style(size=11, leading=15.5, role=Role.INSTITUTION_TEXT, bold=True, before=16, after=4)
