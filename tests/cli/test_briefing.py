"""The users' own brief from the command line: words, sections, looks, and the document that says them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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


def document(run: Run, dossier: Path, *words: str) -> dict[str, Any]:
    """Return what the program says of the passages of a brief."""
    found: dict[str, Any] = json.loads(run("passages", dossier, "--json", *words).out)
    return found


def test_the_passages_are_listed_with_whose_words_they_say(run: Run, rennes: Path) -> None:
    found = document(run, rennes)
    assert (found["kind"], found["lang"], found["unplaced"]) == ("full", "fr", [])
    summary = found["sections"][0]
    assert (summary["id"], summary["hidden"], summary["passages"][0]["state"]) == ("summary", False, "program")
    english = document(run, rennes, "--lang", "en", "--kind", "summary")
    assert [each["id"] for each in english["sections"]] == ["summary", "decide"]
    assert "   1 Titre de section: La lecture reste ouverte" in run("passages", rennes).out


def test_a_passage_is_written_again_by_its_number_and_given_back(run: Run, rennes: Path) -> None:
    assert run("rewrite", rennes, "summary", "1", "Un point de départ").code == 0
    assert run("rewrite", rennes, "summary", "1", "Un début").code == 0
    (edit,) = read(rennes).brief_edits
    assert (edit.part, edit.original, edit.text) == (BriefPart.TITLE, "La lecture reste ouverte", "Un début")
    assert "1 Titre de section [votre texte]: Un début" in run("passages", rennes).out
    assert run("rewrite", rennes, "summary", "2", "").code == 0
    assert document(run, rennes)["sections"][0]["passages"][1]["text"] == ""
    assert "(passage retiré)" in run("passages", rennes).out
    assert run("rewrite", rennes, "summary", "1", "--reset").code == 0
    assert run("rewrite", rennes, "summary", "2", "--reset").code == 0
    assert read(rennes).brief_edits == ()


def test_words_over_other_figures_are_told_with_the_brief_until_they_are_said_to_hold(
    run: Run, rennes: Path, tmp_path: Path
) -> None:
    now = document(run, rennes)["sections"][0]["passages"][1]["original"]
    before = now.replace("50", "40")
    run(
        "add",
        rennes,
        "brief_edit",
        "lang=fr",
        "section=summary",
        "part=paragraph",
        f"original={before}",
        "text=À nous.",
    )
    run("add", rennes, "brief_edit", "lang=fr", "section=summary", "part=note", "original=Rien.", "text=Perdu.")
    told = run("brief", rennes, "-o", tmp_path / "note.pdf").out
    assert "Un de vos textes parle de chiffres qui ont changé." in told
    assert "Un de vos textes n’a plus de place dans ce document." in told
    listed = run("passages", rennes).out
    assert "[chiffres changés]: À nous." in listed
    assert f"texte du logiciel\u00a0: {now}" in listed
    assert "brief_edit 2 (summary, Précision)\u00a0: Perdu." in listed
    assert [each["edit"] for each in document(run, rennes)["unplaced"]] == [2]
    assert run("rewrite", rennes, "summary", "2", "--keep").code == 0
    assert read(rennes).brief_edits[0].original == now
    assert "chiffres" not in run("brief", rennes, "-o", tmp_path / "note.pdf").out


def test_a_passage_that_there_is_not_is_refused(run: Run, rennes: Path) -> None:
    assert "summary, identity" in run("rewrite", rennes, "nowhere", "1", "x").err
    assert "9 passages" in run("rewrite", rennes, "summary", "10", "x").err
    assert run("rewrite", rennes, "summary", "1", "--keep").code == 1
    assert run("rewrite", rennes, "summary", "1").code == 2
    assert run("rewrite", rennes, "summary", "1", "x", "--reset").code == 2
    assert run("passages", rennes, "--kind", "yearly").code == 1
    assert read(rennes).brief_edits == ()


def test_a_passage_has_one_text(run: Run, rennes: Path) -> None:
    row = ("lang=fr", "section=summary", "part=title", "original=La lecture reste ouverte")
    assert run("add", rennes, "brief_edit", *row, "text=Un").code == 0
    assert "numéro 1" in run("add", rennes, "brief_edit", *row, "text=Deux").err


def test_what_the_brief_will_not_show_as_typed_is_said(run: Run, rennes: Path, tmp_path: Path) -> None:
    assert "à vérifier, colour" in run("add", rennes, "brief_look", "colour=turquoise").out
    assert "à vérifier" not in run("edit", rennes, "brief_look", 1, "colour=#ffee00").out
    assert "#ffee00 est trop pâle" in run("brief", rennes, "-o", tmp_path / "note.pdf").out
    assert "à vérifier, lang" in run("add", rennes, "brief_edit", "lang=de", "section=means", "part=title").out
    assert "à vérifier, part" in run("add", rennes, "brief_edit", "lang=fr", "section=means", "original=x").out
