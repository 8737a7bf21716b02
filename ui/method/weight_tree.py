"""All weights, folded by domain: 40 indicators without a mess."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from diagnostic.framework.model import Framework, Indicator, Node
from ui.method.grid import column_heads
from ui.method.reading import Reading
from ui.method.weight_row import WeightRow
from ui.method.words import effect_words
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import Label
from ui.wizard.context import Context

FOLDED, OPEN = "▸", "▾"
INDENT = 22
"""Pixels by which a branch's items stand in from it."""


class Branch(Column):
    """A domain: its own weight, and those of its items while it is open. They are made the first time."""

    made = Signal(object)
    """a WeightRow"""

    def __init__(self, context: Context, node: Node) -> None:
        super().__init__(spacing=0)
        self.node = node
        self._context = context
        self._reading: Reading | None = None
        self.fold = RowButton(RowWords(title=node.title[context.texts.lang], mark=FOLDED, detail=" "))
        self.fold.clicked.connect(lambda _=False: self.open(not self.is_open))
        self.row = WeightRow(context, node, self.fold)
        self.inside: Column | None = None
        self.branches: list[Branch] = []
        self.leaves: list[WeightRow] = []
        self.add(self.row)

    @property
    def is_open(self) -> bool:
        """Return whether the items are in view."""
        return self.inside is not None and not self.inside.isHidden()

    def open(self, opened: bool = True) -> None:
        """Open or fold."""
        if opened and self.inside is None:
            self._make()
        if self.inside is not None:
            self.inside.setVisible(opened)
        if self._reading is not None:
            self.draw(self._reading)

    def draw(self, reading: Reading) -> None:
        """Show the domain's weight and score, and its items if they are in view."""
        self._reading = reading
        self._tell(reading)
        self.row.draw(reading)
        if self.is_open:
            for part in (*self.leaves, *self.branches):
                part.draw(reading)

    def rows(self) -> list[WeightRow]:
        """Return the rows that are made, in order, from the top."""
        return [self.row, *self.leaves, *(row for branch in self.branches for row in branch.rows())]

    def _make(self) -> None:
        framework = self._context.in_use.framework
        self.inside = Column(spacing=0, margins=(INDENT, 0, 0, 10))
        for indicator in framework.indicators_of(self.node.id):
            self.leaves.append(leaf(self._context, indicator))
        for child in framework.children(self.node.id):
            branch = Branch(self._context, child)
            branch.made.connect(self.made)
            self.branches.append(branch)
        self.inside.add(*self.leaves, *self.branches)
        self.add(self.inside)
        for row in (*self.leaves, *(branch.row for branch in self.branches)):
            self.made.emit(row)

    def _tell(self, reading: Reading) -> None:
        texts = reading.texts
        below = items_below(self.node.id, reading.framework)
        changed = sum(item in self._context.framework.edition_weights for item in below)
        parts = [texts("weights.score", score=effect_words(self.node.id, reading.edition, reading.own, texts))]
        if changed:
            parts.append(texts.plural("kind.weighting", changed))
        mark = OPEN if self.is_open else FOLDED
        self.fold.words = replace(self.fold.words, detail=" · ".join(parts), mark=mark)
        state = texts("weights.open" if self.is_open else "weights.folded")
        self.fold.setAccessibleName(", ".join((self.row.title, *parts, state)))
        self.fold.updateGeometry()
        self.fold.update()


class WeightTree(Column):
    """The axes, one under the other, each with its domains."""

    reached = Signal(object)
    """the WeightRow that the keyboard went to"""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=2)
        self._context = context
        self._begun = False
        self.branches: list[Branch] = []
        self.leaves: list[WeightRow] = []
        for axis in context.in_use.framework.axes():
            self._add_axis(axis)
        for row in self.rows():
            self._follow(row)

    def draw(self, reading: Reading) -> None:
        """Show all that is in view; domains in which something is changed are open at first."""
        for branch in self.branches:
            branch.draw(reading)
        for row in self.leaves:
            row.draw(reading)
        if not self._begun:
            self._begun = True
            own = {row.item for row in reading.snapshot.weightings}
            for branch in self.branches:
                if own & items_below(branch.node.id, reading.framework):
                    branch.open()

    def rows(self) -> list[WeightRow]:
        """Return the rows that are made, in order."""
        return [row for part in self._parts for row in (part.rows() if isinstance(part, Branch) else [part])]

    def show_item(self, id_: str) -> WeightRow | None:
        """Open what holds an item and return its row, None if there is none."""
        for branch in self.branches:
            if id_ in items_below(branch.node.id, self._context.in_use.framework):
                branch.open()
        return next((row for row in self.rows() if row.item.id == id_), None)

    def open_all(self, opened: bool) -> None:
        """Open every domain, or fold them all."""
        for branch in self.branches:
            branch.open(opened)

    def settle(self) -> bool:
        """Save what is typed; False if something could not be."""
        stored = [row.settle() for row in self.rows()]  # each of them, also after one that could not be
        return all(stored)

    @property
    def _parts(self) -> list[Branch | WeightRow]:
        return sorted((*self.branches, *self.leaves), key=self.layout().indexOf)

    def _add_axis(self, axis: Node) -> None:
        context = self._context
        framework = context.in_use.framework
        self.space(10)
        self.add(Label(axis.title[context.texts.lang], step=1, bold=True), column_heads(context.texts))
        for child in framework.children(axis.id):
            branch = Branch(context, child)
            branch.made.connect(self._follow)
            self.branches.append(branch)
            self.add(branch)
        for indicator in framework.indicators_of(axis.id):
            self.leaves.append(leaf(context, indicator))
            self.add(self.leaves[-1])

    def _follow(self, row: WeightRow) -> None:
        row.moved.connect(lambda step: self._move(row, step))

    def _move(self, row: WeightRow, step: int) -> None:
        seen = [each for each in self.rows() if each.isVisible()]
        place = seen.index(row) + step
        if 0 <= place < len(seen):
            seen[place].take_focus()
            self.reached.emit(seen[place])


def leaf(context: Context, indicator: Indicator) -> WeightRow:
    """Return the row of an indicator."""
    title = Label(indicator.title[context.texts.lang])
    row = WeightRow(context, indicator, title)
    title.setBuddy(row.weight.editor)
    return row


def items_below(node: str, framework: Framework) -> frozenset[str]:
    """Return the ids of all that stands under a node."""
    found = {indicator.id for indicator in framework.indicators_of(node)}
    for child in framework.children(node):
        found |= {child.id, *items_below(child.id, framework)}
    return frozenset(found)
