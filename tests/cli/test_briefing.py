"""The users' own brief from the command line: words, sections, looks, and the document that says them."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from pypdf import PdfReader

from diagnostic.dossier.vocabulary import BriefDocument, BriefPart
from tests.cli.conftest import Run
from tests.cli.test_entering import read


def test_the_words_of_a_passage_are_written_again_and_printed(run: Run, rennes: Path, tmp_path: Path) -> None:
    row = ("lang=fr", "section=summary", "part=title", "original=La lecture reste ouverte", "text=Un point de départ")
    assert run("add", rennes, "brief_edit", *row).code == 0
    (edit,) = read(rennes).brief_edits
    assert (edit.part, edit.text) == (BriefPart.TITLE, "Un point de départ")
    assert run("brief", rennes, "-o", tmp_path / "note.pdf").code == 0
    words = " ".join(page.extract_text() for page in PdfReader(tmp_path / "note.pdf").pages)
    assert "Un point de départ" in words


def test_a_section_has_one_place_in_a_document(run: Run, rennes: Path) -> None:
    assert run("add", rennes, "brief_layout", "document=full", "section=means", "hidden=oui").code == 0
    again = run("add", rennes, "brief_layout", "document=full", "section=means", "place=2")
    assert (again.code, "numéro 1" in again.err) == (1, True)
    assert run("add", rennes, "brief_layout", "document=summary", "section=means", "hidden=oui").code == 0
    assert run("edit", rennes, "brief_layout", 2, "document=full").code == 1
    assert [row.document for row in read(rennes).brief_layouts] == [BriefDocument.FULL, BriefDocument.SUMMARY]


def test_a_logo_is_given_by_its_file(run: Run, rennes: Path, tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "#aa3322").save(tmp_path / "logo.png")
    assert run("add", rennes, "brief_look", f"logo={tmp_path / 'logo.png'}", "colour=#1f6f78").code == 0
    assert read(rennes).brief_looks[0].logo.startswith(b"\x89PNG")
    assert run("add", rennes, "brief_look", "colour=#000000").code == 1
    refused = run("edit", rennes, "brief_look", 1, f"logo={rennes}")
    assert (refused.code, "PNG ou JPEG" in refused.err) == (1, True)
    assert run("edit", rennes, "brief_look", 1, "logo=").code == 0
    assert read(rennes).brief_looks[0].logo == b""
    assert '"logo": ""' in run("show", rennes, "--json").out
