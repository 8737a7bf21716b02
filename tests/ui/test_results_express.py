"""The express reading before those who took the first pass only, and what each page says of that pass."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from diagnostic.assessment.assess import assess
from diagnostic.assessment.comparing import compare
from diagnostic.charts.wording import score_words
from diagnostic.dossier.operations import add, answer, stand
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.vocabulary import AnswerState, TableState
from diagnostic.framework.express import express_only
from diagnostic.framework.model import Indicator, Input
from tests.panel.territories.market_town import market_town
from tests.ui.answering import nameless, no_slip, rows, said, step
from ui.results import express as express_section
from ui.results.page import ResultsPage
from ui.shell.typography import Label
from ui.wizard.context import Context
from ui.wizard.live_panel import LivePanel
from ui.wizard.pages.organisation import EXPRESS, OrganisationPage
from ui.wizard.pages.table_pages import TablePage

NARROW, NO_BREAK = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"


@pytest.fixture
def town(context: Context) -> Context:
    """A context on what a market town says in the first pass."""
    pass_ = market_town()
    for kind in set(RECORDS) - {"territory", "answer"}:
        for row in pass_.rows(kind):
            context.apply(add(replace(row, id=0)))
    for one in pass_.answers.values():
        known = {"number": one.number} if one.number is not None else {}
        assert one.state
        context.apply(answer(context.snapshot, one.indicator, one.state, choice=one.choice, **known))
    return context


def reply(context: Context, question: Indicator) -> None:
    """Answer a question in the plainest way."""
    if question.input is Input.STATUS:
        context.apply(answer(context.snapshot, question.id, AnswerState.DONE))
    elif question.input is Input.NUMBER:
        context.apply(answer(context.snapshot, question.id, AnswerState.VALUE, number=1.0))
    else:
        context.apply(answer(context.snapshot, question.id, AnswerState.VALUE, choice=question.options[0].id))


def shown(qtbot: QtBot, context: Context) -> ResultsPage:
    """Return the results, on screen."""
    page = ResultsPage(context, step("results"))
    qtbot.addWidget(page)
    page.resize(1140, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


def labels(page: ResultsPage) -> list[str]:
    """Return the words of the section's lines."""
    return [label.text() for label in page.express.findChildren(Label)]


def test_the_section_shows_each_score_of_the_express_reading(qtbot: QtBot, town: Context) -> None:
    page = shown(qtbot, town)
    reading = assess(town.snapshot, express_only(town.framework), town.previous)
    assert page.express.isVisible()
    lines = labels(page)
    for node in town.framework.nodes:
        place = lines.index(node.title["fr"])
        assert lines[place + 1] == score_words(reading.node(node.id), town.texts), node.id
    assert "2 sur 2" in lines
    assert no_slip(said(page.express))
    assert not nameless(page.express)


def test_the_section_says_what_it_rests_on_and_that_it_compares_with_nothing(qtbot: QtBot, town: Context) -> None:
    words = said(shown(qtbot, town).express)
    asked, total = len(express_only(town.framework).indicators), len(town.framework.indicators)
    assert (asked, total) == (18, 40)
    assert f"les {asked} indicateurs du premier passage, et non sur les {total}" in words
    assert "ne se compare ni à une lecture complète, ni à celle d’un autre territoire" in words


def test_no_express_score_is_shown_as_a_full_one(qtbot: QtBot, town: Context) -> None:
    page = shown(qtbot, town)
    full = town.assessment
    for axis in town.framework.axes():
        assert rows(page.axes)[axis.title["fr"]].words.chip == score_words(full.node(axis.id), town.texts)
    assert not [axis.id for axis in town.framework.axes() if full.node(axis.id).published]
    assert page.finding.text() == "La lecture reste ouverte"
    express = assess(town.snapshot, express_only(town.framework), town.previous)
    with pytest.raises(ValueError, match="express"):
        compare(express, full)


def test_each_thing_to_do_leads_where_it_is_done(qtbot: QtBot, town: Context) -> None:
    page = shown(qtbot, town)
    title = f"Vie économique{NO_BREAK}: la liste est-elle complète{NARROW}?"
    row = rows(page.express)[title]
    assert "Variété des liens économiques" in row.words.detail
    with qtbot.waitSignal(town.step_asked) as asked:
        row.click()
    assert asked.args == ["economy", "economic_tie"]
    with qtbot.waitSignal(town.step_asked) as asked:
        rows(page.express)[town.texts("express.next.all")].click()
    assert asked.args == ["organisation", "express"]


def test_a_missing_answer_leads_to_its_question(qtbot: QtBot, town: Context) -> None:
    question = town.framework.indicator("citizens_place")
    town.apply(answer(town.snapshot, question.id, AnswerState.UNANSWERED))
    for kind in ("diaspora", "economic_tie", "partnership", "budget_line"):
        town.apply(stand(town.snapshot, kind, TableState.COMPLETE))
    page = shown(qtbot, town)
    with qtbot.waitSignal(town.step_asked) as asked:
        rows(page.express)[question.title["fr"]].click()
    assert asked.args == ["organisation", f"answer:{question.id}"]


