"""The directory: who can help, by what they are, to correct, complete, hide and add to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diagnostic.dossier.decisions import Ally
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.vocabulary import AllyKind
from diagnostic.strategy.directory import Directory
from diagnostic.strategy.results import Listed
from ui.forms.disclosure import Disclosure
from ui.forms.reading_only import hold
from ui.results.column import Column
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted
from ui.strategy.directory_choices import leave_out, show_again, take_away
from ui.strategy.directory_line import DirectoryLine
from ui.strategy.whole_form import WholeForm
from ui.tables.editor_panel import EditorPanel
from ui.wizard.context import Context

HIDDEN = "hidden"
ORDER = (AllyKind.FUNDER, AllyKind.NETWORK, AllyKind.REGIONAL_NETWORK, AllyKind.THINKING, AllyKind.OTHER)
GROUPS = (*(kind.value for kind in ORDER), HIDDEN)


class DirectoryList(Column):
    """Groups that open; the form of a line stands above them."""

    form_opened = Signal()

    def __init__(self, context: Context, directory: Directory) -> None:
        super().__init__(spacing=6)
        self._context = context
        self._directory = directory
        self._lines: dict[str, tuple[Listed, ...]] = {}
        self.panel = EditorPanel(context, "ally")
        self._whole = WholeForm(self.panel)
        self.groups = {group: Disclosure("", self._maker(group)) for group in GROUPS}
        self.new = FlatButton(context.texts("directory.add"), Look.PLAIN)
        self._lay_out()
        self.new.clicked.connect(lambda _=False: self.open_new())
        self.panel.closed.connect(self._closed)

    def fill(self) -> None:
        """Show the directory of the campaign; groups keep being open or not, and the keyboard its place."""
        self._follow_row()
        found = self._found()
        for group, disclosure in self.groups.items():
            lines, before = found.get(group, ()), self._lines.get(group)
            disclosure.setVisible(bool(lines))
            if lines == before:
                continue
            self._lines[group] = lines
            title = self._title(group, len(lines))
            disclosure.button.setText(title.replace("&", "&&"))
            disclosure.button.setAccessibleName(title)
            if isinstance(disclosure.content, Column):
                self._refill(disclosure.content, lines)

    def open_new(self, kind: AllyKind | None = None) -> None:
        """Open the form of an ally of one's own."""
        if self._context.read_only or not self.panel.settle():
            return
        self.panel.open_new()
        if kind is not None:
            territory = self._context.snapshot.territory
            self.panel.form.show_row(Ally(type=kind, region=territory.region))
        self._opened()

    def settle(self) -> bool:
        """Save what is typed; False if it could not be."""
        return self.panel.settle()

    def _found(self) -> dict[str, tuple[Listed, ...]]:
        allies, lang = self._context.snapshot.allies, self._context.texts.lang
        shown = self._directory.listed(allies, lang)
        found = {
            kind.value: tuple(one for one in shown if (one.ally.type or AllyKind.OTHER) is kind) for kind in AllyKind
        }
        return {**found, HIDDEN: self._directory.left_out(allies, lang)}

    def _title(self, group: str, count: int) -> str:
        texts = self._context.texts
        if group == HIDDEN:
            return texts("directory.hidden", count=str(count))
        return texts("directory.group_count", kind=texts(f"directory.group.{group}"), count=str(count))

    def _maker(self, group: str) -> Callable[[], Column]:
        def make() -> Column:
            content = Column(spacing=4, margins=(18, 0, 0, 4))
            self._refill(content, self._lines.get(group, ()))
            return content

        return make

    def _refill(self, content: Column, lines: Sequence[Listed]) -> None:
        old = content.findChildren(DirectoryLine)
        place = next((i for i, line in enumerate(old) if line.isAncestorOf(self.focusWidget() or self)), -1)
        content.clear()
        made = [self._line(listed) for listed in lines]
        content.add(*made)
        if place >= 0:
            self._focus(made[min(place, len(made) - 1)] if made else None)

    def _line(self, listed: Listed) -> DirectoryLine:
        line = DirectoryLine(listed, self._context.texts, read_only=self._context.read_only)
        line.asked.connect(lambda what: self._do(what, line))
        return line

    def _do(self, what: str, line: DirectoryLine) -> None:
        context, listed = self._context, line.listed
        if what == "edit":
            self._open(line)
            return
        operations: dict[str, Callable[[], Operation]] = {
            "leave": lambda: leave_out(listed),
            "show": lambda: show_again(listed, self._directory, context.texts.lang, context.snapshot),
            "remove": lambda: take_away(listed, context.snapshot),
            "restore": lambda: take_away(listed, context.snapshot),
        }
        if self.panel.settle():
            context.apply(operations[what]())

    def _open(self, line: DirectoryLine) -> None:
        """Open the form of a line; a shipped entry becomes the users' own row with the first thing changed."""
        if not self.panel.settle():
            return
        self.panel.open_row(line.listed.ally)
        self._opened()

    def _opened(self) -> None:
        self.form_opened.emit()
        self.panel.form.focus_field()

    def _closed(self) -> None:
        """Give the keyboard back to the line whose form was open."""
        row = self.panel.form.row
        found = [line for line in self.findChildren(DirectoryLine) if isinstance(row, Ally) and _same(line, row)]
        (found[0].buttons["edit"] if found and found[0].isVisible() else self.new).setFocus()

    def _follow_row(self) -> None:
        """Keep the form on its row as it is now; close it when the row is gone."""
        row = self.panel.row
        if row is None or not row.id:
            return
        now = next((each for each in self._context.snapshot.allies if each.id == row.id), None)
        if now is None:
            self.panel.drop()
        else:
            self.panel.open_row(now)

    def _focus(self, line: DirectoryLine | None) -> None:
        """Put the keyboard on a line drawn again, once it can take it."""
        taker: QWidget = next(iter(line.buttons.values())) if line else self.new
        QTimer.singleShot(0, taker, lambda: taker.setFocus())

    def _lay_out(self) -> None:
        texts = self._context.texts
        self.new.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add(Label(texts("directory.title"), step=1, bold=True), muted(texts("directory.lead")))
        self.add(self.new, self.panel, *self.groups.values())
        if self._context.read_only:
            hold(self.new, texts("form.read_only"))


def _same(line: DirectoryLine, row: Ally) -> bool:
    ally = line.listed.ally
    return "edit" in line.buttons and (ally.id == row.id if row.id else bool(row.entry) and ally.entry == row.entry)
