"""The names of styles: those that Word has built in, so that every tool of the reader's finds them."""

from __future__ import annotations

from diagnostic.brief.office.flow import GridKind, Ink, Style

LOCALES = {"fr": "fr-FR", "en": "en-GB"}
BUILT_IN = {
    Style.NORMAL: "Normal",
    Style.BODY: "Body Text",
    Style.TITLE: "Title",
    Style.SUBTITLE: "Subtitle",
    Style.HEADING_1: "heading 1",
    Style.HEADING_2: "heading 2",
    Style.HEADING_3: "heading 3",
    Style.CAPTION: "caption",
    Style.LIST_BULLET: "List Bullet",
    Style.LIST_NUMBER: "List Number",
    Style.HEADER: "header",
    Style.FOOTER: "footer",
    Style.CONTENTS_TITLE: "TOC Heading",
    Style.CONTENTS_LINE: "toc 1",
    Style.CONTENTS_INNER: "toc 2",
}
TABLES = {GridKind.DATA: "BriefTable", GridKind.FACTS: "BriefTable", GridKind.LAYOUT: "BriefLayout"}
INKS = {Ink.STRONG: "Strong", Ink.QUIET: "BriefQuiet", Ink.ASSET: "BriefAsset", Ink.GAP: "BriefGap"}


def style_id(style: Style) -> str:
    """Return the id of a paragraph style: "Heading1", "BriefLead"."""
    name = BUILT_IN.get(style, f"brief {style.value.replace('_', ' ')}")
    return "".join(word[0].upper() + word[1:] for word in name.split())