def test_a_list_said_complete_is_asked_for_no_more(qtbot: QtBot, town: Context) -> None:
    page = shown(qtbot, town)
    assert any(title.startswith("Vie économique") for title in rows(page.express))
    town.apply(stand(town.snapshot, "economic_tie", TableState.COMPLETE))
    assert not any(title.startswith("Vie économique") for title in rows(page.express))


def test_a_missing_fact_of_the_territory_leads_to_it(qtbot: QtBot, town: Context) -> None:
    for kind in ("diaspora", "economic_tie", "partnership"):
        town.apply(stand(town.snapshot, kind, TableState.COMPLETE))
    page = shown(qtbot, town)
    with qtbot.waitSignal(town.step_asked) as asked:
        rows(page.express)["Territoire"].click()
    assert asked.args == ["territory", "territory:operating_budget"]


def test_nothing_shows_in_an_empty_dossier(qtbot: QtBot, context: Context) -> None:
    assert not shown(qtbot, context).express.isVisible()


def test_the_section_goes_once_the_full_axes_are_published(qtbot: QtBot, town: Context) -> None:
    page = shown(qtbot, town)
    assert page.express.isVisible()
    for kind in ("diaspora", "student_group", "association", "economic_tie", "partnership", "network_membership"):
        town.apply(stand(town.snapshot, kind, TableState.COMPLETE))
    town.apply(stand(town.snapshot, "budget_line", TableState.COMPLETE))
    for question in town.framework.questions():
        if question.id not in town.snapshot.answers:
            reply(town, question)
    assert all(town.assessment.node(axis.id).published for axis in town.framework.axes())
    assert not page.express.isVisible()


def test_it_is_read_only_when_the_page_is_seen(qtbot: QtBot, town: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    real = express_section.express_reading
    monkeypatch.setattr(express_section, "express_reading", lambda *given: calls.append(1) or real(*given))
    page = ResultsPage(town, step("results"))
    qtbot.addWidget(page)
    town.apply(stand(town.snapshot, "diaspora", TableState.COMPLETE))
    assert not calls
    page.show()
    assert calls == [1]


def test_the_first_pass_is_listed_in_order_with_its_tables(qtbot: QtBot, town: Context) -> None:
    page = OrganisationPage(town, step("organisation"))
    qtbot.addWidget(page)
    page.show()
    assert not page.express.isVisible()
    page.bring_forward("express")
    assert page.filter.value == EXPRESS
    listed = rows(page.express)
    titles = [town.texts(f"step.{name}.name") for name in ("territory", "diasporas", "students", "partnerships")]
    assert list(listed)[:4] == titles
    assert page.focusWidget() is next(iter(listed.values()))
    economy = town.texts("step.economy.name")
    assert listed[economy].words.chip == "0 sur 2"
    town.apply(stand(town.snapshot, "economic_tie", TableState.COMPLETE))
    assert rows(page.express)[economy].words.chip == "2 sur 2"
    with qtbot.waitSignal(town.step_asked) as asked:
        rows(page.express)[economy].click()
    assert asked.args == ["economy", "economic_tie"]


def test_the_first_pass_counts_its_own_questions(qtbot: QtBot, town: Context) -> None:
    page = OrganisationPage(town, step("organisation"))
    qtbot.addWidget(page)
    page.show()
    page.bring_forward("express")
    express = [question for question in town.framework.questions() if question.express]
    assert f"{len(express)} sur {len(express)}" in page._whole.text()
    page.filter.choose(0)
    assert f"{len(express)} sur {len(town.framework.questions())}" in page._whole.text()


def test_a_table_says_what_the_first_pass_needs_of_it(qtbot: QtBot, town: Context) -> None:
    page = TablePage(town, step("partnerships"))
    qtbot.addWidget(page)
    page.show()
    town.apply(stand(town.snapshot, "partnership", TableState.OPEN))
    assert (
        page.express.text()
        == f"Premier passage{NO_BREAK}: 3 indicateurs viennent de ce tableau. 3 restent à renseigner."
    )
    town.apply(stand(town.snapshot, "partnership", TableState.COMPLETE))
    assert page.express.text().endswith("Renseigné.")
    page.show_table("network_membership")
    assert "peut attendre" in page.express.text()


def test_the_live_panel_counts_the_first_pass_once_begun(qtbot: QtBot, context: Context) -> None:
    panel = LivePanel(context)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.express.isVisible()
    question = next(one for one in context.framework.questions() if one.express and one.options)
    reply(context, question)
    panel.redraw()
    assert panel.express.isVisible()
    assert panel.express.text() == f"Premier passage{NO_BREAK}: 1 indicateur sur 18"
