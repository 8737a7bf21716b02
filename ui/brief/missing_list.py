"""What the document would gain from: the steps that miss most."""

from __future__ import annotations

from PySide6.QtCore import Signal

from diagnostic.texts import Texts
from ui.brief.outline import MissingStep
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import Label, muted


class MissingList(Column):
    """The steps that would make the brief more useful."""

    followed = Signal(str)
    """a step"""

    def __init__(self, texts: Texts) -> None:
        super().__init__(spacing=2)
        self._texts = texts

    def fill(self, missing: tuple[MissingStep, ...]) -> None:
        """Show what is missing."""
        self.clear()
        self.add(Label(self._texts("briefpage.missing"), step=1, bold=True))
        self.add(muted(self._texts("briefpage.missing_lead" if missing else "briefpage.nothing_missing")))
        for each in missing:
            row = RowButton(RowWords(title=each.name, detail=each.known, chip=self._texts("results.useful.go")))
            row.clicked.connect(lambda _=False, id_=each.step: self.followed.emit(id_))
            self.add(row)
        self.push_up()
