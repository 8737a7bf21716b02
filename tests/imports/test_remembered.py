"""What the user answered once is known from then on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagnostic.errors import WorldError
from diagnostic.imports.format import Look
from diagnostic.imports.layout import Layout, signature
from diagnostic.imports.remembered import FILE, Remembered, read_remembered, write_remembered


def test_answers_come_back_in_any_spelling(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    write_remembered(folder, Remembered().with_countries({"Congolais": "CD", "Levant": ""}))
    answers = read_remembered(folder)
    assert dict(answers.countries) == {"congolais": "CD", "levant": ""}
    assert [path.name for path in folder.iterdir()] == [FILE]


def test_layouts_and_what_a_later_version_wrote_are_kept(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"countries": {"x": "FR"}, "colours": ["blue"]}', encoding="utf-8")
    write_remembered(tmp_path, read_remembered(tmp_path).with_layout("a;b", {"kind": "diaspora"}))
    answers = read_remembered(tmp_path)
    assert dict(answers.layouts) == {"a;b": {"kind": "diaspora"}}
    assert dict(answers.rest) == {"colours": ["blue"]}
    assert dict(answers.countries) == {"x": "FR"}


def seen(*sheets: tuple[str, tuple[tuple[str, ...], ...]]) -> Look:
    """Return what a workbook of such sheets shows."""
    (name, first), *others = sheets
    return Look(
        name="a.xlsx", text="", separator="", records=first, sheet=name,
        sheets=(name, *(each for each, _ in others)), others=tuple(rows for _, rows in others),
    )  # fmt: skip


def test_columns_matched_in_a_sheet_are_found_again_in_whichever_has_them() -> None:
    table, other = (("Partenaire", "Pays"),), (("Autre", "Pays"),)
    layout = Layout(kind="partnership", columns={0: "name", 1: "country"}, sheet="2025")
    answers = Remembered().with_layout(signature(table), layout.to_json())
    assert answers.layout_of(seen(("Feuil1", table))) == replace(layout, sheet="Feuil1")
    assert answers.layout_of(seen(("Note", other), ("Liste", table))) == replace(layout, sheet="Liste")
    assert answers.layout_of(seen(("2024", table), ("2025", table))) == layout
    assert answers.layout_of(seen(("2025", other))) is None


def test_no_file_is_no_answers(tmp_path: Path) -> None:
    assert read_remembered(tmp_path) == Remembered()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.binary() | st.sampled_from([b"[]", b"{", b'{"countries": 3}', b'{"countries": {"a": 1}}', b"[" * 9999]))
def test_a_damaged_file_is_no_answers(tmp_path: Path, text: bytes) -> None:
    (tmp_path / FILE).write_bytes(text)
    assert dict(read_remembered(tmp_path).countries) == {}


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(WorldError) as fault:
        write_remembered(tmp_path / "file", Remembered())
    assert fault.value.key == "import_not_remembered"
