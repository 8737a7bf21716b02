"""The PDF read back: its words, its pages, its fonts, in both languages and with the worst texts."""

import os
import re
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from diagnostic.brief.content import Item, Items
from diagnostic.brief.pdf import style
from diagnostic.brief.pdf.blocks import Setter
from diagnostic.brief.pdf.document import render_pdf, write_pdf
from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.press import Press
from diagnostic.brief.pdf.tags import Element
from diagnostic.charts.palette import PRINT
from diagnostic.demo import build_demo
from diagnostic.dossier.opening import open_dossier
from diagnostic.errors import WorldError
from tests.brief import samples

both = pytest.mark.parametrize("lang", ["fr", "en"])
SNAPSHOTS = {"rich": samples.rich, "village": samples.village, "hostile": samples.hostile}


@cache
def pdf(name: str, lang: str) -> bytes:
    return render_pdf(samples.content(SNAPSHOTS[name](), lang))


@cache
def pages(name: str, lang: str) -> list[str]:
    """Return the text of each page, spaces made plain and pdfium's sign of a hyphen that ends a line made a hyphen."""
    reader = PdfDocument(pdf(name, lang))
    return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()).replace("\x02", "-") for page in reader]


@both
def test_every_page_but_the_cover_names_the_territory_the_year_and_its_number(lang: str) -> None:
    found = pages("rich", lang)
    for number, page in enumerate(found[1:], 2):
        assert {"fr": "Port-Alizé (territoire fictif)", "en": "Port-Alizé (fictional territory)"}[lang] in page
        assert "Diagnostic 2026" in page
        assert f"page {number}" in page


@both
@pytest.mark.parametrize("name", list(SNAPSHOTS))
def test_page_two_is_the_whole_summary_and_nothing_else(name: str, lang: str) -> None:
    found, content = pages(name, lang), samples.content(SNAPSHOTS[name](), lang)
    label, following = content.section("summary").label, content.section("identity").label
    assert label in found[1].replace("'", "’")
    assert following not in found[1].replace("'", "’")
    assert found[2].replace("'", "’").count(content.contents) == 1
    assert following in found[3].replace("'", "’")
    assert {"fr": "ne sait pas encore", "en": "not known yet"}[lang] in found[1]


def test_a_village_has_a_short_brief_and_a_city_a_long_one() -> None:
    assert 4 <= len(pages("village", "fr")) <= 7
    assert 10 <= len(pages("rich", "fr")) <= 20


@both
def test_the_demonstration_is_read_in_fourteen_pages_and_checked_in_ten_more(tmp_path: Path, lang: str) -> None:
    build_demo(tmp_path / "demo.rose", lang)
    dossier = open_dossier(tmp_path / "demo.rose", read_only=True)
    then, now = (dossier.snapshot_of(campaign) for campaign in dossier.campaigns())
    dossier.close()
    content = samples.content(now, lang, then)
    reader = PdfReader(BytesIO(render_pdf(content)))
    annex = reader.outline[-1][0]
    assert annex.title == content.section("indicators").label
    assert reader.get_destination_page_number(annex) + 1 <= 15
    assert len(reader.pages) <= 25


@both
@pytest.mark.parametrize("name", list(SNAPSHOTS))
def test_no_page_ends_with_a_title(name: str, lang: str) -> None:
    content = samples.content(SNAPSHOTS[name](), lang)
    titles = [re.sub(r"\s+", " ", section.title) for section in content.sections]
    for page in pages(name, lang):
        assert not any(page.rstrip().endswith(title) for title in titles)


def test_markup_is_printed_as_it_was_typed() -> None:
    whole = "".join(pages("hostile", "fr")).replace(" ", "")
    assert '<imgsrc="/etc/passwd">&<b>gras</b></para>&amp;' in whole
    assert "root:x:0" not in whole


def test_control_characters_are_left_out_and_unknown_writing_is_named() -> None:
    whole = "".join(pages("hostile", "fr"))
    assert "[U+13000]" in whole
    assert not re.search("[\u0000-\u0008\u202e]", whole)


