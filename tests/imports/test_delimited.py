"""From text to numbered records, and the sentence for each way in which a table can be broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostic.errors import WorldError
from diagnostic.imports import source as sources
from diagnostic.imports.columns import Columns, cell
from diagnostic.imports.delimited import LONGEST_QUOTE, cells_of, records, separator_of
from diagnostic.imports.recognise import look_at, named, recognise
from diagnostic.imports.source import open_source
from diagnostic.texts import Texts


def cut(path: Path, text: str, separator: str = ";") -> list[tuple[int, list[str]]]:
    path.write_bytes(text.encode())
    return list(records(open_source(path), separator))


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a;b;c\n1,5;2,5;3\n", ";"),
        ("a,b,c\n1.5,2,3\n", ","),
        ("a\tb\n1,2\t3,4\n", "\t"),
        ("a|b\n1|2\n", "|"),
        ('"Titre";"Objet, long"\n"x;y";"z, t, u"\n', ";"),
        ("Une phrase, puis rien\n\ncode;nom\n1;a\n2;b\n", ";"),
        ("seule\n", ";"),
        ("", ";"),
    ],
)
def test_the_separator_is_the_one_that_cuts_the_lines_alike(text: str, separator: str) -> None:
    assert separator_of(text) == separator


def test_records_carry_the_line_where_they_begin(tmp_path: Path) -> None:
    text = 'code;objet\r\n\r\n1;"deux\nlignes"\r\n2;"dit ""oui"""\r\n;;\r\n3'
    assert cut(tmp_path / "a.csv", text) == [
        (1, ["code", "objet"]),
        (3, ["1", "deux\nlignes"]),
        (5, ["2", 'dit "oui"']),
        (7, ["3"]),
    ]


@pytest.mark.parametrize("after", [5, LONGEST_QUOTE * 3])
def test_a_quote_that_never_closes_is_named_by_its_line(tmp_path: Path, texts: Texts, after: int) -> None:
    with pytest.raises(WorldError) as fault:
        cut(tmp_path / "a.csv", 'a;b\n1;2\n2;"ouvert\n' + "3;4\n" * after)
    assert (fault.value.key, fault.value.params["row"]) == ("import_open_quote", 3)
    assert "3" in texts.error(fault.value)


def test_a_cell_that_is_too_long_is_named_by_its_line(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as fault:
        cut(tmp_path / "a.csv", f"a;b\n1;{'x' * 200_000}\n")
    assert (fault.value.key, fault.value.params["row"]) == ("import_row", 2)
    with pytest.raises(WorldError, match="import_row"):
        cells_of("a\rb", ";", file="a.csv", row=4)


def test_columns_are_found_by_name_and_a_missing_one_is_named(texts: Texts) -> None:
    columns = Columns(["Établissement", " CODE  commune", "", "Effectif"], "a.csv")
    assert columns.need("code_commune", "code commune") == 1
    assert columns.find("absente") is None
    assert columns.has(["etablissement", "effectif"])
    with pytest.raises(WorldError) as fault:
        columns.need("Pays")
    assert "Pays" in texts.error(fault.value)
    assert "Établissement" in texts.error(fault.value)
    assert (cell(["a "], 0), cell(["a"], 3), cell(["a"], None)) == ("a", "", "")


def test_what_nobody_knows_is_said_with_its_first_line(tmp_path: Path, texts: Texts) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"colour;taste\nred;sweet\n")
    with pytest.raises(WorldError) as fault:
        recognise(look_at(open_source(path)), ())
    assert "colour, taste" in texts.error(fault.value)
    path.write_bytes(b"AB\x00\x01;\n")
    with pytest.raises(WorldError, match="import_not_text"):
        recognise(look_at(open_source(path)), ())
    with pytest.raises(WorldError, match="import_no_format"):
        named("nothing", ())


@given(
    table=st.lists(st.lists(st.text(alphabet='aé ;,"\n', max_size=6), min_size=1, max_size=4), max_size=8),
    block=st.integers(1, 9),
)
def test_what_is_written_quoted_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, table: list[list[str]], block: int
) -> None:
    path = tmp_path_factory.getbasetemp() / "quoted.csv"
    text = "".join(";".join('"' + each.replace('"', '""') + '"' for each in row) + "\n" for row in table)
    path.write_bytes(("head\n" + text).encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "BLOCK", block)
        found = [cells for _, cells in records(open_source(path), ";")]
    assert found[1:] == [row for row in table if any(each.strip() for each in row)]


@given(raw=st.binary(min_size=1, max_size=200), separator=st.sampled_from(";,\t|"))
def test_any_bytes_give_records_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, separator: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(raw)
    try:
        look_at(open_source(path))
        assert isinstance(list(records(open_source(path), separator)), list)
    except WorldError:
        return
