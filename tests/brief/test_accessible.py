"""The PDF as those who do not see it read it: structure, order, words in place of pictures, marks of both standards.

The golden structure is rewritten as the other golden files are:

    ROSE_WRITE_GOLDEN=1 .venv/bin/python -m pytest tests/brief/test_accessible.py
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from difflib import unified_diff
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from diagnostic.brief.content import BriefContent, Kind
from diagnostic.brief.office.cleaning import fit
from diagnostic.brief.pdf.document import render_pdf
from diagnostic.brief.press import content_of
from diagnostic.charts.palette import contrast
from diagnostic.framework.load import load_edition
from diagnostic.territory.countries import load_countries
from diagnostic.texts import load_texts
from tests.brief import office_samples, samples
from tests.brief.annex_briefs import campaigns
from tests.brief.one_of_each import ONE_OF_EACH
from tests.brief.structure import Document, Node, written

GOLDEN = Path(__file__).parent / "structure_of_one_of_each.txt"
CASES = {
    "one of each": lambda: ONE_OF_EACH,
    "full": lambda: said("demo", Kind.FULL, "fr"),
    "full in English": lambda: said("metropolis", Kind.FULL, "en"),
    "summary": lambda: said("demo", Kind.SUMMARY, "en"),
    "express": lambda: said("market_town", Kind.EXPRESS, "fr"),
    "yearly": lambda: said("mid_size_city", Kind.YEARLY, "en"),
    "hostile": lambda: samples.content(samples.hostile()),
}
every_case = pytest.mark.parametrize("case", CASES)
BLOCKS = ("P", "H1", "H2", "H3", "TH", "TD", "Lbl", "LBody", "Figure", "Link")


def said(name: str, kind: Kind, lang: str) -> BriefContent:
    now, before = campaigns(name, lang)
    return content_of(now, before, load_edition(), load_texts(lang), load_countries(), kind)


@cache
def content(case: str) -> BriefContent:
    return CASES[case]()


@cache
def read(case: str) -> Document:
    return Document(render_pdf(content(case)))


def plain(text: str) -> str:
    """Return a text as the structure says it: on one line, apostrophes as printed, every space plain."""
    return " ".join(re.sub("[▲▼]", " ", text).replace("'", "’").split())


def test_the_structure_of_one_block_of_each_kind_is_as_agreed() -> None:
    found = "\n".join(written(read("one of each").tree)) + "\n"
    if os.environ.get("ROSE_WRITE_GOLDEN") == "1":
        GOLDEN.write_text(found, encoding="utf-8", newline="\n")
    golden = GOLDEN.read_text(encoding="utf-8") if GOLDEN.exists() else ""
    if found != golden:
        pytest.fail("\n".join(unified_diff(golden.splitlines(), found.splitlines(), lineterm="", n=2)), pytrace=False)


@pytest.mark.parametrize("case", ["one of each", "summary", "express", "yearly"])  # it is slow with many pages
def test_poppler_reads_the_same_structure(case: str, tmp_path: Path) -> None:
    theirs = list(_as_poppler_says(_run("pdfinfo", "-struct-text", case, tmp_path)))
    ours = [(node.tag, " ".join(node.own.split())) for node in read(case).tree.every(*BLOCKS)]
    from_the_right = [place for place, node in enumerate(read(case).tree.every(*BLOCKS)) if node.said]
    assert [tag for tag, _ in theirs] == [tag for tag, _ in ours]
    for place in from_the_right:  # poppler takes the words from the page, in the order of the eye
        theirs[place] = ours[place]
    assert theirs == ours


@every_case
def test_qpdf_finds_no_fault(case: str, tmp_path: Path) -> None:
    assert "No syntax or stream encoding errors" in _run("qpdf", "--check", case, tmp_path)


@every_case
def test_headings_go_down_one_level_at_a_time_and_say_what_the_content_says(case: str) -> None:
    headings = list(read(case).tree.every("H1", "H2", "H3"))
    levels = [int(node.tag[1]) for node in headings]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    apart = {plain(fit(content(case).cover.title)), plain(content(case).contents)}
    own = [(node.tag, plain(node.text)) for node in headings if plain(node.text) not in apart]
    expected = [(level, plain(text)) for level, text in office_samples.headings(content(case))]
    assert [text for _, text in own] == [text for _, text in expected]
    for (tag, _), (next_tag, _), (level, _), (next_level, _) in zip(own, own[1:], expected, expected[1:], strict=False):
        assert (tag == next_tag) or level != next_level, "equals are told as equals"


@every_case
def test_items_of_lists_have_their_labels(case: str) -> None:
    for outer in read(case).tree.every("L"):
        assert {item.tag for item in outer.kids} == {"LI"}
        numbering = outer.attributes["ListNumbering"]
        labels = [[kid.text for kid in item.kids if kid.tag == "Lbl"] for item in outer.kids]
        if numbering == "/Decimal":
            assert labels == [[f"{place}."] for place in range(1, len(labels) + 1)]
        elif numbering == "/Disc":
            assert {tuple(label) for label in labels} <= {("•",), ("▲",), ("▼",)}
        else:
            assert labels == [[]] * len(labels)
        assert all(item.kids[-1].tag == "LBody" and item.kids[-1].text for item in outer.kids)


@every_case
def test_tables_have_headers_for_columns_and_rows_and_say_what_the_content_says(case: str) -> None:
    found = [node for node in read(case).tree.every("Table") if _rows(node)[0][0].attributes["Scope"] == "/Column"]
    expected = office_samples.tables(content(case))
    assert len(found) == len(expected)
    for node, table in zip(found, expected, strict=True):
        head, *rows = _rows(node)
        assert [cell.attributes["Scope"] for cell in head] == ["/Column"] * len(table.columns)
        assert [plain(cell.text) for cell in head] == [plain(column.title) for column in table.columns]
        for cells, row in zip(rows, table.rows, strict=True):
            assert (cells[0].tag, cells[0].attributes["Scope"]) == ("TH", "/Row")
            assert sum(int(cell.attributes.get("ColSpan", 1)) for cell in cells) == len(table.columns)
            if case != "hostile":
                assert [plain(cell.text) for cell in cells] == [plain(text) for text in row[: len(cells)]]


@every_case
def test_every_figure_is_told_in_words_and_has_its_numbers_elsewhere(case: str) -> None:
    drawings = office_samples.drawings(content(case))[0 if content(case).cover.page else 1 :]
    figures = list(read(case).tree.every("Figure"))
    assert [plain(node.alt) for node in figures] == [plain(drawing.alt) for drawing in drawings]
    assert all(len(node.alt) > 15 for node in figures)


@every_case
def test_links_contain_their_words_and_lead_to_the_page_they_name(case: str) -> None:
    document, places = read(case), _destinations(read(case))
    links = list(document.tree.every("Link"))
    annotations = [a for page in document.reader.pages for a in page.get("/Annots", [])]
    assert len(links) == len(annotations)
    assert bool(links) == bool(content(case).contents)
    for node in links:
        title, _, number = node.text.rpartition(" ")
        assert node.link["/Contents"] == f"{title}, {number}"
        page = places[node.link["/StructParent"]]
        assert page + 1 == int(number)
        first = {heading.pages and min(heading.pages) for heading in document.tree.every("H1", "H2", "P")}
        assert page in first
        assert plain(title).replace(" ", "") in plain(_words(document, page)).replace(" ", "")


@every_case
def test_the_table_of_contents_and_the_bookmarks_have_the_same_nesting(case: str) -> None:
    document, of = read(case), content(case)
    outline = _nested(document.reader.outline)
    kept = [section for section in of.sections if not section.annex]
    assert [title for title, _ in outline[: len(kept)]] == [plain(section.label) for section in kept]
    annexes = [plain(section.label) for section in of.sections if section.annex]
    if annexes:
        assert outline[len(kept)][0] == plain(of.annexes)
        assert [title for title, _ in outline[len(kept)][1]] == annexes
    if of.contents:
        [toc] = [node for node in document.tree.every("TOC") if any(kid.tag == "TOC" for kid in node.kids)]
        titles = [kid.text.rpartition(" ")[0] for kid in toc.kids if kid.tag == "TOCI"]
        assert titles == [title for title, _ in outline[: len(kept)]] + annexes
        inner = [kid.text.rpartition(" ")[0] for part in toc.kids if part.tag == "TOC" for kid in part.kids]
        assert inner == [title for _, under in outline[: len(kept)] for title, _ in under]


@every_case
def test_the_file_says_its_language_its_title_and_the_standards_it_keeps(case: str) -> None:
    document, of = read(case), content(case)
    assert document.root["/Lang"] == of.lang
    assert document.root["/MarkInfo"]["/Marked"]
    assert document.root["/ViewerPreferences"]["/DisplayDocTitle"]
    packet = document.root["/Metadata"].get_object().get_data().decode()
    for mark in ("pdfuaid:part>1<", "pdfaid:part>2<", "pdfaid:conformance>A<"):
        assert mark in packet
    assert document.root["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert all(page["/Tabs"] == "/S" for page in document.reader.pages)


@every_case
def test_every_font_is_in_the_file_and_says_what_its_glyphs_mean(case: str) -> None:
    for font in read(case).fonts.values():
        [inner] = font["/DescendantFonts"]
        assert len(inner.get_object()["/FontDescriptor"]["/FontFile2"].get_data()) > 500
        assert b"beginbfchar" in font["/ToUnicode"].get_data()


@every_case
def test_every_text_stands_out_on_the_page(case: str) -> None:
    colours = {piece.colour for piece in read(case).shown if piece.text.strip()}
    for colour in colours:
        channels = (round(float(value) * 255) for value in colour.split())
        assert contrast("#{:02x}{:02x}{:02x}".format(*channels), "#ffffff") >= 4.5, colour


def test_a_pale_colour_of_the_collectivite_is_darkened_until_it_can_be_read() -> None:
    for colour in ("#ffee00", "#ffffff", "#00ff00"):
        document = Document(render_pdf(office_samples.own(accent=colour)))
        used = {piece.colour for piece in document.shown if piece.text == "Partie"}
        [found] = ("#{:02x}{:02x}{:02x}".format(*(round(float(v) * 255) for v in c.split())) for c in used)
        assert contrast(found, "#ffffff") >= 4.5


def test_what_is_read_from_the_right_is_said_in_the_order_of_the_voice() -> None:
    said_so = [node.said for node in read("one of each").tree.every("LBody") if node.said]
    assert said_so == ["Association جمعية النور (Lyon)", "שלום (עולם)"]


def _run(tool: str, option: str, case: str, folder: Path) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not on this machine")
    file = folder / "brief.pdf"
    file.write_bytes(read(case).data)
    done = subprocess.run([tool, option, str(file)], capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _as_poppler_says(text: str) -> Iterator[tuple[str, str]]:
    """Yield tags and their own words from `pdfinfo -struct-text`."""
    tag, words = "", ""
    for line in text.splitlines():
        if head := re.fullmatch(r" *([A-Z][A-Za-z0-9]*)( \((block|inline)\))?:?", line):
            if tag in BLOCKS:
                yield tag, " ".join(words.split())
            tag, words = head[1], ""
        elif said_here := re.fullmatch(r' *"(.*)"', line):
            words += said_here[1]
    if tag in BLOCKS:
        yield tag, " ".join(words.split())


def _rows(table: Node) -> list[list[Node]]:
    return [row.kids for row in table.kids if row.tag == "TR"]


def _destinations(document: Document) -> dict[int, int]:
    """Return the page that each link leads to, by its key in the structure."""
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(document.reader.pages)}
    annotations = (a.get_object() for page in document.reader.pages for a in page.get("/Annots", []))
    return {a["/StructParent"]: pages[a.raw_get("/Dest")[0].idnum] for a in annotations}


def _words(document: Document, page: int) -> str:
    return "".join(piece.text for piece in document.shown if piece.page == page)


def _nested(outline: list[Any]) -> list[tuple[str, list[Any]]]:
    found: list[tuple[str, list[Any]]] = []
    for entry in outline:
        if isinstance(entry, list):
            found[-1][1].extend(_nested(entry))
        else:
            found.append((plain(entry.title), []))
    return found
