"""The content part: parts of the flow as headings, paragraphs, lists, tables and the table of contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from diagnostic.brief.odt import names
from diagnostic.brief.odt.given import Given
from diagnostic.brief.odt.markup import fill, points
from diagnostic.brief.odt.styles import list_name
from diagnostic.brief.office.flow import (
    ENTRIES,
    Cell,
    Contents,
    Entry,
    Grid,
    Ink,
    Listing,
    Para,
    Part,
    Picture,
    Row,
    Style,
)
from diagnostic.brief.office.markup import node, wrap
from diagnostic.brief.office.pictures import PictureFile, files_of, shown_name
from diagnostic.brief.office.sheet import LOOKS

_LINK = {"xlink:type": "simple"}


@dataclass(slots=True)
class Body:
    """Writes parts, and remembers what the package must hold for them."""

    given: Given
    files: list[PictureFile] = field(default_factory=list)
    pictures: int = 0
    tables: int = 0

    def document(self, cover: Iterable[Part], parts: Iterable[Part]) -> Iterator[Element]:
        """Yield the elements of a document: what is before the first page that has a header, then the rest."""
        own_page = False
        for place, part in enumerate(cover):
            yield self._part(part, names.coded(names.COVER_PAGE) if place == 0 else "")
            own_page = True
        beginning = names.coded(names.INNER_PAGE if own_page else names.COVER_PAGE)
        for place, part in enumerate(parts):
            yield self._part(part, beginning if place == 0 else "")

    def _part(self, part: Part, master: str = "") -> Element:
        if isinstance(part, Para):
            return self._paragraph(part, master)
        if isinstance(part, Listing):
            return self._list(part)
        return self._table(part) if isinstance(part, Grid) else self._contents(part, master)

    def _paragraph(self, part: Para, master: str = "") -> Element:
        style, level = self.given.paragraph(part, master), part.level or LOOKS[part.style].level
        attributes = {"text:style-name": style} | ({"text:outline-level": str(level)} if level else {})
        inside = [self._picture(part.picture)] if part.picture else _runs(part)
        if part.anchor:
            mark = {"text:name": part.anchor}
            inside = [node("text:bookmark-start", mark), *inside, node("text:bookmark-end", mark)]
        if part.entry:
            said = {"text:string-value": part.entry.text, "text:outline-level": str(part.entry.level)}
            inside.append(node("text:toc-mark", said))
        return node("text:h" if level else "text:p", attributes, *inside)

    def _list(self, part: Listing) -> Element:
        items = (node("text:list-item", None, self._paragraph(item)) for item in part.items)
        return wrap("text:list", items, {"text:style-name": list_name(part.items[0].style)})

    def _picture(self, picture: Picture) -> Element:
        self.pictures += 1
        raster, vector = files_of(picture, self.pictures)
        shown = [file for file in (vector, raster) if file]  # a reader takes the first that it knows
        self.files += shown
        frame = {
            "draw:name": shown_name(picture, self.pictures),
            "draw:style-name": self.given.frame(),
            "text:anchor-type": "as-char",
            "svg:width": points(picture.width),
            "svg:height": points(picture.height),
        }
        words = [node("svg:title", text=picture.title) if picture.title else None, node("svg:desc", text=picture.alt)]
        return node("draw:frame", frame, *map(_image, shown), *words)

    def _table(self, grid: Grid) -> Element:
        self.tables += 1
        columns = (node("table:table-column", {"table:style-name": self.given.column(width)}) for width in grid.widths)
        rows = [self._row(row, grid, head=place < grid.head) for place, row in enumerate(grid.rows)]
        header = wrap("table:table-header-rows", rows[: grid.head]) if grid.head else None
        title = node("table:title", text=grid.title) if grid.title else None
        attributes = {"table:name": f"{self.tables}", "table:style-name": self.given.table(sum(grid.widths))}
        return node("table:table", attributes, title, *columns, header, *rows[grid.head :])

    def _row(self, row: Row, grid: Grid, *, head: bool) -> Element:
        style = self.given.cell(grid.kind, head=head)
        cells = (each for cell in row.cells for each in self._cell(cell, style))
        return wrap("table:table-row", cells, {"table:style-name": self.given.row(whole=row.whole)})

    def _cell(self, cell: Cell, style: str) -> Iterator[Element]:
        span = {"table:number-columns-spanned": str(cell.span)} if cell.span > 1 else {}
        attributes = {"table:style-name": style, "office:value-type": "string", **span}
        yield node("table:table-cell", attributes, *(self._part(part) for part in cell.parts))
        for _ in range(cell.span - 1):
            yield node("table:covered-table-cell")

    def _contents(self, part: Contents, master: str) -> Element:
        """Return the index with its lines written; their page numbers are references, right in every layout."""
        title = "".join(run.text for run in part.title.runs)
        lines = (_contents_line(line) for line in part.lines)
        head = node("text:index-title", {"text:name": "Contents_Head"}, self._paragraph(part.title, master))
        body = node("text:index-body", None, head, *lines)
        return node("text:table-of-content", {"text:name": "Contents"}, _contents_source(title), body)


def _contents_source(title: str) -> Element:
    """Return how the index is made anew: from the marks beside the headings, each a link, a dotted line, its page.

    A mark says what a section is, its title what it found.
    """
    head = node("text:index-title-template", {"text:style-name": names.style_name(Style.CONTENTS_TITLE)}, text=title)
    tab = {"style:type": "right", "style:leader-char": "."}
    lines = (_template(level, style, tab) for level, style in ENTRIES.items())
    made = {"text:outline-level": "2", "text:use-index-marks": "true", "text:use-outline-level": "false"}
    return node("text:table-of-content-source", made, head, *lines)


def _template(level: int, style: Style, tab: dict[str, str]) -> Element:
    return node(
        "text:table-of-content-entry-template",
        {"text:outline-level": str(level), "text:style-name": names.style_name(style)},
        node("text:index-entry-link-start", {"text:style-name": names.INDEX_LINK}),
        node("text:index-entry-text"),
        node("text:index-entry-tab-stop", tab),
        node("text:index-entry-page-number"),
        node("text:index-entry-link-end"),
    )


def _contents_line(line: Entry) -> Element:
    page = node("text:bookmark-ref", {"text:reference-format": "page", "text:ref-name": line.anchor})
    words = fill(node("text:span"), line.text)
    quiet = dict.fromkeys(("text:style-name", "text:visited-style-name"), names.INDEX_LINK)
    link = node("text:a", {**_LINK, "xlink:href": f"#{line.anchor}", **quiet}, words, node("text:tab"), page)
    return node("text:p", {"text:style-name": names.style_name(ENTRIES[line.level])}, link)


def _runs(part: Para) -> list[Element]:
    return [fill(_span(run.ink), run.text) for run in part.runs]


def _span(ink: Ink) -> Element:
    return node("text:span", {} if ink is Ink.PLAIN else {"text:style-name": names.coded(names.INKS[ink])})


def _image(file: PictureFile) -> Element:
    shown = {"xlink:show": "embed", "xlink:actuate": "onLoad"}
    return node("draw:image", {"xlink:href": f"Pictures/{file.name}", **_LINK, **shown, "draw:mime-type": file.mime})