def test_arabic_hebrew_chinese_korean_and_emoji_have_their_glyphs() -> None:
    reader = PdfReader(BytesIO(pdf("hostile", "fr")))
    names = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    for script in ("NotoSans-Regular", "NotoSansArabic", "NotoSansHebrew", "NotoSansKR", "NotoSansSC", "NotoEmoji"):
        assert any(script in name for name in names), script
    whole = "".join(pages("hostile", "fr"))
    assert "中文" in whole
    assert "日本語" in whole
    assert "한국어" in whole
    assert "םולש" in whole or "שלום" in whole


def test_a_note_whose_item_was_taken_out_stands_beside_its_mark() -> None:
    setter = Setter(Press(FontBook(), PRINT, "#1f6f78"), Element("Sect"), "section")
    alone, after = setter.blocks([Items((Item("", note="Source"), Item("Accueil", note="Source")))], 300.0)
    assert (alone.height, after.height) == (style.ITEM.leading, 2 * style.ITEM.leading)


def test_every_font_is_embedded() -> None:
    reader = PdfReader(BytesIO(pdf("rich", "fr")))
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            [embedded] = font["/DescendantFonts"]
            assert "/FontFile2" in embedded["/FontDescriptor"], font["/BaseFont"]
            assert "/ToUnicode" in font


@pytest.mark.parametrize("name", list(SNAPSHOTS))
def test_the_same_content_gives_the_same_bytes(name: str) -> None:
    assert render_pdf(samples.content(SNAPSHOTS[name]())) == pdf(name, "fr")


def test_two_processes_write_the_same_bytes_of_the_same_dossier(tmp_path: Path) -> None:
    build_demo(tmp_path / "demo.rose", "fr")
    written = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.pdf"
        command = [sys.executable, "-m", "diagnostic.cli", "brief", str(tmp_path / "demo.rose"), "-o", str(target)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        written.append(target.read_bytes())
    assert written[0] == written[1]
    assert len(written[0]) < 1_000_000


@both
def test_title_author_language_and_bookmarks_are_there(lang: str) -> None:
    content = samples.content(samples.rich(), lang)
    reader = PdfReader(BytesIO(pdf("rich", lang)))
    assert reader.metadata is not None
    assert reader.metadata.title == content.title
    assert reader.metadata.author == "Rose des vents"
    assert reader.trailer["/Root"]["/Lang"] == lang
    sections = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert sections == [*(section.label for section in content.sections if not section.annex), content.annexes]
    assert [entry.title for entry in reader.outline[-1]] == [s.label for s in content.sections if s.annex]


def test_no_letter_stands_outside_the_column() -> None:
    for page in PdfDocument(pdf("hostile", "fr")):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            if text.get_text_range(place, 1).strip():
                left, bottom, right, top = text.get_charbox(place)
                assert style.LEFT - 1 <= left <= right <= style.LEFT + style.WIDTH + 1
                assert 0 < bottom <= top < style.PAGE_HEIGHT


def test_two_hundred_countries_are_all_in_the_document() -> None:
    content = samples.content(samples.worldwide(200))
    whole = "".join(page.get_textpage().get_text_bounded() for page in PdfDocument(render_pdf(content)))
    whole = re.sub(r"[\r\n]", "", whole).replace("\x02", "-")
    for row in content.section("matrix").blocks[0].rows:
        assert row[0].split()[0].replace("'", "’") in whole


def test_a_brief_is_small() -> None:
    assert len(pdf("rich", "fr")) < 300_000


def test_the_file_is_written_whole_over_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(b"old")
    write_pdf(samples.content(samples.village()), path)
    assert path.read_bytes().startswith(b"%PDF")
    assert [entry.name for entry in tmp_path.iterdir()] == ["note.pdf"]


def test_a_folder_that_is_not_there_is_a_fault_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as fault:
        write_pdf(samples.content(samples.village()), tmp_path / "absent" / "note.pdf")
    assert fault.value.key == "no_folder"
