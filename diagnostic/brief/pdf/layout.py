"""The whole brief on its pages, before a line is drawn: only the contents are laid out twice, to know their numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from diagnostic.brief.content import BriefContent, Section
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.boxes import Anchor, Box, Shrunk
from diagnostic.brief.pdf.contents import contents_boxes
from diagnostic.brief.pdf.cover import cover_boxes, masthead
from diagnostic.brief.pdf.flow import Page, paginate
from diagnostic.brief.pdf.press import Press
from diagnostic.brief.pdf.sections import BETWEEN, Head, section_boxes
from diagnostic.brief.pdf.tags import Element


class Layout:
    """The pages of a brief, and its structure.

    The contents follow the pages that open the brief (the summary): page 2 alone must do for the elected official.
    """

    def __init__(self, content: BriefContent, press: Press) -> None:
        self.press, self.root = press, Element("Document")
        self._content = content
        cover = self._cover() if content.cover.page else []
        opening = len(list(takewhile(lambda section: section.one_page, content.sections)))
        first = paginate(self._boxes(content.sections[:opening]), s.HEIGHT)
        table = Element("Sect", self.root) if content.contents else None
        others = paginate(self._boxes(content.sections[opening:]), s.HEIGHT)
        self.pages: list[Page] = [*cover, *first, *others]
        if table is not None:
            shared = self._shares_contents(others, opening)
            self._insert_contents(table, len(cover) + len(first), shared=shared)

    def _cover(self) -> list[Page]:
        whole = cover_boxes(self._content, self.press, Element("Sect", self.root))
        scale = min(1.0, s.COVER_HEIGHT / whole.height)
        return [[(0.0, whole if scale == 1.0 else Shrunk(whole, scale))]]  # long names still make one page

    def _boxes(self, sections: Sequence[Section]) -> Iterator[Box]:
        alone = False
        for section in sections:
            boxes = section_boxes(section, self.press, self.root, self._head(section))
            boxes[0].new_page = (boxes[0].new_page or alone) and not self._follows_first_words(section)
            alone = section.one_page
            yield from boxes

    def _head(self, section: Section) -> Head:
        """Return what stands above a section: on the first page without a cover, what the cover would say."""
        cover = self._content.cover
        if cover.page or section is not self._content.sections[0]:
            return lambda width, element: []
        return lambda width, element: masthead(cover, self.press, width, element)

    def _first_words(self) -> Section | None:
        """Return the section that a foreword is: after the pages that open the brief, asking for no page of its own."""
        found = next((section for section in self._content.sections if not section.one_page), None)
        return None if found is None or found.new_page else found

    def _follows_first_words(self, section: Section) -> bool:
        """Return whether a section may share the page of the foreword: where no contents do."""
        first, sections = self._first_words(), self._content.sections
        if first is None or self._content.contents:
            return False
        place = sections.index(first) + 1
        return place < len(sections) and sections[place] is section and not section.one_page

    def _shares_contents(self, others: Sequence[Page], opening: int) -> bool:
        """Return whether the foreword stands alone on a page with room for the contents."""
        first, following = self._first_words(), self._content.sections[opening + 1 : opening + 2]
        if first is None or not following or not following[0].new_page or len(others) < 2:
            return False
        after = others[1][0][1].anchor
        alone = after is not None and after.key == f"section-{following[0].id}"
        table = self._table_pages({}, Element("Sect"), tight=True)
        return alone and len(table) == 1 and _foot(table[0]) + BETWEEN + _foot(others[0]) <= s.HEIGHT

    def _insert_contents(self, table: Element, place: int, *, shared: bool) -> None:
        """Put the contents in their place: laid out once for their number of pages, once with the numbers.

        Where they are `shared`, the foreword that stands there comes under them.
        """
        guessed = [] if shared else self._table_pages({}, Element("Sect"))
        pages = {
            box.anchor.key: str(number + 1 + (len(guessed) if number >= place else 0))
            for number, page in enumerate(self.pages)
            for _, box in page
            if box.anchor is not None
        }
        made = self._table_pages(pages, table, tight=shared)
        if shared:
            down = _foot(made[0]) + BETWEEN
            made = [[*made[0], *((down + top, box) for top, box in self.pages[place])]]
        self.pages[place : place + int(shared)] = made

    def _table_pages(self, pages: Mapping[str, str], parent: Element, *, tight: bool = False) -> list[Page]:
        anchors = [anchor for anchor in anchors_of(self.pages) if not (anchor.level and anchor.annex)]
        boxes = contents_boxes(self._content.contents, anchors, pages, self.press, parent, tight=tight)
        return paginate(boxes, s.HEIGHT)


def _foot(page: Page) -> float:
    """Return how far down a page its last box ends."""
    top, last = page[-1]
    return top + last.height


def anchors_of(pages: Sequence[Page]) -> list[Anchor]:
    """Return the places that the outline leads to, in order."""
    return [box.anchor for page in pages for _, box in page if box.anchor is not None]


def top_of(page: int, content: BriefContent) -> float:
    """Return where the column of a page begins, in points from the foot of the page."""
    if page == 0 and content.cover.page:
        return s.BOTTOM + 30 + s.COVER_HEIGHT
    return s.BOTTOM + s.HEIGHT
