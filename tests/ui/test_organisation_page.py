"""The questions: five answers kept apart, chosen by a click or a digit, with their evidence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.framework.model import Input
from ui.forms.question_card import STATES, QuestionCard
from ui.wizard.context import Context
from ui.wizard.flow import STEPS, position
from ui.wizard.pages.organisation import EXPRESS, OPEN, OrganisationPage

FUNNY = "<b>Oui</b> & non 🌍 نعم"


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> OrganisationPage:
    """The page with nothing answered."""
    page = OrganisationPage(context, STEPS[position("organisation")])
    qtbot.addWidget(page)
    page.resize(880, 620)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def card_of(page: OrganisationPage, kind: Input) -> QuestionCard:
    return next(card for card in page.cards.values() if card.indicator.input is kind)


def test_every_question_of_the_framework_is_asked_in_words(context: Context, page: OrganisationPage) -> None:
    asked = [card.question.text() for card in page.cards.values() if card.isVisible()]
    assert asked == [each.question["fr"] for each in context.framework.questions()]


@pytest.mark.parametrize(("digit", "state"), list(enumerate(STATES, start=1)))
def test_a_digit_answers_and_undo_takes_it_back(
    qtbot: QtBot, context: Context, page: OrganisationPage, digit: int, state: AnswerState
) -> None:
    card = card_of(page, Input.STATUS)
    card.take_focus()
    qtbot.keyClicks(QApplication.focusWidget(), str(digit))
    assert context.snapshot.answers[card.indicator.id].state is state
    assert card.answers.value is state
    context.undo()
    assert card.indicator.id not in context.snapshot.answers
    assert card.answers.value is AnswerState.UNANSWERED


def test_arrows_move_the_answer(qtbot: QtBot, context: Context, page: OrganisationPage) -> None:
    card = card_of(page, Input.STATUS)
    qtbot.mouseClick(card.answers.segments[0], Qt.MouseButton.LeftButton)
    card.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert context.snapshot.answers[card.indicator.id].state is AnswerState.PLANNED


def test_an_option_is_a_value(qtbot: QtBot, context: Context, page: OrganisationPage) -> None:
    card = card_of(page, Input.CHOICE)
    qtbot.mouseClick(card.answers.segments[1], Qt.MouseButton.LeftButton)
    answer = context.snapshot.answers[card.indicator.id]
    assert (answer.state, answer.choice) == (AnswerState.VALUE, card.indicator.options[1].id)
    card.answers.choose(len(card.indicator.options) + 1)
    answer = context.snapshot.answers[card.indicator.id]
    assert (answer.state, answer.choice) == (AnswerState.NOT_APPLICABLE, "")


def test_a_number_is_a_value_and_what_is_no_number_is_kept(
    qtbot: QtBot, context: Context, page: OrganisationPage
) -> None:
    card = card_of(page, Input.NUMBER)
    assert card.number is not None
    line = card.number.line
    line.setFocus()
    qtbot.keyClicks(line, "2,5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert context.snapshot.answers[card.indicator.id].number == 2.5
    line.selectAll()
    qtbot.keyClicks(line, "deux ou trois")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    answer = context.snapshot.answers[card.indicator.id]
    assert (answer.number, answer.state) == (None, AnswerState.UNANSWERED)
    assert answer.unread["number"] == "deux ou trois"
    assert "deux ou trois" in card.number.sentence.text()
    line.clear()
    qtbot.keyClicks(line, "3")
    page.hide()
    answer = context.snapshot.answers[card.indicator.id]
    assert (answer.number, dict(answer.unread)) == (3, {})


def test_evidence_is_kept_even_before_the_answer_and_through_it(
    qtbot: QtBot, context: Context, page: OrganisationPage
) -> None:
    card = card_of(page, Input.STATUS)
    card.proof.open()
    form = card.proof.content
    assert form is not None
    comment = form.fields["comment"].editor
    comment.setFocus()
    QApplication.clipboard().setText(FUNNY)
    comment.paste()
    card.settle()
    answer = context.snapshot.answers[card.indicator.id]
    assert (answer.state, answer.comment) == (AnswerState.UNANSWERED, FUNNY)
    card.answers.choose(0)
    answer = context.snapshot.answers[card.indicator.id]
    assert (answer.state, answer.comment) == (AnswerState.DONE, FUNNY)
    source = form.fields["source"].editor
    source.setFocus()
    qtbot.keyClicks(source, "Deliberation 12")
    qtbot.keyClick(source, Qt.Key.Key_Return)
    answer = context.snapshot.answers[card.indicator.id]
    assert (answer.state, answer.source) == (AnswerState.DONE, "Deliberation 12")


def test_help_says_what_counts_as_done(page: OrganisationPage) -> None:
    card = card_of(page, Input.STATUS)
    card.help.open()
    assert card.help.content is not None
    said = [label.text() for label in card.help.content.findChildren(QLabel)]
    assert card.indicator.done["fr"] in said
    assert card.indicator.evidence["fr"] in said


def test_the_first_pass_shows_its_questions_only(context: Context, page: OrganisationPage) -> None:
    page.filter.choose([EXPRESS in str(v) for v in ("all", EXPRESS, OPEN)].index(True))
    shown = [card.indicator for card in page.cards.values() if card.isVisible()]
    assert shown == [each for each in context.framework.questions() if each.express]


def test_a_question_answered_stays_in_view_until_the_filter_is_asked_again(page: OrganisationPage) -> None:
    page.filter.choose(2)
    card = card_of(page, Input.STATUS)
    card.answers.choose(0)
    assert card.isVisible()
    page.filter.choose(2)
    assert not card.isVisible()


def test_progress_counts_what_is_answered(page: OrganisationPage) -> None:
    card = card_of(page, Input.STATUS)
    _, label = page._domains[card.indicator.parent]
    before = label.text()
    card.answers.choose(4)
    assert label.text() != before
    assert label.text().startswith("1 ")


def test_a_question_is_brought_forward_even_when_filtered_away(qtbot: QtBot, page: OrganisationPage) -> None:
    page.filter.choose(2)
    card = list(page.cards.values())[-1]
    card.answers.choose(0)
    page.filter.choose(2)
    page.bring_forward(f"answer:{card.indicator.id}")
    assert card.isVisible()
    assert card.isAncestorOf(QApplication.focusWidget())
    qtbot.waitUntil(lambda: page._area.verticalScrollBar().value() > 0)


def test_all_that_takes_the_focus_has_a_name(page: OrganisationPage) -> None:
    for card in page.cards.values():
        card.proof.open()
    takers = [w for w in page.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.isVisible()]
    nameless = [w for w in takers if not w.accessibleName() and not getattr(w, "text", str)() and not w.focusProxy()]
    assert [type(w).__name__ for w in nameless] == []


def test_a_number_that_cannot_be_true_is_kept_and_its_bounds_said(
    qtbot: QtBot, context: Context, page: OrganisationPage
) -> None:
    card = page.cards["diasporas_languages"]
    for typed, said in (
        ("999999999", "entre 1 et 500"),
        ("12", ""),
        ("501", "entre 1 et 500"),
        ("2.5", "entier"),
        ("500", ""),
    ):
        card.number.line.setFocus()
        card.number.line.selectAll()
        qtbot.keyClicks(card.number.line, typed)
        card.settle()
        assert context.snapshot.answers["diasporas_languages"].number == float(typed)
        assert said in card.number.sentence.text()
        assert bool(card.number.sentence.text()) is bool(said)
        assert card.number.line.accessibleDescription().endswith(card.number.sentence.text())
