"""The form of a row: every field is labelled, saved as it is typed, explained when it cannot be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from diagnostic.dossier import operations
from diagnostic.dossier import vocabulary as v
from diagnostic.dossier.records import TABLES, Association, Diaspora, Partnership
from ui.forms.entry import Entry
from ui.forms.field_row import PAUSE
from ui.forms.row_form import RowForm
from ui.forms.text_editors import NoteEditor
from ui.wizard.context import Context

FUNNY = "<b>Amis</b> & Cie 🌍 مدينة الرباط <img src='/etc/passwd'>"


@pytest.fixture
def diaspora(qtbot: QtBot, context: Context) -> RowForm:
    """The form of a stored community of 1,240 people from Senegal."""
    context.apply(operations.add(Diaspora(country="SN", people=1240)))
    return opened(qtbot, context, "diaspora")


def opened(qtbot: QtBot, context: Context, kind: str) -> RowForm:
    form = RowForm(context, kind)
    context.changed.connect(lambda _: form.row and form.row.id and form.show_row(context.snapshot.rows(kind)[0]))
    qtbot.addWidget(form)
    form.show_row(context.snapshot.rows(kind)[0])
    form.resize(900, 700)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def line(form: RowForm, name: str) -> QLineEdit:
    editor = form.fields[name].editor
    assert isinstance(editor, QLineEdit)
    return editor


def retype(qtbot: QtBot, form: RowForm, name: str, typed: str) -> None:
    editor = line(form, name)
    editor.setFocus()
    editor.selectAll()
    QApplication.clipboard().setText(typed)
    editor.paste()
    qtbot.keyClick(editor, Qt.Key.Key_Return)


@pytest.mark.parametrize("kind", TABLES)
def test_every_editor_has_a_name(qtbot: QtBot, context: Context, kind: str) -> None:
    form = RowForm(context, kind)
    qtbot.addWidget(form)
    takers = [w for w in form.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    nameless = [w for w in takers if not w.accessibleName() and not getattr(w, "text", str)() and not w.focusProxy()]
    assert nameless == []


def test_a_number_is_read_as_people_write_it(qtbot: QtBot, context: Context, diaspora: RowForm) -> None:
    retype(qtbot, diaspora, "people", "1 310")
    assert context.snapshot.diasporas[0].people == 1310


def test_thousands_of_euros_are_read(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(Partnership(name="Santa Fe")))
    form = opened(qtbot, context, "partnership")
    retype(qtbot, form, "yearly_cost", "12 k€")
    assert context.snapshot.partnerships[0].yearly_cost == 12_000
    assert line(form, "yearly_cost").alignment() & Qt.AlignmentFlag.AlignRight


def test_what_cannot_be_read_is_kept_explained_and_not_counted(
    qtbot: QtBot, context: Context, diaspora: RowForm
) -> None:
    retype(qtbot, diaspora, "people", "environ 300")
    row = context.snapshot.diasporas[0]
    assert (row.people, row.unread["people"]) == (None, "environ 300")
    field = diaspora.fields["people"]
    assert line(diaspora, "people").text() == "environ 300"
    assert "environ 300" in field.sentence.text()
    assert field.sentence.isVisible()
    assert "environ 300" in field.editor.accessibleDescription()
    retype(qtbot, diaspora, "people", "300")
    assert context.snapshot.diasporas[0].people == 300
    assert not context.snapshot.diasporas[0].unread
    assert not field.sentence.isVisible()


def test_undo_brings_back_what_stood_there(qtbot: QtBot, context: Context, diaspora: RowForm) -> None:
    retype(qtbot, diaspora, "people", "beaucoup")
    context.undo()
    assert context.snapshot.diasporas[0].people == 1240
    assert line(diaspora, "people").text() == "1240"


def test_a_doubt_is_said_beside_the_field(qtbot: QtBot, context: Context, diaspora: RowForm) -> None:
    retype(qtbot, diaspora, "people", "900000")
    assert diaspora.fields["people"].sentence.text() == context.texts("remark.more_than_population")


def test_a_text_is_saved_while_it_is_typed_and_undone_at_once(
    qtbot: QtBot, context: Context, diaspora: RowForm
) -> None:
    editor = line(diaspora, "source")
    editor.setFocus()
    qtbot.keyClicks(editor, "Estimation ")
    qtbot.waitUntil(lambda: context.snapshot.diasporas[0].source == "Estimation", timeout=20 * PAUSE)
    assert editor.text() == "Estimation "
    qtbot.keyClicks(editor, "du CCAS")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert context.snapshot.diasporas[0].source == "Estimation du CCAS"
    context.undo()
    assert context.snapshot.diasporas[0].source == ""
    assert editor.text() == ""


def test_nothing_typed_is_lost_when_the_page_goes_away(qtbot: QtBot, context: Context, diaspora: RowForm) -> None:
    editor = line(diaspora, "people")
    diaspora.fields["source"].editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "77")
    diaspora.hide()
    assert context.snapshot.diasporas[0].people == 77


def test_a_long_note_is_kept_whole_and_the_field_grows(qtbot: QtBot, context: Context, diaspora: RowForm) -> None:
    note = diaspora.fields["comment"].editor
    assert isinstance(note, QPlainTextEdit)
    height = note.height()
    text = (FUNNY + "\n") * 200
    assert len(text) > 10_000
    note.setFocus()
    QApplication.clipboard().setText(text)
    note.paste()
    diaspora.settle()
    assert context.snapshot.diasporas[0].comment == text
    assert note.height() > height


def test_words_that_look_like_markup_stay_words(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(Association(name=FUNNY, unread={"grant": FUNNY})))
    form = opened(qtbot, context, "association")
    assert line(form, "name").text() == FUNNY
    sentence = form.fields["grant"].sentence
    assert FUNNY in sentence.text()
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in form.findChildren(QLabel))


def test_a_term_is_chosen_and_taken_away(qtbot: QtBot, context: Context, diaspora: RowForm) -> None:
    box = diaspora.fields["definition"].editor
    assert isinstance(box, QComboBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert context.snapshot.diasporas[0].definition is v.DiasporaDefinition.NATIONALITY
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert context.snapshot.diasporas[0].definition is None


def test_several_terms_are_ticked_in_a_list_that_stays(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(Partnership(name="Santa Fe")))
    form = opened(qtbot, context, "partnership")
    editor = form.fields["fields"].editor
    editor.actions_by_term[v.ActionField.PLANNING].trigger()
    editor.actions_by_term[v.ActionField.INNOVATION].trigger()
    assert context.snapshot.partnerships[0].fields == (v.ActionField.INNOVATION, v.ActionField.PLANNING)
    assert context.texts.label(v.ActionField.PLANNING) in editor.text()


def test_yes_no_and_not_known_are_three_answers(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(Association(name="Comité")))
    form = opened(qtbot, context, "association")
    yes, no, unknown = form.fields["works_with"].editor.segmented.segments
    seen = []
    for segment in (yes, no, unknown):
        qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
        seen.append(context.snapshot.associations[0].works_with)
    assert seen == [True, False, None]


def test_personal_data_is_said_to_be_so(qtbot: QtBot, context: Context) -> None:
    form = RowForm(context, "partnership")
    qtbot.addWidget(form)
    assert "personnelle" in form.fields["contact"].hint.text()


@pytest.mark.parametrize("comment", ["dix\u00a0% et 1\u202f240", "deux\r\nlignes", "une\n\ndeux\n", "🙂 مرحبا"])
def test_a_note_that_is_only_looked_at_is_not_rewritten(qtbot: QtBot, comment: str) -> None:
    note = NoteEditor()
    qtbot.addWidget(note)
    with qtbot.assertNotEmitted(note.touched):
        note.display(Entry(comment))
    assert note.entry() == Entry(comment)
    note.selectAll()
    qtbot.keyClicks(note, "x")
    assert note.entry() == Entry("x")
