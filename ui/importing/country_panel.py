"""Names that no country answers to, each asked once."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import Diaspora
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts
from ui.forms.country_editors import CountryEditor
from ui.forms.entry import Entry
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted

_FIRST = 6


class CountryQuestion:
    """One name: its country, or that it is of none."""

    def __init__(self, name: str, lines: tuple[int, ...], texts: Texts, countries: Countries) -> None:
        self.name = name
        self.words = Label(name, bold=True)
        numbers = ", ".join(map(str, lines[:_FIRST])) + (", …" if len(lines) > _FIRST else "")
        self.where = muted(texts.plural("importing.at_lines", len(lines), lines=numbers))
        self.editor = CountryEditor(specs_of(Diaspora)["country"], texts, countries)
        self.editor.setAccessibleName(texts("importing.country_of", name=name))
        self.editor.setPlaceholderText(texts("importing.country"))
        self.editor.setMinimumWidth(self.editor.fontMetrics().averageCharWidth() * 22)
        self.none = QCheckBox(texts("importing.no_country_at_all"))
        self.none.setAccessibleDescription(name)
        self.none.toggled.connect(lambda none: self.editor.setEnabled(not none))

    def answer(self) -> str | None:
        """Return a country's code, "" for none, None while it is not said."""
        if self.none.isChecked():
            return ""
        code = self.editor.entry().value
        return str(code) if code else None

    def show_answer(self, answer: str | None) -> None:
        """Show what was answered before."""
        self.none.setChecked(answer == "")
        self.editor.display(Entry(answer or ""))


class CountryPanel(QWidget):
    """The names of a unit's files. `answered` says those that changed, when the user asks to read again."""

    answered = Signal(object)
    edited = Signal()

    def __init__(self, texts: Texts, countries: Countries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._countries = countries
        self._known: Mapping[str, str] = {}
        self.questions: list[CountryQuestion] = []
        self.again = FlatButton(texts("importing.read_again"), Look.PRIMARY)
        self.again.clicked.connect(lambda: self.answered.emit(self.changed()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.addWidget(muted(texts("importing.countries_lead")))
        self._ground = QVBoxLayout()
        column.addLayout(self._ground)
        column.addSpacing(8)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def ask(self, names: Mapping[str, tuple[int, ...]], answers: Mapping[str, str]) -> None:
        """Ask for the countries of names, with the answers given so far; what is being typed stays."""
        self._known = {name: answers[name] for name in names if name in answers}
        if [question.name for question in self.questions] != list(names):
            self._make(names)
            for question in self.questions:
                question.show_answer(answers.get(question.name))
        self._look()

    def changed(self) -> dict[str, str]:
        """Return the answers that are new or other than before."""
        said = {question.name: question.answer() for question in self.questions}
        return {name: code for name, code in said.items() if code is not None and code != self._known.get(name)}

    def _make(self, names: Mapping[str, tuple[int, ...]]) -> None:
        while item := self._ground.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(2)
        self.questions = [CountryQuestion(name, lines, self._texts, self._countries) for name, lines in names.items()]
        for row, question in enumerate(self.questions):
            grid.addWidget(question.words, 2 * row, 0)
            grid.addWidget(question.where, 2 * row + 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(question.editor, 2 * row, 1)
            grid.addWidget(question.none, 2 * row, 2)
            question.editor.touched.connect(self._look)
            question.editor.picked.connect(lambda _: self._look())
            question.none.toggled.connect(self._look)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 2)
        self._ground.addWidget(rows)

    def _look(self) -> None:
        self.again.setEnabled(bool(self.changed()))
        self.edited.emit()
