"""The live panel says what is known, what to answer next, and what was done last."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diagnostic.dossier.operations import add, answer, stand
from diagnostic.dossier.records import Diaspora, Partnership
from diagnostic.dossier.vocabulary import AnswerState, TableState
from ui.wizard.context import Context
from ui.wizard.flow import STEPS
from ui.wizard.frame import make_wizard
from ui.wizard.live_panel import LivePanel
from ui.wizard.live_words import operation_words
from ui.wizard.page import StepPage


@pytest.fixture
def panel(qtbot: QtBot, context: Context) -> LivePanel:
    panel = LivePanel(context)
    qtbot.addWidget(panel)
    panel.resize(260, 700)
    panel.show()
    return panel


def test_a_new_dossier_shows_unknowns_as_unknown(panel: LivePanel) -> None:
    assert [label.text() for label in panel.axes] == [
        "Territoire\u00a0: à renseigner",
        "Institution\u00a0: à renseigner",
    ]
    assert panel.rose.drawing
    assert panel.actions[0].text() == "Rien encore dans cette séance."
    assert not panel.undo.isVisible()


def test_the_panel_follows_a_change_and_names_it(qtbot: QtBot, panel: LivePanel, context: Context) -> None:
    before = panel.known.text()
    context.apply(add(Diaspora(country="SN", people=12_400)))
    qtbot.waitUntil(lambda: panel.actions[0].text() == "Ajout · Sénégal")
    assert "[" in panel.axes[0].text(), "a list begun already lifts the low end"
    assert panel.known.text() == before, "and tells nothing for sure"
    context.apply(stand(context.snapshot, "diaspora", TableState.COMPLETE))
    qtbot.waitUntil(lambda: panel.known.text() != before)


def test_undo_stands_beside_the_last_action(qtbot: QtBot, panel: LivePanel, context: Context) -> None:
    context.apply(add(Diaspora(country="SN", people=1240)))
    qtbot.waitUntil(panel.undo.isVisible)
    assert panel.undo.accessibleName() == "Annuler\u00a0: Ajout · Sénégal"
    qtbot.mouseClick(panel.undo, Qt.MouseButton.LeftButton)
    assert context.snapshot.diasporas == ()


def test_the_most_useful_answer_leads_to_where_it_is_given(qtbot: QtBot, panel: LivePanel, context: Context) -> None:
    useful = context.framework.indicator(context.assessment.useful[0].indicator)
    assert panel.question.text() == useful.question["fr"]
    with qtbot.waitSignal(context.step_asked) as asked:
        qtbot.mouseClick(panel.go, Qt.MouseButton.LeftButton)
    assert asked.args[0] in [step.id for step in STEPS]


def test_a_petal_leads_to_its_domain_in_the_results(qtbot: QtBot, panel: LivePanel, context: Context) -> None:
    panel.rose.setFocus()
    qtbot.keyClick(panel.rose, Qt.Key.Key_Right)
    with qtbot.waitSignal(context.step_asked) as asked:
        qtbot.keyClick(panel.rose, Qt.Key.Key_Return)
    assert asked.args == ["results", panel.rose.current]


def test_operations_are_told_in_words_without_codes(context: Context) -> None:
    question = context.framework.questions()[0]
    done = (
        (answer(context.snapshot, question.id, AnswerState.DONE), question.title["fr"]),
        (stand(context.snapshot, "association", TableState.UNKNOWN), "Associations : nous ne savons pas encore"),
        (add(Partnership(name="Santa Fe <b>" + "x" * 400)), "Santa Fe <b>xx"),
    )
    for operation, subject in done:
        words = operation_words(operation, context.framework, context.countries, context.texts)
        assert subject in words
        assert len(words) < 90


def test_the_panel_gives_way_where_room_lacks_and_comes_back_when_asked(qtbot: QtBot, context: Context) -> None:
    frame = make_wizard(context, {step.id: StepPage(context, step) for step in STEPS})
    qtbot.addWidget(frame)
    frame.resize(700, 600)
    frame.show()
    assert not frame.panel.isVisible()
    with qtbot.waitSignal(frame.panel_folded) as folded:
        qtbot.mouseClick(frame.unfold, Qt.MouseButton.LeftButton)
    assert folded.args == [False]
    assert frame.panel.isVisible()
    qtbot.mouseClick(frame.panel.fold, Qt.MouseButton.LeftButton)
    assert not frame.panel.isVisible()
