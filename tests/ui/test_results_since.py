"""The year after: what rose or fell since the campaign before is on the results page, and why."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from diagnostic.assessment.assess import assess
from diagnostic.assessment.comparing import compare
from diagnostic.dossier.operations import answer, edit, stand
from diagnostic.dossier.records import StudentGroup
from diagnostic.dossier.vocabulary import AnswerState, TableState
from diagnostic.framework.model import Framework, Input
from tests.ui.answering import fill, nameless, no_slip, rows, said, step
from ui.results.desk import desk_of
from ui.results.page import ResultsPage
from ui.results.since import MOST
from ui.results.since_words import change_chip, mark_of
from ui.wizard.context import Context, Knowledge


@pytest.fixture
def second(context: Context) -> Context:
    """A context on the second campaign of a dossier: two answers are better, one people count is gone."""
    fill(context)
    context.apply(stand(context.snapshot, "student_group", TableState.COMPLETE))
    context.dossier.start_campaign(2027, "2027-03-01")
    for question in [each for each in context.framework.questions() if each.input is Input.CHOICE][:2]:
        best = max(question.options, key=lambda option: option.score)
        context.apply(answer(context.snapshot, question.id, AnswerState.VALUE, choice=best.id))
    group = context.snapshot.student_groups[0]
    assert isinstance(group, StudentGroup)
    context.apply(edit(group, people=None))
    return context


def shown(qtbot: QtBot, context: Context) -> ResultsPage:
    """Return the page, on screen."""
    page = ResultsPage(context, step("results"))
    qtbot.addWidget(page)
    page.resize(1140, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_a_first_campaign_has_nothing_to_be_compared_with(qtbot: QtBot, context: Context) -> None:
    fill(context)
    page = shown(qtbot, context)
    assert not page.since.isVisible()
    assert "Depuis la campagne" not in said(page)


def test_each_axis_and_domain_says_its_score_then_and_now(qtbot: QtBot, second: Context) -> None:
    page = shown(qtbot, second)
    words = said(page.since)
    assert "Depuis la campagne de 2026" in words
    by_title = rows(page.since)
    nodes = [node for axis in second.framework.axes() for node in (axis, *second.framework.children(axis.id))]
    for node in nodes:
        assert re.search(r"2026.: .+ → 2027.: ", by_title[node.title["fr"]].words.detail)
    assert no_slip(words)
    assert nameless(page) == []


def test_a_change_is_given_only_where_both_scores_are_published(qtbot: QtBot, second: Context) -> None:
    page, desk = shown(qtbot, second), desk_of(second)
    assert second.previous is not None
    found = compare(assess(second.previous, second.framework), second.assessment)
    by_title = rows(page.since)
    for domain in second.framework.domains():
        change, row = found.node(domain.id), by_title[domain.title["fr"]]
        assert row.words.chip == change_chip(change.points, desk)
        assert row.words.mark == mark_of(change.points)
        assert ("publié" in row.words.detail or "sans objet" in row.words.detail) == (change.points is None)
    assert {change.points is None for change in found.nodes} == {True, False}


def test_the_indicators_behind_a_change_lead_to_their_answers(qtbot: QtBot, second: Context) -> None:
    page = shown(qtbot, second)
    assert second.previous is not None
    found = compare(assess(second.previous, second.framework), second.assessment)
    assert len(found.moved) == 2
    by_title = rows(page.since)
    for change in found.moved[:MOST]:
        indicator = second.framework.indicator(change.id)
        by_title[indicator.title["fr"]].click()
        assert page.detail.subject == f"indicator:{change.id}"
        best = max(indicator.options, key=lambda option: option.score)
        assert best.label["fr"] in by_title[indicator.title["fr"]].words.detail
        assert by_title[indicator.title["fr"]].words.mark == "▲"


def test_what_is_known_in_one_campaign_only_is_said(qtbot: QtBot, second: Context) -> None:
    assert "2 indicateurs étaient connus en 2026 et ne le sont plus" in said(shown(qtbot, second).since)


def test_another_version_of_the_framework_is_not_compared(
    qtbot: QtBot, second: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = second.previous
    assert before is not None
    older = replace(before, campaign=replace(before.campaign, framework_version="0.9"))
    monkeypatch.setattr(Context, "previous", property(lambda _: older))
    page = shown(qtbot, second)
    assert "une autre version du référentiel" in said(page.since)
    assert not rows(page.since)


def test_looking_at_the_first_campaign_again_puts_the_comparison_away(qtbot: QtBot, second: Context) -> None:
    page = shown(qtbot, second)
    assert page.since.isVisible()
    second.dossier.choose(second.dossier.campaigns()[0])
    assert not page.since.isVisible()


def test_the_comparison_speaks_english(qtbot: QtBot, second: Context, knowledge: Knowledge, english: object) -> None:
    other = Context(second.dossier, replace(knowledge, texts=english))
    assert "Since the 2026 campaign" in said(shown(qtbot, other).since)


def test_a_single_one_is_said_in_the_singular(framework: Framework, second: Context) -> None:
    from diagnostic.brief.compose.wording import with_unit

    networks, desk = framework.indicator("partnerships_networks"), desk_of(second)
    assert with_unit(1, networks, desk) == "1\u00a0réseau"
    assert with_unit(2, networks, desk) == "2\u00a0réseaux"
    assert with_unit(0.0, networks, desk).endswith("réseau")
