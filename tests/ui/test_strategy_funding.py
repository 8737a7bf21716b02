"""What money could be found is said with its reasons and its year; the directory is the users' to change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from diagnostic.dossier.decisions import Action, Ally
from diagnostic.dossier.operations import add, answer, edit
from diagnostic.dossier.vocabulary import ActionState, AllyKind, AnswerState
from tests.ui.answering import HOSTILE, fill, nameless, no_slip, rows, said, step
from ui.strategy.directory_line import DirectoryLine
from ui.strategy.page import StrategyPage
from ui.wizard.context import Context


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> StrategyPage:
    """The page of a dossier with something of everything, on screen."""
    fill(context)
    page = StrategyPage(context, step("strategy"))
    qtbot.addWidget(page)
    page.resize(880, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def lines(page: StrategyPage, group: str) -> dict[str, DirectoryLine]:
    """Return the lines of a group, opened, by the entry or the name."""
    disclosure = page.directory.groups[group]
    disclosure.open()
    QTest.qWait(1)
    assert disclosure.content is not None
    found = disclosure.content.findChildren(DirectoryLine, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return {line.listed.ally.entry or line.listed.ally.name: line for line in found}


def say_oda(page: StrategyPage, state: AnswerState) -> None:
    page.context.apply(answer(page.context.snapshot, "governance_oda", state))


def test_a_project_large_enough_opens_ficol_with_its_local_share(page: StrategyPage) -> None:
    page.context.apply(add(Action(title="Eau à Thiès", cost=400_000.0, state=ActionState.KEPT)))
    words = said(page.funding)
    assert "« Eau à Thiès » (400\u202f000\u00a0€)".replace("« ", "«\u202f").replace(" »", "\u202f»") in words
    assert "280\u202f000\u00a0€" in words
    assert "120\u202f000\u00a0€" in words
    assert "Règles de 2021" in words
    page.context.apply(edit(page.context.snapshot.actions[0], cost=100_000.0))
    assert "recommandation 10" in said(page.funding)


def test_declaring_the_oda_is_one_click_and_not_proposed_again(page: StrategyPage) -> None:
    say_oda(page, AnswerState.NOT_DONE)
    (button,) = page.funding.findChildren(QPushButton)
    button.click()
    (action,) = page.context.snapshot.actions
    assert (action.recommendation, action.state) == ("budget", ActionState.KEPT)
    assert "développement" in action.title
    assert page.funding.findChildren(QPushButton) == [] or not any(
        b.isVisible() for b in page.funding.findChildren(QPushButton)
    )
    page.context.undo()
    assert page.context.snapshot.actions == ()


def test_what_is_not_known_leads_to_its_question(qtbot: QtBot, page: StrategyPage) -> None:
    say_oda(page, AnswerState.UNANSWERED)
    with qtbot.waitSignal(page.context.step_asked) as asked:
        rows(page.funding)["Répondre\u00a0: déclarez-vous l’aide publique au développement\u202f?"].click()
    assert asked.args == ["organisation", "answer:governance_oda"]


def test_the_region_has_its_network_or_the_user_is_asked_for_it(page: StrategyPage) -> None:
    assert "Bretagne Solidaire" in said(page.funding)
    page.context.apply(edit(page.context.snapshot.territory, region="11", region_name="Île-de-France"))
    assert "Aucun réseau de votre région (Île-de-France)" in said(page.funding)
    rows(page.funding)["Ajouter un allié…"].click()
    name = page.directory.panel.form.fields["name"].editor
    assert isinstance(name, QLineEdit)
    QTest.keyClicks(name, "Reseau francilien")
    assert page.directory.settle()
    (ally,) = page.context.snapshot.allies
    assert (ally.type, ally.region) == (AllyKind.REGIONAL_NETWORK, "11")
    assert "Reseau francilien" in said(page.funding)


def test_editing_a_shipped_entry_makes_a_row_of_ones_own(qtbot: QtBot, page: StrategyPage) -> None:
    line = lines(page, "funder")["ficol"]
    line.buttons["edit"].click()
    form = page.directory.panel.form
    assert page.context.snapshot.allies == ()
    editor = form.fields["minimum"].editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "100000")
    assert page.settle()
    (ally,) = page.context.snapshot.allies
    assert (ally.entry, ally.minimum, ally.maximum, ally.local_share) == ("ficol", 100_000, 1_500_000, 30)
    assert "entry" not in form.fields
    assert "left_out" not in form.fields
    page.directory.panel.close_panel()
    changed = lines(page, "funder")["ficol"]
    assert page.focusWidget() is changed.buttons["edit"]
    assert "modifié par vous" in said(changed)
    changed.buttons["restore"].click()
    assert page.context.snapshot.allies == ()


def test_a_line_is_hidden_shown_again_and_leaves_nothing_behind(qtbot: QtBot, page: StrategyPage) -> None:
    lines(page, "thinking")["iris"].buttons["leave"].click()
    assert "iris" not in lines(page, "thinking")
    assert page.context.snapshot.allies[0].left_out
    lines(page, "hidden")["iris"].buttons["show"].click()
    assert page.context.snapshot.allies == ()
    assert "iris" in lines(page, "thinking")
    assert not page.directory.groups["hidden"].isVisible()


def test_hiding_by_the_keyboard_goes_on_with_the_next_line(qtbot: QtBot, page: StrategyPage) -> None:
    button = lines(page, "thinking")["iris"].buttons["leave"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.focusWidget() is lines(page, "thinking")["ifri"].buttons["edit"])


def test_a_hidden_line_that_was_changed_keeps_its_changes(page: StrategyPage) -> None:
    page.context.apply(add(Ally(entry="ficol", name="FICOL", type=AllyKind.FUNDER, minimum=5.0)))
    lines(page, "funder")["ficol"].buttons["leave"].click()
    lines(page, "hidden")["ficol"].buttons["show"].click()
    assert (page.context.snapshot.allies[0].minimum, page.context.snapshot.allies[0].left_out) == (5.0, None)


def test_a_contact_is_never_shown_outside_its_form(page: StrategyPage) -> None:
    page.context.apply(add(Ally(name=HOSTILE, type=AllyKind.NETWORK, contact="Mme Personne, 06 00 00 00 00")))
    line = lines(page, "network")[HOSTILE]
    assert "contact renseigné" in said(line)
    assert "Personne" not in said(page)
    line.buttons["edit"].click()
    field = page.directory.panel.form.fields["contact"]
    assert "Donnée personnelle" in field.hint.text()
    line = lines(page, "network")[HOSTILE]
    line.buttons["remove"].click()
    assert page.context.snapshot.allies == ()
    assert not page.directory.panel.isVisible(), "the form goes with its row"


def test_the_links_at_the_top_lead_to_each_part(qtbot: QtBot, page: StrategyPage) -> None:
    bar = page.findChildren(QPushButton)
    for words, part in (("Financements et alliés", page.funding), ("L’annuaire", page.directory)):
        next(button for button in bar if button.text() == words).click()
        area = page.funding.parentWidget().parentWidget()
        assert -1 <= part.mapTo(area, part.rect().topLeft()).y() < area.height()
    for words in nameless(page):
        pytest.fail(str(words))
    assert no_slip(said(page))


def test_a_late_action_is_pointed_at(page: StrategyPage) -> None:
    page.context.apply(add(Action(title="En retard", due="2020", state=ActionState.KEPT)))
    rows(page.plan)["1 action a dépassé son échéance\u00a0: revoyez-la"].click()
    form = page.plan.table.panel.form
    assert "passée" in form.fields["due"].sentence.text()


def test_what_was_done_in_the_campaign_before_is_said_to_be(qtbot: QtBot, context: Context) -> None:
    context.apply(add(Action(title="Nommer un élu", state=ActionState.DONE)))
    context.dossier.start_campaign(2027, "2027-01-10")
    page = StrategyPage(context, step("strategy"))
    qtbot.addWidget(page)
    page.show()
    assert page.plan.then.text() == "Déjà faite avant 2027\u00a0: Nommer un élu."
