"""The fields of one row: what is typed is saved at once, field by field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from diagnostic.dossier.checks import remarks
from diagnostic.dossier.fields import FieldSpec, specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from ui.forms.columns import Columns
from ui.forms.entry import Entry, written
from ui.forms.field_row import FieldRow
from ui.forms.groups import Group, groups_of
from ui.forms.writing import Writer, row_writer
from ui.shell.typography import section
from ui.wizard.context import Context


class RowForm(QWidget):
    """A form over one row. `stored` says the row when a new one has been added to the dossier."""

    stored = Signal(object)

    def __init__(
        self,
        context: Context,
        kind: str,
        *,
        groups: Sequence[Group] | None = None,
        writer: Writer | None = None,
        indent: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._writer = writer or row_writer(context)
        self._session = 0
        self.kind = kind
        self.row: Row | None = None
        self.fields: dict[str, FieldRow] = {}
        self.columns: dict[str, Columns] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(indent, 0, 0, 0)
        self._box.setSpacing(8)
        for group in groups or groups_of(kind):
            self._add_group(group)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_row(self, row: Row) -> bool:
        """Show a row, once what was typed in the one before is saved; stay on that one and return False if not."""
        if self.row is not None and row.id != self.row.id:
            if not self.settle():
                return False
            self.forget()
        self.row = row
        doubts = {} if not row.id and row.kind != "answer" else self._doubts(row)
        for name, field in self.fields.items():
            field.display(row, doubts.get(name, ""))
        return True

    def settle(self) -> bool:
        """Save what is typed and not saved yet; False if it could not be, and is still typed."""
        return all(field.settle() for field in self.fields.values())

    def forget(self) -> None:
        """Let go of what is typed and not saved yet: its row is no more, or another comes in."""
        for field in self.fields.values():
            field.forget()

    def focus_field(self, name: str = "") -> None:
        """Put the cursor in a field, or in the first one."""
        field = self.fields.get(name) or next(iter(self.fields.values()))
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _doubts(self, row: Row) -> dict[str, str]:
        texts = self._context.texts
        found: dict[str, str] = {}
        for remark in remarks(row, self._context.snapshot):
            params = {
                name: texts.number(value) if isinstance(value, int | float) else value
                for name, value in remark.params.items()
            }
            found.setdefault(remark.field, texts(f"remark.{remark.key}", **params))
        return found

    def _add_group(self, group: Group) -> None:
        title = self._context.texts(f"form.group.{group.id}") if group.id else ""
        if title:
            self._box.addSpacing(8)
            self._box.addWidget(section(title))
        columns = Columns(self)
        columns.setAccessibleName(title)
        self.columns[group.id] = columns
        specs = specs_of(RECORDS[self.kind])
        for name in group.fields:
            self._add_field(columns, specs[name])
            self.fields[name].label.setVisible(len(group.fields) > 1 or not title)
        self._box.addWidget(columns)

    def _add_field(self, columns: Columns, spec: FieldSpec) -> None:
        field = FieldRow(self._context, self.kind, spec, lambda entry: self._keep(spec, entry))
        field.left.connect(self._left)
        self.fields[spec.name] = field
        columns.add(field, wide=field.wide)

    def _left(self) -> None:
        """Begin a new step of undo: what is typed from now on is taken back apart."""
        self._session += 1

    def _keep(self, spec: FieldSpec, entry: Entry) -> bool:
        before = self.row
        if before is None:
            return True
        after = written(before, spec, entry)
        merge = f"{self.kind}.{before.id}.{spec.name}.{self._session}"
        if after == before:
            return self.show_row(before)
        stored = self._writer(before, after, spec.name, merge)
        if stored is None:
            return False
        self.row = stored
        self.show_row(stored)
        if not before.id:
            self.stored.emit(stored)
        return True
