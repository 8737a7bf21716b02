"""All the fields of the table's current row, under the table: saved as one types, closed by Escape."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from ui.forms.row_form import RowForm
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label
from ui.tables.cells import words_of
from ui.tables.columns import columns_of
from ui.tables.facts import facts_of
from ui.wizard.context import Context

_LINES = 11
"""The panel keeps at least that many lines in view."""


class EditorPanel(QFrame):
    """The form of one row, with its name above. `stored` says a new row, `closed` that the user is done."""

    stored = Signal(object)
    closed = Signal()

    def __init__(self, context: Context, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self.title = Label(bold=True, step=1)
        self.close_button = FlatButton(context.texts("table.close"), Look.QUIET)
        self.close_button.clicked.connect(self.close_panel)
        self._form: RowForm | None = None
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._lay_out()
        self.hide()

    @property
    def form(self) -> RowForm:
        """Return the form, made when it is first needed."""
        if self._form is None:
            self._form = RowForm(self._context, self._kind)
            self._form.stored.connect(self.stored)
            self._inner.insertWidget(0, self._form)
            # A layout shows what it takes in a moment later: too late to take the cursor now.
            self._form.show()
        return self._form

    @property
    def row(self) -> Row | None:
        """Return the row in the form; None while the panel is closed."""
        return None if self.isHidden() else self.form.row

    def open_new(self) -> None:
        """Show the form of a row that begins with the first thing typed."""
        self._show(RECORDS[self._kind](), self._context.texts(f"table.new.{self._kind}"))
        self.form.focus_field()

    def open_row(self, row: Row) -> None:
        """Show the form of a row; the one in view stays as long as what is typed in it cannot be saved."""
        facts = facts_of(self._context.snapshot, self._context.texts, self._context.countries)
        self._show(row, words_of(columns_of(self._kind)[0], row, facts))

    def close_panel(self) -> None:
        """Save what is typed and close; stay if it could not be saved."""
        if self.form.settle():
            self.hide()
            self.closed.emit()

    def drop(self) -> None:
        """Close without saving: the row is no more."""
        self.form.forget()
        self.hide()

    def sizeHint(self) -> QSize:
        """Return a size of a few lines: the fields scroll in what room there is."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def hasHeightForWidth(self) -> bool:
        """Return that the height is not that of all the fields."""
        return False

    def settle(self) -> bool:
        """Save what is typed; False if it could not be, and is still typed."""
        return self.isHidden() or self.form.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    def _show(self, row: Row, title: str) -> None:
        if not self.form.show_row(row):
            return
        self.title.setText(title)
        self.setAccessibleName(title)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
        self.show()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.Base)
        self._inner = QVBoxLayout(ground)
        self._inner.setContentsMargins(0, 0, 12, 0)
        self._inner.addStretch(1)
        area.setWidget(ground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 6, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(area, 1)
