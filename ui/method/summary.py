"""What the users' weights change as a whole, and the way back for all of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from diagnostic.charts.wording import score_words
from ui.forms.reading_only import hold
from ui.method.reading import Reading
from ui.method.words import strangers
from ui.results.column import Column
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted
from ui.wizard.context import Context


class Summary(Column):
    """How many weights are changed, and what each axis scores with the edition's weights and with these."""

    reset_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=4)
        self._context = context
        texts = context.texts
        self.count = Label(bold=True)
        self.axes = tuple(Label(step=1) for _ in context.in_use.framework.axes())
        self.strangers = muted()
        self.reset = FlatButton(texts("weights.reset_all"), Look.PLAIN)
        self.reset.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.reset.clicked.connect(lambda _=False: self.reset_asked.emit())
        if context.read_only:
            hold(self.reset, texts("form.read_only"))
        self.add(self.count, *self.axes, self.strangers, self.reset)

    def draw(self, reading: Reading) -> None:
        """Say what the weights change."""
        texts, changed = reading.texts, len(self._context.framework.edition_weights)
        self.count.setText(texts.plural("kind.weighting", changed) if changed else texts("weights.none"))
        for label, axis in zip(self.axes, reading.framework.axes(), strict=True):
            before, now = (score_words(found.node(axis.id), texts) for found in (reading.edition, reading.own))
            key = "axis" if not changed else "axis_same" if before == now else "axis_moved"
            label.setText(texts(f"weights.{key}", axis=axis.short[reading.lang], before=before, now=now))
        found = strangers(reading.snapshot, reading.framework)
        self.strangers.setText(texts.plural("weights.strangers", len(found), items=", ".join(found)) if found else "")
        self.strangers.setVisible(bool(found))
        self.reset.setVisible(bool(reading.snapshot.weightings))
