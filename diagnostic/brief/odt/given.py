"""The styles that only one place needs: where a page begins, how wide a column is. Each is declared once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from diagnostic.brief.odt import names
from diagnostic.brief.odt.markup import points
from diagnostic.brief.office.flow import GridKind, Para
from diagnostic.brief.office.markup import node
from diagnostic.brief.office.sheet import APART, LOOKS
from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import Palette


@dataclass(slots=True)
class Given:
    """Declares such styles and gives their names."""

    colours: Palette
    declared: dict[str, Element] = field(default_factory=dict)

    def paragraph(self, part: Para, master: str = "") -> str:
        """Return the style of a paragraph; `master` is the kind of page that begins with it."""
        parent = names.style_name(part.style)
        if not (part.page or part.hold or master):
            return parent
        name = f"{parent}{'.page' * part.page}{'.hold' * part.hold}{'.' * bool(master)}{master}"
        look = {"fo:keep-with-next": "always"} if part.hold else {}
        if part.page or master:
            look |= {"fo:margin-top": "0pt", "fo:margin-bottom": points(LOOKS[part.style].after)}
        if part.page and not master:
            look["fo:break-before"] = "page"
        pages = {"style:master-page-name": master} if master else {}
        attributes = {"style:parent-style-name": parent, **pages}
        return self._one(name, "paragraph", attributes, node("style:paragraph-properties", look))

    def table(self, width: float) -> str:
        """Return the style of a table of that width."""
        look = {"style:width": points(width), "table:align": "left", "fo:margin-bottom": points(APART)}
        return self._one(f"table.{points(width)}", "table", {}, node("style:table-properties", look))

    def column(self, width: float) -> str:
        """Return the style of a column of that width."""
        look = node("style:table-column-properties", {"style:column-width": points(width)})
        return self._one(f"column.{points(width)}", "table-column", {}, look)

    def row(self, *, whole: bool) -> str:
        """Return the style of a row that may be parted between two pages, or not."""
        look = node("style:table-row-properties", {"fo:keep-together": "always" if whole else "auto"})
        return self._one(f"row.{'whole' if whole else 'parted'}", "table-row", {}, look)

    def cell(self, kind: GridKind, *, head: bool) -> str:
        """Return the style of a table's cells: a line below, darker under the header."""
        look = {"fo:padding": "0pt", "fo:border": "none"}
        if kind is not GridKind.LAYOUT:
            line = f"1pt solid {self._ink(Role.INK)}" if head else f"0.5pt solid {self._ink(Role.GRID)}"
            sides = dict.fromkeys(("fo:border-top", "fo:border-left", "fo:border-right"), "none")
            look = {"fo:padding-top": "2.5pt", "fo:padding-bottom": "2.5pt", "fo:padding-left": "4pt"}
            look |= {"fo:padding-right": "4pt", **sides, "fo:border-bottom": line}
        look |= {"style:vertical-align": "bottom"} if head else {}
        name = f"cell.{kind.value}{'.head' * head}"
        return self._one(name, "table-cell", {}, node("style:table-cell-properties", look))

    def frame(self) -> str:
        """Return the style of the frame around a picture."""
        look = {"style:vertical-pos": "top", "style:vertical-rel": "baseline", "fo:border": "none", "fo:padding": "0pt"}
        return self._one("frame", "graphic", {}, node("style:graphic-properties", look))

    def styles(self) -> Iterable[Element]:
        """Return all that were declared, in the order of their first use."""
        return self.declared.values()

    def _ink(self, role: Role) -> str:
        return self.colours.colour(role)

    def _one(self, name: str, family: str, attributes: Mapping[str, str], look: Element) -> str:
        if name not in self.declared:
            said = {"style:name": name, "style:family": family, **attributes}
            self.declared[name] = node("style:style", said, look)
        return name
