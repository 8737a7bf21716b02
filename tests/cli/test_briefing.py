"""The users' own brief from the command line: words, sections, looks, and the document that says them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from diagnostic.brief.content import Kind
from diagnostic.dossier.vocabulary import BriefDocument, BriefPart
from diagnostic.texts import load_texts
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
    assert run("add", rennes, "brief_layout", "document=yearly", "section=means", "hidden=oui").code == 0
    assert run("edit", rennes, "brief_layout", 2, "document=full").code == 1
    assert [row.document for row in read(rennes).brief_layouts] == [BriefDocument.FULL, BriefDocument.YEARLY]


def test_a_logo_is_given_by_its_file(run: Run, rennes: Path, tmp_path: Path) -> None:
    Image.new("RGB", (40, 20), "#aa3322").save(tmp_path / "logo.png")
    assert run("add", rennes, "brief_look", f"logo={tmp_path / 'logo.png'}", "colour=#1f6f78").code == 0
    assert read(rennes).brief_looks[0].logo.startswith(b"\x89PNG")
    again = run("add", rennes, "brief_look", "colour=#000000")
    assert (again.code, "« Présentation de la note »" in again.err) == (1, True)
    refused = run("edit", rennes, "brief_look", 1, f"logo={rennes}")
    assert (refused.code, "PNG ou JPEG" in refused.err) == (1, True)
    assert "introuvable" in run("edit", rennes, "brief_look", 1, f"logo={tmp_path / 'absent.png'}").err
    assert "est un répertoire" in run("edit", rennes, "brief_look", 1, f"logo={tmp_path}").err
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


def order(run: Run, dossier: Path) -> list[str]:
    """Return the sections of the full brief that are no annexes, in their order."""
    return [each["id"] for each in document(run, dossier)["sections"] if not each["annex"]]


def test_a_section_goes_to_the_rank_asked_for(run: Run, rennes: Path) -> None:
    before = order(run, rennes)
    last = before[-1]
    assert last == "method"
    assert run("add", rennes, "brief_layout", "document=full", "section=method", "place=1").code == 0
    assert order(run, rennes) == [last, *before[:-1]]
    assert run("edit", rennes, "brief_layout", 1, "place=3").code == 0
    assert order(run, rennes) == [*before[:2], last, *before[2:-1]]
    assert run("remove", rennes, "brief_layout", 1).code == 0
    assert order(run, rennes) == before


def test_a_section_or_a_rank_that_there_is_not_is_refused(run: Run, rennes: Path) -> None:
    refused = run("add", rennes, "brief_layout", "document=summary", "section=nexistepas", "place=1")
    assert (refused.code, "Sections : summary, decide" in refused.err) == (1, True)
    assert run("add", rennes, "brief_layout", "document=full", "section=cover", "hidden=oui").code == 1
    assert "à partir de 1" in run("add", rennes, "brief_layout", "document=full", "section=means", "place=0").err
    assert "full, express" in run("add", rennes, "brief_layout", "section=means", "place=1").err
    assert read(rennes).brief_layouts == ()


def test_an_emptied_item_leaves_no_head(run: Run, rennes: Path, tmp_path: Path) -> None:
    listed = next(each for each in document(run, rennes)["sections"] if each["id"] == "method")["passages"]
    head = next(each for each in listed if each["part"] == "lead")
    body = listed[head["number"]]
    assert body["part"] == "item"
    assert run("rewrite", rennes, "method", body["number"], "").code == 0
    listed = next(each for each in document(run, rennes)["sections"] if each["id"] == "method")["passages"]
    assert [listed[each["number"] - 1]["text"] for each in (head, body)] == ["", ""]
    run("brief", rennes, "-o", tmp_path / "note.pdf")
    words = " ".join(page.extract_text() for page in PdfReader(tmp_path / "note.pdf").pages)
    assert head["original"] not in words


def test_a_brief_that_takes_the_place_of_another_says_so(run: Run, rennes: Path, tmp_path: Path) -> None:
    assert "à la place" not in run("brief", rennes, "-o", tmp_path / "s.pdf", "--kind", "summary").out
    assert "à la place du fichier" in run("brief", rennes, "-o", tmp_path / "s.pdf", "--kind", "summary").out


def test_a_summary_of_nothing_or_of_many_pages_is_said(run: Run, rennes: Path, tmp_path: Path) -> None:
    written = ("brief", rennes, "--kind", "summary", "-o")
    assert len(run(*written, tmp_path / "s.pdf").out.splitlines()) == 1
    assert run("rewrite", rennes, "summary", "2", "internationalisation " * 2000, "--kind", "summary").code == 0
    for name in ("s.pdf", "s.docx"):
        assert "pages au lieu de 2" in run(*written, tmp_path / name).out
    for section in ("summary", "decide"):
        run("add", rennes, "brief_layout", "document=summary", f"section={section}", "hidden=oui")
    assert "Toutes les sections" in run(*written, tmp_path / "s.pdf").out


def test_a_foreword_of_the_campaign_before_is_said_until_it_is_kept(run: Run, rennes: Path, tmp_path: Path) -> None:
    written = ("brief", rennes, "--kind", "express", "-o", tmp_path / "e.pdf")
    assert run("rewrite", rennes, "foreword", "1", "--keep").code == 1
    assert run("rewrite", rennes, "foreword", "2", "Madame,").code == 1
    assert run("rewrite", rennes, "foreword", "1", "Madame,").code == 0
    assert read(rennes).brief_looks[0].foreword_fr == "Madame,"
    assert "avant-propos" not in run(*written).out
    assert run("campaign", rennes, "--year", "2027").code == 0
    told = run(*written).out
    assert "L’avant-propos est celui de la campagne 2026." in told
    assert f"rewrite {rennes} foreword 1 --keep" in told
    assert run("rewrite", rennes, "foreword", "1", "--keep").code == 0
    assert "avant-propos" not in run(*written).out
    assert "avant-propos" not in run("check", rennes).out
    assert run("rewrite", rennes, "foreword", "1", "--reset").code == 0
    assert read(rennes).brief_looks[0].foreword_fr == ""


def test_a_folder_of_the_system_is_not_said_to_be_missing(run: Run, rennes: Path, tmp_path: Path) -> None:
    if Path("/proc/self").exists():
        refused = run("brief", rennes, "--kind", "summary", "-o", "/proc/x.pdf")
        assert (refused.code, "ne permet pas" in refused.err, "existe pas" in refused.err) == (1, True, False)
    assert "n’existe pas" in run("brief", rennes, "--kind", "summary", "-o", tmp_path / "a" / "x.pdf").err


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_document_has_one_name(lang: str) -> None:
    texts = load_texts(lang)
    for kind in Kind:
        name = texts(f"term.BriefDocument.{kind.value}")
        assert texts(f"brief.kind.{kind.value}.subtitle", year="").strip() == name
        assert name.lower() in texts("cli.help.brief_kind").lower()
        assert name.lower() in texts(f"briefpage.file.{kind.value}", name="", year="").lower()
