"""The brief's outline on the page: its sections with what they state, then what is missing most."""

from __future__ import annotations

from PySide6.QtCore import Signal

from diagnostic.brief.content import BriefContent
from diagnostic.texts import Texts
from ui.brief.outline import MissingStep
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords, shorten
from ui.shell.typography import Label, muted


class SectionList(Column):
    """The sections the brief will have: what each is about, and the finding it states."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(spacing=2)
        self._texts = texts

    def fill(self, content: BriefContent) -> None:
        """Show the sections of a brief."""
        self.clear()
        self.add(Label(self._texts("briefpage.outline"), step=1, bold=True))
        for section in content.sections:
            self.space(4)
            self.add(Label(shorten(section.label), bold=True))
            if section.title != section.label:
                self.add(muted(shorten(section.title)))
        self.push_up()


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
