"""The style sheet of the editable brief: the page and how each style looks, once for both formats. Points.

It follows the printed brief (`pdf.style`): one family, a scale of 1.2, body text slightly larger since it is worked on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from diagnostic.brief.accent import readable
from diagnostic.brief.office.flow import Ink, Style
from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import PRINT, Palette

PAGE_WIDTH, PAGE_HEIGHT = 595.3, 841.9
LEFT, RIGHT, TOP, BOTTOM = 56.7, 70.9, 62.4, 51.0
"""20, 25, 22 and 18 mm."""
WIDTH = PAGE_WIDTH - LEFT - RIGHT
RUNNING = 31.2
"""From the sheet's edge to the header, and to the footer."""
APART = 8.0
"""Space between a table and what follows it: DOCX gives tables none of their own."""
FAMILY = "Noto Sans"
FALLBACKS = ("Segoe UI", "Helvetica Neue", "Arial")
"""What stands in for the family where it is not installed: metrics near it, on the three systems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a paragraph style looks. `indent` hangs its first line; `level` is that of a heading, 0 for none;
    `follow` is the style of the paragraph typed after it (None: the same).
    """

    size: float
    role: Role = Role.INK
    bold: bool = False
    right: bool = False
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    level: int = 0
    follow: Style | None = None


_TITLING = Look(size=12, bold=True, keep_next=True, keep_lines=True, follow=Style.BODY)
_ITEM = Look(size=9.5, after=3, indent=14)
_CELL = Look(size=8.5)
_DENSE = Look(size=7.5)

LOOKS: Mapping[Style, Look] = MappingProxyType(
    {
        Style.NORMAL: Look(size=9.5),
        Style.BODY: Look(size=9.5, after=6),
        Style.LEAD: Look(size=11, after=8),
        Style.NOTE: Look(size=8, role=Role.MUTED, after=6),
        Style.KICKER: replace(_TITLING, size=8.5, role=Role.TERRITORY_TEXT, before=18, after=1, follow=Style.HEADING_1),
        Style.TITLE: Look(size=33, bold=True, after=8, keep_next=True, follow=Style.SUBTITLE),
        Style.SUBTITLE: Look(size=16, role=Role.MUTED, after=14, follow=Style.COVER_LINE),
        Style.COVER_LINE: Look(size=10, after=2),
        Style.NOTICE: Look(size=11, role=Role.INSTITUTION_TEXT, bold=True, before=14, after=14),
        Style.HEADING_1: replace(_TITLING, size=18, after=8, level=1),
        Style.HEADING_2: replace(_TITLING, size=12.5, before=10, after=5, level=2),
        Style.HEADING_3: replace(_TITLING, size=10.5, before=7, after=3, level=3),
        Style.CAPTION: replace(_TITLING, size=8.5, before=6, after=3),
        Style.FIGURE: Look(size=9.5, after=4, keep_next=True),
        Style.LIST_BULLET: _ITEM,
        Style.LIST_NUMBER: replace(_ITEM, indent=20),
        Style.LIST_ASSET: _ITEM,
        Style.LIST_GAP: _ITEM,
        Style.CELL: _CELL,
        Style.CELL_NUMBER: replace(_CELL, right=True),
        Style.CELL_HEAD: replace(_CELL, size=7.5, role=Role.MUTED, bold=True, keep_next=True),
        Style.CELL_HEAD_NUMBER: replace(_CELL, size=7.5, role=Role.MUTED, bold=True, keep_next=True, right=True),
        Style.CELL_ROW: replace(_CELL, bold=True),
        Style.DENSE: _DENSE,
        Style.DENSE_NUMBER: replace(_DENSE, right=True),
        Style.DENSE_ROW: replace(_DENSE, bold=True),
        Style.KEY_VALUE: Look(size=15, role=Role.TERRITORY_TEXT, bold=True, keep_next=True),
        Style.KEY_LABEL: Look(size=8),
        Style.KEY_NOTE: Look(size=7, role=Role.MUTED),
        Style.HEADER: Look(size=8, role=Role.MUTED),
        Style.FOOTER: Look(size=8, role=Role.MUTED),
        Style.CONTENTS_TITLE: replace(_TITLING, size=18, after=8, follow=Style.CONTENTS_LINE),
        Style.CONTENTS_LINE: Look(size=9.5, before=3, after=1),
        Style.CONTENTS_INNER: Look(size=8.5, role=Role.MUTED),
    }
)
SMALL_TITLES = MappingProxyType({Style.TITLE: 12.5, Style.COVER_LINE: 8.0, Style.NOTICE: 8.5})
"""Sizes of the titles that head a page instead of having one of their own."""
INKS: Mapping[Ink, Role | None] = MappingProxyType(
    {
        Ink.PLAIN: None,
        Ink.STRONG: None,
        Ink.QUIET: Role.MUTED,
        Ink.ASSET: Role.TERRITORY_TEXT,
        Ink.GAP: Role.INSTITUTION_TEXT,
    }
)
"""The colour of each ink; None is that of the paragraph."""
QUIET_SIZE = 8.0
LISTS: tuple[tuple[Style, str, Ink], ...] = (
    (Style.LIST_BULLET, "•", Ink.PLAIN),
    (Style.LIST_ASSET, "▲", Ink.ASSET),
    (Style.LIST_GAP, "▼", Ink.GAP),
    (Style.LIST_NUMBER, "", Ink.PLAIN),
)
"""What stands before the items of each kind of list, and its ink; "" for their number."""


def looks(*, small_titles: bool) -> Mapping[Style, Look]:
    """Return how each style looks in a document whose title has a page of its own, or heads one."""
    if not small_titles:
        return LOOKS
    small = {style: replace(LOOKS[style], size=size, before=0, after=3) for style, size in SMALL_TITLES.items()}
    return {**LOOKS, **small}


def palette(accent: str) -> Palette:
    """Return the colours of the print, its accent the collectivité's own where it has one, dark enough to be read."""
    own = readable(accent, PRINT.colour(Role.TERRITORY_TEXT))
    return Palette("accented", {**PRINT.colours, Role.TERRITORY_TEXT: own})
