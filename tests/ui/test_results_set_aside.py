"""What the results show of the tables that do not apply."""

from __future__ import annotations

from diagnostic.dossier.vocabulary import TableState
from diagnostic.texts import Texts
from tests.brief.test_said_once_and_true import desk_of
from tests.builders import association, link, people, snapshot
from tests.ui.test_results_words import NONE, found
from ui.results.country_cells import Presence, link_cell
from ui.results.saying import finding_title, sure_sentence


def test_the_column_of_a_table_that_does_not_apply_says_so() -> None:
    apart = {"partnership": TableState.NOT_APPLICABLE, "association": TableState.NOT_APPLICABLE}
    desk = desk_of(snapshot(people("MA", 500), link("MA"), association("MA"), standings=apart, population=9000))
    (row,) = desk.assessment.matrix
    for column in ("partnerships", "associations"):
        cell = link_cell(row, column, desk)
        assert (cell.presence, cell.text) == (Presence.NOT_APPLICABLE, "–")
        assert cell.words.endswith("sans objet")
    assert link_cell(row, "people", desk).text == "500"


def test_when_nothing_applies_the_top_of_the_page_says_so(texts: Texts) -> None:
    framework = desk_of(snapshot()).framework
    nothing = found(framework, NONE, NONE)
    assert finding_title(nothing, framework, texts) == "Rien ne s’applique ici"
    assert "sans objet" in sure_sentence(nothing, framework, texts)
