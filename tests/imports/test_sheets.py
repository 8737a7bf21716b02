"""A workbook gives its cells as exact text, quickly, or a calm sentence."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from diagnostic.errors import WorldError
from diagnostic.imports.empty_rows import WithoutEmptyRows
from diagnostic.imports.sheets import first_of_each, first_rows, number_text, sheet_names, sheet_records
from diagnostic.imports.source import open_source
from diagnostic.texts import Texts
from diagnostic.watching import Cancelled

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def saved(path: Path, *rows: tuple[object, ...]) -> Path:
    """Write a workbook of one sheet, "Feuille"."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Feuille"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def with_sheet(path: Path, xml: str) -> Path:
    """Replace the sheet of a workbook by an XML of one's own."""
    model = saved(path.with_name("model.xlsx"), ("x",))
    with zipfile.ZipFile(model) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, xml if name.endswith("sheet1.xml") else source.read(name))
    return path


def sheet(rows: str) -> str:
    """Return the XML of a sheet of these rows."""
    return f"<worksheet {NAMESPACE}><sheetData>{rows}</sheetData></worksheet>"


def test_halves_of_characters_written_out_are_put_together_or_replaced(tmp_path: Path) -> None:
    cells = "".join(
        f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in ("_xD83C__xDF0D_", "a_xD800_b", "_x0041_")
    )
    path = with_sheet(tmp_path / "a.xlsx", sheet(f"<row>{cells}</row>"))
    assert read(path) == [(1, ["🌍", "a\ufffdb", "A"])]


def read(path: Path) -> list[tuple[int, list[str]]]:
    """Return all the records of the sheet."""
    return list(sheet_records(open_source(path), "Feuille"))


def test_cells_are_said_exactly(tmp_path: Path) -> None:
    path = saved(
        tmp_path / "a.xlsx",
        ("Sénégal", 12.5, 0.1 + 0.2, 1234567, 1e21, 1.234, True),
        (),
        (date(2024, 3, 12), datetime(2024, 3, 12, 14, 30), None, -3, "001", " =1+1"),
    )
    assert read(path) == [
        (1, ["Sénégal", "12.5", "0.3", "1234567", "1000000000000000000000", "1.2340", "true"]),
        (3, ["2024-03-12", "2024-03-12 14:30:00", "", "-3", "001", " =1+1"]),
    ]


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_is_written_without_exponent_and_keeps_its_fifteen_digits(value: float) -> None:
    text = number_text(value)
    assert "e" not in text.lower()
    assert float(text) == float(f"{value:.15g}")


