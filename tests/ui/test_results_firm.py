"""How firmly the results stand, on the results page: only of what is published, with the figures of the variations."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from diagnostic.assessment.variations import vary
from diagnostic.brief.compose.firm_words import is_published, pairs, removals, spread_words
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.operations import answer
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.framework.model import Input
from tests.ui.answering import nameless, no_slip, rows, said, step
from ui.charts.chart_view import ChartView
from ui.results.desk import desk_of
from ui.results.page import ResultsPage
from ui.results.row_button import RowButton
from ui.results.strip_row import StripRow
from ui.wizard.context import Context, Knowledge


@pytest.fixture
def city(qtbot: QtBot, tmp_path: Path, demonstration: Path, knowledge: Knowledge) -> Iterator[Context]:
    """The demonstration city: every score is published."""
    opened = open_dossier(shutil.copy(demonstration, tmp_path / "demo.rose"))
    yield Context(opened, knowledge)
    opened.close()


def shown(qtbot: QtBot, context: Context) -> ResultsPage:
    """Return the page, on screen."""
    page = ResultsPage(context, step("results"))
    qtbot.addWidget(page)
    page.resize(1140, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_without_a_published_score_the_section_says_why(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    assert "Aucun score n’est encore publié" in said(page.firm)
    assert not page.firm.findChildren(StripRow)
    page.firm.useful_asked.emit()
    assert page.useful.isAncestorOf(page.focusWidget())


def test_what_was_run_is_told_with_its_seed(qtbot: QtBot, city: Context) -> None:
    words = said(shown(qtbot, city).firm)
    assert "10\u202f000 fois" in words
    assert "±25\u202f%" in words
    assert "Graine 2021" in words
    assert no_slip(words)


def test_each_published_score_says_its_spread_and_the_other_mean(qtbot: QtBot, city: Context) -> None:
    page, desk = shown(qtbot, city), desk_of(city)
    run, by_title = vary(desk.assessment, desk.framework), rows(page.firm)
    for node in city.framework.nodes:
        row = by_title[node.title["fr"]]
        assert row.words.detail == spread_words(node.id, run.spreads[node.id], desk)
        row.click()
        assert page.detail.subject == f"{'domain' if node.parent else 'axis'}:{node.id}"
    assert nameless(page) == []


def test_the_arrows_go_through_the_pairs_and_each_is_said(qtbot: QtBot, city: Context) -> None:
    page, desk = shown(qtbot, city), desk_of(city)
    found = pairs(vary(desk.assessment, desk.framework), desk)
    (view,) = page.firm.findChildren(ChartView)
    view.setFocus()
    heard = set()
    for _ in found:
        qtbot.keyClick(view, Qt.Key.Key_Right)
        heard.add(next(line for line in said(page.firm).split("\n") if line.count("%") == 1 and " devant " in line))
    assert len(heard) == len(found)
    assert "paires de domaines gardent le même ordre" in said(page.firm)


def test_every_asset_and_gap_says_how_often_it_stays_in_the_lead(qtbot: QtBot, city: Context) -> None:
    page, desk = shown(qtbot, city), desk_of(city)
    run = vary(desk.assessment, desk.framework)
    for kind, kept in (("asset", run.assets), ("gap", run.gaps)):
        more = page.firm.findChild(RowButton, kind)
        assert more
        more.click()
        titles = [row.words.title for row in page.firm.findChildren(StripRow) if row.isVisibleTo(page)]
        assert {desk.framework.indicator(id_).title["fr"] for id_ in kept} <= set(titles)
        assert page.focusWidget().objectName() == kind


def test_the_indicators_that_move_their_axis_most_lead_to_their_answers(qtbot: QtBot, city: Context) -> None:
    page, desk = shown(qtbot, city), desk_of(city)
    found = removals(vary(desk.assessment, desk.framework), desk)
    for axis in city.framework.axes():
        first = next(one for one in found if one.axis == axis.id)
        title = desk.framework.indicator(first.indicator).title["fr"]
        row = next(
            row for row in page.firm.findChildren(RowButton) if row.words.title == title and " → " in row.words.detail
        )
        row.click()
        assert page.detail.subject == f"indicator:{first.indicator}"


def test_a_single_published_domain_is_tested_alone(qtbot: QtBot, context: Context) -> None:
    for question in context.framework.questions():
        if question.parent == "governance" and question.input is Input.CHOICE:
            best = max(question.options, key=lambda option: option.score)
            context.apply(answer(context.snapshot, question.id, AnswerState.VALUE, choice=best.id))
    context.apply(answer(context.snapshot, "citizens_place", AnswerState.VALUE, choice="drivers"))  # known, held back
    page, desk = shown(qtbot, context), desk_of(context)
    assert [node.id for node in context.framework.nodes if is_published(node.id, desk)] == ["governance"]
    words = said(page.firm)
    assert "Il faut deux domaines au score publié" in words
    assert "Sans score publié, hors de l’épreuve" in words
    assert "Diasporas" in words
    assert "aucun n’est encore publié" in words
    assert not page.firm.findChildren(ChartView)
    assert context.framework.node("governance").title["fr"] in rows(page.firm)
    assert context.framework.node("citizens").title["fr"] not in rows(page.firm)


def test_a_new_answer_is_tested_at_once(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    assert "Graine" not in said(page.firm)
    for question in context.framework.questions():
        if question.parent == "governance" and question.input is Input.CHOICE:
            context.apply(answer(context.snapshot, question.id, AnswerState.VALUE, choice=question.options[0].id))
    assert "Graine" in said(page.firm)


def test_the_section_speaks_english(qtbot: QtBot, city: Context, knowledge: Knowledge, english: object) -> None:
    other = Context(city.dossier, replace(knowledge, texts=english))
    words = said(shown(qtbot, other).firm)
    assert "How firmly this stands" in words
    assert "ahead of" in words
