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
    """How a block of text is set. `indent` moves all lines; `accent` sets it in the collectivité's colour where it has
    one, else in that of `role`.
    """

    size: float
    leading: float
    role: Role = Role.INK
    bold: bool = False
    anchor: Anchor = Anchor.START
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    accent: bool = False


BODY = Style(size=9.2, leading=13.2, after=6)
LEAD = Style(size=11, leading=15.6, after=10)
NOTE = Style(size=7.6, leading=10.4, role=Role.MUTED, after=6)
KICKER = Style(size=8.4, leading=11, role=Role.TERRITORY_TEXT, accent=True, bold=True, after=2)
HEADINGS = {
    1: Style(size=19, leading=23.5, bold=True, after=9),
    2: Style(size=12.2, leading=16, bold=True, before=10, after=5),
    3: Style(size=10.2, leading=13.5, bold=True, before=6, after=4),
}
ANNEX_TITLE = Style(size=15, leading=19, bold=True, after=7)
CAPTION = Style(size=8.4, leading=11.4, bold=True, before=7, after=3)
CELL = Style(size=8, leading=10.8)
CELL_NUMBER = replace(CELL, anchor=Anchor.END)
CELL_HEAD = Style(size=7.2, leading=9.6, role=Role.MUTED, bold=True)
CELL_HEAD_NUMBER = replace(CELL_HEAD, anchor=Anchor.END)
DENSE = replace(CELL, size=7, leading=9.2)
DENSE_NUMBER = replace(DENSE, anchor=Anchor.END)
KEY_VALUE = Style(size=15, leading=19, bold=True, role=Role.TERRITORY_TEXT, accent=True)
KEY_LABEL = Style(size=7.8, leading=10.2)
KEY_NOTE = Style(size=7, leading=9.4, role=Role.MUTED)
ITEM = Style(size=9.2, leading=13.0, after=4, indent=13)
NUMBERED = replace(ITEM, indent=18)
MASTHEAD_TITLE = Style(size=12.2, leading=16, bold=True, after=2)
MASTHEAD_NOTICE = replace(NOTE, role=Role.INSTITUTION_TEXT, bold=True)
COVER_KICKER = Style(size=11, leading=15, role=Role.TERRITORY_TEXT, accent=True, bold=True, after=12)
COVER_TITLE = Style(size=33, leading=38, bold=True, after=10)
COVER_SUBTITLE = Style(size=16, leading=21, role=Role.MUTED, after=16)
COVER_LINE = Style(size=10, leading=15, after=1)
COVER_NOTICE = Style(size=11, leading=15.5, role=Role.INSTITUTION_TEXT, bold=True, before=16, after=4)
CONTENTS = Style(size=10, leading=14.5)
CONTENTS_ANNEX = replace(CONTENTS, size=9.2, leading=13.4)
CONTENTS_INNER = Style(size=8.4, leading=11.8, role=Role.MUTED)
BAR = (26.0, 2.4)
"""Width and height of the short bar above the cover's and the sections' labels."""
