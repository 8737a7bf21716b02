"""The territory beside the panel, on the results page: bars that say the same in words, links to what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from pytestqt.qtbot import QtBot

from diagnostic.dossier.operations import add, answer, edit, stand
from diagnostic.dossier.records import Partnership
from diagnostic.dossier.vocabulary import ActionField, AnswerState, PartnershipForm, TableState
from tests.ui.answering import fill, nameless, no_slip, said, step
from ui.results.bars import BarList
from ui.results.page import ResultsPage
from ui.shell.buttons import FlatButton
from ui.wizard.context import Context, Knowledge


def shown(qtbot: QtBot, context: Context, width: int = 1140) -> ResultsPage:
    """Return the page, on screen."""
    page = ResultsPage(context, step("results"))
    qtbot.addWidget(page)
    page.resize(width, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


def links(page: ResultsPage) -> dict[str, FlatButton]:
    """Return the links of the section by their words."""
    return {button.accessibleName(): button for button in page.beside.findChildren(FlatButton)}


def bars(page: ResultsPage, title: str) -> BarList:
    """Return the bars of a comparison."""
    return next(each for each in page.beside.findChildren(BarList) if each.accessibleName() == title)


@pytest.fixture
def twinned(context: Context) -> Context:
    """A dossier with a twinning said of sport, an answer on staff and one on citizens."""
    row = Partnership(name="Erlangen", country="DE", form=PartnershipForm.TWINNING, fields=(ActionField.SPORT_CULTURE,))
    context.apply(add(row))
    context.apply(answer(context.snapshot, "means_staff", AnswerState.VALUE, number=4.5))
    context.apply(answer(context.snapshot, "citizens_place", AnswerState.VALUE, choice="stakeholders"))
    return context


def test_nothing_to_compare_leads_to_the_answers_that_would_allow_it(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    assert "Rien ne se compare encore" in said(page.beside)
    assert not page.beside.findChildren(BarList)
    for words, where in (
        ("Les dépenses de l’année", ["budget", ""]),
        ("Agents chargés de l’international", ["organisation", "answer:means_staff"]),
        ("Place des citoyens", ["organisation", "answer:citizens_place"]),
        ("La forme de chaque partenariat", ["partnerships", ""]),
    ):
        with qtbot.waitSignal(context.step_asked) as asked:
            links(page)[words].click()
        assert asked.args == where


def test_a_figure_stands_in_its_bracket_with_n_source_and_doubt(qtbot: QtBot, twinned: Context) -> None:
    page = shown(qtbot, twinned)
    words = said(page.beside)
    assert "Vous\u00a0: 4,5\u00a0ETP. 11 des 34 collectivités du panel (32\u202f%)" in words
    assert "moyenne 6\u00a0ETP · n = 34 · L’ordre des tranches se lit mal" in words
    assert "45 réponses sur 104 membres" in words
    own = [bar.name for bar in bars(page, "Agents chargés de l’international").bars if bar.own]
    assert own == ["De 3 à moins de 7\u00a0ETP"]
    assert "Agents chargés de l’international" not in links(page)
    assert no_slip(words)
    assert nameless(page) == []


def test_what_is_not_said_stays_unsaid_until_the_list_is_complete(qtbot: QtBot, twinned: Context) -> None:
    page = shown(qtbot, twinned)
    marks = {bar.name: bar.mark for bar in bars(page, "Formes d’action pratiquées").bars}
    assert marks.pop("Jumelage") == "●"
    assert set(marks.values()) == {"?"}
    assert "8 autres restent à renseigner" in said(page.beside)
    twinned.apply(stand(twinned.snapshot, "partnership", TableState.COMPLETE))
    twinned.apply(stand(twinned.snapshot, "network_membership", TableState.COMPLETE))
    marks = {bar.name: bar.mark for bar in bars(page, "Formes d’action pratiquées").bars}
    assert marks.pop("Jumelage") == "●"
    assert set(marks.values()) == {"○"}
    assert "restent à renseigner" not in said(page.beside)


def test_the_bars_say_in_words_what_they_show(qtbot: QtBot, twinned: Context) -> None:
    told = bars(shown(qtbot, twinned), "Formes d’action pratiquées")
    assert "Jumelage, 69\u202f%, vous\u00a0: oui" in told.accessibleDescription()
    assert "Transfrontalier, 26\u202f%, non renseigné" in told.accessibleDescription()
    assert told.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_an_answer_stands_beside_those_who_gave_the_same(qtbot: QtBot, twinned: Context) -> None:
    twinned.apply(answer(twinned.snapshot, "governance_sharing", AnswerState.VALUE, choice="written"))
    page = shown(qtbot, twinned)
    assert "comme 61\u202f% du panel" in said(page.beside)
    sharing = bars(page, "Partage entre ville et intercommunalité")
    assert not any(bar.own or bar.mark for bar in sharing.bars)
    assert "L’enquête demandait qui agit" in said(page.beside)


def test_a_small_or_uncounted_territory_is_warned(qtbot: QtBot, twinned: Context) -> None:
    page = shown(qtbot, twinned)
    assert "groupe de pairs" not in said(page.beside)
    twinned.apply(edit(twinned.snapshot.territory, population=900))
    assert "Ce panel n’est pas votre groupe de pairs" in said(page.beside)
    twinned.apply(edit(twinned.snapshot.territory, population=None))
    assert "on ne peut pas dire si ce panel" in said(page.beside)
    with qtbot.waitSignal(twinned.step_asked) as asked:
        links(page)["La population"].click()
    assert asked.args == ["territory", "territory:population"]


def test_nothing_is_compared_while_the_page_is_hidden(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.results import beside, firm

    made: list[str] = []
    for module, name in ((beside, "set_beside"), (firm, "vary")):
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *parts, real=real, name=name: made.append(name) or real(*parts))
    page = ResultsPage(context, step("results"))
    qtbot.addWidget(page)
    fill(context)
    assert made == []
    page.show()
    assert "set_beside" in made
    assert "vary" in made


@pytest.mark.parametrize("width", [420, 1140])
def test_every_name_of_a_bar_has_the_height_it_needs(qtbot: QtBot, twinned: Context, width: int) -> None:
    page = shown(qtbot, twinned, width)
    lists = page.beside.findChildren(BarList)
    qtbot.waitUntil(lambda: all(each.height() >= each.heightForWidth(each.width()) for each in lists))
    for each in lists:
        line = QFontMetrics(each.font()).height()
        assert each.heightForWidth(each.width()) >= len(each.bars) * line


def test_the_section_speaks_english(qtbot: QtBot, twinned: Context, knowledge: Knowledge, english: object) -> None:
    other = Context(twinned.dossier, replace(knowledge, texts=english))
    assert "Beside other authorities" in said(shown(qtbot, other).beside)
