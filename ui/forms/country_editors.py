"""Editors of a country, and of several, with completion that needs no accent."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from diagnostic.dossier.fields import FieldSpec
from diagnostic.dossier.values import typed
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts
from ui.forms.entry import Entry, entry_of
from ui.forms.suggest_line import Suggestion, SuggestLine


class CountryEditor(SuggestLine):
    """A country by its name, in either language, with or without accents, or by its code."""

    def __init__(self, spec: FieldSpec, texts: Texts, countries: Countries, parent: QWidget | None = None) -> None:
        super().__init__(self._countries_like, parent)
        self._spec = spec
        self._texts = texts
        self._countries = countries

    def entry(self) -> Entry:
        """Return the country's code; a name that means only one country is taken for it."""
        entry = entry_of(self._spec, self.text(), self._countries)
        if entry.unread:
            meant = self._countries.search(self.text(), self._texts.lang, limit=2)
            if len(meant) == 1:
                return Entry(meant[0].code)
        return entry

    def display(self, entry: Entry) -> None:
        """Show a country's name, or what was typed for one."""
        self.setText(entry.unread or typed(self._spec, entry.value, self._texts, self._countries))

    def _countries_like(self, text: str) -> list[Suggestion]:
        lang = self._texts.lang
        found = self._countries.search(text, lang) if text.strip() else self._countries.abroad(lang)
        return [Suggestion(country.name(lang), country.code) for country in found]


class CountriesEditor(SuggestLine):
    """Several countries, separated by semicolons; the one being typed is completed."""

    def __init__(self, spec: FieldSpec, texts: Texts, countries: Countries, parent: QWidget | None = None) -> None:
        super().__init__(self._countries_like, parent)
        self._spec = spec
        self._texts = texts
        self._countries = countries

    def prefix(self) -> str:
        """Return the last name, the one being typed."""
        return self.text().rpartition(";")[2].strip()

    def take(self, suggestion: Suggestion) -> None:
        """Write the country in the place of the name being typed, ready for the next."""
        before, mark, _ = self.text().rpartition(";")
        self.setText(f"{before}{mark} {suggestion.words}; ".lstrip())

    def entry(self) -> Entry:
        """Return the countries' codes."""
        return entry_of(self._spec, self.text(), self._countries)

    def display(self, entry: Entry) -> None:
        """Show the countries' names, or what was typed for them."""
        if self.hasFocus() and self.entry() == entry:
            return  # the semicolon that waits for the next name stays
        self.setText(entry.unread or typed(self._spec, entry.value, self._texts, self._countries))

    def _countries_like(self, text: str) -> list[Suggestion]:
        lang = self._texts.lang
        return [Suggestion(country.name(lang), country.code) for country in self._countries.search(text, lang)]
