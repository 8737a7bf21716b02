"""The strategy page: proposals with their reasons, choices that can be taken back, a plan, the 1 % schemes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from diagnostic.dossier.decisions import Action
from diagnostic.dossier.operations import add, edit
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.propose import propose
from diagnostic.texts import Texts
from tests.ui.answering import HOSTILE, fill, nameless, no_slip, rows, said, step
from ui.results.row_button import RowButton
from ui.strategy.page import StrategyPage
from ui.strategy.totals import total_words
from ui.wizard.context import Context


@pytest.fixture
def filled(context: Context) -> Context:
    """A context on a dossier with something of everything."""
    fill(context)
    return context


def shown(qtbot: QtBot, context: Context) -> StrategyPage:
    """Return the page, on screen."""
    page = StrategyPage(context, step("strategy"))
    qtbot.addWidget(page)
    page.resize(880, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_proposals_come_in_order_with_the_gaps_that_call_for_them(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    proposals = propose(filled.assessment, filled.framework)
    assert list(page.proposals.cards) == [proposal.recommendation for proposal in proposals]
    for proposal in proposals:
        card = page.proposals.cards[proposal.recommendation]
        titles = [row.words.title for row in card.findChildren(RowButton)]
        assert titles == [filled.framework.indicator(reason).title["fr"] for reason in proposal.reasons]
        assert f"{filled.texts.number(proposal.points, 1)} points en jeu" in said(card)


def test_a_reason_leads_to_its_detail(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    proposal = propose(filled.assessment, filled.framework)[0]
    with qtbot.waitSignal(filled.step_asked) as asked:
        page.proposals.cards[proposal.recommendation].findChildren(RowButton)[0].click()
    assert asked.args == ["results", f"indicator:{proposal.reasons[0]}"]


def test_keeping_puts_the_recommendation_in_the_plan_and_undo_takes_it_out(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    id_, card = next(iter(page.proposals.cards.items()))
    card.keep.setFocus()
    qtbot.keyClick(card.keep, Qt.Key.Key_Return)
    (action,) = filled.snapshot.actions
    known = filled.framework.recommendation(id_)
    assert (action.recommendation, action.title, action.state) == (id_, known.title["fr"], ActionState.KEPT)
    assert action.success == known.success["fr"]
    assert card.reconsider.isVisible()
    assert page.focusWidget() is card.see
    assert page.plan.table.model.rowCount() == 1
    filled.undo()
    assert filled.snapshot.actions == ()
    assert card.keep.isVisible()


def test_a_dropped_proposal_can_be_reconsidered(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    card = next(iter(page.proposals.cards.values()))
    card.drop.click()
    assert filled.snapshot.actions[0].state is ActionState.DROPPED
    assert "Écartée" in card.state.text()
    card.reconsider.click()
    assert filled.snapshot.actions == ()
    assert card.drop.isVisible()


def test_an_action_that_was_worked_on_is_shown_rather_than_taken_away(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    card = next(iter(page.proposals.cards.values()))
    card.keep.click()
    filled.apply(edit(filled.snapshot.actions[0], owner="Direction de la culture", state=ActionState.STARTED))
    assert "Engagée" in card.state.text()
    assert not card.reconsider.isVisible()
    card.see.click()
    assert page.plan.table.panel.row == filled.snapshot.actions[0]


def test_an_action_of_ones_own_is_added_edited_and_deleted(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    filled.apply(add(Action(title=HOSTILE, state=ActionState.KEPT)))
    table = page.plan.table
    assert table.model.index(0, 0).data() == HOSTILE
    row = filled.snapshot.actions[0]
    page.bring_forward(f"action:{row.id}")
    assert "recommendation" not in table.panel.form.fields
    filled.apply(edit(row, cost=12000.0, owner="Direction de l’eau"))
    assert "12\u202f000" in page.plan.totals.text()
    table.remove()
    assert filled.snapshot.actions == ()
    assert not page.plan.totals.isVisible()


def test_the_totals_leave_dropped_actions_out_and_say_what_has_no_cost(texts: Texts) -> None:
    actions = (
        Action(title="a", cost=1000.0, raised=250.0, state=ActionState.KEPT),
        Action(title="b", state=ActionState.STARTED),
        Action(title="c", cost=9000.0, state=ActionState.DROPPED),
    )
    words = total_words(actions, texts)
    assert "1\u202f000" in words
    assert "250" in words
    assert "10\u202f000" not in words
    assert "1 action n’a pas de coût" in words
    assert total_words(actions[2:], texts) == ""
    assert "non chiffré" in total_words(actions[1:2], texts)


def test_open_schemes_say_their_euros_or_what_is_missing(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    words = said(page.funding)
    assert "200\u202f000\u00a0€" in words
    assert "budget du service, qui n’est pas renseigné" in words
    with qtbot.waitSignal(filled.step_asked) as asked:
        rows(page.funding)["Renseigner\u00a0: Budget des déchets"].click()
    assert asked.args == ["territory", "territory:waste_budget"]


def test_an_empty_dossier_gets_a_page_that_helps(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    words = said(page)
    assert "aucun manque n’est encore établi" in words
    assert "Ajouter une action…" in words
    assert words.count("Les compétences exercées ne sont pas renseignées.") == 1, "the four schemes say it together"
    assert no_slip(words)
    with qtbot.waitSignal(context.step_asked) as asked:
        rows(page)["Voir les réponses les plus utiles"].click()
    assert asked.args == ["results", "useful"]


def test_every_part_has_a_name_for_a_screen_reader(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    assert nameless(page) == []
    card = next(iter(page.proposals.cards.values()))
    assert card.keep.accessibleName().startswith("Retenir\u00a0: ")
    assert no_slip(said(page))


def test_the_form_of_an_action_is_whole_and_in_view(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    page.plan.table.add()
    panel = page.plan.table.panel
    area = panel.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
    ground = page.findChild(QScrollArea)
    title = panel.title
    qtbot.waitUntil(lambda: 0 <= title.mapTo(ground.viewport(), title.rect().topLeft()).y() < ground.height())
    assert panel.isAncestorOf(page.focusWidget())


def test_the_plan_says_one_total_and_which_action_has_no_title(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    filled.apply(add(Action(title="Nommer un correspondant", cost=1000.0, state=ActionState.KEPT)))
    filled.apply(add(Action(title="Abandonnée", cost=9000.0, state=ActionState.DROPPED)))
    assert not page.plan.table.totals.isVisible()
    assert "1 action à mener" in page.plan.totals.text()
    assert not page.plan.untitled.isVisible()
    filled.apply(add(Action(owner="Direction de l’eau")))
    rows(page.plan)["1 action n’a pas de titre\u00a0: donnez-lui-en un"].click()
    assert page.plan.table.panel.row == filled.snapshot.actions[-1]
    filled.apply(edit(filled.snapshot.actions[-1], title="Former les agents"))
    assert not page.plan.untitled.isVisible()


def test_a_proposal_brought_forward_has_the_keyboard(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    id_, card = list(page.proposals.cards.items())[-1]
    page.bring_forward(f"recommendation:{id_}")
    assert page.focusWidget() is card.keep
