"""One proposed recommendation: why, how much is at stake, what it takes, and the choice to keep or drop it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.rank_words import rank_words
from diagnostic.charts.layout import hue_of
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.results import Proposal, Rank
from ui.forms.reading_only import hold
from ui.results.indicator_words import figures
from ui.results.row_button import RowButton, RowWords
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted
from ui.strategy.choices import untouched
from ui.strategy.priority_fields import PriorityFields
from ui.wizard.context import Context

MOST_NAMES = 3


class ProposalCard(QWidget):
    """A card whose choice can change without being built again, so that the keyboard stays where it is."""

    kept = Signal(str)
    dropped = Signal(str)
    reconsidered = Signal(str)
    seen = Signal(str)
    """the recommendation whose action is to be shown"""
    reason_chosen = Signal(str)
    """an indicator to see in detail"""

    def __init__(self, proposal: Proposal, desk: Desk, context: Context) -> None:
        super().__init__()
        self.proposal = proposal
        self._texts = desk.texts
        self._title = desk.framework.recommendation(proposal.recommendation).title[desk.lang]
        self.rank = muted()
        self.priority = PriorityFields(context, proposal.recommendation, self._title)
        self.state = Label(bold=True, wrap=False)
        self.keep = self._button("keep", Look.PRIMARY)
        self.drop = self._button("drop", Look.PLAIN)
        self.reconsider = self._button("reconsider", Look.LINK)
        self.see = self._button("see", Look.LINK)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        self._heads, self._why = self._heads_of(desk), self._why_of(desk)
        for widget in (*self._heads, self.priority, *self._why):
            box.addWidget(widget)
        box.addLayout(self._buttons())
        self._connect()
        self.show_choice(None)

    def show_choice(self, action: Action | None) -> None:
        """Show what became of the proposal."""
        focused = self.window().focusWidget() in (self.keep, self.drop, self.reconsider, self.see)
        decided = action is not None
        self.keep.setVisible(not decided)
        self.drop.setVisible(not decided)
        self.reconsider.setVisible(action is not None and untouched(action))
        self.see.setVisible(decided)
        for widget in self._why:
            widget.setVisible(not decided)
        self.state.setText(self._state_words(action) if action else "")
        self.state.setVisible(decided)
        if focused:
            (self.see if decided else self.keep).setFocus()

    def show_rank(self, place: int, rank: Rank) -> None:
        """Show where the proposal stands and the sum that puts it there."""
        words = rank_words(rank, self._texts)
        if rank.tied:
            words = f"{words} · {self._texts('rank.tied')}"
        self.rank.setText(self._texts("rank.name", place=str(place), words=words))

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, from top to bottom."""
        reasons = [widget for widget in self._why if isinstance(widget, RowButton)]
        return [*self.priority.stops(), *reasons, self.keep, self.drop, self.see, self.reconsider]

    def take_focus(self) -> None:
        """Put the keyboard on the choice, or on the way to the action chosen."""
        (self.keep if self.see.isHidden() else self.see).setFocus(Qt.FocusReason.OtherFocusReason)

    def hold(self, why: str) -> None:
        """Take no choice, and say why."""
        for button in (self.keep, self.drop, self.reconsider):
            hold(button, why)

    def _state_words(self, action: Action) -> str:
        mark = "–" if action.state is ActionState.DROPPED else "✓"
        return f"{mark} {self._texts.label(action.state) if action.state else self._texts('strategy.kept')}"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card's ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _heads_of(self, desk: Desk) -> list[QWidget]:
        known = desk.framework.recommendation(self.proposal.recommendation)
        return [Label(self._title, step=1, bold=True), self.rank, Label(known.why[desk.lang])]

    def _why_of(self, desk: Desk) -> list[QWidget]:
        """Return what a decided card folds away."""
        lines: list[QWidget] = [self._reason(indicator, desk) for indicator in self.proposal.reasons]
        lines += [muted(line) for line in self._notes(desk)]
        return lines

    def _reason(self, indicator: str, desk: Desk) -> RowButton:
        result = desk.assessment.indicator(indicator)
        hue = hue_of(result.domain, desk.framework)
        points = desk.texts.number(-(result.at_stake or 0.0), 1)
        row = RowButton(
            RowWords(
                title=desk.framework.indicator(indicator).title[desk.lang],
                detail=figures(result, desk),
                chip=desk.texts("results.findings.points", points=points),
                mark="▼",
                tint=hue.light,
                ink=hue.text,
            )
        )
        row.setAccessibleDescription(desk.texts("strategy.reason_name"))
        row.clicked.connect(lambda _=False: self.reason_chosen.emit(indicator))
        return row

    def _notes(self, desk: Desk) -> list[str]:
        known = desk.framework.recommendation(self.proposal.recommendation)
        notes = [desk.texts("strategy.first_step", text=known.first_step[desk.lang])]
        for key, ids in (("planned", self.proposal.planned), ("unknown", self.proposal.unknown)):
            if ids:
                notes.append(desk.texts(f"strategy.{key}", names=_names(ids, desk)))
        return notes

    def _button(self, name: str, look: Look) -> FlatButton:
        button = FlatButton(self._texts(f"strategy.{name}"), look)
        button.setAccessibleName(self._texts(f"strategy.{name}_name", title=self._title))
        return button

    def _buttons(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(10)
        for button in (self.keep, self.drop):
            line.addWidget(button)
        line.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.see)
        line.addWidget(self.reconsider)
        line.addStretch(1)
        return line

    def _connect(self) -> None:
        id_ = self.proposal.recommendation
        self.keep.clicked.connect(lambda _=False: self.kept.emit(id_))
        self.drop.clicked.connect(lambda _=False: self.dropped.emit(id_))
        self.see.clicked.connect(lambda _=False: self.seen.emit(id_))
        self.reconsider.clicked.connect(lambda _=False: self.reconsidered.emit(id_))


def _names(ids: tuple[str, ...], desk: Desk) -> str:
    names = [desk.framework.indicator(id_).title[desk.lang] for id_ in ids[:MOST_NAMES]]
    if len(ids) > MOST_NAMES:
        return desk.texts.plural("strategy.unknown_more", len(ids) - MOST_NAMES, names=", ".join(names))
    return desk.texts.listing(names)
