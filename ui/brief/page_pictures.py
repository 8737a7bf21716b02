"""The pages of a PDF as pictures. Knows no Qt: the thread that makes them must not."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.brief.pdfium import opened


@dataclass(frozen=True, slots=True)
class PageSize:
    """Points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheets:
    """A printed document: its bytes, the size of each page, and the page on which each bookmark leads (from 0)."""

    pdf: bytes
    pages: tuple[PageSize, ...]
    marks: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A page's pixels, four bytes each: blue, green, red, and one that says nothing."""

    data: bytes
    width: int
    height: int
    stride: int


def sheets_of(pdf: bytes) -> Sheets:
    """Return a document's pages and bookmarks."""
    with opened(pdf) as document:
        pages = tuple(PageSize(*document.get_page_size(number)) for number in range(len(document)))
        marks = []
        for mark in document.get_toc(max_depth=2):
            place = mark.get_dest()
            page = place.get_index() if place else None
            if page is not None:
                marks.append((mark.get_title(), page))
    return Sheets(pdf, pages, tuple(marks))


def picture_of(pdf: bytes, page: int, width: int) -> Picture:
    """Return a page (from 0) `width` pixels wide."""
    with opened(pdf) as document:
        sheet = document[page]
        scale = (width - 0.5) / sheet.get_width()  # what it makes of it is rounded up
        bitmap = sheet.render(scale=scale, prefer_bgrx=True)
        picture = Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        bitmap.close()
        sheet.close()
    return picture
