"""Cells of which filled workbooks, or the dossier, say different things: who is right, one after the other."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from diagnostic.imports.answered import Questions
from diagnostic.imports.conflict_words import conflict_field, conflict_title, said_words
from diagnostic.imports.conflicts import DOSSIER, NOBODY, Conflict, ConflictKey, Saying
from diagnostic.texts import Texts
from ui.forms.segmented import Segmented
from ui.importing.line_words import LineWords
from ui.results.column import Column
from ui.shell.buttons import FlatButton
from ui.shell.typography import Label, muted


class ConflictPanel(Column):
    """Nothing is chosen to begin with. `chosen` says a conflict's key and who has the last word."""

    chosen = Signal(object, str)
    all_left = Signal()
    """the user leaves all that is not settled as it is"""

    def __init__(self, words: LineWords) -> None:
        super().__init__(spacing=4, margins=(0, 6, 0, 6))
        self._words = words
        self._texts: Texts = words.texts
        self._questions = Questions(words.framework, words.texts)
        self._shown: tuple[Conflict, ...] = ()
        self.choices: dict[ConflictKey, Segmented] = {}
        self.leave = FlatButton(self._texts("importing.leave_all"))

    def show_conflicts(self, conflicts: tuple[Conflict, ...], choices: Mapping[ConflictKey, str]) -> None:
        """Show conflicts and what was chosen of each."""
        if conflicts != self._shown:
            self._shown = conflicts
            self._make()
        for conflict in conflicts:
            self.choices[conflict.key].show_value(choices.get(conflict.key))
        self.leave.setEnabled(any(conflict.key not in choices for conflict in conflicts))

    def _make(self) -> None:
        self.clear()
        self.choices = {}
        self.leave = FlatButton(self._texts("importing.leave_all"))
        self.leave.clicked.connect(self.all_left)
        self.add(muted(self._texts("importing.conflicts_lead")))
        self.space(6)
        for conflict in self._shown:
            self._line(conflict)
        self.leave.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.add(self.leave)
        self.push_up()

    def _line(self, conflict: Conflict) -> None:
        label = conflict_field(conflict, self._texts)
        kind = self._texts(f"importing.kind.{conflict.kind}")
        title = conflict_title(conflict, self._texts, self._words.countries, self._questions)
        about = self._texts("importing.conflict", kind=kind, title=title, field=label)
        terms = [(saying.who, self._said(conflict, saying)) for saying in conflict.says]
        if all(saying.who != DOSSIER for saying in conflict.says):
            terms.append((NOBODY, self._texts("importing.leave_as_is")))
        choice = Segmented(terms)
        choice.name(about)
        choice.chosen.connect(lambda who, key=conflict.key: self.chosen.emit(key, str(who)))
        self.choices[conflict.key] = choice
        self.add(Label(about, bold=True), choice)
        self.space(8)

    def _said(self, conflict: Conflict, saying: Saying) -> str:
        value = said_words(conflict, saying, self._texts, self._words.countries, self._questions) or "–"
        if saying.who == DOSSIER:
            return self._texts("importing.dossier_says", value=value)
        return self._texts("importing.file_says", file=saying.who, value=value)
