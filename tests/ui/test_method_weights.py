"""Weights on the screen: typed with reason and author, their effective share, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.operations import add
from diagnostic.dossier.weighing import weigh, weighting_of
from tests.ui.answering import fill, nameless, no_slip, said
from ui.method.method_line import MethodLine
from ui.method.page import MethodPage
from ui.method.weight_row import WeightRow
from ui.wizard.context import Context, Knowledge
from ui.wizard.flow import METHOD
from ui.wizard.live_panel import LivePanel
from ui.wizard.live_words import operation_words


def shown(qtbot: QtBot, context: Context) -> MethodPage:
    """Return the page, on screen."""
    page = MethodPage(context, METHOD)
    qtbot.addWidget(page)
    page.resize(900, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


def row_of(page: MethodPage, item: str) -> WeightRow:
    row = page.tree.show_item(item)
    assert row is not None
    return row


def type_in(qtbot: QtBot, row: WeightRow, text: str) -> None:
    """Type a weight and leave it."""
    editor = row.weight.editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    assert row.settle()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> MethodPage:
    """The page of a dossier with something of everything."""
    fill(context)
    return shown(qtbot, context)


def test_every_weight_can_be_reached_and_its_share_is_that_of_the_assessment(page: MethodPage) -> None:
    context = page.context
    page.tree.open_all(True)
    rows = {row.item.id: row for row in page.tree.rows()}
    wanted = [each.id for each in context.framework.indicators]
    wanted += [node.id for node in context.framework.nodes if node.parent]
    assert set(rows) == set(wanted)
    texts = context.texts
    for result in context.assessment.indicators:
        share = rows[result.id].share.text()
        applies = result.state.value != "not_applicable"
        assert share == (texts.percent(100 * result.share, 1) if applies else "sans objet")
    assert {row.given.text() for row in rows.values()} == {"1"}
    assert nameless(page) == []
    assert no_slip(said(page))


def test_domains_are_folded_at_first_and_open_where_something_is_changed(qtbot: QtBot, context: Context) -> None:
    item = context.framework.indicators_of("means")[0].id
    context.apply(weigh(context.snapshot, item, weight=2.0))
    page = shown(qtbot, context)
    assert [branch.node.id for branch in page.tree.branches if branch.is_open] == ["means"]
    assert page.tree.branches[0].row.isVisible()


def test_a_weight_typed_with_a_comma_moves_the_shares_at_once(qtbot: QtBot, page: MethodPage) -> None:
    context = page.context
    row = row_of(page, "citizens")
    type_in(qtbot, row, "2,5")
    assert context.snapshot.weights == {"citizens": 2.5}
    assert row.share.text() == "25,0 → 45,5\u202f%"
    assert row_of(page, "means").share.text() == "25,0 → 18,2\u202f%"
    assert "1 poids modifié" in page.summary.count.text()
    assert "avec les vôtres" in page.summary.axes[1].text()
    stored = weighting_of(context.snapshot, "citizens")
    assert stored is not None
    assert len(stored.source_date) == 10


def test_typing_and_pausing_is_one_step_back(qtbot: QtBot, page: MethodPage) -> None:
    context = page.context
    row = row_of(page, "citizens")
    type_in(qtbot, row, "3")
    editor = row.weight.editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "2")
    row.weight._pause()
    qtbot.keyClicks(editor, ",5")
    assert row.settle()
    assert context.snapshot.weights == {"citizens": 2.5}
    context.undo()
    assert context.snapshot.weights == {"citizens": 3.0}
    context.undo()
    assert context.snapshot.weightings == ()
    assert editor.text() == "1"
    context.redo()
    context.redo()
    assert context.snapshot.weights == {"citizens": 2.5}


def test_a_changed_weight_asks_who_and_why_and_lacks_them_until_given(qtbot: QtBot, page: MethodPage) -> None:
    row = row_of(page, "citizens")
    assert row.details is None
    type_in(qtbot, row, "2")
    details = row.details
    assert details is not None
    assert details.isVisible()
    assert "Il manque la raison" in details.lacking.text()
    assert "qui l’a décidé" in details.lacking.text()
    reason, author = details.fields["reason"].editor, details.fields["author"].editor
    assert isinstance(reason, QPlainTextEdit)
    assert isinstance(author, QLineEdit)
    qtbot.keyClicks(reason, "Vote en atelier")
    qtbot.keyClicks(author, "Bureau")
    assert page.settle()
    stored = weighting_of(page.context.snapshot, "citizens")
    assert stored is not None
    assert (stored.weight, stored.reason, stored.author) == (2.0, "Vote en atelier", "Bureau")
    assert not details.lacking.isVisible()
    assert "Changé le" in details.when.text()


def test_a_reason_is_not_lost_while_the_weight_passes_by_the_frameworks(qtbot: QtBot, page: MethodPage) -> None:
    context = page.context
    context.apply(weigh(context.snapshot, "citizens", weight=2.0, reason="Vote", author="Bureau"))
    row = row_of(page, "citizens")
    editor = row.weight.editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, "1")
    row.weight._pause()
    qtbot.keyClicks(editor, ",5")
    assert row.settle()
    stored = weighting_of(context.snapshot, "citizens")
    assert stored is not None
    assert (stored.weight, stored.reason) == (1.5, "Vote")


def test_typing_the_frameworks_weight_is_no_change(qtbot: QtBot, page: MethodPage) -> None:
    row = row_of(page, "citizens")
    type_in(qtbot, row, "1")
    assert page.context.snapshot.weightings == ()
    type_in(qtbot, row, "2")
    type_in(qtbot, row, "1")
    assert page.context.snapshot.weightings == ()
    assert row.details is not None
    assert not row.details.isVisible()


@pytest.mark.parametrize(("typed", "why"), [("beaucoup", "nombre"), ("101", "dépasse 100"), ("-2", "négatif")])
def test_what_is_no_weight_stays_typed_and_is_not_counted(qtbot: QtBot, page: MethodPage, typed: str, why: str) -> None:
    row = row_of(page, "citizens")
    type_in(qtbot, row, typed)
    editor = row.weight.editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == typed
    assert why in row.weight.sentence.text()
    assert row.weight.sentence.isVisible()
    assert page.context.snapshot.weights == {}
    assert row.share.text() == "25,0\u202f%"


def test_the_last_weight_of_a_branch_is_not_taken_away(qtbot: QtBot, page: MethodPage) -> None:
    context = page.context
    *others, last = context.framework.indicators_of("students")
    for indicator in others:
        type_in(qtbot, row_of(page, indicator.id), "0")
    row = row_of(page, last.id)
    type_in(qtbot, row, "0")
    editor = row.weight.editor
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "0"
    assert context.framework.node("students").title["fr"] in row.refusal.text()
    assert row.refusal.isVisible()
    assert context.framework.indicator(last.id).weight == 1.0
    assert context.framework.indicator(others[0].id).weight == 0.0
    type_in(qtbot, row_of(page, others[0].id), "1")
    type_in(qtbot, row, "0,0")
    assert context.framework.indicator(last.id).weight == 0.0
    assert not row.refusal.isVisible()


def test_one_weight_or_all_go_back_to_the_frameworks_in_one_step_each(qtbot: QtBot, page: MethodPage) -> None:
    context = page.context
    for item in ("citizens", "means", "governance_oda"):
        type_in(qtbot, row_of(page, item), "2")
    row = row_of(page, "citizens")
    assert row.details is not None
    reset = row.details.reset
    qtbot.waitUntil(lambda: reset.height() > 0)  # the lines that opened have their places
    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert set(context.snapshot.weights) == {"means", "governance_oda"}
    assert not row.details.isVisible()
    qtbot.mouseClick(page.summary.reset, Qt.MouseButton.LeftButton)
    assert context.snapshot.weightings == ()
    assert not page.summary.reset.isVisible()
    context.undo()
    assert set(context.snapshot.weights) == {"means", "governance_oda"}
    context.undo()
    assert set(context.snapshot.weights) == {"citizens", "means", "governance_oda"}
    assert row.details.isVisible()


def test_what_is_typed_beside_a_weight_comes_back_with_it(qtbot: QtBot, page: MethodPage) -> None:
    context = page.context
    row = row_of(page, "citizens")
    type_in(qtbot, row, "2")
    assert row.details is not None
    qtbot.keyClicks(row.details.fields["reason"].editor, "Vote")
    row.details.reset.click()
    assert context.snapshot.weightings == ()
    context.undo()
    stored = weighting_of(context.snapshot, "citizens")
    assert stored is not None
    assert stored.weight == 2.0


def test_the_keyboard_goes_from_weight_to_weight(qtbot: QtBot, page: MethodPage) -> None:
    page.tree.open_all(False)
    seen = [row for row in page.tree.rows() if row.isVisible()]
    page.activateWindow()
    seen[0].take_focus()
    for key, place in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Return, 2), (Qt.Key.Key_Up, 1)):
        widget = page.window().focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, key)
        assert page.window().focusWidget() is seen[place].weight.editor


def test_a_weight_of_what_the_framework_has_not_is_told(qtbot: QtBot, context: Context) -> None:
    context.apply(add(Weighting(item="nobody", weight=2.0)))
    page = shown(qtbot, context)
    assert "nobody" in page.summary.strangers.text()
    assert page.summary.reset.isVisible()


def test_weights_are_read_and_not_changed_in_a_dossier_that_is_only_read(
    qtbot: QtBot, context: Context, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.apply(weigh(context.snapshot, "citizens", weight=2.0, reason="Vote"))
    monkeypatch.setattr(context.dossier, "read_only", True)
    page = shown(qtbot, Context(context.dossier, knowledge))
    row = row_of(page, "citizens")
    editor = row.weight.editor
    assert isinstance(editor, QLineEdit)
    assert editor.isReadOnly()
    assert editor.text() == "2"
    assert row.details is not None
    assert not row.details.reset.isEnabled()
    for button in (page.summary.reset, page.framework.load):
        assert not button.isEnabled()
        assert "lecture seule" in button.toolTip()


def test_changed_weights_are_said_on_the_results_and_in_the_panel(qtbot: QtBot, context: Context) -> None:
    line, panel = MethodLine(context), LivePanel(context)
    for widget in (line, panel):
        qtbot.addWidget(widget)
        widget.show()
    assert not line.words.isVisible()
    assert line.link.isVisible()
    assert not panel.method.isVisible()
    for item in ("citizens", "means"):
        context.apply(weigh(context.snapshot, item, weight=2.0))
    qtbot.waitUntil(panel.method.isVisible)
    assert line.words.text() == panel.method.text() == "2 poids modifiés"
    with qtbot.waitSignal(context.step_asked) as asked:
        line.link.click()
    assert asked.args == ["method", ""]
    with qtbot.waitSignal(context.step_asked) as asked:
        panel.method.click()
    assert asked.args == ["method", ""]


def test_what_was_done_is_named_by_its_item(context: Context) -> None:
    parts = context.framework, context.countries, context.texts
    done = context.apply(weigh(context.snapshot, "citizens", weight=2.5))
    assert done is not None
    assert operation_words(done, *parts) == "Citoyens, communication et compétences\u00a0: poids 2,5"
    done = context.apply(weigh(context.snapshot, "citizens", reason="Vote"))
    assert done is not None
    assert "raison Vote" in operation_words(done, *parts)


def test_the_page_gives_the_factors_of_the_rank_with_their_values(page: MethodPage) -> None:
    assert "Une priorité haute compte 2 fois" in page.rank.text()
    assert "jugement" in page.rank.text()
