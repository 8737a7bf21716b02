"""A drawing on the screen: painted in the theme's colours, pointed at, walked through with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from diagnostic.charts.drawing import Anchor, Circle, Drawing, Line, Path, Role, Text, rectangle
from diagnostic.charts.palette import DARK, HIGH_CONTRAST, LIGHT, Palette
from ui.charts.chart_view import ChartView
from ui.charts.colours import palette_for
from ui.charts.painter import paint
from ui.shell.theme import qt_palette

DRAWING = Drawing(
    width=100,
    height=50,
    alt="Deux domaines : à gauche 20, à droite 80.",
    shapes=(
        Path(steps=rectangle(0, 0, 40, 50), fill=Role.TERRITORY, key="domain:left"),
        Path(steps=rectangle(60, 0, 40, 50), hatch=Role.UNKNOWN, stroke=Role.UNKNOWN, key="domain:right"),
        Line(x1=45, y1=0, x2=45, y2=50, stroke=Role.INK, width=2, dash=(2.0,)),
        Circle(x=52, y=25, radius=4, fill=Role.INSTITUTION),
        Text(x=50, y=48, text="50", size=8, anchor=Anchor.MIDDLE, rotation=0),
    ),
)


def painted(palette: Palette, width: int = 400, height: int = 200) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.colour(Role.SURFACE)))
    painter = QPainter(image)
    paint(DRAWING, painter, QRectF(image.rect()), palette)
    painter.end()
    return image


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST])
def test_shapes_take_the_colours_of_their_roles(qtbot: QtBot, palette: Palette) -> None:
    image = painted(palette)
    assert image.pixelColor(80, 100).name() == palette.colour(Role.TERRITORY)
    assert image.pixelColor(208, 100).name() == palette.colour(Role.INSTITUTION)


def test_what_is_unknown_is_hatched_and_not_filled(qtbot: QtBot) -> None:
    image = painted(LIGHT)
    row = {image.pixelColor(x, 100).name() for x in range(260, 380)}
    assert LIGHT.colour(Role.SURFACE) in row
    assert len(row) > 1


def test_a_drawing_keeps_its_proportions_in_any_room(qtbot: QtBot) -> None:
    image = painted(LIGHT, width=400, height=600)
    assert image.pixelColor(80, 100).name() == LIGHT.colour(Role.SURFACE)
    assert image.pixelColor(80, 300).name() == LIGHT.colour(Role.TERRITORY)


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST])
def test_a_widgets_own_palette_says_which_colours_to_paint_in(palette: Palette) -> None:
    assert palette_for(qt_palette(palette)) is palette


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    view = ChartView()
    qtbot.addWidget(view)
    view.set_drawing(DRAWING, {"domain:left": "Gauche, 20"})
    view.resize(206, 106)
    view.show()
    return view


def test_clicking_a_shape_gives_its_key_and_clicking_beside_gives_nothing(qtbot: QtBot, view: ChartView) -> None:
    with qtbot.waitSignal(view.activated) as clicked:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(160, 50))
    assert clicked.args == ["domain:right"]
    with qtbot.assertNotEmitted(view.activated):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(92, 10))
    assert view.key_at(QPointF(40, 50)) == "domain:left"


def test_the_keyboard_walks_through_the_keys_and_enters_one(qtbot: QtBot, view: ChartView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: view.current == "domain:left")
    for expected in ("domain:right", "domain:left"):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        assert view.current == expected
    qtbot.keyClick(view, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.activated) as entered:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert entered.args == ["domain:right"]


def test_a_screen_reader_is_told_the_whole_figure(view: ChartView) -> None:
    assert view.accessibleName() == DRAWING.alt
    assert view.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_figure_with_nothing_to_activate_is_not_a_stop_for_the_keyboard(qtbot: QtBot) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.set_drawing(Drawing(width=10, height=10, shapes=(), alt="Rien."))
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_figure_grows_with_the_letters(qtbot: QtBot, view: ChartView) -> None:
    before = view.sizeHint().width()
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    assert view.sizeHint().width() > 1.8 * before
