"""The document part: parts of the flow as paragraphs, tables and the table of contents' field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from diagnostic.brief.docx.lists import own_number
from diagnostic.brief.docx.markup import around, flag, twips, w
from diagnostic.brief.docx.names import INKS, TABLES, style_id
from diagnostic.brief.docx.pictures import picture_run
from diagnostic.brief.office.flow import (
    ENTRIES,
    Cell,
    Contents,
    Entry,
    Grid,
    GridKind,
    Ink,
    Listing,
    Para,
    Part,
    Picture,
    Row,
    Run,
    Style,
)
from diagnostic.brief.office.markup import node
from diagnostic.brief.office.pictures import PictureFile, files_of
from diagnostic.brief.office.sheet import APART, LOOKS

LOOK = {GridKind.DATA: "06A0", GridKind.FACTS: "0680", GridKind.LAYOUT: "0600"}
"""Which parts of the table's style apply: header row, first column, no bands."""
CONTENTS_FIELD = ' TOC \\f \\l "1-2" \\h \\z '
"""Made anew from the marks (TC) beside the headings: these say what a section is, their titles what it found."""
_QUOTED = str.maketrans({'"': "”", "\\": "⧵"})


@dataclass(slots=True)
class Body:
    """Writes parts, and remembers what the package must hold for them."""

    first_id: int
    """The number of the first relationship that is free."""
    files: list[PictureFile] = field(default_factory=list)
    pictures: int = 0
    numbered: int = 0
    marks: int = 0

    def written(self, parts: Iterable[Part]) -> Iterator[Element]:
        """Yield the elements of the parts."""
        after_table = False
        for part in parts:
            if isinstance(part, Grid):
                if after_table:  # two tables that touch would be one
                    yield self._paragraph(Para(Style.NORMAL))
                yield self._table(part)
            elif isinstance(part, Para):
                yield self._paragraph(part, apart=after_table)
            elif isinstance(part, Listing):
                yield from self._list(part, apart=after_table)
            else:
                yield self._contents(part)
            after_table = isinstance(part, Grid)

    def _list(self, part: Listing, *, apart: bool) -> Iterator[Element]:
        number = own_number(part.mark, self.numbered)
        self.numbered += number is not None
        for place, item in enumerate(part.items):
            yield self._paragraph(item, apart=apart and place == 0, number=number)

    def _paragraph(self, part: Para, *, apart: bool = False, number: int | None = None) -> Element:
        runs = [self._picture(part.picture)] if part.picture else _runs(part)
        if part.anchor:
            self.marks += 1
            start = w("bookmarkStart", id=self.marks, name=part.anchor)
            runs = [start, *runs, w("bookmarkEnd", id=self.marks)]
        if part.entry:
            runs += _mark(part.entry)
        return w("p", _properties(part, apart=apart, number=number), *runs)

    def _picture(self, picture: Picture) -> Element:
        self.pictures += 1
        raster, vector = files_of(picture, self.pictures)
        return picture_run(picture, self.pictures, self._kept(raster), self._kept(vector) if vector else "")

    def _kept(self, file: PictureFile) -> str:
        self.files.append(file)
        return f"rId{self.first_id + len(self.files) - 1}"

    def _table(self, grid: Grid) -> Element:
        widths = [twips(width) for width in grid.widths]
        properties = w(
            "tblPr",
            w("tblStyle", val=TABLES[grid.kind]),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            _table_look(grid.kind),
            w("tblCaption", val=grid.title) if grid.title else None,
        )
        columns = w("tblGrid", *(w("gridCol", w=width) for width in widths))
        rows = (self._row(row, widths, head=place < grid.head) for place, row in enumerate(grid.rows))
        return w("tbl", properties, columns, *rows)

    def _row(self, row: Row, widths: Sequence[int], *, head: bool) -> Element:
        cells, place = [], 0
        for cell in row.cells:
            cells.append(self._cell(cell, sum(widths[place : place + cell.span])))
            place += cell.span
        properties = w("trPr", flag("cantSplit", row.whole), flag("tblHeader", head))
        return w("tr", properties if len(properties) else None, *cells)

    def _cell(self, cell: Cell, width: int) -> Element:
        span = w("gridSpan", val=cell.span) if cell.span > 1 else None
        inside = list(self.written(cell.parts))
        if isinstance(cell.parts[-1], Grid):
            inside.append(self._paragraph(Para(Style.NORMAL)))  # a cell ends with a paragraph
        return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), span), *inside)

    def _contents(self, part: Contents) -> Element:
        """Return the field with its lines written, so that it is right before it is updated.

        Their pages are references: LibreOffice reckons them when it opens the file, Word when it prints or is asked
        to (F9). To have Word do it on opening, it would first warn of fields that may refer to other files.
        """
        lines = [_contents_line(line) for line in part.lines]
        if lines:
            lines[0][1:1] = [_field("begin"), _instruction(CONTENTS_FIELD), _field("separate")]
            lines[-1].append(_field("end"))
        kind = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
        inside = around("sdtContent", (self._paragraph(part.title), *lines))
        return w("sdt", w("sdtPr", kind), inside)


