"""The numbering part: what stands before the items of each kind of list; every numbered list begins at one."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from diagnostic.brief.content import Mark
from diagnostic.brief.docx.markup import NAMESPACES, colour, twips, w
from diagnostic.brief.docx.names import style_id
from diagnostic.brief.office.flow import Ink, Style
from diagnostic.brief.office.markup import namespaces, node
from diagnostic.brief.office.sheet import INKS, LISTS, LOOKS
from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import Palette

LIST_NUMBERS = {style: place for place, (style, _, _) in enumerate(LISTS, 1)}
"""The number under which each style's list is known."""
FIRST_OWN = len(LISTS) + 1
"""The first number of the lists that begin anew."""
SIGN_FONT = "Arial"
"""A font that has the three signs on every system."""


def own_number(mark: Mark, before: int) -> int | None:
    """Return the number of a list, the `before`-th of its kind to begin anew, or None: its style says it."""
    return FIRST_OWN + before if mark is Mark.NUMBER else None


def numbering_part(numbered: int, colours: Palette) -> Element:
    """Return the numbering part of a document with so many numbered lists."""
    kinds = (_kind(place, *kind, colours) for place, kind in enumerate(LISTS))
    known = (w("num", w("abstractNumId", val=number - 1), numId=number) for number in LIST_NUMBERS.values())
    own = (_anew(FIRST_OWN + place) for place in range(numbered))
    return node("w:numbering", namespaces({"w": NAMESPACES["w"]}), *kinds, *known, *own)


def _kind(place: int, style: Style, sign: str, ink: Ink, colours: Palette) -> Element:
    numbers = not sign
    indent = twips(LOOKS[style].indent)
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="decimal" if numbers else "bullet"),
        w("pStyle", val=style_id(style)),
        w("lvlText", val=sign or "%1."),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=indent, hanging=indent)),
        w(
            "rPr",
            None if numbers else w("rFonts", ascii=SIGN_FONT, hAnsi=SIGN_FONT, cs=SIGN_FONT, hint="default"),
            w("color", val=colour(colours.colour(INKS[ink] or Role.MUTED))),
        ),
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=place)


def _anew(number: int) -> Element:
    numbers = w("abstractNumId", val=LIST_NUMBERS[Style.LIST_NUMBER] - 1)
    return w("num", numbers, w("lvlOverride", w("startOverride", val=1), ilvl=0), numId=number)
