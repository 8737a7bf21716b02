"""One line of the directory: who, what they bring, under which rules, and what can be done with the line."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from diagnostic.brief.compose.funding_words import name_words, rule_words, valid_words
from diagnostic.dossier.vocabulary import AllyKind
from diagnostic.strategy.results import Listed
from diagnostic.texts import Texts
from ui.forms.reading_only import hold
from ui.forms.wrapping import WrapLayout
from ui.results.column import Column
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted


class DirectoryLine(Column):
    """A network, a funder or somebody else. A contact is a person's: that there is one is said, not who."""

    asked = Signal(str)
    """what is asked for: "edit", "leave", "show", "remove" or "restore\""""

    def __init__(self, listed: Listed, texts: Texts, *, read_only: bool) -> None:
        super().__init__(spacing=2, margins=(0, 4, 0, 6))
        self.listed = listed
        self.buttons: dict[str, FlatButton] = {}
        ally = listed.ally
        self.add(Label(name_words(ally, texts), bold=True))
        if ally.brings.strip():
            self.add(Label(ally.brings))
        for words in (rule_words(ally, texts), self._origin(texts)):
            if words:
                self.add(muted(words))
        self.add(self._bar(texts, read_only))

    def _origin(self, texts: Texts) -> str:
        ally = self.listed.ally
        ruled = ally.type is AllyKind.FUNDER or bool(rule_words(ally, texts))
        parts = [valid_words(ally, texts)] if ruled else []
        if ally.source.strip():
            dated = ", ".join(part for part in (ally.source, texts.date(ally.source_date)) if part)
            parts.append(texts("directory.source", source=dated))
        said = [texts("directory.changed" if ally.entry else "directory.own")] if self.listed.own else []
        said += [texts("directory.contact")] if ally.contact.strip() else []
        return " · ".join([" ".join(parts), *said] if parts else said)

    def _bar(self, texts: Texts, read_only: bool) -> QWidget:
        bar = QWidget()
        line = WrapLayout(bar, gap=14)
        for name in self._offered():
            button = FlatButton(texts(f"directory.{name}"), Look.LINK)
            button.setAccessibleName(texts(f"directory.{name}_name", name=name_words(self.listed.ally, texts)))
            button.clicked.connect(lambda _=False, name=name: self.asked.emit(name))
            if read_only and name != "edit":
                hold(button, texts("form.read_only"))
            self.buttons[name] = button
            line.addWidget(button)
        return bar

    def _offered(self) -> tuple[str, ...]:
        if self.listed.ally.left_out:
            return ("show",)
        if not self.listed.own:
            return ("edit", "leave")
        return ("edit", "leave", "restore" if self.listed.ally.entry else "remove")