def test_the_sheets_are_named_in_order_and_the_first_rows_skip_what_is_empty(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", (), ("a", "b"), (), ("1", "2"), ("3", "4"))
    source = open_source(path)
    assert sheet_names(source) == ("Feuille",)
    assert first_rows(source, "Feuille", 2) == (("a", "b"), ("1", "2"))
    with pytest.raises(WorldError) as fault:
        first_rows(source, "Autre", 2)
    assert fault.value.key == "import_no_sheet"


def test_a_formula_gives_its_kept_value_or_a_sentence_that_says_where_it_stands(tmp_path: Path, texts: Texts) -> None:
    kept = sheet('<row r="2"><c r="C2"><f>A1+B1</f><v>42</v></c></row>')
    assert read(with_sheet(tmp_path / "kept.xlsx", kept)) == [(2, ["", "", "42"])]
    path = saved(tmp_path / "bare.xlsx", ("a",), (1, "=A1+1"))
    with pytest.raises(WorldError) as fault:
        read(path)
    said = texts.error(fault.value)
    assert fault.value.key == "import_formula"
    assert "Feuille" in said
    assert "ligne 2" in said
    assert "colonne B" in said


def test_shared_and_rich_texts_come_out_whole(tmp_path: Path) -> None:
    rich = sheet(
        '<row><c t="inlineStr"><is><r><t>Santa </t></r><r><t>Fe</t></r><rPh sb="0" eb="1"><t>non</t></rPh></is></c>'
        '<c t="str"><f>""</f><v></v></c><c t="e"><v>#N/A</v></c></row>'
    )
    assert read(with_sheet(tmp_path / "rich.xlsx", rich)) == [(1, ["Santa Fe", "", "#N/A"])]


def test_a_sheet_that_is_a_million_rows_long_gives_only_those_that_hold_something(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}" spans="1:3"><c r="A{n}" s="0"/></row>' for n in range(1, 200_001))
    xml = sheet(f'{rows}<row r="1048576"><c r="B1048576"><v>1</v></c></row>')
    path = with_sheet(tmp_path / "vide.xlsx", xml)
    assert read(path) == [(1048576, ["", "1"])]


def test_entities_are_refused(tmp_path: Path) -> None:
    cell = sheet('<row><c t="str"><v>&b;</v></c></row>')
    bomb = f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{cell}'
    with pytest.raises(WorldError) as fault:
        read(with_sheet(tmp_path / "bombe.xlsx", bomb))
    assert fault.value.key == "import_bomb"


def test_a_workbook_cut_short_is_told_as_damaged(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", *[(n, f"ligne {n}") for n in range(3000)])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(WorldError) as fault:
        read(path)
    assert fault.value.key == "import_damaged"
    with pytest.raises(WorldError) as fault:
        read(with_sheet(tmp_path / "b.xlsx", f"<worksheet {NAMESPACE}><sheetData><row>"))
    assert fault.value.key == "import_damaged"


def test_reading_can_be_followed_and_stopped(tmp_path: Path) -> None:
    source = open_source(saved(tmp_path / "a.xlsx", *[(n, f"ligne {n}") for n in range(20000)]))
    seen: list[tuple[int, int]] = []
    list(sheet_records(source, "Feuille", lambda done, total: seen.append((done, total))))
    assert seen[-1][0] == seen[-1][1]

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        list(sheet_records(source, "Feuille", stop))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.floats(0, 1), junk=st.binary(min_size=1, max_size=12), inside=st.booleans())
def test_any_mutation_gives_records_or_a_calm_fault(tmp_path: Path, place: float, junk: bytes, inside: bool) -> None:
    path = tmp_path / "fuzz.xlsx"
    xml = (
        f'<worksheet {NAMESPACE}><sheetData><row r="1"><c r="A1" s="1" t="n"><v>45000.5</v></c>'
        '<c r="B1" t="s"><v>0</v></c><c r="C1"><f>A1</f><v>2</v></c></row></sheetData></worksheet>'
    ).encode()
    if inside:
        at = int(place * len(xml))
        with_sheet(path, (xml[:at] + junk + xml[at + len(junk) :]).decode("latin-1"))
    else:
        whole = with_sheet(path, xml.decode()).read_bytes()
        at = int(place * len(whole))
        path.write_bytes(whole[:at] + junk + whole[at + len(junk) :])
    try:
        source = open_source(path)
        if source.workbook:
            for sheet in sheet_names(source):
                list(sheet_records(source, sheet))
    except WorldError:
        pass


EMPTIES = "".join(f'<row r="{n}"/><row r="{n + 1}" ht="3"><c r="A{n + 1}" s="1"/></row>' for n in range(2, 90_000, 2))


def test_empty_rows_by_the_thousand_move_no_row(tmp_path: Path) -> None:
    full = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'
    unnumbered = "<row><c><v>7</v></c></row>"
    path = with_sheet(tmp_path / "a.xlsx", sheet(full + EMPTIES + unnumbered))
    assert read(path) == [(1, ["a"]), (90_000, ["7"])]


def test_empty_rows_are_not_parsed_one_by_one(tmp_path: Path) -> None:
    path = with_sheet(tmp_path / "a.xlsx", sheet(EMPTIES))
    with zipfile.ZipFile(path) as archive, WithoutEmptyRows(archive.open("xl/worksheets/sheet1.xml")) as file:
        blocks = iter(lambda: file.read(), b"")
        assert sum(block.count(b"<row") for block in blocks) < 20


def test_a_text_that_looks_like_rows_stays(tmp_path: Path) -> None:
    text = '<row r="5"/><row r="6"/><row r="7"/>'
    path = with_sheet(tmp_path / "a.xlsx", sheet(f'<row><c t="inlineStr"><is><t><![CDATA[{text}]]></t></is></c></row>'))
    assert read(path) == [(1, [text])]


def test_the_first_look_at_a_sheet_does_not_go_far_below_its_rows(tmp_path: Path) -> None:
    full = '<row r="1"><c t="inlineStr"><is><t>a</t></is></c></row>'
    broken = '<row r="95000"><c><v>not a number</v></c></row>'
    path = with_sheet(tmp_path / "a.xlsx", sheet(full + EMPTIES + broken))
    assert first_of_each(open_source(path), 20) == {"Feuille": (("a",),)}
