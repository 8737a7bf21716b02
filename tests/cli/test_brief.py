"""The brief on the command line: its kinds, its forms, and what cannot be written."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from diagnostic.texts import load_texts
from tests.cli.conftest import Run

FR = load_texts("fr")


@pytest.fixture
def told(run: Run, rennes: Path) -> Path:
    """A dossier of which an action and a few answers are known."""
    run("add", rennes, "action", "title=Accord avec Santa Fe", "due=2027", "state=started")
    run("add", rennes, "partnership", "name=Santa Fe", "country=AR")
    run("answer", rennes, "governance_oda", "done")
    return rennes


def pages(file: Path) -> list[str]:
    return [page.extract_text() for page in PdfReader(file).pages]


@pytest.mark.parametrize("kind", ["full", "express", "summary", "yearly"])
def test_each_kind_is_written_under_its_own_name(run: Run, told: Path, tmp_path: Path, kind: str) -> None:
    output = tmp_path / "note.pdf"
    assert run("brief", told, "-o", output, "--kind", kind).code == 0
    title = FR(f"brief.kind.{kind}.title", name="Rennes", year=2026)
    assert PdfReader(output).metadata.title.replace("\u00a0", " ") == title.replace("\u00a0", " ")


def test_without_a_kind_it_is_the_full_brief(run: Run, told: Path, tmp_path: Path) -> None:
    ran = run("brief", told, "-o", tmp_path / "note.pdf")
    assert str(tmp_path / "note.pdf") in ran.out
    assert len(pages(tmp_path / "note.pdf")) > 4


def test_the_summary_is_two_pages_in_the_language_asked_for(run: Run, told: Path, tmp_path: Path) -> None:
    assert run("brief", told, "-o", tmp_path / "s.pdf", "--kind", "summary", "--lang", "en").code == 0
    first, second = pages(tmp_path / "s.pdf")
    assert "Where the territory stands" in first
    assert "What there is to decide" in second


@pytest.mark.parametrize(("suffix", "member"), [(".docx", "word/document.xml"), (".ODT", "content.xml")])
def test_the_end_of_the_name_chooses_the_form(run: Run, told: Path, tmp_path: Path, suffix: str, member: str) -> None:
    output = tmp_path / f"note{suffix}"
    assert run("brief", told, "-o", output, "--kind", "summary").code == 0
    with ZipFile(output) as file:
        assert "Rennes" in file.read(member).decode("utf-8")


@pytest.mark.parametrize("name", ["note.doc", "note", "note.txt", "note.pdf.zip"])
def test_another_form_is_refused_with_those_there_are(run: Run, told: Path, tmp_path: Path, name: str) -> None:
    ran = run("brief", told, "-o", tmp_path / name)
    assert ran.code == 2
    assert ".pdf, .docx, .odt" in ran.err
    assert not (tmp_path / name).exists()


def test_an_unknown_kind_is_refused_with_those_there_are(run: Run, told: Path, tmp_path: Path) -> None:
    ran = run("brief", told, "-o", tmp_path / "note.pdf", "--kind", "court")
    assert ran.code == 2
    assert "summary" in ran.err
    assert "yearly" in ran.err


def test_a_year_of_which_nothing_is_known_has_no_report(run: Run, rennes: Path, tmp_path: Path) -> None:
    ran = run("brief", rennes, "-o", tmp_path / "note.pdf", "--kind", "yearly")
    assert ran.code == 1
    assert "rien à rapporter pour 2026" in ran.err
    assert not (tmp_path / "note.pdf").exists()
