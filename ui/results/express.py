"""The express reading: each axis and domain by the first pass alone, and what to answer next to complete it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QWidget

from diagnostic.assessment.express_reading import ExpressReading, express_reading
from diagnostic.brief.compose.express_words import lead_words, nodes_of, settled_words
from diagnostic.brief.compose.inputs import Desk
from diagnostic.charts.wording import score_words
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.model import Node
from ui.results.column import Column
from ui.results.express_next import Ask, asks
from ui.results.reflow import Reflow
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import Label, muted
from ui.wizard.flow import EXPRESS_PASS

MOST = 5
LISTS_EMS = 31.0


class ExpressSection(Column):
    """The first pass read alone; out of sight once the full axes are published, or while it tells nothing more."""

    followed = Signal(str, str)
    """a step and what to bring forward there"""

    def __init__(self) -> None:
        super().__init__(spacing=4)
        self.hide()

    def fill(self, desk: Desk, previous: Snapshot | None) -> None:
        """Read the first pass of a campaign, and show it where it tells more than the full reading."""
        self.clear()
        reading = express_reading(desk.snapshot, desk.framework, previous, desk.assessment)
        self.setVisible(reading is not None)
        if reading is None:
            return
        self.add(Label(desk.texts("express.title"), step=1, bold=True), Label(lead_words(reading, desk.texts)))
        self.add(muted(desk.texts("express.caution")))
        self.space(4)
        self.add(Reflow(_scores(reading, desk), self._next(reading, desk), ems=LISTS_EMS))

    def _next(self, reading: ExpressReading, desk: Desk) -> Column:
        """Return what the first pass still misses, what narrows it most first."""
        column, missing = Column(spacing=2), asks(reading, desk)
        column.add(Label(desk.texts("express.next.title"), bold=True))
        if not missing:
            column.add(muted(desk.texts("express.next.none")))
        for ask in missing[:MOST]:
            column.add(self._row(ask, desk))
        if missing:
            every = RowButton(RowWords(title=desk.texts("express.next.all"), link=True))
            every.clicked.connect(lambda _=False: self.followed.emit(*EXPRESS_PASS))
            column.add(every)
        column.push_up()
        return column

    def _row(self, ask: Ask, desk: Desk) -> RowButton:
        words = RowWords(title=ask.title, detail=ask.detail, chip=desk.texts("results.useful.go"), mark="?")
        row = RowButton(words)
        row.clicked.connect(lambda _=False: self.followed.emit(ask.step, ask.focus))
        return row


def _scores(reading: ExpressReading, desk: Desk) -> QWidget:
    """Return the scores as lines that are read and not pressed: the details are those of the full reading."""
    column, lines = Column(), QWidget()
    grid = QGridLayout(lines)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    for place, title in enumerate(("", "express.column.score", "express.column.settled")):
        if title:
            grid.addWidget(muted(desk.texts(title), step=-1), 0, place, _ASIDE)
    for line, node in enumerate(nodes_of(reading), 1):
        for place, label in enumerate(_line(node, reading, desk)):
            grid.addWidget(label, line, place, _ASIDE if place else _NAME)
    column.add(lines)
    if any(not reading.assessment.node(node.id).published for node in nodes_of(reading)):
        column.add(muted(desk.texts("express.held"), step=-1))
    column.push_up()
    return column


def _line(node: Node, reading: ExpressReading, desk: Desk) -> tuple[Label, Label, Label]:
    texts, bold = desk.texts, not node.parent
    first_axis = reading.framework.axes()[0].id
    hue = QPalette.ColorRole.Link if node.id == first_axis else QPalette.ColorRole.LinkVisited
    name = Label(node.title[desk.lang], bold=bold, role=hue if bold else QPalette.ColorRole.WindowText)
    score = Label(score_words(reading.assessment.node(node.id), texts), bold=bold, wrap=False)
    return (name, score, muted(settled_words(node, reading, texts)))


_NAME = Qt.AlignmentFlag.AlignTop
_ASIDE = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight
