"""The ODT read back, by odfdo and as XML: nothing lost, real styles, nothing interpreted, the same bytes."""

from functools import cache
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZIP_STORED, ZipFile

import odfdo
import pytest

from diagnostic.brief import content as c
from diagnostic.brief.odt.document import render_odt, write_odt
from diagnostic.brief.odt.markup import NAMESPACES, fill
from diagnostic.brief.office.cleaning import fit
from diagnostic.brief.office.markup import node
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


@cache
def data(name: str, lang: str = "fr") -> bytes:
    return render_odt(content(name, lang))


def opened(file: bytes) -> odfdo.Document:
    return odfdo.Document(BytesIO(file))


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def xml(file: bytes, name: str = "content.xml") -> Element:
    return fromstring(parts(file)[name])


def q(name: str) -> str:
    """Return a prefixed name as the parser gives it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def words(element: Element) -> str:
    """Return the text of an element as a reader shows it."""
    said = element.text or ""
    for child in element:
        if child.tag == q("text:line-break"):
            said += "\n"
        elif child.tag == q("text:s"):
            said += " " * int(child.get(q("text:c"), "1"))
        elif child.tag not in (q("svg:desc"), q("svg:title"), q("table:title")):
            said += words(child)
        said += "\n" if child.tag in (q("text:p"), q("text:h")) else ""
        said += child.tail or ""
    return said


def styled(file: bytes, style: str) -> list[str]:
    return [words(each) for each in xml(file).iter(q("text:p")) if each.get(q("text:style-name")) == style]


@both
@every
def test_every_text_of_the_content_is_in_the_file(name: str, lang: str) -> None:
    file = data(name, lang)
    whole = words(xml(file)) + words(xml(file, "styles.xml"))
    assert [text for text in every_text(content(name, lang)) if text not in whole] == []


@both
@every
def test_the_headings_are_real_and_in_order(name: str, lang: str) -> None:
    found = [
        (int(each.get_attribute("text:outline-level") or 0), str(each.inner_text).lstrip("▲▼ "))
        for each in opened(data(name, lang)).body.headers
    ]
    told = content(name, lang)
    wanted = [" ".join(text.split()) for _, text in headings(told)]
    assert [" ".join(text.split()) for _, text in found] == wanted
    assert [level for level, _ in found] == outline_levels(told), "no level is skipped, and equals are equal"


@every
def test_tables_have_a_header_row_repeated_and_all_their_cells(name: str) -> None:
    found = [each for each in xml(data(name)).iter(q("table:table")) if each.find(q("table:table-header-rows"))]
    wanted = tables(content(name))
    assert len(found) == len(wanted)
    for table, told in zip(found, wanted, strict=True):
        head = table.find(f"{q('table:table-header-rows')}/{q('table:table-row')}")
        assert [words(cell).strip() for cell in head] == [fit(column.title) for column in told.columns]
        rows = table.findall(q("table:table-row"))
        assert len(rows) == len(told.rows)
        for place, row in enumerate(rows):
            cells = [words(cell).strip() for cell in row]
            first = fit(told.rows[place][0])
            assert cells == (
                [first] + [""] * (len(cells) - 1) if place in told.bands else [*map(fit, told.rows[place])]
            )


def test_numbers_are_to_the_right_and_a_band_heads_its_rows() -> None:
    columns = (c.Column("Qui", 0.5), c.Column("Combien, €", 0.5, c.ColumnKind.NUMBER))
    table = c.Table(columns=columns, rows=(("Bande", ""), ("Un", "12\u202f000")), caption="Sommes", bands=(0,))
    file = render_odt(own(table))
    assert styled(file, "Brief_20_cell_20_number") == ["12\u202f000"]
    look = style(file, "Brief_20_cell_20_number").find(q("style:paragraph-properties"))
    assert look.get(q("fo:text-align")) == "end"
    band = next(each for each in xml(file).iter(q("table:table-cell")) if words(each).strip() == "Bande")
    assert band.get(q("table:number-columns-spanned")) == "2"


def style(file: bytes, name: str) -> Element:
    return next(each for each in xml(file, "styles.xml").iter(q("style:style")) if each.get(q("style:name")) == name)


@both
@every
def test_every_figure_has_its_alternative_text_a_drawing_and_a_picture(name: str, lang: str) -> None:
    file = data(name, lang)
    held = parts(file)
    frames = list(xml(file).iter(q("draw:frame")))
    wanted = drawings(content(name, lang))
    assert [frame.findtext(q("svg:desc")) for frame in frames] == [fit(each.alt) for each in wanted]
    for frame, drawing in zip(frames, wanted, strict=True):
        vector, raster = (held[image.get(q("xlink:href"))] for image in frame.findall(q("draw:image")))
        assert fromstring(vector).tag == "{http://www.w3.org/2000/svg}svg"
        assert raster.startswith(b"\x89PNG")
        width, height = (float(frame.get(q(f"svg:{side}")).removesuffix("pt")) for side in ("width", "height"))
        assert width / height == pytest.approx(drawing.width / drawing.height, rel=0.01)
        assert width <= 468


@both
def test_the_table_of_contents_is_written_with_links_and_live_page_numbers(lang: str) -> None:
    body = xml(data("rich", lang))
    index = body.find(f".//{q('text:table-of-content')}")
    source = index.find(q("text:table-of-content-source"))
    assert [source.get(q(f"text:{name}")) for name in ("outline-level", "use-index-marks")] == ["2", "true"]
    marks = {
        mark.get(q("text:name")): words(head).lstrip("▲▼ ")
        for head in body.iter(q("text:h"))
        for mark in head.findall(q("text:bookmark-start"))
    }
    lines, titles = [], []
    for line in index.iter(q("text:p")):
        link = line.find(q("text:a"))
        if link is None:
            continue
        anchor = link.get(q("xlink:href")).removeprefix("#")
        page = link.find(q("text:bookmark-ref"))
        assert (page.get(q("text:ref-name")), page.get(q("text:reference-format"))) == (anchor, "page")
        lines.append((int(line.get(q("text:style-name"))[-1]), words(link)))
        titles.append(marks[anchor])
    wanted = contents_lines(content("rich", lang))
    assert lines == [(level, text) for level, text, _ in wanted]
    assert titles == [title for _, _, title in wanted]
    made = [(int(m.get(q("text:outline-level"))), m.get(q("text:string-value"))) for m in body.iter(q("text:toc-mark"))]
    assert made == lines, "made anew, it is the same"


@both
def test_the_page_is_a4_its_header_names_the_territory_and_its_footer_numbers_it(lang: str) -> None:
    told, styles = content("rich", lang), xml(data("rich", lang), "styles.xml")
    page = styles.find(f".//{q('style:page-layout-properties')}")
    assert (page.get(q("fo:page-width")), page.get(q("fo:page-height"))) == ("595.3pt", "841.9pt")
    cover, inner = styles.iter(q("style:master-page"))
    assert cover.find(q("style:header")) is None
    assert words(cover).strip() == fit(told.cover.attribution)
    assert words(inner.find(q("style:header"))).strip() == told.header
    assert words(inner.find(q("style:footer"))).strip() == f"{told.page} 1"
    assert inner.find(f".//{q('text:page-number')}") is not None


@both
def test_title_author_subject_date_and_language_are_said(lang: str) -> None:
    told, meta = content("rich", lang), opened(data("rich", lang)).meta
    assert (meta.title, meta.subject, meta.initial_creator) == (told.title, told.subject, told.author)
    assert meta.language == {"fr": "fr-FR", "en": "en-GB"}[lang]
    assert meta.creation_date.date().isoformat() == told.day
    writing = xml(data("rich", lang), "styles.xml").find(f".//{q('style:default-style')}/{q('style:text-properties')}")
    assert writing.get(q("fo:language")) == lang
    assert writing.get(q("fo:country")) == {"fr": "FR", "en": "GB"}[lang]


def test_styles_speak_the_language_of_the_brief_and_those_known_keep_their_names() -> None:
    french, english = (
        {each.get(q("style:display-name")) for each in xml(data("rich", lang), "styles.xml").iter(q("style:style"))}
        for lang in ("fr", "en")
    )
    assert {"Chapô", "Note et source", "Tableau, nombre"} <= french
    assert {"Lead paragraph", "Note and source", "Table, number"} <= english
    assert {"Title", "Heading 1", "Caption", "Text body", "Table Heading"} <= french & english


def test_headings_and_captions_keep_with_what_follows() -> None:
    for name in ("Heading_20_1", "Heading_20_2", "Heading_20_3", "Caption", "Brief_20_kicker"):
        look = style(data("rich"), name).find(q("style:paragraph-properties"))
        assert look.get(q("fo:keep-with-next")) == "always", name


def test_lists_are_lists_and_every_numbered_one_begins_at_one() -> None:
    items = c.Items((c.Item("Un", "deux", "trois"), c.Item("", "quatre")), c.Mark.NUMBER)
    file = render_odt(own(items, c.Paragraph("Entre deux"), items, c.Items((c.Item("Manque"),), c.Mark.GAP)))
    lists = list(xml(file).iter(q("text:list")))
    assert [[words(item).strip() for item in each] for each in lists] == [["Un deux\ntrois", "quatre"]] * 2 + [
        ["Manque"]
    ]
    assert not any(each.get(q("text:continue-numbering")) for each in lists)
    known = {each.get(q("style:name")): each for each in xml(file, "styles.xml").iter(q("text:list-style"))}
    gaps = known[lists[2].get(q("text:style-name"))]
    assert gaps[0].get(q("text:bullet-char")) == "▼"
    assert known[lists[0].get(q("text:style-name"))][0].get(q("style:num-format")) == "1"


def test_figures_side_by_side_stay_so_and_headings_come_out_of_the_columns() -> None:
    shown = c.Figure(drawing=DRAWING, title="À gauche")
    figures = c.Beside((shown,), (c.Paragraph("À droite"),))
    headed = c.Beside((c.Heading("Atouts", 3, c.Mark.ASSET),), (c.Heading("Manques", 3, c.Mark.GAP),))
    body = xml(render_odt(own(figures, headed)))
    table, *_ = body.iter(q("table:table"))
    assert [words(cell).strip() for cell in table.iter(q("table:table-cell"))] == ["À gauche", "À droite"]
    assert not any(True for _ in table.iter(q("text:h")))
    assert [words(head) for head in body.iter(q("text:h"))][1:] == ["▲ Atouts", "▼ Manques"]


def test_the_cover_is_a_page_and_the_first_section_another() -> None:
    file = render_odt(own(c.Paragraph("Un mot.")))
    masters = {
        each.get(q("style:name")): each.get(q("style:master-page-name")) for each in xml(file).iter(q("style:style"))
    }
    begun = [(words(each), masters.get(each.get(q("text:style-name")))) for each in xml(file).iter(q("text:p"))]
    assert [(text, master) for text, master in begun if master] == [("Lieu", "First_20_Page"), ("Partie", "Standard")]


def test_a_cover_without_a_page_heads_the_first_one() -> None:
    plain = own(c.Paragraph("Un mot."))
    cover = {name: getattr(plain.cover, name) for name in plain.cover.__slots__ if name != "page"}
    file = render_odt(own(c.Paragraph("Un mot."), cover=c.Cover(**cover, page=False)))
    assert [words(each) for each in xml(file).iter(q("text:p"))][:2] == ["Lieu", "Partie"]
    assert not any(each.get(q("fo:break-before")) for each in xml(file).iter())
    first, _ = xml(file, "styles.xml").iter(q("style:master-page"))
    assert first.find(f".//{q('text:page-number')}") is not None


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_the_logo_is_on_the_cover_with_its_alternative_text(form: str) -> None:
    logo = picture(form)
    file = render_odt(own(c.Paragraph("Un mot."), logo=logo))
    frame, *_ = xml(file).iter(q("draw:frame"))
    assert frame.findtext(q("svg:desc")) == "Logo\u00a0: Lieu"
    assert parts(file)[frame.find(q("draw:image")).get(q("xlink:href"))] == logo


def test_nothing_in_a_text_is_interpreted() -> None:
    nasty = '{ PAGE } =SUM(A1) <text:page-number/> &amp; https://example.org/x.png "\\" %s'
    file = render_odt(own(c.Paragraph(nasty), c.Items((c.Item(nasty),))))
    assert styled(file, "Text_20_body") == [nasty]
    assert not any(True for tag in ("text:page-number", "text:a") for _ in xml(file).iter(q(tag)))


@every
def test_nothing_outside_the_file_is_named(name: str) -> None:
    links = [each.get(q("xlink:href")) for each in xml(data(name)).iter() if each.get(q("xlink:href"))]
    assert all(link.startswith("#") or link in parts(data(name)) for link in links)


@pytest.mark.parametrize(
    "text", ["  deux au début", "trois   au milieu", "une\nligne\n et  une autre", "fin ", "", "\n"]
)
def test_every_space_and_new_line_is_kept(text: str) -> None:
    assert _as_read(fill(node("text:p"), text)) == text


def _as_read(element: Element) -> str:
    """Return the text of an element before it is written, spaces collapsed as a reader does."""
    said = element.text or ""
    for child in element:
        said += "\n" if child.tag == "text:line-break" else "\0" * int(child.get("text:c", "1"))
        said += child.tail or ""
    while "  " in said:
        said = said.replace("  ", " ")
    return said.lstrip(" ").replace("\0", " ")


def test_control_characters_halves_and_what_xml_forbids_are_cleaned_and_spaces_are_kept() -> None:
    text = "a\u0000b\ud800c\ufffed\uffff \u202f; e  f\tg\x0bh"
    assert styled(render_odt(own(c.Paragraph(text))), "Text_20_body") == ["ab\ufffdc\ufffdd\ufffd \u202f; e  f gh"]


@every
def test_the_same_content_gives_the_same_bytes(name: str) -> None:
    assert render_odt(content(name)) == data(name)


def test_the_type_comes_first_unpacked_and_every_part_is_listed() -> None:
    with ZipFile(BytesIO(data("rich"))) as archive:
        first, *others = archive.infolist()
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.text"
    listed = {each.get(q("manifest:full-path")) for each in xml(data("rich"), "META-INF/manifest.xml")}
    assert listed == {"/"} | {entry.filename for entry in others} - {"META-INF/manifest.xml"}


def test_every_style_that_is_named_exists() -> None:
    file = data("rich")
    roots = [xml(file), xml(file, "styles.xml")]
    names = {each.get(q("style:name")) for root in roots for each in root.iter() if each.get(q("style:name"))}
    kinds = ("text:style-name", "table:style-name", "draw:style-name", "style:parent-style-name")
    kinds += ("style:next-style-name", "style:list-style-name", "style:master-page-name", "style:page-layout-name")
    used = {each.get(q(kind)) for root in roots for each in root.iter() for kind in kinds} - {None}
    assert used <= names


def test_a_bare_brief_without_date_nor_section_opens() -> None:
    document = opened(render_odt(own(sections=(), day="", contents="Sommaire")))
    assert "Lieu" in [str(each.inner_text) for each in document.body.paragraphs]


def test_the_file_is_written_whole_over_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "note.odt"
    path.write_bytes(b"old")
    write_odt(own(c.Paragraph("Un mot.")), path)
    assert "Un mot." in str(odfdo.Document(path).body.inner_text)
    assert [entry.name for entry in tmp_path.iterdir()] == ["note.odt"]


def test_a_folder_that_is_not_there_is_a_fault_of_the_world(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as fault:
        write_odt(own(), tmp_path / "absent" / "note.odt")
    assert fault.value.key == "no_folder"
