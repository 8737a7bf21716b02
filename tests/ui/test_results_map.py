"""The map on the results' page: the countries of the table, pressed to see them in detail."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from pytestqt.qtbot import QtBot

from diagnostic.brief.compose.world_figures import map_drawing
from diagnostic.charts.world_map import on_map
from diagnostic.texts import Texts
from tests.brief.test_said_once_and_true import desk_of
from tests.builders import link, people, snapshot
from ui.charts.painter import fit
from ui.results.country_table import CountrySection


def test_pressing_a_country_on_the_map_asks_for_its_detail(qtbot: QtBot, texts: Texts) -> None:
    section = CountrySection(texts)
    qtbot.addWidget(section)
    desk = desk_of(snapshot(people("DZ", 500), link("KM"), population=9000))
    section.fill(desk.assessment.matrix, desk)
    section.resize(900, 900)
    section.show()
    drawing = map_drawing(desk)
    inside = QRectF(section.map.rect()).adjusted(3, 3, -3, -3)
    place = fit(drawing, inside).to_widget(QRectF(*on_map((3.0, 28.0)), 0, 0)).topLeft()
    with qtbot.waitSignal(section.chosen) as asked:
        qtbot.mouseClick(section.map, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert asked.args == ["DZ"]


def test_the_map_is_told_in_words_and_hidden_while_there_is_no_country(qtbot: QtBot, texts: Texts) -> None:
    section = CountrySection(texts)
    qtbot.addWidget(section)
    empty = desk_of(snapshot())
    section.fill(empty.assessment.matrix, empty)
    assert section.map.isHidden()
    desk = desk_of(snapshot(people("DZ", 500), link("KM"), population=9000))
    section.fill(desk.assessment.matrix, desk)
    assert not section.map.isHidden()
    assert "Algérie" in section.map.accessibleName()
    assert "Comores" in section.map.accessibleName()
