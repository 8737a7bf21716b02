"""The users' own words over the program's: what is found again, what is marked, what is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from diagnostic.brief.content import Beside, BriefContent, Heading, Item, Items, Kind, Paragraph, Section
from diagnostic.brief.docx.document import write_docx
from diagnostic.brief.edits.doubts import foreword_doubt, shape_doubt
from diagnostic.brief.edits.edited import Edited, State, edited
from diagnostic.brief.edits.look import FOREWORD
from diagnostic.brief.edits.typography import typeset
from diagnostic.brief.odt.document import write_odt
from diagnostic.brief.pdf.document import render_pdf, write_pdf
from diagnostic.brief.pdfium import opened
from diagnostic.dossier.dressing import BriefEdit, BriefLayout, BriefLook, colour_of
from diagnostic.dossier.vocabulary import BriefDocument, BriefPart
from diagnostic.texts import Texts, load_texts
from tests.brief.edited_briefs import NOTICE, small

FR = load_texts("fr")
OLD = "La collectivité consacre 12 000 € par an à ses partenariats, soit 0,4 ‰ de son budget de fonctionnement."
NEW = "La collectivité consacre 1 250 000 € par an à ses partenariats, soit 3,25 ‰ de son budget de fonctionnement."
OTHER = "Aucune liste n’est encore déclarée complète."


@pytest.fixture(scope="module")
def base() -> BriefContent:
    """A brief of four sections."""
    return small()


def brief(base: BriefContent, *blocks: object, id_: str = "means", label: str = "Moyens") -> BriefContent:
    """Return a brief of one section."""
    section = Section(id=id_, label=label, title="Ce que coûte l’action", blocks=tuple(blocks))  # type: ignore[arg-type]
    return replace(base, sections=(section,))


def edit(text: str, original: str = OLD, part: BriefPart = BriefPart.PARAGRAPH, **values: object) -> BriefEdit:
    """Return a passage of the means written again."""
    return BriefEdit(**{"lang": "fr", "section": "means", "part": part, "original": original, "text": text, **values})  # type: ignore[arg-type]


def over(
    content: BriefContent, *edits: BriefEdit, layouts: tuple[BriefLayout, ...] = (), look: BriefLook | None = None
) -> Edited:
    """Return a brief with edits."""
    return edited(content, edits, layouts, look or BriefLook(), FR)


def test_a_brief_that_nobody_edited_is_the_programs_to_the_last_word(base: BriefContent) -> None:
    assert over(base).content == base
    assert {passage.state for passage in over(base).passages} == {State.PROGRAM}


def test_a_passage_says_the_users_words_in_the_place_of_the_programs(base: BriefContent) -> None:
    found = over(brief(base, Paragraph(OTHER), Paragraph(OLD)), edit("Notre texte."))
    assert found.content.section("means").blocks == (Paragraph(OTHER), Paragraph("Notre texte."))
    assert [(each.state, each.text) for each in found.passages if each.edit] == [(State.EDITED, "Notre texte.")]
    assert found.unplaced == ()


def test_new_figures_keep_the_users_words_and_mark_them(base: BriefContent) -> None:
    found = over(brief(base, Paragraph(OTHER), Paragraph(NEW)), edit("Notre texte."))
    assert found.content.section("means").blocks == (Paragraph(OTHER), Paragraph("Notre texte."))
    (stale,) = [each for each in found.passages if each.state is State.STALE]
    assert (stale.original, stale.text) == (NEW, "Notre texte.")


def test_words_about_another_country_are_not_taken_for_the_same(base: BriefContent) -> None:
    one = "Le Maroc compte 4 200 personnes sur le territoire et aucun partenariat n’est enregistré avec lui."
    other = "Le Sénégal compte 3 400 personnes sur le territoire et aucun partenariat n’est enregistré avec lui."
    found = over(brief(base, Paragraph(other)), edit("Le Maroc d’abord.", one))
    assert found.content.section("means").blocks == (Paragraph(other),)
    assert [each.text for each in found.unplaced] == ["Le Maroc d’abord."]


def test_a_number_in_words_is_a_figure(base: BriefContent) -> None:
    title = "Trois communautés nombreuses, aucun partenariat"
    again = "Quatre communautés nombreuses, aucun partenariat"
    written = edit("Des liens à nouer", title, BriefPart.TITLE)
    section = replace(brief(base, Paragraph(OLD)).sections[0], title=again)
    found = over(replace(base, sections=(section,)), written)
    assert found.content.sections[0].title == "Des liens à nouer"
    assert next(each for each in found.passages if each.edit).state is State.STALE


def test_words_that_are_gone_leave_the_edit_told_and_kept(base: BriefContent) -> None:
    kept = edit("Notre texte.")
    assert over(brief(base, Paragraph(OTHER)), kept).unplaced == (kept,)
    assert over(brief(base, Paragraph(OLD), id_="world"), kept).unplaced == (kept,)


def test_every_part_of_a_section_can_be_written_again(base: BriefContent) -> None:
    whole = brief(
        base,
        Heading("Intertitre"),
        Beside((Items((Item("Début", "Texte", "Précision"), Item("Autre"))),), (Paragraph(OLD),)),
    )
    found = over(
        whole,
        edit("Titre", "Ce que coûte l’action", BriefPart.TITLE),
        edit("Sous-titre", "Intertitre", BriefPart.HEADING),
        edit("D", "Début", BriefPart.LEAD),
        edit("T", "Texte", BriefPart.ITEM),
        edit("P", "Précision", BriefPart.NOTE),
        edit("Notre texte."),
    )
    section = found.content.section("means")
    assert section.title == "Titre"
    assert section.blocks == (
        Heading("Sous-titre"),
        Beside((Items((Item("D", "T", "P"), Item("Autre"))),), (Paragraph("Notre texte."),)),
    )


def test_an_empty_text_takes_its_passage_out_and_a_section_keeps_a_title(base: BriefContent) -> None:
    whole = brief(base, Heading("Intertitre"), Items((Item("Seul"),)), Paragraph(OLD))
    found = over(
        whole,
        edit("", "Intertitre", BriefPart.HEADING),
        edit(" ", "Seul", BriefPart.LEAD),
        edit(""),
        edit("", "Ce que coûte l’action", BriefPart.TITLE),
    )
    assert found.content.section("means").blocks == ()
    assert found.content.section("means").title == "Moyens"
    assert render_pdf(found.content).startswith(b"%PDF")


def test_an_edit_of_one_language_leaves_the_other_alone(base: BriefContent) -> None:
    found = over(brief(base, Paragraph(OLD)), edit("Our text.", lang="en"))
    assert found.content.section("means").blocks == (Paragraph(OLD),)
    assert found.unplaced == ()


def layout(section: str, place: int | None = None, *, hidden: bool = False) -> BriefLayout:
    """Return where a section of the full brief stands."""
    return BriefLayout(document=BriefDocument.FULL, section=section, place=place, hidden=hidden)


def test_sections_are_hidden_and_moved_and_annexes_stay_last(base: BriefContent) -> None:
    ids = ("a", "b", "c", "annex")
    sections = tuple(Section(id=id_, label=id_, title=id_, blocks=(), annex=id_ == "annex") for id_ in ids)
    whole = replace(base, sections=sections)
    moved = (layout("annex", 1), layout("c", 1), layout("a", 2), layout("b", hidden=True))
    found = over(whole, layouts=moved)
    assert [section.id for section in found.content.sections] == ["c", "a", "annex"]
    assert [(part.section.id, part.hidden) for part in found.parts] == [
        ("c", False),
        ("a", False),
        ("b", True),
        ("annex", False),
    ]
    summary = over(replace(whole, kind=Kind.SUMMARY), layouts=moved)
    assert [section.id for section in summary.content.sections] == list(ids)


def test_a_fictional_territory_keeps_its_notice_whatever_is_hidden(base: BriefContent) -> None:
    everything = tuple(layout(section.id, hidden=True) for section in base.sections)
    found = over(base, layouts=everything).content
    assert found.sections == ()
    assert found.cover.notice == NOTICE
    assert found.header == base.header


@pytest.mark.parametrize("page", [True, False], ids=["cover", "no cover"])
def test_a_brief_of_which_everything_is_hidden_is_one_page(base: BriefContent, page: bool) -> None:
    whole = replace(base, contents="Sommaire", cover=replace(base.cover, page=page))
    everything = tuple(layout(section.id, hidden=True) for section in base.sections)
    with opened(render_pdf(over(whole, layouts=everything).content)) as document:
        words = document[0].get_textpage().get_text_bounded()
        assert len(document) == 1
    assert (NOTICE in words, "Sommaire" in words) == (True, False)


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Un but : agir ; vite !", "Un but\u00a0: agir\u202f; vite\u202f!"),
        ("« Agir » à 5 % ou 3 € ?", "«\u202fAgir\u202f» à 5\u202f% ou 3\u202f€\u202f?"),
        ("déjà\u00a0: ou\u00a0: posé", "déjà\u00a0: ou\u00a0: posé"),
        ("https://ville.fr :8080 10:30", "https://ville.fr :8080 10:30"),
        (" : ", " : "),
    ],
)
def test_a_keyboards_spaces_do_not_put_a_colon_at_the_head_of_a_line(base: BriefContent, typed: str, set_: str) -> None:
    assert typeset(typed, "fr") == set_
    assert typeset(typed, "en") == typed
    own = edit(f"Ici{typed}fin")
    found = over(brief(base, Paragraph(OLD), Paragraph(NEW)), own)
    assert found.content.section("means").blocks == (Paragraph(typeset(own.text, "fr")), Paragraph(NEW))
    assert next(each for each in found.passages if each.edit).text == own.text
    assert over(found.content, own).content == found.content


@pytest.mark.parametrize("words", ["x" * 10_000, "mot " * 2_500, "<b>&amp;</b>\x00\x07 😀 العربية"])
def test_any_words_make_a_document_in_every_form(base: BriefContent, tmp_path: Path, words: str) -> None:
    look = BriefLook(foreword_fr=words, signed=words[:300], colour="#ffffff")
    found = over(
        brief(base, Paragraph(OLD)), edit(words), edit(words, "Ce que coûte l’action", BriefPart.TITLE), look=look
    )
    for write, ending in ((write_pdf, "pdf"), (write_docx, "docx"), (write_odt, "odt")):
        write(found.content, tmp_path / f"note.{ending}")
    with opened((tmp_path / "note.pdf").read_bytes()) as document:
        said = "".join(page.get_textpage().get_text_bounded() for page in document)
    assert words.strip()[:3] in said


LOOK = BriefLook(foreword_fr="Madame, Monsieur,\n\nUn choix : agir.", signed="A. Dupont, maire")


def test_the_foreword_follows_the_summary_page_and_is_signed(base: BriefContent) -> None:
    found = over(base, look=LOOK)
    assert [section.id for section in found.content.sections][:2] == ["summary", FOREWORD]
    assert found.content.section(FOREWORD).blocks == (
        Paragraph("Madame, Monsieur,"),
        Paragraph("Un choix\u00a0: agir."),
        Paragraph("A. Dupont, maire"),
    )
    assert FOREWORD not in [each.id for each in over(replace(base, kind=Kind.SUMMARY), look=LOOK).content.sections]
    assert over(base, look=BriefLook(signed="A. Dupont")).content == base


def test_each_language_has_its_foreword(base: BriefContent, english: Texts) -> None:
    whole = replace(base, lang="en")
    assert edited(whole, (), (), LOOK, english).content == whole
    said = edited(whole, (), (), replace(LOOK, foreword_en="Hello."), english).content.section(FOREWORD)
    assert said.title == "Foreword"


def test_a_logo_that_is_none_and_a_colour_that_is_none_are_left_out(base: BriefContent) -> None:
    found = over(base, look=BriefLook(logo=b"<svg>", colour="turquoise")).content
    assert (found.logo, found.accent) == (b"", "")
    assert over(base, look=BriefLook(colour=" 1F6F78 ")).content.accent == "#1f6f78"
    assert colour_of("#12345") == colour_of("") == ""


def test_the_documents_of_the_dossier_are_those_of_the_brief() -> None:
    assert [term.value for term in BriefDocument] == [kind.value for kind in Kind]


def test_a_paragraph_written_on_several_lines_is_several_paragraphs(base: BriefContent) -> None:
    found = over(brief(base, Paragraph(OLD)), edit("Un.\n\nDeux.\n"))
    assert found.content.section("means").blocks == (Paragraph("Un."), Paragraph("Deux."))


def test_words_applied_already_are_not_laid_over_another_passage(base: BriefContent) -> None:
    whole = brief(base, Paragraph(OLD), Paragraph(NEW))
    once = over(whole, edit("Notre texte.")).content
    assert once.section("means").blocks == (Paragraph("Notre texte."), Paragraph(NEW))
    assert over(once, edit("Notre texte.")).content == once


def test_of_two_edits_of_the_same_words_the_latest_holds_and_the_other_is_told(base: BriefContent) -> None:
    first, second = edit("Un.", id=1), edit("Deux.", id=2)
    for rows in ((first, second), (second, first)):
        found = over(brief(base, Paragraph(OLD)), *rows)
        assert found.content.section("means").blocks == (Paragraph("Deux."),)
        assert found.unplaced == (first,)


def order_of(base: BriefContent, ids: str, *layouts: BriefLayout, look: BriefLook | None = None) -> str:
    """Return the letters of sections in the order of the document; capitals are annexes."""
    sections = tuple(Section(id=each, label=each, title=each, blocks=(), annex=each.isupper()) for each in ids.split())
    found = over(replace(base, sections=sections), layouts=layouts, look=look)
    return " ".join(section.id for section in found.content.sections)


@pytest.mark.parametrize(
    ("places", "wanted"),
    [
        ({"d": 1}, "d a b c e Y Z"),
        ({"a": 5}, "b c d e a Y Z"),
        ({"c": 1, "d": 2, "b": 3}, "c d b a e Y Z"),
        ({"a": 3}, "b c a d e Y Z"),
        ({"b": 99}, "a c d e b Y Z"),
        ({"Z": 1}, "a b c d e Z Y"),
        ({"a": 1, "b": 1}, "b a c d e Y Z"),
        ({"gone": 1, "e": 2}, "a e b c d Y Z"),
    ],
)
def test_a_section_stands_at_the_rank_asked_for(base: BriefContent, places: dict[str, int], wanted: str) -> None:
    rows = [replace(layout(section, place), id=number) for number, (section, place) in enumerate(places.items(), 1)]
    assert order_of(base, "a b c d e Y Z", *rows) == wanted


def test_a_foreword_follows_the_summary_wherever_it_was_put_and_moves_nothing_else(base: BriefContent) -> None:
    rows = (layout("b", 1), layout("summary", 3))
    assert order_of(base, "summary a b c", *rows) == "b a summary c"
    assert order_of(base, "summary a b c", *rows, look=LOOK) == "b a summary foreword c"
    assert order_of(base, "summary a b c", layout(FOREWORD, 1), look=LOOK) == "foreword summary a b c"


def test_the_body_of_an_item_takes_its_head_with_it(base: BriefContent) -> None:
    whole = brief(base, Items((Item("Budget :", "Rien n’est connu.", "Source"), Item("Budget :", "Autre."))))
    taken = edit("", "Rien n’est connu.", BriefPart.ITEM)
    found = over(whole, taken)
    assert found.content.section("means").blocks == (Items((Item("Budget :", "Autre."),)),)
    assert {each.original: each.text for each in found.passages if each.part is BriefPart.LEAD} == {
        "Budget :": "Budget :"
    }
    alone = over(brief(base, Items((Item("Budget :", "Rien n’est connu.", "Source"),))), taken)
    assert alone.content.section("means").blocks == ()
    assert [each.text for each in alone.passages] == ["Ce que coûte l’action", "", "", ""]
    own = over(whole, taken, edit("Un budget à écrire.", "Budget :", BriefPart.LEAD))
    assert own.content.section("means").blocks[0].items[0] == Item("Un budget à écrire.")  # type: ignore[union-attr]


def test_a_document_with_nothing_in_it_or_too_long_is_said_to_be(base: BriefContent) -> None:
    everything = tuple(layout(section.id, hidden=True) for section in base.sections)
    assert "toutes les sections" in shape_doubt(over(base, layouts=everything), 1, FR).lower()
    summary = over(replace(base, kind=Kind.SUMMARY))
    assert "fait 5 pages au lieu de 2" in shape_doubt(summary, 5, FR)
    assert (shape_doubt(summary, 2, FR), shape_doubt(summary, None, FR)) == ("", "")
    assert shape_doubt(over(base), 40, FR) == ""


def test_the_foreword_of_the_campaign_before_is_said_where_it_is_printed(base: BriefContent) -> None:
    with_one = over(base, look=LOOK)
    assert "campagne 2025" in foreword_doubt(with_one, 2025, FR)
    assert foreword_doubt(with_one, None, FR) == ""
    assert foreword_doubt(over(base, look=LOOK, layouts=(layout(FOREWORD, hidden=True),)), 2025, FR) == ""
