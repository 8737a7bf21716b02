"""Priorities and votes rank the proposals again at once, and the keyboard stays where it was."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diagnostic.dossier.decisions import Priority
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.operations import add
from diagnostic.dossier.vocabulary import PriorityLevel
from tests.ui.answering import fill, nameless, no_slip, said, step
from ui.strategy.page import SETTLED, StrategyPage
from ui.wizard.context import Context, Knowledge


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


def on_screen(page: StrategyPage) -> list[str]:
    """Return the recommendations from top to bottom, as they are seen."""
    page.layout().activate()
    QTest.qWait(1)
    top = {id_: card.mapTo(page, QPoint(0, 0)).y() for id_, card in page.proposals.cards.items()}
    return sorted(top, key=lambda id_: top[id_])


def test_a_high_priority_moves_the_card_up_and_undo_brings_it_back(qtbot: QtBot, page: StrategyPage) -> None:
    before = on_screen(page)
    last = before[-1]
    card = page.proposals.cards[last]
    for place, rival in enumerate(before[:-1]):
        page.context.apply(add(Priority(recommendation=rival, level=PriorityLevel.LOW, votes=place)))
    card.priority.level.choose(0)
    after = on_screen(page)
    assert after.index(last) < before.index(last)
    assert page.proposals.cards[last] is card, "the card is moved, not built again"
    row = next(row for row in page.context.snapshot.priorities if row.recommendation == last)
    assert row.level is PriorityLevel.HIGH
    assert "priorité haute (×2)" in card.rank.text()
    assert card.rank.text().startswith(f"Rang {after.index(last) + 1}\u00a0:")
    page.context.undo()
    assert on_screen(page)[-1] == last
    assert card.priority.level.value is None


def test_the_keyboard_stays_on_the_choice_and_in_its_place(qtbot: QtBot, page: StrategyPage) -> None:
    last = on_screen(page)[-1]
    card = page.proposals.cards[last]
    card.priority.level.choose(1)
    page.bring_forward(f"recommendation:{last}")
    QTest.qWait(SETTLED * 2)
    segment = card.priority.level.segments[0]
    segment.setFocus()
    QTest.qWait(SETTLED * 2)
    seen = segment.mapTo(page, QPoint(0, 0)).y()
    QTest.keyClick(segment, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "priorité haute" in card.rank.text())
    assert page.focusWidget() is segment
    assert on_screen(page)[-1] != last
    qtbot.waitUntil(lambda: abs(segment.mapTo(page, QPoint(0, 0)).y() - seen) <= 2)


def test_votes_are_typed_one_after_the_other_in_the_order_begun_with(qtbot: QtBot, page: StrategyPage) -> None:
    order = on_screen(page)
    first = page.proposals.cards[order[0]].priority
    first.line.setFocus(Qt.FocusReason.TabFocusReason)
    for votes, id_ in enumerate(order, 1):
        line = page.focusWidget()
        assert line is page.proposals.cards[id_].priority.line
        qtbot.waitUntil(lambda line=line: 0 <= line.mapTo(page, QPoint(0, 0)).y() < page.height())
        QTest.keyClicks(line, str(votes))
        QTest.keyClick(line, Qt.Key.Key_Return)
    given = {row.recommendation: row.votes for row in page.context.snapshot.priorities}
    assert given == {id_: votes for votes, id_ in enumerate(order, 1)}
    assert on_screen(page) != order, "it ranks live"
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Up)
    assert page.focusWidget() is page.proposals.cards[order[-2]].priority.line
    QTest.keyClicks(page.focusWidget(), "30")
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    given = {row.recommendation: row.votes for row in page.context.snapshot.priorities}
    assert given[order[-2]] == 30, "what is typed replaces what stood there"


def test_votes_that_cannot_be_read_are_kept_and_said(qtbot: QtBot, page: StrategyPage) -> None:
    card = next(iter(page.proposals.cards.values()))
    line = card.priority.line
    line.setFocus()
    QTest.keyClicks(line, "une dizaine")
    QTest.keyClick(line, Qt.Key.Key_Return)
    (row,) = page.context.snapshot.priorities
    assert (row.votes, row.unread["votes"]) == (None, "une dizaine")
    assert "une dizaine" in card.priority.votes.sentence.text()
    assert "voix" not in card.rank.text()


def test_saying_that_nothing_is_decided_takes_the_level_back(qtbot: QtBot, page: StrategyPage) -> None:
    card = next(iter(page.proposals.cards.values()))
    card.priority.level.choose(0)
    card.priority.level.choose(3)
    assert page.context.snapshot.priorities[0].level is None
    assert "priorité" not in card.rank.text()


def test_tab_follows_the_new_order(qtbot: QtBot, page: StrategyPage) -> None:
    last = on_screen(page)[-1]
    page.proposals.cards[last].priority.level.choose(0)
    order = list(page.proposals.cards)
    second = page.proposals.cards[order[1]].stops()
    first = [stop for stop in page.proposals.cards[order[0]].stops() if stop.isVisible()][-1]
    widget = first.nextInFocusChain()
    while widget not in second:
        assert not any(widget in page.proposals.cards[id_].stops() for id_ in order[2:])
        widget = widget.nextInFocusChain()
    assert widget is second[0]


def test_every_field_says_which_recommendation_it_is_about(page: StrategyPage) -> None:
    assert nameless(page) == []
    for id_, card in page.proposals.cards.items():
        title = page.context.framework.recommendation(id_).title["fr"]
        assert title in card.priority.line.accessibleName()
        assert title in card.priority.level.accessibleName()
    assert no_slip(said(page))


def test_nothing_is_ranked_in_a_dossier_that_is_only_read(
    qtbot: QtBot, page: StrategyPage, knowledge: Knowledge
) -> None:
    opened = open_dossier(page.context.dossier.path, read_only=True)
    reader = StrategyPage(Context(opened, knowledge), step("strategy"))
    qtbot.addWidget(reader)
    reader.draw()
    for card in reader.proposals.cards.values():
        assert not any(segment.isEnabled() for segment in card.priority.level.segments)
        assert card.priority.line.isReadOnly()
    assert not reader.directory.new.isEnabled()
    opened.close()
