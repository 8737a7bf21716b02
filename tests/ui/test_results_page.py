"""The results page: its numbers are the assessment's, and each leads to the answers that made it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from diagnostic.charts.wording import score_words
from diagnostic.dossier.operations import add
from diagnostic.dossier.records import Diaspora, EconomicTie
from tests.ui.answering import HOSTILE, fill, nameless, no_slip, rows, said, step
from ui.charts.chart_view import ChartView
from ui.results.answer_links import answer_links
from ui.results.country_cells import LINKS
from ui.results.desk import desk_of
from ui.results.findings import points_chip
from ui.results.link_line import LinkLine
from ui.results.page import ResultsPage
from ui.results.row_button import RowButton
from ui.shell.buttons import FlatButton
from ui.wizard.context import Context, Knowledge
from ui.wizard.flow import STEPS
from ui.wizard.frame import make_wizard
from ui.wizard.page import StepPage


@pytest.fixture
def filled(context: Context) -> Context:
    """A context on a dossier with something of everything."""
    fill(context)
    return context


def shown(qtbot: QtBot, context: Context, width: int = 1140) -> ResultsPage:
    """Return the page, on screen."""
    page = ResultsPage(context, step("results"))
    qtbot.addWidget(page)
    page.resize(width, 768)
    page.show()
    qtbot.waitExposed(page)
    qtbot.waitUntil(lambda: page.rose.height() >= page.rose.heightForWidth(page.rose.width()))
    return page


def place_of(view: ChartView, key: str) -> QPoint:
    """Return a place of a chart where a key can be clicked."""
    for x in range(0, view.width(), 4):
        for y in range(0, view.height(), 4):
            if view.key_at(QPointF(x, y)) == key:
                return QPoint(x, y)
    raise AssertionError(key)


def links(page: ResultsPage) -> dict[str, FlatButton]:
    """Return the links of the detail by what they say."""
    lines = page.detail.findChildren(LinkLine)
    return {button.accessibleName(): button for line in lines for button in line.findChildren(FlatButton)}


def test_the_heading_states_the_finding_and_says_when_it_is_open(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    titles = {position.id: position.title["fr"] for position in filled.framework.positions}
    assert page.finding.text() == titles.get(filled.assessment.position, "La lecture reste ouverte")
    assert "sur 100" in page.sure.text()


def test_every_finding_and_axis_shows_the_figures_of_the_assessment(qtbot: QtBot, filled: Context) -> None:
    page, desk = shown(qtbot, filled), desk_of(filled)
    by_title = rows(page.axes) | rows(page.assets) | rows(page.gaps)
    found = filled.assessment
    assert found.gaps
    for finding in (*found.assets[:6], *found.gaps[:6]):
        title = filled.framework.indicator(finding.indicator).title["fr"]
        assert by_title[title].words.chip == points_chip(finding, desk)
        assert by_title[title].words.chip[0] == ("+" if finding in found.assets else "\N{MINUS SIGN}")
    for axis in filled.framework.axes():
        assert by_title[axis.title["fr"]].words.chip == score_words(found.node(axis.id), filled.texts)


def test_the_matrix_shows_each_country_with_the_figures_of_the_assessment(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    model = page.countries.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    QAbstractItemModelTester(page.countries.sorting, QAbstractItemModelTester.FailureReportingMode.Fatal)
    by_code = {model.country(place).country: place for place in range(model.rowCount())}
    assert set(by_code) == {row.country for row in filled.assessment.matrix}
    people = LINKS.index("people") + 1
    assert model.index(by_code["SN"], people).data() == "3\u202f400"
    told = model.index(by_code["DE"], LINKS.index("partnerships") + 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 sans activité depuis 24 mois" in told
    assert model.index(by_code["KM"], LINKS.index("partnerships") + 1).data() == "0"
    assert model.index(by_code["DE"], LINKS.index("ties") + 1).data() == "?"


def test_an_open_list_says_nothing_of_the_countries_it_does_not_name(qtbot: QtBot, filled: Context) -> None:
    filled.apply(add(EconomicTie(name="Port", country="SN")))
    model = shown(qtbot, filled).countries.model
    by_code = {model.country(place).country: place for place in range(model.rowCount())}
    ties = LINKS.index("ties") + 1
    assert model.index(by_code["SN"], ties).data() == "1"
    assert model.index(by_code["DE"], ties).data() == "?"
    assert "non renseigné" in model.index(by_code["DE"], ties).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_matrix_is_sorted_by_figures_and_filtered_by_reading(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    section = page.countries
    section.view.sortByColumn(LINKS.index("people") + 1, Qt.SortOrder.DescendingOrder)
    assert [section.sorting.index(place, 0).data() for place in range(2)] == ["Maroc", "Sénégal"]
    place = next(place for place in range(1, section.filter.count()))
    section.filter.setCurrentIndex(place)
    wanted = section.filter.currentData()
    expected = sum(any(r.id == wanted for r in row.readings) for row in filled.assessment.matrix)
    assert section.sorting.rowCount() == expected
    assert 0 < expected < len(filled.assessment.matrix)


def test_a_click_on_a_petal_shows_its_domain_down_to_each_indicator(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    qtbot.mouseClick(page.rose, Qt.MouseButton.LeftButton, pos=place_of(page.rose, "domain:diasporas"))
    assert page.detail.isVisible()
    words = said(page.detail)
    for indicator in filled.framework.indicators_of("diasporas"):
        assert indicator.title["fr"] in words
    assert "(10\u202f600 sur 230\u202f890)" in words
    assert page.detail.geometry().left() >= page.countries.width()


def test_the_keyboard_reaches_a_petal_and_the_links_of_its_numbers(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    page.rose.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.rose, Qt.Key.Key_Right)
    qtbot.keyClick(page.rose, Qt.Key.Key_Return)
    assert page.detail.subject == page.rose.current
    qtbot.keyClick(page.detail, Qt.Key.Key_Escape)
    assert not page.detail.isVisible()


def test_a_number_leads_to_the_row_that_made_it(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    page.show_detail("domain:diasporas")
    row = next(row for row in filled.snapshot.diasporas if row.country == "SN")
    with qtbot.waitSignal(filled.step_asked) as asked:
        links(page)["Sénégal"].click()
    assert asked.args == ["diasporas", f"diaspora:{row.id}"]


def test_every_indicator_has_a_way_to_its_answers(filled: Context) -> None:
    desk = desk_of(filled)
    steps = {each.id for each in (step(name) for name in ("territory", "diasporas", "students", "partnerships"))}
    steps |= {"associations", "economy", "budget", "organisation"}
    for result in filled.assessment.indicators:
        found = answer_links(result, desk)
        assert found, result.id
        assert all(link.step in steps and link.label for link in found)


def test_a_country_tells_its_links_row_by_row(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    page.show_detail("country:SN")
    assert {"Sénégal", "Amis du Sénégal", "Eau"} <= set(links(page))
    with qtbot.waitSignal(filled.step_asked) as asked:
        links(page)["Eau"].click()
    assert asked.args[0] == "budget"


def test_a_name_full_of_markup_is_shown_as_it_was_typed(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    page.show_detail("country:SN")
    assert any(name in HOSTILE or HOSTILE.startswith(name.rstrip("…")) for name in links(page) if "Thiès" in name)
    assert [name for name in links(page) if "Thiès" in name]
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not label.text()


def test_a_finding_opens_its_indicator_and_a_useful_answer_its_page(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    gap = filled.assessment.gaps[0]
    qtbot.keyClick(rows(page)[filled.framework.indicator(gap.indicator).title["fr"]], Qt.Key.Key_Return)
    assert page.detail.subject == f"indicator:{gap.indicator}"
    with qtbot.waitSignal(filled.step_asked) as asked:
        page.useful.findChildren(RowButton)[0].click()
    assert asked.args[0] in (
        "diasporas",
        "students",
        "partnerships",
        "associations",
        "economy",
        "budget",
        "organisation",
    )


def test_an_empty_dossier_gives_a_page_that_helps(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    words = said(page)
    assert page.finding.text() == "Rien n’est encore renseigné"
    assert "Aucun pays n’apparaît encore" in words
    assert page.useful.findChildren(RowButton)
    assert no_slip(words)
    for domain in context.framework.domains():
        page.show_detail(f"domain:{domain.id}")
        assert no_slip(said(page.detail))
        assert "Répondre" in links(page) or links(page)


def test_every_detail_of_a_filled_dossier_is_said_in_words(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled, 880)
    subjects = [f"domain:{domain.id}" for domain in filled.framework.domains()]
    subjects += [f"axis:{axis.id}" for axis in filled.framework.axes()]
    subjects += [f"country:{row.country}" for row in filled.assessment.matrix]
    for subject in subjects:
        page.show_detail(subject)
        assert page.detail.subject == subject
        assert no_slip(said(page))


def test_the_page_follows_a_change_and_keeps_its_detail(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    page.show_detail("country:SN")
    filled.apply(add(Diaspora(country="VN", people=900)))
    codes = [page.countries.model.country(place).country for place in range(page.countries.model.rowCount())]
    assert "VN" in codes
    assert page.detail.isVisible()
    filled.undo()
    page.show_detail("country:VN")
    assert page.detail.subject == "country:SN"


def test_every_part_has_a_name_for_a_screen_reader(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    page.show_detail("domain:means")
    assert nameless(page) == []
    assert "Diasporas" in page.rose.accessibleName()


def test_the_page_speaks_english(qtbot: QtBot, filled: Context, knowledge: Knowledge, english: object) -> None:
    from dataclasses import replace

    other = Context(filled.dossier, replace(knowledge, texts=english))
    page = shown(qtbot, other)
    assert "Assets" in said(page)
    assert "Atouts" not in said(page)


def test_the_other_findings_unfold_and_fold_again(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    gaps = filled.assessment.gaps
    assert len(gaps) > 6
    last = filled.framework.indicator(gaps[-1].indicator).title["fr"]
    assert last not in rows(page.gaps)
    assert page.gaps.more
    page.gaps.more.click()
    assert last in rows(page.gaps)
    assert page.focusWidget() is page.gaps.more
    page.gaps.more.click()
    assert last not in rows(page.gaps)


def test_what_was_brought_forward_has_the_keyboard(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    page.bring_forward(f"indicator:{filled.assessment.gaps[0].indicator}")
    focused = page.focusWidget()
    assert focused is not None
    assert page.detail.isAncestorOf(focused)
    page.bring_forward("useful")
    assert page.focusWidget() in page.useful.findChildren(RowButton)


def test_a_country_keeps_its_name_in_view_when_the_matrix_scrolls_sideways(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled, 700)
    page.show_detail("country:SN")
    section = page.countries
    bar = section.view.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    assert section.frozen.isVisible()
    index = section.frozen.model().index(0, 0)
    page.detail.hide()
    section.frozen.clicked.emit(index)
    assert page.detail.subject == f"country:{filled.assessment.matrix[0].country}"


def test_the_wheel_over_the_matrix_scrolls_the_page(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled, 700)
    page.show_detail("country:SN")
    view = page.countries.view
    qtbot.waitUntil(lambda: view.horizontalScrollBar().maximum() > 0)
    view.horizontalScrollBar().setValue(10)
    view.setFocus()
    for part in (view.viewport(), view.horizontalScrollBar(), page.countries.frozen.viewport()):
        turn = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(part, turn)
        assert not turn.isAccepted()
    assert view.horizontalScrollBar().value() == 10


def test_the_page_ends_where_its_content_ends(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    ground = page.useful.parentWidget()
    assert ground is not None
    qtbot.waitUntil(lambda: ground.height() - page.useful.geometry().bottom() < 40)


def test_a_detail_stands_in_the_place_of_the_results_where_room_lacks(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled, 380)
    page.show_detail("country:SN")
    assert page.detail.isVisible()
    assert not page.countries.isVisible()
    assert page.detail.isAncestorOf(page.focusWidget())
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.countries.isVisible()
    page.show_detail("country:SN")
    page.resize(1300, 768)
    assert page.countries.isVisible()
    assert page.detail.isVisible()


def test_the_detail_and_the_help_take_turns(qtbot: QtBot, filled: Context) -> None:
    pages = {each.id: StepPage(filled, each) for each in STEPS}
    page = pages["results"] = ResultsPage(filled, step("results"))
    frame = make_wizard(filled, pages)
    qtbot.addWidget(frame)
    frame.resize(1000, 700)
    frame.show()
    frame.show_step("results")
    aside = QLabel("aide")
    frame.aside_replaced.connect(lambda: frame.set_aside(None))
    frame.set_aside(aside)
    page.show_detail("country:SN")
    assert not aside.isVisible()
    assert not frame.panel.isVisible()
    frame.set_aside(aside)
    assert not page.detail.isVisible()
    frame.set_aside(None)
    qtbot.waitUntil(frame.panel.isVisible)
