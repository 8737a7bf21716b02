"""Pages are filled: a figure is set a little smaller or lets text go before it, a short foreword shares its page."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from diagnostic.brief.content import BriefContent, Kind
from diagnostic.brief.edits.edited import edited
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.boxes import Anchor, Box, Stack
from diagnostic.brief.pdf.document import render_pdf
from diagnostic.brief.pdf.figures import SMALLEST, FigureBox
from diagnostic.brief.pdf.flow import paginate
from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.painter import DrawingBox
from diagnostic.brief.pdf.press import Press, Span
from diagnostic.brief.pdf.tags import Element
from diagnostic.brief.pdf.text import SHORT_ITEM, Sign, TextBox, paragraph
from diagnostic.charts.drawing import Drawing, Role
from diagnostic.charts.palette import PRINT
from diagnostic.dossier.dressing import BriefLook
from diagnostic.texts import load_texts
from tests.brief.test_kinds import brief

PAGE = 400.0


@pytest.fixture
def press() -> Press:
    return Press(FontBook(), PRINT, "")


def figure(press: Press, height: float) -> FigureBox:
    drawing = Drawing(width=200, height=height, shapes=(), alt="a")
    root = Element("Div")
    return FigureBox([paragraph("Titre", s.CAPTION, press, 200, root), DrawingBox(drawing, 200, press, root)])


def text(press: Press, lines: int, *, item: bool = False) -> TextBox:
    said, ink = "\n".join(["mot"] * lines), press.ink(False, Role.INK, 9)
    sign = Sign(Span("•", ink), None) if item else None
    return TextBox((Span(said, ink),), s.ITEM if item else s.BODY, press, 200, None, sign)


def test_a_figure_that_nearly_fits_is_set_smaller_and_no_smaller_than_can_be_read(press: Press) -> None:
    shown = figure(press, 200)
    nearly = paginate([Box(PAGE - shown.height + 15), shown], PAGE)
    assert [len(page) for page in nearly] == [2]
    top, placed = nearly[0][1]
    assert top + placed.height == pytest.approx(PAGE, abs=0.1)
    far = paginate([Box(PAGE - shown.height + 200 * (1 - SMALLEST) + 5), figure(press, 200)], PAGE)
    assert [len(page) for page in far] == [1, 1]
    assert far[1][0][1].height == shown.height


def test_the_text_after_a_figure_that_does_not_fit_fills_the_page_that_it_leaves(press: Press) -> None:
    shown = figure(press, 250)
    pages = paginate([Box(PAGE / 2), shown, text(press, 3), text(press, 3), Stack([Box(20)])], PAGE)
    assert [type(box).__name__ for _, box in pages[0]] == ["Box", "TextBox", "TextBox"]
    assert pages[1][0][1] is shown


def test_no_text_goes_before_a_figure_where_little_is_left_nor_from_the_next_section(press: Press) -> None:
    shown, following = figure(press, 250), text(press, 1)
    assert paginate([Box(PAGE * 0.9), shown, following], PAGE)[1][1][1] is following
    following.anchor = Anchor("section-next", "Suite", 0)
    assert [len(page) for page in paginate([Box(PAGE / 2), shown, following], PAGE)] == [1, 2]
    following.new_page = True
    assert [len(page) for page in paginate([Box(PAGE / 2), shown, following], PAGE)] == [1, 1, 1]


@pytest.mark.parametrize(("lines", "parted"), [(SHORT_ITEM, False), (SHORT_ITEM + 1, True)])
def test_a_short_item_of_a_list_is_not_parted(press: Press, lines: int, parted: bool) -> None:
    entry = text(press, lines, item=True)
    pages = paginate([Box(PAGE - entry.height / 2), entry], PAGE)
    assert (pages[1][0][1] is not entry) == parted


def dressed(kind: Kind, words: str) -> BriefContent:
    look = BriefLook(foreword_fr=words, signed="Le maire")
    return edited(brief("demo", "fr", kind), (), (), look, load_texts("fr")).content


def pages_of(content: BriefContent) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(render_pdf(content))).pages]


def test_a_short_foreword_shares_the_page_of_the_contents_and_the_numbers_are_right() -> None:
    bare, pages = pages_of(brief("demo", "fr", Kind.FULL)), pages_of(dressed(Kind.FULL, "Un.\nDeux.\nTrois."))
    assert len(pages) == len(bare)
    page = next(text for text in pages if "Sommaire" in text)
    assert "Trois." in page
    assert page.index("Sommaire") < page.index("Trois.")
    for title in ("Avant-propos", "Les scores", "Plan d’action"):
        number = int(re.search(rf"{title}\s+(\d+)", page)[1])  # type: ignore[index]  # it is in the contents
        assert title in pages[number - 1]


def test_a_long_foreword_keeps_its_page() -> None:
    pages = pages_of(dressed(Kind.FULL, "\n".join(["Une ligne."] * 12)))
    contents = next(n for n, text in enumerate(pages) if "Sommaire" in text)
    assert "Une ligne." not in pages[contents]
    assert "Une ligne." in pages[contents + 1]


def test_without_contents_a_foreword_shares_the_page_of_what_follows() -> None:
    assert len(pages_of(dressed(Kind.EXPRESS, "Un.\nDeux."))) <= 4
