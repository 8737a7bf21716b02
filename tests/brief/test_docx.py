"""The DOCX read back, by python-docx and as XML: nothing lost, real styles, nothing interpreted, the same bytes."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from diagnostic.brief import content as c
from diagnostic.brief.docx.document import render_docx, write_docx
from diagnostic.brief.office.cleaning import fit
from diagnostic.charts.palette import contrast
from diagnostic.errors import WorldError
from tests.brief.office_samples import (
    DRAWING,
    SNAPSHOTS,
    content,
    contents_lines,
    drawings,
    every_text,
    headings,
    outline_levels,
    own,
    picture,
    tables,
)

both = pytest.mark.parametrize("lang", ["fr", "en"])
every = pytest.mark.parametrize("name", list(SNAPSHOTS))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FRAME = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@cache
def data(name: str, lang: str = "fr") -> bytes:
    return render_docx(content(name, lang))


def opened(file: bytes) -> Document:
    return docx.Document(BytesIO(file))


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def xml(file: bytes, name: str = "word/document.xml") -> Element:
    return fromstring(parts(file)[name])


def words(element: Element) -> str:
    """Return the text of an element, a line a paragraph and a line a break."""
    said = {f"{W}t": lambda e: e.text or "", f"{W}br": lambda e: "\n", f"{W}p": lambda e: "\n"}
    return "".join(said[each.tag](each) for each in element.iter() if each.tag in said)


def styled(document: Document, style: str) -> list[str]:
    return [part.text for part in document.paragraphs if part.style is not None and part.style.style_id == style]


@both
@every
def test_every_text_of_the_content_is_in_the_file(name: str, lang: str) -> None:
    file = data(name, lang)
    whole = "\n".join(words(fromstring(part)) for path, part in parts(file).items() if path.endswith(".xml"))
    assert [text for text in every_text(content(name, lang)) if text not in whole] == []


@both
@every
def test_the_headings_are_real_and_in_order(name: str, lang: str) -> None:
    found = [
        (int(part.style.style_id[-1]), part.text.lstrip("▲▼ "))
        for part in opened(data(name, lang)).paragraphs
        if part.style is not None and part.style.name.startswith("Heading ")
    ]
    assert found == headings(content(name, lang))


@every
def test_tables_have_a_header_row_repeated_and_all_their_cells(name: str) -> None:
    found = [
        table for table in xml(data(name)).iter(f"{W}tbl") if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    ]
    wanted = tables(content(name))
    assert len(found) == len(wanted)
    for table, told in zip(found, wanted, strict=True):
        head, *rows = table.findall(f"{W}tr")
        assert [words(cell).strip() for cell in head.findall(f"{W}tc")] == [fit(col.title) for col in told.columns]
        assert len(rows) == len(told.rows)
        for place, row in enumerate(rows):
            cells = [words(cell).strip() for cell in row.findall(f"{W}tc")]
            wanted_cells = [fit(cell) for cell in told.rows[place]]
            assert cells == (wanted_cells[:1] if place in told.bands else wanted_cells)
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstRow") == "1"
        assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in rows)


def test_numbers_are_to_the_right_and_a_band_heads_its_rows() -> None:
    columns = (c.Column("Qui", 0.5), c.Column("Combien, €", 0.5, c.ColumnKind.NUMBER))
    table = c.Table(columns=columns, rows=(("Bande", ""), ("Un", "12\u202f000")), caption="Sommes", bands=(0,))
    found = opened(render_docx(own(table))).tables[0]
    assert found.cell(2, 1).paragraphs[0].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert found.cell(2, 1).text == "12\u202f000"
    assert found.cell(1, 0)._tc is found.cell(1, 1)._tc
    assert found.cell(1, 0).paragraphs[0].paragraph_format.keep_with_next


def test_the_later_lines_of_a_row_s_head_are_not_bold() -> None:
    table = c.Table(columns=(c.Column("Qui", 1),), rows=(("Nom\nsource",),), caption="Noms")
    head, quiet = opened(render_docx(own(table))).tables[0].cell(1, 0).paragraphs[0].runs
    assert (head.text, head.bold) == ("Nom", None)
    assert (quiet.text, quiet.bold) == ("\nsource", False)


@both
@every
def test_every_figure_has_its_alternative_text_a_drawing_and_a_picture(name: str, lang: str) -> None:
    file = data(name, lang)
    held = parts(file)
    targets = {each.get("Id"): each.get("Target") for each in xml(file, "word/_rels/document.xml.rels")}
    frames = list(xml(file).iter(f"{FRAME}inline"))
    wanted = drawings(content(name, lang))
    assert [frame.find(f"{FRAME}docPr").get("descr") for frame in frames] == [fit(each.alt) for each in wanted]
    for frame, drawing in zip(frames, wanted, strict=True):
        embedded = [
            value for each in frame.iter() for key, value in each.attrib.items() if key.endswith("relationships}embed")
        ]
        raster, vector = (held[f"word/{targets[each]}"] for each in embedded)
        assert raster.startswith(b"\x89PNG")
        assert fromstring(vector).tag == "{http://www.w3.org/2000/svg}svg"
        size = frame.find(f"{FRAME}extent")
        assert int(size.get("cx")) / int(size.get("cy")) == pytest.approx(drawing.width / drawing.height, rel=0.01)
        assert int(size.get("cx")) <= 468.0 * 12_700


@both
def test_the_table_of_contents_is_a_field_whose_lines_are_those_of_the_pdf_with_their_pages(lang: str) -> None:
    body = xml(data("rich", lang))
    box = body.find(f".//{W}sdt")
    assert box.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery").get(f"{W}val") == "Table of Contents"
    instruction = "".join(each.text for each in box.iter(f"{W}instrText"))
    assert instruction.split()[:4] == ["TOC", "\\f", "\\l", '"1-2"']
    ends = [each.get(f"{W}fldCharType") for each in box.iter(f"{W}fldChar")]
    assert (ends[0], ends[-1], ends.count("begin")) == ("begin", "end", ends.count("end"))
    lines = []
    for paragraph in box.iter(f"{W}p"):
        for link in paragraph.iter(f"{W}hyperlink"):
            style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            lines.append((int(style[-1]), words(link)))
            page = "".join(each.text for each in link.iter(f"{W}instrText"))
            assert page.split() == ["PAGEREF", link.get(f"{W}anchor"), "\\h"]
    assert lines == [(level, text) for level, text, _ in contents_lines(content("rich", lang))]
    marks = {
        mark.get(f"{W}name"): words(paragraph).strip().lstrip("▲▼ ")
        for paragraph in body.iter(f"{W}p")
        for mark in paragraph.findall(f"{W}bookmarkStart")
    }
    led = [marks[link.get(f"{W}anchor")] for link in box.iter(f"{W}hyperlink")]
    assert led == [title for _, _, title in contents_lines(content("rich", lang))]


def test_the_contents_made_anew_are_the_same_and_word_asks_nothing_on_opening() -> None:
    file = data("rich")
    asked = re.compile(r' TC "(.*)" \\l ([12]) ')
    made = [found for each in xml(file).iter(f"{W}instrText") if (found := asked.fullmatch(each.text or ""))]
    wanted = contents_lines(content("rich", "fr"))
    assert [(int(found[2]), found[1]) for found in made] == [(level, text) for level, text, _ in wanted]
    assert all(run.find(f"{W}rPr/{W}vanish") is not None for run in hidden_runs(file))
    assert xml(file, "word/settings.xml").find(f"{W}updateFields") is None
    assert all(each.get(f"{W}dirty") is None for each in xml(file).iter(f"{W}fldChar"))


def hidden_runs(file: bytes) -> list[Element]:
    """Return the runs that say a mark of the contents."""
    runs = xml(file).iter(f"{W}r")
    return [run for run in runs if (run.findtext(f"{W}instrText") or "").startswith(" TC ")]


def test_the_figures_of_the_page_that_must_hold_its_section_are_smaller() -> None:
    frames = list(xml(data("rich")).iter(f"{FRAME}inline"))[1:3]
    widths = [int(frame.find(f"{FRAME}extent").get("cx")) / 12_700 for frame in frames]
    assert all(120 < width < 200 for width in widths), "rose and square, after the cover's"


@every
def test_no_level_of_headings_is_skipped_and_equals_are_equal(name: str) -> None:
    found = []
    for part in opened(data(name)).paragraphs:
        if part.style is not None and part.style.name.startswith("Heading "):
            given = part._p.find(f"{W}pPr/{W}outlineLvl")
            found.append(int(part.style.style_id[-1]) if given is None else int(given.get(f"{W}val")) + 1)
    assert found == outline_levels(content(name))


def test_a_brief_without_a_table_of_contents_has_none() -> None:
    assert xml(render_docx(own(c.Paragraph("Un mot.")))).find(f".//{W}sdt") is None


@both
def test_the_page_is_a4_its_header_names_the_territory_and_its_footer_numbers_it(lang: str) -> None:
    document, told = opened(data("rich", lang)), content("rich", lang)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.header.paragraphs[0].text == told.header
    assert section.footer.paragraphs[0].text.strip() == f"{told.page} 1"
    assert "PAGE" in section.footer._element.xml
    assert section.different_first_page_header_footer
    assert section.first_page_footer.paragraphs[0].text == fit(told.cover.attribution)


@both
def test_title_author_subject_date_and_language_are_said(lang: str) -> None:
    document, told = opened(data("rich", lang)), content("rich", lang)
    core = document.core_properties
    assert (core.title, core.author, core.subject) == (told.title, told.author, told.subject)
    assert core.created is not None
    assert core.created.date().isoformat() == told.day
    locale = {"fr": "fr-FR", "en": "en-GB"}[lang]
    assert core.language == locale
    assert xml(data("rich", lang), "word/styles.xml").find(f"{W}docDefaults//{W}lang").get(f"{W}val") == locale


def test_styles_speak_the_language_of_the_brief_and_those_built_in_keep_their_names() -> None:
    french, english = ({style.name for style in opened(data("rich", lang)).styles} for lang in ("fr", "en"))
    assert {"Chapô", "Note et source", "Tableau, nombre"} <= french
    assert {"Lead paragraph", "Note and source", "Table, number"} <= english
    assert {"Title", "Heading 1", "Caption", "List Bullet", "List Number", "Body Text"} <= french & english


def test_headings_and_captions_keep_with_what_follows() -> None:
    styles = opened(data("rich")).styles
    for name in ("Heading 1", "Heading 2", "Heading 3", "Caption", "Surtitre"):
        assert styles[name].paragraph_format.keep_with_next, name


def test_lists_are_lists_and_every_numbered_one_begins_at_one() -> None:
    items = c.Items((c.Item("Un", "deux", "trois"), c.Item("", "quatre")), c.Mark.NUMBER)
    gaps = c.Items((c.Item("Manque"),), c.Mark.GAP)
    file = render_docx(own(items, c.Paragraph("Entre deux"), items, gaps))
    document = opened(file)
    assert styled(document, "ListNumber") == ["Un deux\ntrois", "quatre"] * 2
    numbers = [part._p.pPr.numPr.numId.val for part in document.paragraphs if part.style.style_id == "ListNumber"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    known = {each.get(f"{W}numId"): each for each in xml(file, "word/numbering.xml").findall(f"{W}num")}
    assert all(known[str(n)].find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val") == "1" for n in numbers)
    assert styled(document, "BriefListGap") == ["Manque"]
    signs = [level.find(f"{W}lvlText").get(f"{W}val") for level in xml(file, "word/numbering.xml").iter(f"{W}lvl")]
    assert signs == ["•", "▲", "▼", "%1."]


def test_figures_side_by_side_stay_so_and_headings_come_out_of_the_columns() -> None:
    shown = c.Figure(drawing=DRAWING, title="À gauche")
    figures = c.Beside((shown,), (c.Paragraph("À droite"),))
    headed = c.Beside((c.Heading("Atouts", 3, c.Mark.ASSET),), (c.Heading("Manques", 3, c.Mark.GAP),))
    document = opened(render_docx(own(figures, headed)))
    assert [cell.text for cell in document.tables[0].rows[0].cells] == ["À gauche\n", "À droite"]
    assert styled(document, "Heading3") == ["▲ Atouts", "▼ Manques"]


def test_two_tables_that_follow_each_other_are_kept_apart() -> None:
    facts = c.Facts((("Nature", "Commune"),))
    body = xml(render_docx(own(facts, facts))).find(f"{W}body")
    kinds = [child.tag.removeprefix(W) for child in body]
    assert "tbl,tbl" not in ",".join(kinds)
    assert all(cell[-1].tag == f"{W}p" for cell in body.iter(f"{W}tc"))


def test_the_cover_is_a_page_and_the_first_section_another() -> None:
    document = opened(render_docx(own(c.Paragraph("Un mot."))))
    first, *_ = [part for part in document.paragraphs if part.text == "Partie"]
    assert first.paragraph_format.page_break_before
    assert styled(document, "Title") == ["Lieu"]


def test_a_cover_without_a_page_heads_the_first_one() -> None:
    plain = own(c.Paragraph("Un mot."))
    changed = own(c.Paragraph("Un mot."), cover=c.Cover(**_cover(plain.cover), page=False))
    file = render_docx(changed)
    document = opened(file)
    assert [part.text for part in document.paragraphs][:2] == ["Lieu", "Partie"]
    assert not any(part.paragraph_format.page_break_before for part in document.paragraphs)
    assert "PAGE" in document.sections[0].first_page_footer._element.xml
    assert not any(name.startswith("word/media") for name in parts(file))


def _cover(cover: c.Cover) -> dict[str, object]:
    return {name: getattr(cover, name) for name in cover.__slots__ if name != "page"}


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_the_logo_is_on_the_cover_with_its_alternative_text(form: str) -> None:
    logo = picture(form)
    file = render_docx(own(c.Paragraph("Un mot."), logo=logo))
    assert logo in parts(file).values()
    frame, *_ = xml(file).iter(f"{FRAME}inline")
    assert frame.find(f"{FRAME}docPr").get("descr") == "Logo\u00a0: Lieu"
    size = frame.find(f"{FRAME}extent")
    assert int(size.get("cx")) == 3 * int(size.get("cy"))


@pytest.mark.parametrize(("accent", "shown"), [("#1f4e9e", "1F4E9E"), ("red;}", "0B5A5A")])
def test_the_accent_is_the_collectivite_s_where_it_is_a_colour(accent: str, shown: str) -> None:
    document = opened(render_docx(own(c.Paragraph("Un mot."), accent=accent)))
    assert str(document.styles["Surtitre"].font.color.rgb) == shown


def test_an_accent_too_light_for_words_is_darkened() -> None:
    document = opened(render_docx(own(c.Paragraph("Un mot."), accent="#ffee88")))
    assert contrast(f"#{document.styles['Surtitre'].font.color.rgb}", "#ffffff") >= 4.5


def test_a_logo_that_cannot_be_read_is_left_out() -> None:
    assert render_docx(own(c.Paragraph("Un mot."), logo=b"<svg/>")) == render_docx(own(c.Paragraph("Un mot.")))


def test_nothing_in_a_text_is_interpreted() -> None:
    nasty = '{ PAGE } =SUM(A1) <w:br/> &amp; https://example.org/x.png "\\" %s {INCLUDEPICTURE "/etc/passwd"}'
    file = render_docx(own(c.Paragraph(nasty), c.Items((c.Item(nasty),)), c.Heading(nasty)))
    assert styled(opened(file), "BodyText") == [nasty]
    assert [each.text for each in xml(file).iter(f"{W}instrText")] == []
    listed = render_docx(own(c.Heading(nasty), contents="Sommaire"))
    fields = [each.text or "" for each in xml(listed).iter(f"{W}instrText")]
    assert all(field.count('"') == 2 for field in fields if field.startswith(" TC ")), (
        "nothing ends a mark before its end"
    )


@every
def test_nothing_outside_the_file_is_named(name: str) -> None:
    for path, part in parts(data(name)).items():
        if path.endswith(".rels"):
            assert all(each.get("TargetMode") is None for each in fromstring(part))
            assert not any(
                "://" in each.get("Target") or each.get("Target").startswith("/") for each in fromstring(part)
            )
        if path.endswith(".svg"):
            assert not re.search(rb"href|@import|<image|<script|url\((?!#)", part)


def test_control_characters_halves_and_what_xml_forbids_are_cleaned_and_spaces_are_kept() -> None:
    text = "a\u0000b\ud800c\ufffed\uffff \u202f; e  f\tg\x0bh"
    assert styled(opened(render_docx(own(c.Paragraph(text)))), "BodyText") == ["ab\ufffdc\ufffdd\ufffd \u202f; e  f gh"]


@every
def test_the_same_content_gives_the_same_bytes(name: str) -> None:
    assert render_docx(content(name)) == data(name)
    with ZipFile(BytesIO(data(name))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_bare_brief_without_date_nor_section_opens() -> None:
    document = opened(render_docx(own(sections=(), day="", contents="Sommaire")))
    assert styled(document, "Title") == ["Lieu"]


ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr tabs spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs vanish color sz szCs lang",
    "style": "name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan tcBorders vAlign",
    "lvl": "start numFmt pStyle lvlText lvlJc pPr rPr",
    "sectPr": "headerReference footerReference pgSz pgMar titlePg",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator",
    "font": "altName charset family pitch",
    "tbl": "tblPr tblGrid tr",
    "tr": "trPr tc",
    "p": "pPr bookmarkStart r hyperlink bookmarkEnd",
    "numbering": "abstractNum num",
}
"""The children of each element in the order that the format asks for. Source: ECMA-376, part 1, annex A."""


@every
def test_the_elements_stand_in_the_order_of_the_schema(name: str) -> None:
    seen = set()
    for path, part in parts(data(name)).items():
        if not path.startswith("word/") or not path.endswith(".xml"):
            continue
        for element in fromstring(part).iter():
            kind = element.tag.removeprefix(W)
            if kind in ORDERS:
                seen.add(kind)
                order = ORDERS[kind].split()
                places = [order.index(child.tag.removeprefix(W)) for child in element]
                field = element.find(f"{W}r/{W}fldChar") is not None  # a field's ends stand around its lines
                assert field or places == sorted(places), (path, kind, [child.tag for child in element])
    assert seen == set(ORDERS)


def test_every_style_list_and_picture_that_is_named_exists() -> None:
    file = data("rich")
    styles = {each.get(f"{W}styleId") for each in xml(file, "word/styles.xml").iter(f"{W}style")}
    body = xml(file)
    named = {each.get(f"{W}val") for kind in ("pStyle", "rStyle", "tblStyle") for each in body.iter(f"{W}{kind}")}
    named |= {each.get(f"{W}val") for k in ("basedOn", "next") for each in xml(file, "word/styles.xml").iter(f"{W}{k}")}
    assert named <= styles
    numbers = {each.get(f"{W}numId") for each in xml(file, "word/numbering.xml").findall(f"{W}num")}
    assert {each.get(f"{W}val") for each in body.iter(f"{W}numId")} <= numbers
    ids = [each.get("id") for each in body.iter(f"{FRAME}docPr")]
    assert len(set(ids)) == len(ids)


def test_the_file_is_written_whole_over_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "note.docx"
    path.write_bytes(b"old")
    write_docx(own(c.Paragraph("Un mot.")), path)
    assert styled(docx.Document(str(path)), "BodyText") == ["Un mot."]
    assert [entry.name for entry in tmp_path.iterdir()] == ["note.docx"]


def test_a_folder_that_is_not_there_is_a_fault_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as fault:
        write_docx(own(), tmp_path / "absent" / "note.docx")
    assert fault.value.key == "no_folder"


def test_a_brief_is_under_a_megabyte() -> None:
    assert len(data("rich")) < 1_000_000
