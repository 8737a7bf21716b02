"""One kind of table, whole: its actions, its rows, its totals, the form of a row, what is said of it all."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from diagnostic.dossier import operations
from diagnostic.dossier.row import Row
from diagnostic.dossier.vocabulary import TableState
from ui.forms.reading_only import hold
from ui.forms.words import Notice
from ui.shell.buttons import FlatButton, Look
from ui.tables.actions_bar import ActionsBar
from ui.tables.editor_panel import EditorPanel
from ui.tables.empty_state import EmptyState
from ui.tables.facts import DEPENDS
from ui.tables.pasting import paste
from ui.tables.row_model import RowModel
from ui.tables.standing_row import StandingRow
from ui.tables.table_view import TableView
from ui.tables.totals_row import TotalsRow
from ui.wizard.context import Context


class TableSection(QWidget):
    """The rows of one kind, to add, edit, duplicate, delete, sort, filter and add up."""

    def __init__(self, context: Context, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.kind = kind
        self.model = RowModel(context, kind, self)
        self.bar = ActionsBar(context.texts, kind)
        self.view = TableView(context, self.model)
        self.totals = TotalsRow(self.view, self.model)
        self.empty = EmptyState(context.texts, kind)
        self.panel = EditorPanel(context, kind)
        self.standing = StandingRow(context, kind)
        self.notice = Notice()
        self.undo = FlatButton(context.texts("table.undo"), Look.LINK)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.paste_key = QShortcut(QKeySequence.StandardKey.Paste, self, context=within)
        self._lay_out()
        self._connect()
        if context.read_only:
            self._only_read(context.texts("form.read_only"))
        self._show_what_fits()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Take the rows again."""
        if self.kind in kinds or kinds & DEPENDS:
            self._withdraw_notice()
            self.model.refresh()
            self._follow_row()
        self.standing.refresh()
        self._show_what_fits()

    def settle(self) -> bool:
        """Save what is typed; False if it could not be, and is still typed."""
        return self.view.settle() and self.panel.settle()

    def add(self) -> None:
        """Open the form of a new row."""
        if self.context.read_only or not self.panel.settle():
            return
        self.view.clearSelection()
        self.panel.open_new()
        self._show_what_fits()
        self.panel.form.focus_field()

    def open(self) -> None:
        """Open the form of the current row, the cursor in the field of the current column."""
        row = self.view.current_row
        if row is None:
            return
        self.panel.open_row(row)
        self._show_what_fits()
        self.view.scrollTo(self.view.currentIndex())
        self.panel.form.focus_field(self.model.columns[max(0, self.view.currentIndex().column())].id)

    def duplicate(self) -> None:
        """Add a copy of the current row and select it."""
        row = self.view.current_row
        if row is not None and not self.context.read_only:
            done = self.context.apply(operations.duplicate(row))
            if done is not None:
                self.bring_forward(done.changes[0].row.id, edit=False)

    def remove(self) -> None:
        """Delete the selected rows; the next one is selected, and a word says how to have them back."""
        rows = self.view.selected_rows()
        if not rows or self.context.read_only:
            return
        place = self.model.place_of(rows[0].id)
        name = self.model.data(self.model.index(place, 0))
        if self.context.apply(operations.remove(self.context.snapshot, rows)) is None:
            return
        self.view.select_place(place)
        self._notify(rows, name)
        (self.view if self.model.rowCount() else self.bar.add).setFocus()

    def paste(self) -> None:
        """Bring in the rows on the clipboard; a word says what was done, and how to take it back."""
        if self.context.read_only:
            self.notice.say(self.context.texts("form.read_only"))
            return
        if not self.settle():
            return
        content = QGuiApplication.clipboard().mimeData()
        pasted = paste(self.context, self.kind, self.model.columns, self.model.facts, content)
        if pasted is None:
            return
        if pasted.done:
            self.bring_forward(pasted.done.changes[0].row.id, edit=False)
            self.view.setFocus()
        self.notice.say(pasted.said)
        self.undo.setVisible(pasted.done is not None)

    def bring_forward(self, id_: int, *, edit: bool = True) -> None:
        """Show and select a row, and open its form."""
        if not self.view.select_row(id_):
            self.bar.filter.clear()
            if not self.view.select_row(id_):
                return
        if edit:
            self.open()

    def _only_read(self, why: str) -> None:
        for part in (self.bar, self.standing):
            part.hold(why)
        hold(self.empty.button, why)
        hold(self.empty.bring, why)
        hold(self.empty.paste, why)

    def _stored(self, row: Row) -> None:
        self.view.select_row(row.id)
        self._show_what_fits()

    def _follow_row(self) -> None:
        """Keep the form on its row as it is now; close it when the row is gone."""
        row = self.panel.row
        if row is None or not row.id:
            return
        now = next((each for each in self.context.snapshot.rows(self.kind) if each.id == row.id), None)
        if now is None:
            self.panel.drop()
        else:
            self.panel.open_row(now)

    def _moved(self) -> None:
        row = self.view.current_row
        self.bar.wait_for_row(row is not None)
        if row is not None and self.panel.row is not None and row.id != self.panel.row.id:
            self.panel.open_row(row)

    def _closed(self) -> None:
        self._show_what_fits()
        (self.view if self.model.rowCount() else self.empty.button).setFocus()

    def _notify(self, rows: list[Row], name: str) -> None:
        texts = self.context.texts
        said = texts("table.removed_one", name=name) if len(rows) == 1 else texts.plural("table.removed", len(rows))
        self.notice.say(said)
        self.undo.show()

    def _withdraw_notice(self) -> None:
        self.notice.say("")
        self.undo.hide()

    def _filter(self, text: str) -> None:
        current = self.view.current_row
        self.model.filter(text)
        self._withdraw_notice()
        self.notice.say("" if self.model.rowCount() else self.context.texts("table.nothing_found"))
        if current is None or not self.view.select_row(current.id):
            self.bar.wait_for_row(False)

    def _to_table(self) -> None:
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.view.select_place(0)

    def _show_what_fits(self) -> None:
        rows = bool(self.context.snapshot.rows(self.kind))
        editing = not self.panel.isHidden()
        self.empty.say_complete(self.context.snapshot.standing(self.kind) is TableState.COMPLETE)
        self.empty.setVisible(not rows and not editing)
        self.bar.setVisible(rows or editing)
        self.view.setVisible(rows)
        self.totals.setVisible(rows)
        self.standing.setVisible(not editing)
        self.bar.wait_for_row(self.view.current_row is not None and rows)

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        bar = self.bar
        for button, act in (
            (bar.add, self.add), (bar.edit, self.open), (bar.duplicate, self.duplicate), (bar.remove, self.remove)
        ):  # fmt: skip
            menu.addAction(button.text(), act).setEnabled(button.isEnabled())
        menu.addAction(self.context.texts("table.copy"), self.view.copy).setEnabled(bar.edit.isEnabled())
        menu.addAction(self.context.texts("table.paste"), self.paste).setEnabled(not self.context.read_only)
        menu.popup(self.view.viewport().mapToGlobal(at))

    def _paste_by_key(self) -> None:
        """Paste rows, unless a single cell or the form is being worked in: what is pasted there is theirs."""
        focus = QApplication.focusWidget()
        editing = self.view.state() == QAbstractItemView.State.EditingState
        if not editing and not (focus and self.panel.isAncestorOf(focus)):
            self.paste()

    def _connect(self) -> None:
        bar, view = self.bar, self.view
        self.paste_key.activated.connect(self._paste_by_key)
        self.empty.paste_asked.connect(self.paste)
        for signal in (bar.add.clicked, self.empty.add_asked, view.add_asked):
            signal.connect(self.add)
        for signal in (bar.bring.clicked, self.empty.import_asked):
            signal.connect(self.context.import_asked)
        for signal in (bar.edit.clicked, view.open_asked):
            signal.connect(self.open)
        for signal in (bar.duplicate.clicked, view.duplicate_asked):
            signal.connect(self.duplicate)
        for signal in (bar.remove.clicked, view.remove_asked):
            signal.connect(self.remove)
        bar.filter.textChanged.connect(self._filter)
        bar.filter.left.connect(self._to_table)
        view.filter_asked.connect(lambda: bar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason))
        view.current_changed.connect(self._moved)
        view.customContextMenuRequested.connect(self._menu)
        self.panel.stored.connect(self._stored)
        self.panel.closed.connect(self._closed)
        self.undo.clicked.connect(self.context.undo)

    def _lay_out(self) -> None:
        self.view.setAccessibleName(self.context.texts(f"kind.{self.kind}.name").capitalize())
        said = QHBoxLayout()
        said.addWidget(self.notice)
        said.addWidget(self.undo)
        said.addStretch(1)
        self._withdraw_notice()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addSpacing(6)
        layout.addWidget(self.view, 100)
        layout.addWidget(self.totals)
        layout.addWidget(self.empty)
        layout.addLayout(said)
        layout.addSpacing(10)
        layout.addWidget(self.panel, 140)
        layout.addWidget(self.standing)
        layout.addStretch(1)
