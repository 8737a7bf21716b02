"""The styles part: paragraphs, characters, lists, the two kinds of pages with what runs on them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from diagnostic.brief.odt import names
from diagnostic.brief.odt.markup import fill, points, root
from diagnostic.brief.office import sheet
from diagnostic.brief.office.flow import Flow, Ink, Style
from diagnostic.brief.office.markup import node, wrap
from diagnostic.brief.office.sheet import Look
from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import Palette
from diagnostic.texts import Texts

_DOTS = {"style:leader-style": "dotted", "style:leader-text": "."}
TAB = {Style.FOOTER: {}, Style.CONTENTS_LINE: _DOTS, Style.CONTENTS_INNER: _DOTS}
"""The styles whose lines end with a page number at the right edge, and what leads to it."""


def styles_part(flow: Flow, texts: Texts) -> Element:
    """Return the styles part; the names of styles that the reader does not know are in the language of `texts`."""
    colours = sheet.palette(flow.accent)
    looks = sheet.looks(small_titles=not flow.cover)
    return root(
        "office:document-styles",
        fonts(),
        wrap(
            "office:styles",
            (
                _default(looks[Style.NORMAL], colours, flow.lang),
                *(_paragraph_style(style, look, colours, texts) for style, look in looks.items()),
                *(_ink_style(ink, role, colours, texts) for ink, role in sheet.INKS.items() if ink in names.INKS),
                node("style:style", {"style:name": names.INDEX_LINK, "style:family": "text"}),
                _outline(),
                *(_list_style(*kind, looks) for kind in sheet.LISTS),
            ),
        ),
        wrap("office:automatic-styles", (_page_layout("cover", running=False), _page_layout("inner", running=True))),
        wrap("office:master-styles", _pages(flow)),
    )


def fonts() -> Element:
    """Return the font and what stands in for it where it is not installed."""
    families = ", ".join(f"'{name}'" for name in (sheet.FAMILY, *sheet.FALLBACKS))
    kind = {"style:font-family-generic": "swiss", "style:font-pitch": "variable"}
    face = node("style:font-face", {"style:name": sheet.FAMILY, "svg:font-family": families, **kind})
    return node("office:font-face-decls", None, face)


def _default(look: Look, colours: Palette, lang: str) -> Element:
    language, country = names.LOCALES[lang]
    writing = {"fo:language": language, "fo:country": country}
    face = {f"style:font-name{kind}": sheet.FAMILY for kind in ("", "-asian", "-complex")}
    spacing = {"fo:orphans": "2", "fo:widows": "2", "style:tab-stop-distance": points(35.4)}
    return node(
        "style:default-style",
        {"style:family": "paragraph"},
        node("style:paragraph-properties", spacing),
        node("style:text-properties", {**_type(look, colours), **face, **writing}),
    )


def _type(look: Look, colours: Palette) -> dict[str, str]:
    weight = "bold" if look.bold else "normal"
    return {"fo:color": colours.colour(look.role), **_size(look.size), **_weight(weight)}


def _size(size: float) -> dict[str, str]:
    return dict.fromkeys(("fo:font-size", "style:font-size-asian", "style:font-size-complex"), points(size))


def _weight(weight: str) -> dict[str, str]:
    return dict.fromkeys(("fo:font-weight", "style:font-weight-asian", "style:font-weight-complex"), weight)


def _paragraph_style(style: Style, look: Look, colours: Palette, texts: Texts) -> Element:
    known = style in names.KNOWN
    attributes = {
        "style:name": names.style_name(style),
        "style:display-name": names.shown_name(style) if known else texts(f"office.style.{style.value}"),
        "style:family": "paragraph",
    }
    if style is not Style.NORMAL:
        attributes["style:parent-style-name"] = names.style_name(Style.NORMAL)
    if look.follow:
        attributes["style:next-style-name"] = names.style_name(look.follow)
    if look.level:
        attributes["style:default-outline-level"] = str(look.level)
    if style in {listed for listed, _, _ in sheet.LISTS}:
        attributes["style:list-style-name"] = list_name(style)
    paragraph = node("style:paragraph-properties", _spacing(style, look, colours), _tab(style))
    return node("style:style", attributes, paragraph, node("style:text-properties", _type(look, colours)))


def _spacing(style: Style, look: Look, colours: Palette) -> dict[str, str]:
    found = {"fo:margin-top": points(look.before), "fo:margin-bottom": points(look.after)}
    if look.keep_next:
        found["fo:keep-with-next"] = "always"
    if look.keep_lines:
        found["fo:keep-together"] = "always"
    if look.right:
        found["fo:text-align"] = "end"
    if style is Style.HEADER:
        found |= {"fo:border-bottom": f"0.5pt solid {colours.colour(Role.GRID)}", "fo:padding-bottom": "4pt"}
    return found


def _tab(style: Style) -> Element | None:
    if style not in TAB:
        return None
    stop = node("style:tab-stop", {"style:position": points(sheet.WIDTH), "style:type": "right", **TAB[style]})
    return node("style:tab-stops", None, stop)


def _ink_style(ink: Ink, role: Role | None, colours: Palette, texts: Texts) -> Element:
    strong = ink is Ink.STRONG
    shown = names.INKS[ink] if strong else texts(f"office.style.ink_{ink.value}")
    look = _weight("bold" if strong else "normal") if strong or ink is Ink.QUIET else {}
    if role:
        look |= {"fo:color": colours.colour(role)}
    if ink is Ink.QUIET:
        look |= _size(sheet.QUIET_SIZE)
    attributes = {"style:name": names.coded(names.INKS[ink]), "style:display-name": shown, "style:family": "text"}
    return node("style:style", attributes, node("style:text-properties", look))


def _outline() -> Element:
    levels = (node("text:outline-level-style", {"text:level": str(n), "style:num-format": ""}) for n in (1, 2, 3))
    return wrap("text:outline-style", levels, {"style:name": "Outline"})


def list_name(style: Style) -> str:
    """Return the name of the list style of a paragraph style."""
    return f"List_{style.value}"


def _list_style(style: Style, sign: str, ink: Ink, looks: Mapping[Style, Look]) -> Element:
    indent = looks[style].indent
    label = {"text:label-followed-by": "listtab", "fo:text-indent": points(-indent), "fo:margin-left": points(indent)}
    place = node(
        "style:list-level-properties",
        {"text:list-level-position-and-space-mode": "label-alignment"},
        node("style:list-level-label-alignment", {**label, "text:list-tab-stop-position": points(indent)}),
    )
    if sign:
        tag, kind = "text:list-level-style-bullet", {"text:bullet-char": sign}
    else:
        tag, kind = "text:list-level-style-number", {"style:num-format": "1", "style:num-suffix": "."}
    own = {} if ink is Ink.PLAIN else {"text:style-name": names.coded(names.INKS[ink])}
    level = node(tag, {"text:level": "1", **own, **kind}, place)
    return node("text:list-style", {"style:name": list_name(style)}, level)


def _page_layout(name: str, *, running: bool) -> Element:
    edges = {"left": sheet.LEFT, "right": sheet.RIGHT, "top": sheet.TOP, "bottom": sheet.BOTTOM}
    if running:
        edges["top"] = sheet.RUNNING
    edges["bottom"] = sheet.RUNNING
    size = {"fo:page-width": points(sheet.PAGE_WIDTH), "fo:page-height": points(sheet.PAGE_HEIGHT)}
    margins = {f"fo:margin-{side}": points(value) for side, value in edges.items()}
    header = _running("style:header-style", "fo:margin-bottom", sheet.TOP) if running else node("style:header-style")
    return node(
        "style:page-layout",
        {"style:name": name},
        node("style:page-layout-properties", {**size, **margins, "style:print-orientation": "portrait"}),
        header,
        _running("style:footer-style", "fo:margin-top", sheet.BOTTOM),
    )


def _running(tag: str, gap: str, edge: float) -> Element:
    """Return what runs at the top or the bottom of a page: it takes the rest of the margin."""
    high = points(edge - sheet.RUNNING)
    attributes = {"fo:min-height": high, gap: "4pt", "style:dynamic-spacing": "true"}
    return node(tag, None, node("style:header-footer-properties", attributes))


def _pages(flow: Flow) -> tuple[Element, ...]:
    number = node("text:page-number", {"text:select-page": "current"}, text="1")
    word = node("text:span", text=f"{flow.page} ")
    attribution = fill(node("text:span"), flow.attribution)
    first = () if flow.cover else (node("text:tab"), word, number)
    header = _line("style:header", Style.HEADER, fill(node("text:span"), flow.header))
    return (
        _master(names.COVER_PAGE, "cover", None, _line("style:footer", Style.FOOTER, attribution, *first)),
        _master(names.INNER_PAGE, "inner", header, _line("style:footer", Style.FOOTER, node("text:tab"), word, number)),
    )


def _master(name: str, layout: str, header: Element | None, footer: Element) -> Element:
    attributes = {"style:name": names.coded(name), "style:display-name": name, "style:page-layout-name": layout}
    if name == names.COVER_PAGE:
        attributes["style:next-style-name"] = names.coded(names.INNER_PAGE)
    return node("style:master-page", attributes, header, footer)


def _line(tag: str, style: Style, *inside: Element) -> Element:
    return node(tag, None, node("text:p", {"text:style-name": names.style_name(style)}, *inside))
