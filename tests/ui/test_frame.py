"""The wizard's frame: free movement, nothing that closes or jumps, progress that follows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from diagnostic.assessment.results import Assessment
from diagnostic.dossier.operations import add, stand
from diagnostic.dossier.records import Diaspora
from diagnostic.dossier.vocabulary import TableState
from diagnostic.texts import Texts
from ui.wizard.context import Context
from ui.wizard.flow import STEPS, Progress
from ui.wizard.frame import WizardFrame, make_wizard
from ui.wizard.page import StepPage
from ui.wizard.steps_model import PROGRESS, StepsModel, StepState, progress_words


class TypingPage(StepPage):
    """A page with a field, that remembers what it was asked."""

    def __init__(self, context: Context, step: object) -> None:
        super().__init__(context, step)
        self.field = QLineEdit()
        self.field.setAccessibleName("champ")
        self.button = QPushButton("supprimer")
        self.button.setDefault(True)
        self.pressed = 0
        self.button.clicked.connect(self._press)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)
        self.brought: list[str] = []
        self.settled = 0

    def _press(self) -> None:
        self.pressed += 1

    def bring_forward(self, focus: str) -> None:
        self.brought.append(focus)

    def settle(self) -> bool:
        self.settled += 1
        return True


@pytest.fixture
def pages(context: Context) -> dict[str, TypingPage]:
    return {step.id: TypingPage(context, step) for step in STEPS}


@pytest.fixture
def frame(qtbot: QtBot, context: Context, pages: dict[str, TypingPage]) -> WizardFrame:
    frame = make_wizard(context, pages)
    qtbot.addWidget(frame)
    frame.resize(1366, 700)
    frame.show()
    return frame


def test_any_step_can_follow_any_other_and_what_was_typed_stays(
    frame: WizardFrame, pages: dict[str, TypingPage]
) -> None:
    pages["territory"].field.setText("à demi")
    for step in ("brief", "students", "results", "territory"):
        frame.show_step(step)
        assert frame.step == step
        assert pages[step].isVisible()
    assert pages["territory"].field.text() == "à demi"


def test_a_page_fills_all_the_room_between_the_bars(frame: WizardFrame, pages: dict[str, TypingPage]) -> None:
    for step in ("territory", "results"):
        frame.show_step(step)
        QApplication.processEvents()
        assert pages[step].width() == frame.wizard.width()
        assert pages[step].height() >= frame.wizard.height() - 16  # what QWizard keeps for its buttons


def test_leaving_a_step_saves_what_is_typed_there(frame: WizardFrame, pages: dict[str, TypingPage]) -> None:
    frame.show_step("students")
    assert pages["territory"].settled == 1


def test_back_and_on_name_their_neighbours_and_lead_there(qtbot: QtBot, frame: WizardFrame) -> None:
    frame.show_step("students")
    bar = frame.navigation
    assert (bar.back.text(), bar.onward.text()) == ("‹ Diasporas", "Partenariats ›")
    qtbot.mouseClick(bar.onward, Qt.MouseButton.LeftButton)
    assert frame.step == "partnerships"
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert frame.step == "students"


def test_the_first_step_leads_back_to_the_start_and_the_last_no_further(qtbot: QtBot, frame: WizardFrame) -> None:
    with qtbot.waitSignal(frame.start_asked):
        qtbot.mouseClick(frame.navigation.back, Qt.MouseButton.LeftButton)
    frame.show_step("brief")
    assert not frame.navigation.onward.isVisible()


def test_the_list_of_steps_is_walked_with_the_keyboard_and_keeps_it(qtbot: QtBot, frame: WizardFrame) -> None:
    frame.steps.setFocus()
    for step in ("diasporas", "students"):
        QTest.keyClick(frame.steps, Qt.Key.Key_Down)
        assert frame.step == step
        assert frame.steps.hasFocus()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_esc_does_not_close_and_enter_does_not_jump(
    qtbot: QtBot, frame: WizardFrame, pages: dict[str, TypingPage], key: Qt.Key
) -> None:
    frame.show_step("students")
    pages["students"].field.setFocus()
    QTest.keyClick(pages["students"].field, key)
    assert pages["students"].pressed == 0
    frame.wizard.reject()
    frame.wizard.accept()
    assert frame.step == "students"
    assert pages["students"].isVisible()


def test_asking_for_a_step_from_anywhere_shows_it_and_what_matters_on_it(
    frame: WizardFrame, context: Context, pages: dict[str, TypingPage]
) -> None:
    context.go("partnerships", "partnership:12")
    assert frame.step == "partnerships"
    assert pages["partnerships"].brought == ["partnership:12"]
    assert frame.steps.currentIndex().data() == "Partenariats"


def test_progress_follows_what_is_answered(qtbot: QtBot, frame: WizardFrame, context: Context) -> None:
    def settled() -> int:
        state = frame.steps.model().index(1, 0).data(PROGRESS)
        return int(state.progress.done)

    def words() -> str:
        return progress_words(frame.steps.model().index(1, 0).data(PROGRESS), context.texts)

    assert (settled(), words()) == (0, "0\u202f%")
    context.apply(add(Diaspora(country="MA", people=4120)))
    qtbot.waitUntil(lambda: words() == context.texts("panel.begun"))
    context.apply(stand(context.snapshot, "diaspora", TableState.COMPLETE))
    qtbot.waitUntil(lambda: settled() > 0)


def test_changes_close_together_are_drawn_once(
    qtbot: QtBot, frame: WizardFrame, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Assessment] = []
    monkeypatch.setattr(frame.steps, "set_progress", lambda _: drawn.append(context.assessment))
    for country in ("MA", "SN", "PT"):
        context.apply(add(Diaspora(country=country, people=10)))
    qtbot.waitUntil(lambda: bool(drawn))
    qtbot.wait(100)
    assert len(drawn) == 1


def test_a_step_is_told_in_words_with_its_progress(texts: Texts, qtmodeltester: object) -> None:
    model = StepsModel(texts)
    progress = {step.id: Progress(0, 0) for step in STEPS}
    model.set_progress(progress | {"diasporas": Progress(3, 5), "students": Progress(2, 2)})
    qtmodeltester.check(model)
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 2, 8)]
    assert spoken == ["Diasporas, 3 sur 5", "Étudiants, complète", "Résultats"]


def test_progress_is_a_share_or_a_count_of_questions(texts: Texts) -> None:
    assert progress_words(StepState("diasporas", "", Progress(5, 8)), texts) == "62\u202f%"
    assert progress_words(StepState("organisation", "", Progress(14, 22)), texts) == "14 / 22"
    assert progress_words(StepState("results", "", Progress(0, 0)), texts) == ""


def test_every_place_the_keyboard_stops_at_has_a_name(frame: WizardFrame) -> None:
    for step in STEPS:
        frame.show_step(step.id)
        stops = [
            widget
            for widget in frame.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        ]
        unnamed = [
            widget for widget in stops if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
        assert stops
        assert unnamed == []


def test_help_takes_the_panels_place_and_gives_it_back(frame: WizardFrame) -> None:
    help_ = QWidget(frame)
    frame.set_aside(help_)
    assert help_.isVisible()
    assert not frame.panel.isVisible()
    frame.set_aside(None)
    assert not help_.isVisible()
    assert frame.panel.isVisible()
