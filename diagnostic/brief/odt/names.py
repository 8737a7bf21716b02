"""The names of styles: those that LibreOffice knows by itself, so that every tool of the reader's finds them."""

from __future__ import annotations

from diagnostic.brief.office.flow import Ink, Style

LOCALES = {"fr": ("fr", "FR"), "en": ("en", "GB")}
KNOWN = {
    Style.NORMAL: "Standard",
    Style.BODY: "Text body",
    Style.TITLE: "Title",
    Style.SUBTITLE: "Subtitle",
    Style.HEADING_1: "Heading 1",
    Style.HEADING_2: "Heading 2",
    Style.HEADING_3: "Heading 3",
    Style.CAPTION: "Caption",
    Style.LIST_BULLET: "List 1",
    Style.LIST_NUMBER: "Numbering 1",
    Style.CELL: "Table Contents",
    Style.CELL_HEAD: "Table Heading",
    Style.HEADER: "Header",
    Style.FOOTER: "Footer",
    Style.CONTENTS_TITLE: "Contents Heading",
    Style.CONTENTS_LINE: "Contents 1",
    Style.CONTENTS_INNER: "Contents 2",
}
INKS = {Ink.STRONG: "Strong Emphasis", Ink.QUIET: "Brief quiet", Ink.ASSET: "Brief asset", Ink.GAP: "Brief gap"}
INDEX_LINK = "Index_20_Link"
"""The style of what leads from the table of contents: not blue, not underlined."""
COVER_PAGE, INNER_PAGE = "First Page", "Standard"


def shown_name(style: Style) -> str:
    """Return the name of a paragraph style: "Heading 1", "Brief lead"."""
    return KNOWN.get(style, f"Brief {style.value.replace('_', ' ')}")


def coded(name: str) -> str:
    """Return a name as the format writes it: "Heading_20_1"."""
    return name.replace(" ", "_20_")


def style_name(style: Style) -> str:
    """Return the name by which a paragraph says its style."""
    return coded(shown_name(style))
