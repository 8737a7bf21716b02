"""The styles part: built-in styles under their own names, so that every tool of the reader's finds them."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from diagnostic.brief.docx.lists import LIST_NUMBERS
from diagnostic.brief.docx.markup import NAMESPACES, around, colour, flag, halves, twips, w
from diagnostic.brief.docx.names import BUILT_IN, INKS, LOCALES, TABLES, style_id
from diagnostic.brief.office import sheet
from diagnostic.brief.office.flow import GridKind, Ink, Style
from diagnostic.brief.office.markup import namespaces, node
from diagnostic.brief.office.sheet import FAMILY, QUIET_SIZE, WIDTH, Look
from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import Palette
from diagnostic.texts import Texts


def styles_part(looks: Mapping[Style, Look], colours: Palette, texts: Texts, lang: str) -> Element:
    """Return the styles part; the names of styles that are not built in are in the language of `texts`."""
    return node(
        "w:styles",
        namespaces({"w": NAMESPACES["w"]}),
        _defaults(looks[Style.NORMAL], colours, lang),
        *(_paragraph_style(style, look, colours, texts) for style, look in looks.items()),
        w(
            "style",
            w("name", val="Default Paragraph Font"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        *(_ink_style(ink, role, colours, texts) for ink, role in sheet.INKS.items() if ink in INKS),
        _bare_table(),
        *_table_styles(colours, texts),
        w("style", w("name", val="No List"), type="numbering", default=1, styleId="NoList"),
    )


def _defaults(look: Look, colours: Palette, lang: str) -> Element:
    fonts = w("rFonts", ascii=FAMILY, hAnsi=FAMILY, cs=FAMILY)
    locale = w("lang", val=LOCALES[lang], eastAsia="zh-CN", bidi="ar-SA")
    ink = w("color", val=colour(colours.colour(Role.INK)))
    run = w("rPr", fonts, ink, *_size(look.size), locale)
    spacing = w("spacing", before=0, after=0, line=240, lineRule="auto")
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr", w("widowControl"), spacing)))


def _size(points: float) -> tuple[Element, Element]:
    return w("sz", val=halves(points)), w("szCs", val=halves(points))


def _paragraph_style(style: Style, look: Look, colours: Palette, texts: Texts) -> Element:
    built_in = style in BUILT_IN
    base = style is Style.NORMAL
    attributes = {"type": "paragraph", "styleId": style_id(style)}
    attributes |= {"default": "1"} if base else {}
    attributes |= {} if built_in else {"customStyle": "1"}
    return w(
        "style",
        w("name", val=BUILT_IN[style] if built_in else texts(f"office.style.{style.value}")),
        None if base else w("basedOn", val=style_id(Style.NORMAL)),
        w("next", val=style_id(look.follow)) if look.follow else None,
        w("uiPriority", val=10 if built_in else 20),
        w("qFormat"),
        _paragraph_look(style, look, colours),
        w("rPr", *_weight(look.bold), w("color", val=colour(colours.colour(look.role))), *_size(look.size)),
        **attributes,
    )


def _weight(bold: bool) -> tuple[Element, ...]:
    return (w("b"), w("bCs")) if bold else ()


def _paragraph_look(style: Style, look: Look, colours: Palette) -> Element:
    listed = LIST_NUMBERS.get(style)
    return w(
        "pPr",
        flag("keepNext", look.keep_next),
        flag("keepLines", look.keep_lines),
        w("numPr", w("numId", val=listed)) if listed else None,
        _rule_below(colours) if style is Style.HEADER else None,
        _tabs(style),
        w("spacing", before=twips(look.before), after=twips(look.after)),
        w("jc", val="right") if look.right else None,
        w("outlineLvl", val=look.level - 1) if look.level else None,
    )


def _rule_below(colours: Palette) -> Element:
    return w("pBdr", w("bottom", val="single", sz=4, space=4, color=colour(colours.colour(Role.GRID))))


def _tabs(style: Style) -> Element | None:
    if style is Style.FOOTER:
        return w("tabs", w("tab", val="right", pos=twips(WIDTH)))
    if style in (Style.CONTENTS_LINE, Style.CONTENTS_INNER):
        return w("tabs", w("tab", val="right", pos=twips(WIDTH)))  # no dots: they would lead to no number yet
    return None


def _ink_style(ink: Ink, role: Role | None, colours: Palette, texts: Texts) -> Element:
    own = ink is not Ink.STRONG
    look = w(
        "rPr",
        *_weight(not own),
        w("color", val=colour(colours.colour(role))) if role else None,
        *(_size(QUIET_SIZE) if ink is Ink.QUIET else ()),
    )
    name = texts(f"office.style.ink_{ink.value}") if own else "Strong"
    attributes = {"customStyle": "1"} if own else {}
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val="DefaultParagraphFont"),
        w("uiPriority", val=22),
        w("qFormat"),
        look,
        type="character",
        styleId=INKS[ink],
        **attributes,
    )


def _bare_table() -> Element:
    return w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w("tblPr", w("tblInd", w=0, type="dxa"), _margins(0, 5.4)),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _table_styles(colours: Palette, texts: Texts) -> tuple[Element, Element]:
    grid, ink = colour(colours.colour(Role.GRID)), colour(colours.colour(Role.INK))
    rules = (w(side, val="single", sz=4, space=0, color=grid) for side in ("bottom", "insideH"))
    header = w("tcPr", w("tcBorders", w("bottom", val="single", sz=8, space=0, color=ink)), w("vAlign", val="bottom"))
    data = _table_style(
        TABLES[GridKind.DATA],
        texts("office.style.table"),
        w("tblPr", around("tblBorders", rules), _margins(2.5, 4)),
        w("tblStylePr", header, type="firstRow"),
    )
    return data, _table_style(TABLES[GridKind.LAYOUT], texts("office.style.layout"), w("tblPr", _margins(0, 0)))


def _table_style(name: str, shown: str, *looks: Element) -> Element:
    base, order = w("basedOn", val="TableNormal"), w("uiPriority", val=40)
    shown_name = w("name", val=shown)
    return w("style", shown_name, base, order, w("qFormat"), *looks, type="table", customStyle=1, styleId=name)


def _margins(high: float, wide: float) -> Element:
    sides = (("top", high), ("left", wide), ("bottom", high), ("right", wide))
    return w("tblCellMar", *(w(side, w=twips(points), type="dxa") for side, points in sides))
