"""The panel at the right: the rose, the two axes, what is known, what to answer next, what was done last."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from diagnostic.assessment.express_reading import awaits, first_pass, settled
from diagnostic.charts.rose import rose
from ui.charts.chart_view import ChartView
from ui.method.words import notices
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted, section
from ui.wizard.context import Context
from ui.wizard.flow import METHOD
from ui.wizard.live_words import Suggestion, axis_words, known_share, operation_words, suggestion

DELAY = 60
"""Milliseconds: changes that follow each other closely are drawn once."""
ACTIONS = 3


class Bar(QWidget):
    """A share as a thin bar; the words beside it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """Show a share, 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        """Return a thin line."""
        return QSize(80, max(6, self.fontMetrics().height() // 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the share from the left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect())
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(box, 3, 3)
        box.setWidth(box.width() * self._share)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(box, 3, 3)


class LivePanel(QScrollArea):
    """Follows the dossier; `folded` is asked for by its own button."""

    fold_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._suggestion: Suggestion | None = None
        self._make_parts()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.redraw)
        context.changed.connect(self._timer.start)
        self._lay_out()
        self.redraw()

    def redraw(self) -> None:
        """Show the dossier as it is now."""
        context = self._context
        assessment, framework, texts = context.assessment, context.framework, context.texts
        self.rose.set_drawing(rose(assessment, framework, texts, compact=True), self._names())
        for label, words in zip(self.axes, axis_words(assessment, framework, texts), strict=True):
            label.setText(words)
        self._show_method()
        share = known_share(assessment, framework)
        self.bar.set_share(share)
        self.known.setText(texts("panel.known_share", share=texts.percent(int(100 * share))))
        self._show_express()
        self._show_suggestion(suggestion(assessment, framework, texts))
        self._show_actions()

    def wanted_width(self) -> int:
        """Return a width for some thirty letters a line."""
        return self.fontMetrics().averageCharWidth() * 30 + 28

    def _names(self) -> dict[str, str]:
        context = self._context
        return {f"domain:{node.id}": node.title[context.texts.lang] for node in context.framework.domains()}

    def _make_parts(self) -> None:
        texts = self._context.texts
        self.setAccessibleName(texts("panel.name"))
        self.rose = ChartView(scale=1.05)
        self.rose.activated.connect(lambda key: self._context.go("results", key))
        roles = (QPalette.ColorRole.Link, QPalette.ColorRole.LinkVisited)
        self.axes = tuple(Label(bold=True, role=role) for role in roles)
        self.method = FlatButton("", Look.LINK)
        self.method.clicked.connect(lambda _=False: self._context.go(METHOD.id))
        self.bar, self.known, self.express = Bar(), muted(step=-1), muted(step=-1)
        self.question, self.gain = Label(), muted(step=-1)
        self.go = FlatButton(texts("panel.go"))
        self.go.clicked.connect(self._go)
        self.undo = FlatButton(texts("panel.undo"), Look.LINK)
        self.undo.clicked.connect(self._context.undo)
        self.actions = tuple(muted(step=-1) for _ in range(ACTIONS))
        self.fold = FlatButton("›", Look.QUIET)
        self.fold.setAccessibleName(texts("panel.fold"))
        self.fold.setToolTip(texts("panel.fold"))
        self.fold.clicked.connect(self.fold_asked)

    def _lay_out(self) -> None:
        texts = self._context.texts
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        inside.setAutoFillBackground(True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(4)
        column.addLayout(self._head())
        self._add(column, 2, *self.axes)
        column.addWidget(self.method, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(column, 12, section(texts("panel.known")), self.bar, self.known, self.express)
        self._add(column, 12, section(texts("panel.useful")), self.question, self.gain)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(column, 12, section(texts("panel.last")))
        row = QHBoxLayout()
        row.addWidget(self.actions[0], 1)
        row.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._add(column, 0, *self.actions[1:])
        column.addStretch(1)
        self.setWidget(inside)

    def _head(self) -> QGridLayout:
        """Return the rose with the button that folds the panel in its corner."""
        grid = QGridLayout()
        grid.addWidget(self.rose, 0, 0)
        grid.addWidget(self.fold, 0, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        return grid

    def _add(self, column: QVBoxLayout, gap: int, *widgets: QWidget) -> None:
        column.addSpacing(gap)
        for widget in widgets:
            column.addWidget(widget)

    def _show_suggestion(self, found: Suggestion | None) -> None:
        texts = self._context.texts
        self._suggestion = found
        self.question.setText(found.question if found else texts("panel.nothing_useful"))
        self.gain.setText(found.gain if found else "")
        self.gain.setVisible(found is not None)
        self.go.setVisible(found is not None)

    def _show_express(self) -> None:
        """Say how far the first pass is, from its first answer to the day the full axes are published."""
        context, asked = self._context, first_pass(self._context.framework)
        done = settled(asked, context.assessment)
        self.express.setText(context.texts.plural("express.pass.known", done, total=len(asked)))
        self.express.setVisible(done > 0 and awaits(context.assessment, context.framework))

    def _show_method(self) -> None:
        """Name what is not as the program's edition has it; the results and the method's place say more."""
        said = notices(self._context)
        self.method.setText(said[0].replace("&", "&&") if said else "")
        self.method.setAccessibleName(", ".join((*said, self._context.texts("weights.see"))))
        self.method.setToolTip(" · ".join(said))
        self.method.setVisible(bool(said))
        self.method.updateGeometry()

    def _show_actions(self) -> None:
        context = self._context
        done = context.dossier.history.recent(ACTIONS)
        words = [operation_words(each, context.framework, context.countries, context.texts) for each in done]
        self.undo.setVisible(bool(done))
        if words:
            self.undo.setAccessibleName(context.texts("panel.undo_name", operation=words[0]))
        for place, label in enumerate(self.actions):
            label.setText(words[place] if place < len(words) else "")
            label.setVisible(place < len(words))
        if not words:
            self.actions[0].setText(context.texts("panel.no_action"))
            self.actions[0].setVisible(True)

    def _go(self) -> None:
        if self._suggestion:
            self._context.go(self._suggestion.step, self._suggestion.focus)