def _contents_line(line: Entry) -> Element:
    page = (_field("begin"), _instruction(f" PAGEREF {line.anchor} \\h "), _field("separate"), _field("end"))
    link = w("hyperlink", *spelled(Run(line.text)), w("r", w("tab")), *page, anchor=line.anchor, history=1)
    return w("p", w("pPr", w("pStyle", val=style_id(ENTRIES[line.level]))), link)


def _mark(entry: Entry) -> list[Element]:
    """Return the hidden field that the contents are made anew from: nothing in its text can end it."""
    said = entry.text.translate(_QUOTED)
    field = (_field("begin"), _instruction(f' TC "{said}" \\l {entry.level} '), _field("end"))
    for run in field:
        run.insert(0, w("rPr", w("vanish")))
    return list(field)


def _properties(part: Para, *, apart: bool, number: int | None) -> Element:
    return w(
        "pPr",
        w("pStyle", val=style_id(part.style)),
        flag("keepNext", part.hold),
        flag("pageBreakBefore", part.page),
        w("numPr", w("ilvl", val=0), w("numId", val=number)) if number else None,
        _space_before(part, apart=apart),
        w("outlineLvl", val=part.level - 1) if part.level not in (0, LOOKS[part.style].level) else None,
    )


def _space_before(part: Para, *, apart: bool) -> Element | None:
    """Return the space above where it is not that of the style: none at the top of a page, some after a table."""
    own = LOOKS[part.style].before
    wanted = 0.0 if part.page else max(own, APART) if apart else own
    return w("spacing", before=twips(wanted)) if wanted != own else None


def _table_look(kind: GridKind) -> Element:
    data, layout = kind is GridKind.DATA, kind is GridKind.LAYOUT
    parts = {"firstRow": int(data), "lastRow": 0, "firstColumn": int(not layout), "lastColumn": 0}
    return w("tblLook", val=LOOK[kind], **parts, noHBand=1, noVBand=1)


def _runs(part: Para) -> list[Element]:
    return [each for run in part.runs for each in spelled(run, bold=LOOKS[part.style].bold)]


def spelled(run: Run, *, bold: bool = False) -> tuple[Element, ...]:
    """Return a run: its text as it is, its new lines as breaks. `bold` says its paragraph's style is."""
    inside: list[Element] = []
    for place, line in enumerate(run.text.split("\n")):
        if place:
            inside.append(w("br"))
        if line:
            inside.append(node("w:t", {"xml:space": "preserve"}, text=line))
    return (w("r", _ink(run.ink, bold=bold), *inside),) if inside else ()


def _ink(ink: Ink, *, bold: bool) -> Element | None:
    """Return the character style; no such style can undo the bold of a paragraph's, so the run says it."""
    if ink is Ink.PLAIN:
        return None
    light = (w("b", val=0), w("bCs", val=0)) if bold and ink is Ink.QUIET else ()
    return w("rPr", w("rStyle", val=INKS[ink]), *light)


def page_field() -> tuple[Element, ...]:
    """Return the number of the page."""
    number = w("r", node("w:t", text="1"))
    return _field("begin"), _instruction(" PAGE "), _field("separate"), number, _field("end")


def _field(end: str) -> Element:
    return w("r", w("fldChar", fldCharType=end))


def _instruction(words: str) -> Element:
    return w("r", node("w:instrText", {"xml:space": "preserve"}, text=words))
