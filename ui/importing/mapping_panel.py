"""Saying what each column of a table of one's own holds, with the first rows read under one's eyes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case
from diagnostic.imports.layout import KINDS, Layout, in_order, signature
from diagnostic.imports.recognise import FIRST, look_at
from diagnostic.imports.remembered import Remembered
from diagnostic.imports.source import Source, open_source
from diagnostic.imports.suggesting import likeliest_sheet, suggested
from diagnostic.imports.words import Words, load_words
from ui.forms.wrapping import WrapLayout
from ui.importing.column_row import ColumnRow, FieldChip
from ui.importing.mapping_frame import MappingFrame
from ui.importing.sample import sample
from ui.wizard.context import Context

_EXAMPLES = 3


class MappingPanel(MappingFrame):
    """`mapped` says the layout once the user is content; `left` that it is not wanted."""

    mapped = Signal(object)
    left = Signal()
    forgotten = Signal()
    """the columns matched before are to be forgotten, and the file read by its format"""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context.texts, parent)
        self._words: Words | None = None
        self._source: Source | None = None
        self._case: Case | None = None
        self._separator = ""
        self._all: tuple[tuple[str, ...], ...] = ()
        self._above = 0
        self.signature = ""
        self.rows: list[ColumnRow] = []
        self.kind.activated.connect(lambda _: self._choose_kind())
        self.header.toggled.connect(self._choose_header)
        self.sheet.activated.connect(lambda _: self._choose_sheet())
        self.read.clicked.connect(lambda: self.mapped.emit(self.layout_now()))
        self.back.clicked.connect(self.left)
        self.forget.clicked.connect(self.forgotten)

    @property
    def records(self) -> tuple[tuple[str, ...], ...]:
        """Return the first records of the table, without what stands above its titles."""
        return self._all[self._above :]

    def open(self, path: Path, layout: Layout | None, remembered: Remembered, case: Case) -> None:
        """Show a file, with the layout it was read by, or that its like were, or the likeliest. WorldError."""
        source = open_source(path)
        look = look_at(source)
        self._source, self._case, self._separator = source, case, look.separator
        self._words = self._words or load_words()
        self.title.setText(self._texts("importing.mapping.title", file=path.name))
        self.sheet.clear()
        self.sheet.addItems(look.sheets)
        self.sheet.setVisible(len(look.sheets) > 1)
        known = remembered.layout_of(look)
        self.forget.setVisible(known is not None)
        shown = layout or known
        chosen = likeliest_sheet(look, self._words, shown.sheet if shown else "")
        self.sheet.setCurrentText(chosen.sheet)
        self._take(chosen.records, shown)

    def layout_now(self) -> Layout:
        """Return the layout as the user has it."""
        return Layout(
            kind=str(self.kind.currentData()),
            columns={place: row.name for place, row in enumerate(self.rows) if row.name},
            header=self.header.isChecked(),
            separator=self._separator,
            sheet=self.sheet.currentText() if self.sheet.count() > 1 else "",
            above=self._above,
        )

    def _take(self, records: tuple[tuple[str, ...], ...], layout: Layout | None) -> None:
        assert self._words is not None
        self._all, self.signature = records, signature(records)
        found = layout or suggested(records, self._words, separator=self._separator)
        found = found or Layout(kind=KINDS[0], columns={})
        self._above = found.above
        self.kind.setCurrentIndex(KINDS.index(found.kind))
        self.header.blockSignals(True)
        self.header.setChecked(found.header)
        self.header.blockSignals(False)
        self._draw_columns(found)

    def _choose_kind(self) -> None:
        """Guess the columns again for another kind of row."""
        assert self._words is not None
        kind = str(self.kind.currentData())
        found = suggested(self._all, self._words, kind, separator=self._separator)
        found = found if found and found.header else Layout(kind=kind, columns={}, above=self._above)
        self._above = found.above
        self._draw_columns(found)

    def _choose_header(self, titled: bool) -> None:
        """Without titles, what stood above them is as much a row as any."""
        self._above = self._above if titled else 0
        self._draw_columns()

    def _choose_sheet(self) -> None:
        """Show another sheet, or why it cannot be read."""
        try:
            self._take(self._first_of(self.sheet.currentText()), None)
        except WorldError as fault:
            self._take((), None)
            self.said.setText(self._texts.error(fault, "importing"))

    def _first_of(self, sheet: str) -> tuple[tuple[str, ...], ...]:
        from diagnostic.imports.sheets import first_rows

        assert self._source is not None
        return first_rows(self._source, sheet, FIRST)

    def _draw_columns(self, layout: Layout | None = None) -> None:
        columns = (layout or self.layout_now()).columns
        kind, texts = str(self.kind.currentData()), self._texts
        specs = specs_of(RECORDS[kind])
        fields = [(spec.name, self._label(kind, spec.name)) for spec in in_order(kind) if spec.name in specs]
        _empty(self._list)
        width = max((len(record) for record in self.records), default=0)
        titled = self.header.isChecked()
        self.rows = []
        for place in range(width):
            values = [record[place] for record in self.records if place < len(record)]
            name = values[0].strip() if titled and values else ""
            title = name or texts("importing.mapping.column", number=place + 1)
            row = ColumnRow(title, values[titled : titled + _EXAMPLES], texts)
            row.offer(fields, texts("importing.mapping.unused"))
            row.show_field(columns.get(place, ""))
            row.picked.connect(lambda name, row=row: self._pick(row, name))
            self.rows.append(row)
            self._list.addWidget(row)
        self._list.addStretch(1)
        _empty(self._chips)
        for name, words in fields:
            self._chips.addWidget(FieldChip(name, words))
        self._draw_sample()

    def _pick(self, row: ColumnRow, name: str) -> None:
        """Give a field to one column at most."""
        for other in self.rows:
            if other is not row and name and other.name == name:
                other.show_field("")
        self._draw_sample()

    def _draw_sample(self) -> None:
        layout = self.layout_now()
        assert self._case is not None
        assert self._words is not None
        found = sample(self.records, layout, self._case, self._words, self._texts)
        self.table.show_sample(found)
        specs = specs_of(RECORDS[layout.kind])
        used = set(layout.columns.values())
        missing = [
            self._texts(f"field.{layout.kind}.{name}")
            for name, spec in specs.items()
            if spec.needed and name not in used
        ]
        said = found.faults()[:4] if used else [self._texts("importing.mapping.nothing")]
        if missing and used:
            said.insert(0, self._texts("importing.mapping.missing", fields=self._texts.listing(missing)))
        self.said.setText("\n".join(said))
        self.read.setEnabled(bool(used))

    def _label(self, kind: str, name: str) -> str:
        label = self._texts(f"field.{kind}.{name}")
        return f"{label} *" if specs_of(RECORDS[kind])[name].needed else label


def _empty(layout: QVBoxLayout | WrapLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
