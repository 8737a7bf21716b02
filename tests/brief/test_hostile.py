"""The worst texts in every field of a brief give right pages: nothing clipped, nothing lost, nothing fetched."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument

from diagnostic.brief import content as c
from diagnostic.brief.pdf import style
from diagnostic.brief.pdf.document import render_pdf
from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.scripts import clean, toneless
from tests.brief import samples
from tests.brief.office_samples import own
from tests.brief.one_of_each import ONE_OF_EACH
from tests.brief.structure import Document, Node

WRITINGS = {
    "latin": "Besançon Łódź Þingvellir Đà Nẵng Ñuñoa Iași Šiauliai Ħamrun İzmir Ə",
    "greek": "Θεσσαλονίκη Ἀθῆναι",
    "cyrillic": "Запоріжжя Ғарабағ Ћуприја Ўзбекистан",
    "arabic": "جمعية النور لآل مدينة فاس (المغرب)",
    "hebrew": "עמותת שָׁלוֹם (ירושלים)",
    "chinese": "济南市，上海與臺灣的朋友",
    "japanese": "仙台市の国際交流協会「ドゥ・レンヌ」",
    "korean": "대전광역시 국제교류센터",
    "armenian": "Երևան",
    "georgian": "თბილისი",
    "ethiopic": "አዲስ አበባ",
    "emoji": "🤝 🌍 👍🏽 👩‍👩‍👧",
    "combining": "n̈ x̌ q̃ e\u0301 a\u0323\u0302",
}
LONG = {
    "one word": "W" * 10_000,
    "ideographs": "中" * 1_000,
    "lines": "x\n" * 80,
    "markup": '<img src="file:///etc/passwd"/> <b>&amp;</para> %s {0} \\n $x$ ' * 20,
    "marks": "e" + "\u0301" * 100 + "\u0323" * 100,
}
UNSEEN = "a\u0000b\u0007c\u202ed\u2066e\u200bf\ufeffg\ud800h\udfffi\uffffj\u001bk\u2028l"
KEPT = ("id", "lang", "accent", "kind", "page", "logo", "drawing")
MARKER = "The marker that no text may bring in."


def spoilt(value: Any, word: str, name: str = "") -> Any:
    """Return a content with a text in each of its fields."""
    if isinstance(value, Enum) or name in KEPT:
        return value
    if isinstance(value, str):
        return word
    if isinstance(value, tuple):
        return tuple(spoilt(one, word) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: spoilt(getattr(value, f.name), word, f.name) for f in fields(value)})
    return value


@cache
def printed(word: str) -> bytes:
    return render_pdf(spoilt(ONE_OF_EACH, word))


@cache
def read(word: str) -> Document:
    return Document(printed(word))


every_writing = pytest.mark.parametrize("writing", WRITINGS)
WORDS = {**WRITINGS, **LONG, "unseen": UNSEEN}
every_word = pytest.mark.parametrize("word", list(WORDS.values()), ids=list(WORDS))


@every_word
def test_nothing_is_drawn_outside_the_column(word: str) -> None:
    for page in PdfDocument(printed(word)):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            if text.get_text_range(place, 1).strip():
                left, bottom, right, top = text.get_charbox(place)
                assert style.LEFT - 2 <= left <= right <= style.LEFT + style.WIDTH + 2
                assert 0 < bottom <= top < style.PAGE_HEIGHT


@every_writing
def test_a_name_in_any_writing_is_read_back_as_it_was_typed(writing: str) -> None:
    expected = " ".join(toneless(clean(WRITINGS[writing])).split())
    said = [node.text for node in read(WRITINGS[writing]).tree.every("H1", "P", "TH", "TD", "LBody")]
    assert len(said) > 20
    assert sum(expected in text for text in said) == len(said)


@every_word
def test_no_glyph_is_the_box_of_what_a_font_does_not_have(word: str) -> None:
    for font in read(word).fonts.values():
        [inner] = font["/DescendantFonts"]
        glyphs = inner.get_object()["/CIDToGIDMap"].get_data()
        assert all(glyphs[place : place + 2] != b"\0\0" for place in range(2, len(glyphs), 2))


def test_the_writings_of_partners_have_glyphs_for_all_their_national_standards() -> None:
    book = FontBook()
    for first, last in ((0xA0, 0x24F), (0x1E00, 0x1EFF), (0x400, 0x52F), (0x3041, 0x3093), (0x30A1, 0x30F6)):
        text = "".join(map(chr, range(first, last + 1))).replace("\u00ad", "")
        assert book.printable(text) == text
    standards = (("gb2312", 0xB0, 0xF7), ("euc_jp", 0xB0, 0xF3), ("euc_kr", 0xB0, 0xC8), ("big5", 0xA4, 0xC6))
    for codec, first, last in standards:
        text = "".join(_standard(codec, first, last))
        assert len(text) > 2_000
        assert book.printable(text) == text, codec


def test_what_no_font_has_is_named_by_its_number() -> None:
    assert "[U+0E01]" in read("ก 𓀀").tree.text
    assert "[U+13000]" in read("ก 𓀀").tree.text


def test_what_is_not_seen_is_left_out_and_half_characters_are_shown_as_such() -> None:
    said = {node.text for node in read(UNSEEN).tree.every("TD")}
    assert said == {"abcdefg\ufffdh\ufffdi[U+FFFF]jk l"}


@every_word
def test_no_word_is_lost(word: str) -> None:
    bare = "".join(toneless(clean(word)).split()).replace("'", "’")
    for node in read(word).tree.every("TD", "LBody"):
        said = "".join(node.text.split())
        assert bare.replace("\uffff", "[U+FFFF]") in said or node.said


@every_word
def test_a_brief_stays_under_a_megabyte(word: str) -> None:
    assert len(printed(word)) < 1_000_000


def test_no_file_and_no_address_that_a_text_names_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(MARKER, "utf-8")
    word = f'<img src="{secret}"/> {secret.as_uri()} http://127.0.0.1:9/x.png {secret} \\input{{{secret}}}'
    script = f"""if True:
        import sys
        from dataclasses import replace
        from tests.brief.test_hostile import ONE_OF_EACH, render_pdf, spoilt
        content, names = spoilt(replace(ONE_OF_EACH, logo={word.encode()!r}), {word!r}), []
        sys.addaudithook(lambda event, args: names.append((event, str(args))))
        data = render_pdf(content)
        print({{name for event, name in names if event in ("open", "os.open")}})
        print([event for event, _ in names if event.partition(".")[0] in ("socket", "urllib", "subprocess")])
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    """
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    files, addresses, data = done.stdout.split(b"\n", 2)
    assert b"NotoSans-Bold.ttf" in files
    assert b"secret" not in files
    assert addresses == b"[]"
    document = Document(data)
    assert str(secret) in document.tree.text
    assert MARKER not in document.tree.text
    whole = data + b"".join(page.get_contents().get_data() for page in document.reader.pages)
    for action in (b"/URI", b"/GoToR", b"/Launch", b"/JavaScript", b"/EmbeddedFile", b"/SubmitForm"):
        assert action not in whole
    links = [link for page in document.reader.pages for link in page.get("/Annots", [])]
    assert all(link["/Subtype"] == "/Link" and "/Dest" in link and "/A" not in link for link in links)


def test_two_hundred_rows_repeat_their_headers_and_leave_none_alone() -> None:
    columns = (c.Column("Pays", 2), c.Column("Habitants", 1, c.ColumnKind.NUMBER))
    rows = tuple((f"Pays n° {place}" + "\nlong nom" * (place % 5 == 0), str(place)) for place in range(200))
    document = Document(render_pdf(own(c.Table(columns=columns, rows=rows, caption="Tous les pays"))))
    [table] = document.tree.every("Table")
    assert len(table.kids) == 1 + 1 + 200  # caption, one header by ear, rows
    on_page: dict[int, int] = {}
    for line in table.kids[2:]:
        [page] = {at for cell in line.kids for at in cell.pages}
        on_page[page] = on_page.get(page, 0) + 1
    assert len(on_page) > 4
    assert min(on_page.values()) >= 2
    for page in on_page:
        words = [piece.text.strip() for piece in document.shown if piece.page == page]
        assert words.count("Habitants") == 1


@pytest.mark.parametrize("length", range(38, 76))
def test_a_table_never_leaves_a_row_alone(length: int) -> None:
    columns, rows = (c.Column("Pays", 1),), tuple((f"Pays {place}",) for place in range(length))
    document = Document(render_pdf(own(c.Table(columns=columns, rows=rows, caption="Pays"))))
    pages = [min(cell.pages) for cell in document.tree.every("TH") if cell.attributes["Scope"] == "/Row"]
    assert all(pages.count(page) >= 2 for page in set(pages))


@pytest.mark.parametrize("length", range(2, 60))
def test_a_note_is_never_parted_from_the_whole_table_that_it_explains(length: int) -> None:
    columns, rows = (c.Column("Pays", 1),), tuple((f"Pays {place}",) for place in range(length))
    table = c.Table(columns=columns, rows=rows, caption="Pays")
    document = Document(render_pdf(own(table, c.Paragraph("Une note.", c.Voice.NOTE), c.Heading("Fin"))))
    [note] = [node for node in document.tree.every("P") if node.text == "Une note."]
    assert note.pages <= {page for cell in document.tree.every("TH") for page in cell.pages}


@pytest.mark.parametrize("lines", range(1, 60, 3))
def test_no_title_ends_a_page(lines: int) -> None:
    filler = c.Paragraph("Ligne.\n" * (lines - 1) + "Fin.")
    table = c.Table(columns=(c.Column("Pays", 1),), rows=(("Maroc",), ("Mali",)), caption="Deux pays")
    blocks = (filler, c.Heading("Un titre"), c.Heading("Et un autre", 3), table, filler, c.Heading("Fin"), filler)
    assert not _titles_at_the_foot(Document(render_pdf(own(*blocks))))


@every_writing
def test_no_title_ends_a_page_whatever_its_writing(writing: str) -> None:
    assert not _titles_at_the_foot(read(WRITINGS[writing]))


def test_a_block_that_cannot_be_parted_is_made_to_fit_its_page() -> None:
    tall = c.KeyFigures((c.KeyFigure("1", "mot " * 4_000),))
    for page in PdfDocument(render_pdf(own(tall))):
        text = page.get_textpage()
        boxes = [text.get_charbox(place) for place in range(text.count_chars())]
        assert min(bottom for _, bottom, _, top in boxes if top > bottom) > style.BOTTOM - 12


def test_the_hostile_territory_says_the_same_as_the_content() -> None:
    document = Document(render_pdf(samples.content(samples.hostile())))
    assert "</para> &amp; %s {0} $x^2$" in document.tree.text
    assert "root:x:0" not in document.tree.text


def _standard(codec: str, first: int, last: int) -> Iterator[str]:
    """Yield the characters of a national standard, for its first bytes."""
    for high in range(first, last + 1):
        for low in range(0x40, 0xFF):
            try:
                found = bytes((high, low)).decode(codec)
            except UnicodeDecodeError:
                continue
            if len(found) == 1:
                yield found


def _titles_at_the_foot(document: Document) -> list[Node]:
    """Return the headings and captions that are the last thing told on their page."""
    last: dict[int, Node] = {}
    for node in document.tree.every():
        for page in node.pages:
            last[page] = node
    captions = {id(kid) for node in document.tree.every("Caption") for kid in node.kids}
    return [node for node in last.values() if node.tag in ("H1", "H2", "H3") or id(node) in captions]
