"""Published tables that somebody opened in a spreadsheet and saved as a workbook: read as their text is."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from diagnostic.errors import WorldError
from diagnostic.imports.decoding import text_of
from diagnostic.imports.delimited import separator_of
from diagnostic.imports.registry import FORMATS
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from tests.imports.accounts import balance, row
from tests.imports.census import BIRTH, export, long_file
from tests.imports.reading_for import Reader
from tests.imports.registers import association, grant, grants, register
from tests.imports.test_mesr import line, table

RENNES = "35238"
PUBLISHED: dict[str, Callable[[Path], Path]] = {
    "scdl": lambda path: grants(path, grant(), grant(montant="12,5", objet="Jumelage avec Cork")),
    "rna": lambda path: register(path, association(1, "Amis du Mali", "entraide", "009050")),
    "mesr_students": lambda path: table(path, [line("INSA", people="120"), line("INSA", "2021-22", people="90")]),
    "insee_export": lambda path: export(path, [("IMG1B - Pays de naissance regroupé", BIRTH)]),
}


@pytest.fixture
def read(places: Places, countries: Countries) -> Reader:
    """A reader of files for places of the reference."""
    return Reader(places, countries)


def saved(text: Path) -> Path:
    """Save a text as a workbook, as a spreadsheet does: empty cells are left out, figures are numbers."""
    book = Workbook()
    content = text_of(text.read_bytes())
    for number, cells in enumerate(csv.reader(content.splitlines(), delimiter=separator_of(content)), 1):
        for place, cell in enumerate(cells, 1):
            if cell:
                book.active.cell(number, place).value = int(cell) if cell.isdecimal() and cell[0] != "0" else cell
    book.save(text.with_suffix(".xlsx"))
    return text.with_suffix(".xlsx")


@pytest.mark.parametrize("kind", PUBLISHED)
def test_a_workbook_says_what_its_text_says(read: Reader, tmp_path: Path, kind: str) -> None:
    text = PUBLISHED[kind](tmp_path / "rna_waldec_20260101_rp2022.csv")
    said, again = read(text, RENNES), read(saved(text), RENNES)
    assert said.format == again.format == kind
    assert len(said.candidates) > 0
    assert [each.row for each in again.candidates] == [each.row for each in said.candidates]
    assert [(each.why, each.lines) for each in again.skipped] == [(each.why, each.lines) for each in said.skipped]


@pytest.mark.parametrize("kind", ["dgfip_function", "insee_long"])
def test_what_is_only_read_as_text_says_so(read: Reader, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "TD_IMG1A_2022.csv"
    text = balance(path, row("6562")) if kind == "dgfip_function" else long_file(path, [("COM", RENNES, 20_000.0)])
    with pytest.raises(WorldError) as fault:
        read(saved(text), RENNES)
    assert fault.value.key == "import_as_text"


@pytest.mark.parametrize("kind", [each.id for each in FORMATS])
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_file_said_to_be_what_it_is_not_is_refused_calmly(
    read: Reader, tmp_path: Path, kind: str, suffix: str
) -> None:
    path = tmp_path / "a-nous.csv"
    path.write_text("Truc;Machin\n1;2\n", encoding="utf-8")
    with pytest.raises(WorldError):
        read(path if suffix == ".csv" else saved(path), RENNES, kind)
