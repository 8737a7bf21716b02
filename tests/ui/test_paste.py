"""Rows pasted from a spreadsheet into a table: with titles or without, once or twice, taken back in one step."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from diagnostic.dossier import operations
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.records import (
    Association,
    BudgetLine,
    Diaspora,
    EconomicTie,
    NetworkMembership,
    Partnership,
    StudentGroup,
)
from diagnostic.dossier.row import Row
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import (
    AssociationKind,
    BudgetDirection,
    BudgetSection,
    Confidence,
    DiasporaDefinition,
    EconomicTieKind,
    PartnershipForm,
    PartnershipState,
    StudyLevel,
)
from diagnostic.imports.remembered import Remembered, write_remembered
from diagnostic.user_folder import data_folder
from tests.ui.test_table_page import KEYS, page_of, press, table_at
from ui.tables.section import TableSection
from ui.wizard.context import Context, Knowledge

CONTROL = Qt.KeyboardModifier.ControlModifier
NUMBERS = (
    '"Pays d’origine"\tNombre\tSource\nMaroc\t1\u202f234\t"Insee\nRP"\nSénégal\t12 500,0\t\nÉgypte\t"90"\tmairie\n'
)


def hold(text: str) -> None:
    """Put a text on the clipboard."""
    QApplication.clipboard().setText(text)


def plain(words: str) -> str:
    """Return words with ordinary spaces, as they are compared."""
    return words.replace("\u202f", " ").replace("\u00a0", " ")


def paste(qtbot: QtBot, section: TableSection, text: str) -> str:
    """Paste a text by the keyboard and return what is said of it, in plain spaces."""
    hold(text)
    taker = section.view if section.view.isVisible() else section.empty.button
    taker = taker if taker.isEnabled() else next(iter(section.standing.boxes.values()))
    taker.setFocus()
    press(qtbot, taker, KEYS.Key_V, CONTROL)
    return plain(section.notice.text())


@pytest.fixture
def section(qtbot: QtBot, context: Context) -> TableSection:
    """The table of communities, empty."""
    return page_of(qtbot, context, "diasporas").section


def test_rows_with_titles_come_into_an_empty_table_in_one_step(
    qtbot: QtBot, context: Context, section: TableSection
) -> None:
    section.empty.button.setFocus()
    assert paste(qtbot, section, NUMBERS) == "3 lignes ajoutées."
    rows = context.snapshot.diasporas
    assert [(row.country, row.people, row.source) for row in rows] == [
        ("MA", 1234, "Insee RP"), ("SN", 12500, ""), ("EG", 90, "mairie"),
    ]  # fmt: skip
    assert section.view.current_row == rows[0]
    assert QApplication.focusWidget() is section.view
    press(qtbot, section.undo, KEYS.Key_Return)
    assert context.snapshot.diasporas == ()
    assert section.empty.isVisible()


def test_pasting_again_says_what_is_the_same_and_changes_what_is_not(
    qtbot: QtBot, context: Context, section: TableSection
) -> None:
    paste(qtbot, section, NUMBERS)
    context.apply(operations.edit(context.snapshot.diasporas[1], comment="vu en mairie"))
    before = context.snapshot
    assert paste(qtbot, section, NUMBERS) == "3 lignes inchangées."
    assert not section.undo.isVisible()
    assert context.snapshot == before
    said = paste(qtbot, section, NUMBERS.replace("12 500", "13 000") + "Mali\t5 €\t\n")
    assert said == "1 ligne ajoutée, 1 modifiée, 2 inchangées."
    assert [(row.country, row.people, row.comment) for row in context.snapshot.diasporas][1] == (
        "SN", 13000, "vu en mairie",
    )  # fmt: skip
    context.undo()
    assert context.snapshot == before


def test_rows_without_titles_go_in_the_order_of_the_columns(
    qtbot: QtBot, context: Context, section: TableSection
) -> None:
    said = paste(qtbot, section, "Maroc\t1 234\t1,2\tNationalité\tInsee\t3\tet encore\n")
    (row,) = context.snapshot.diasporas
    assert (row.country, row.people, row.definition, row.source) == (
        "MA", 1234, DiasporaDefinition.NATIONALITY, "Insee",
    )  # fmt: skip
    assert said == "1 ligne ajoutée. Colonnes laissées de côté : 7."


def test_what_cannot_be_read_is_said_and_kept(qtbot: QtBot, context: Context, section: TableSection) -> None:
    said = paste(
        qtbot,
        section,
        "Pays\tNombre\tQui ?\nCongolais\t12\tAwa\nYougoslaves\tbeaucoup\t\n\t\tx\nMaroc\t1\t\nMaroc\t2\t\nMaroc\t1\t\n",
    )
    assert said.startswith("4 lignes ajoutées. ")
    assert "1 ligne laissée de côté (répète mot pour mot une autre ligne)." in said
    assert "1 ligne porte le même nom qu’une autre et dit autre chose (ligne 6)." in said
    assert "1 ligne laissée de côté (rien dans les colonnes retenues)." in said
    assert "3 cellules n’ont pas pu être lues (Pays « Congolais » ; Pays « Yougoslaves » ;" in said
    assert "Colonnes laissées de côté : Qui ?." in said
    kept = [dict(row.unread) for row in context.snapshot.diasporas]
    assert kept == [{"country": "Congolais"}, {"country": "Yougoslaves", "people": "beaucoup"}, {}, {}]
    assert section.model.data(section.model.index(1, 0)) == "Yougoslaves"
    before = context.snapshot
    assert paste(qtbot, section, "Pays\tNombre\nCongolais\t12\nYougoslaves\tbeaucoup\n") == "2 lignes inchangées."
    assert context.snapshot == before


def test_a_country_that_was_answered_once_is_known(qtbot: QtBot, context: Context, section: TableSection) -> None:
    write_remembered(data_folder(os.environ), Remembered().with_countries({"Congolais": "CD"}))
    paste(qtbot, section, "Congolais\t12\n")
    assert [row.country for row in context.snapshot.diasporas] == ["CD"]


@pytest.mark.parametrize(
    ("text", "key"),
    [("", "paste.empty"), (" \n\t\n", "paste.empty"), ("Maroc", "paste.one_cell"), ("Pays\tNombre", "paste.nothing")],
)
def test_what_is_no_row_changes_nothing_and_says_so(
    qtbot: QtBot, context: Context, section: TableSection, text: str, key: str
) -> None:
    assert paste(qtbot, section, text) == plain(context.texts(key))
    assert context.snapshot.diasporas == ()
    assert not section.undo.isVisible()


def test_an_image_or_a_file_is_told_from_rows(qtbot: QtBot, context: Context, section: TableSection) -> None:
    image, files = QMimeData(), QMimeData()
    image.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    files.setUrls([QUrl.fromLocalFile("/tmp/a.csv")])
    files.setText("file:///tmp/a.csv")
    for content, key in ((image, "paste.image"), (files, "paste.files")):
        QApplication.clipboard().setMimeData(content)
        section.paste()
        assert section.notice.text() == context.texts(key)
    assert context.snapshot.diasporas == ()


def test_ten_thousand_lines_are_pasted_and_taken_back(qtbot: QtBot, context: Context) -> None:
    section = page_of(qtbot, context, "partnerships").section
    lines = (f"Ville {n}\tMaroc\tJumelage\tactif\t199{n % 10}\t\t{n},50 €\n" for n in range(10_000))
    said = paste(qtbot, section, "".join(lines))
    assert said.startswith("10 000 lignes ajoutées.")
    assert len(context.snapshot.partnerships) == 10_000
    assert context.snapshot.partnerships[7].yearly_cost == 7.5
    section.undo.click()
    assert context.snapshot.partnerships == ()


def test_more_lines_than_a_paste_can_take_are_sent_to_the_import(
    qtbot: QtBot, context: Context, section: TableSection
) -> None:
    assert "importez" in paste(qtbot, section, "Maroc\t1\n" * 20_001)
    assert context.snapshot.diasporas == ()


def test_a_cell_that_is_edited_keeps_its_own_paste(qtbot: QtBot, context: Context, section: TableSection) -> None:
    context.apply(operations.add(Diaspora(country="SN", people=1)))
    section.view.select_place(0)
    section.view.setCurrentIndex(section.model.index(0, 1))
    section.view.setFocus()
    press(qtbot, section.view, KEYS.Key_F2)
    editor = section.view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    hold("12")
    press(qtbot, editor, KEYS.Key_V, CONTROL)
    assert editor.text() == "12"
    assert len(context.snapshot.diasporas) == 1
    press(qtbot, editor, KEYS.Key_Return)
    qtbot.waitUntil(lambda: context.snapshot.diasporas[0].people == 12)


def test_the_form_keeps_its_own_paste(qtbot: QtBot, context: Context, section: TableSection) -> None:
    section.add()
    hold("Maroc\t12\nMali\t3")
    box = section.panel.form.fields["definition"].editor
    box.setFocus()
    press(qtbot, box, KEYS.Key_V, CONTROL)
    assert context.snapshot.diasporas == ()


def test_the_menu_and_the_empty_table_offer_it(qtbot: QtBot, context: Context, section: TableSection) -> None:
    hold("Maroc\t12\nMali\t3")
    qtbot.mouseClick(section.empty.paste, Qt.MouseButton.LeftButton)
    assert [row.country for row in context.snapshot.diasporas] == ["MA", "ML"]
    section.view.customContextMenuRequested.emit(section.view.rect().center())
    menu = section.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert context.texts("table.paste") in [action.text() for action in menu.actions()]
    menu.close()


def test_a_filter_does_not_hide_what_was_pasted(qtbot: QtBot, context: Context, section: TableSection) -> None:
    paste(qtbot, section, NUMBERS)
    section.bar.filter.setText("maroc")
    paste(qtbot, section, "Pays\tNombre\nSénégal\t7\n")
    assert section.view.current_row == context.snapshot.diasporas[1]
    assert section.notice.text() == "1 ligne modifiée."


def test_nothing_is_pasted_into_a_dossier_that_is_only_read(
    qtbot: QtBot, dossier: Dossier, knowledge: Knowledge
) -> None:
    dossier.close()
    reading = open_dossier(dossier.path, read_only=True)
    context = Context(reading, knowledge)
    section = page_of(qtbot, context, "diasporas").section
    assert not section.empty.paste.isEnabled()
    assert paste(qtbot, section, NUMBERS) == plain(context.texts("form.read_only"))
    assert context.snapshot.diasporas == ()
    reading.close()


ROWS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    ("diasporas", (
        Diaspora(country="CI", people=1234, definition=DiasporaDefinition.BIRTHPLACE, source="Insee",
                 confidence=Confidence.OFFICIAL),
        Diaspora(country="", people=None, unread={"country": "Congolais", "people": "environ 300"}),
    )),
    ("students", (
        StudentGroup(institution="=École « A »", people=12, institution_total=1000, level=StudyLevel.MASTER),
        StudentGroup(institution="-B", country="SN", people=3),
    )),
    ("partnerships", (
        Partnership(name='Sidi "Amel"', country="MA", form=PartnershipForm.TWINNING, state=PartnershipState.ACTIVE,
                    since=1998, last_activity="2024-03-12", yearly_cost=1.234, source="@mairie"),
        Partnership(name="'Quito", last_activity="2023-05", yearly_cost=1_234_567.5),
    )),
    ("associations", (
        Association(name="Amis ; du Mali", countries=("ML", "CI"), type=next(iter(AssociationKind)), works_with=True,
                    grant=1500.0),
    )),
    ("economy", (EconomicTie(name="Port", type=next(iter(EconomicTieKind)), country="CN"),)),
    ("budget", (
        BudgetLine(label="Eau", year=2024, direction=BudgetDirection.EXPENSE, section=BudgetSection.OPERATING,
                   function="048", nature="6562", amount=12_000.0, funder="MEAE", country="SN", partnership=1),
    )),
)  # fmt: skip


@pytest.mark.parametrize(("step", "rows"), ROWS, ids=[step for step, _ in ROWS])
def test_what_is_copied_out_pastes_back_as_the_same(
    qtbot: QtBot, context: Context, step: str, rows: tuple[Row, ...]
) -> None:
    if step == "budget":
        context.apply(operations.add(Partnership(name="Sidi")))
    context.apply(operations.add(*rows))
    page = page_of(qtbot, context, step)
    section = table_at(page, 0)
    press(qtbot, section.view, KEYS.Key_A, CONTROL)
    press(qtbot, section.view, KEYS.Key_C, CONTROL)
    text = QApplication.clipboard().text()
    before = context.snapshot
    said = paste(qtbot, section, text)
    assert said == ("1 ligne inchangée." if len(rows) == 1 else "2 lignes inchangées.")
    assert context.snapshot == before
    section.view.selectAll()
    section.remove()
    assert paste(qtbot, section, text).startswith(f"{len(rows)} ligne")
    again = [replace(row, id=0) for row in context.snapshot.rows(section.kind)]
    assert again == [replace(row, confidence=None) for row in rows]  # a badge is no cell


def test_what_is_copied_out_is_what_a_spreadsheet_takes(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(NetworkMembership(name='Cités\t"Unies"\n\u202fFrance', fee=1234.5)))
    page = page_of(qtbot, context, "partnerships")
    page.show_table("network_membership")
    section = table_at(page, 0)
    press(qtbot, section.view, KEYS.Key_C, CONTROL)
    lines = list(csv.reader(io.StringIO(QApplication.clipboard().text(), newline=""), dialect="excel-tab"))
    assert len(lines) == 2
    assert len(lines[0]) == len(lines[1])
    assert "1234,5" in lines[1]


def test_a_lone_dash_is_copied_out_as_it_is_and_a_formula_is_not(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(NetworkMembership(name="-"), NetworkMembership(name="-1+1")))
    page = page_of(qtbot, context, "partnerships")
    page.show_table("network_membership")
    section = table_at(page, 0)
    press(qtbot, section.view, KEYS.Key_A, CONTROL)
    press(qtbot, section.view, KEYS.Key_C, CONTROL)
    names = [line.partition("\t")[0] for line in QApplication.clipboard().text().splitlines()[1:]]
    assert names == ["-", "'-1+1"]


PEOPLE = "Nom\tPrénom\tPays\tTéléphone\nDUPONT\tJean\tMali\t0611223344\n"


@pytest.mark.parametrize("step", ["partnerships", "associations"])
def test_a_list_of_people_is_not_pasted(qtbot: QtBot, context: Context, step: str) -> None:
    context.apply(operations.add(Partnership(country="ML")))
    before = context.snapshot
    section = table_at(page_of(qtbot, context, step), 0)
    said = paste(qtbot, section, PEOPLE)
    assert "liste de personnes" in said
    assert "Prénom" in said
    assert context.snapshot == before


def test_partners_without_a_name_are_pasted_and_told(qtbot: QtBot, context: Context) -> None:
    section = table_at(page_of(qtbot, context, "partnerships"), 0)
    said = plain(paste(qtbot, section, "Partenaire\tPays\nSégou\tMali\n\tMaroc\n\t\n"))
    assert said.startswith("2 lignes ajoutées.")
    assert "1 ligne n’a rien sous « Partenaire »" in said


def test_twin_towns_are_partners(qtbot: QtBot, context: Context) -> None:
    section = table_at(page_of(qtbot, context, "partnerships"), 0)
    paste(qtbot, section, "Ville jumelle\tPays\tBudget annuel\nSégou\tMali\t300\n")
    assert [(row.name, row.country, row.yearly_cost) for row in context.snapshot.partnerships] == [("Ségou", "ML", 300)]
