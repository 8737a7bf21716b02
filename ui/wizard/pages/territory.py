"""The page of the territory: found by its name, then what its campaign knows of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from diagnostic.dossier import operations
from diagnostic.dossier.founding import territory_of
from diagnostic.dossier.records import Territory
from diagnostic.dossier.vocabulary import Competence
from diagnostic.territory.places import Place, Places
from diagnostic.texts import Texts
from ui.forms.groups import BUDGET_OF_COMPETENCE
from ui.forms.reading_only import hold
from ui.forms.row_form import RowForm
from ui.forms.suggest_line import Suggestion, SuggestLine
from ui.forms.words import Sentence
from ui.shell.typography import Label, heading, muted
from ui.wizard.context import Context
from ui.wizard.flow import Step
from ui.wizard.page import StepPage

IDENTITY = (
    *("type", "name", "code", "siren", "epci", "epci_name", "departement", "departement_name"),
    *("region", "region_name", "population", "population_year"),
)
"""What a place of the reference decides; the rest of the territory stays as it was typed."""


class TerritoryPage(StepPage):
    """A search among the places of France, and the form of the territory."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context, step)
        self.search = SuggestLine(self._places_like)
        self.search.picked.connect(self._picked)
        self.found = Sentence(role=QPalette.ColorRole.Link)
        self.fictional = Sentence(context.texts("page.territory.fictional"), role=QPalette.ColorRole.LinkVisited)
        self.form = RowForm(context, "territory")
        self._lay_out()
        self._show()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Show the territory as it is now."""
        if "territory" in kinds:
            self._show()

    def bring_forward(self, focus: str) -> None:
        """Put the cursor in a field ("territory:population")."""
        _, _, name = focus.partition(":")
        self.form.focus_field(name)

    def settle(self) -> bool:
        """Save what is typed."""
        return self.form.settle()

    def _show(self) -> None:
        territory = self.context.snapshot.territory
        self.form.show_row(territory)
        self.fictional.setVisible(bool(territory.fictional))
        columns = self.form.columns["budgets"]
        columns.show_only({self.form.fields[name] for name in _budgets_that_matter(territory)})

    def _places_like(self, text: str) -> list[Suggestion]:
        found = self.context.places.search(text)
        return [Suggestion(place_words(place, self.context.places, self.context.texts), place) for place in found]

    def _picked(self, place: object) -> None:
        assert isinstance(place, Place)
        if not self.form.settle():
            return
        before = self.context.snapshot.territory
        values = settled_by(place, self.context.places, before)
        unread = {name: typed for name, typed in before.unread.items() if name not in values}
        if self.context.apply(operations.edit(before, unread=unread, **values)) is not None:
            self.search.clear()
            self.found.say(self.context.texts("page.territory.found", name=place.name))

    def _lay_out(self) -> None:
        texts = self.context.texts
        ground = QWidget()
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(26, 20, 26, 20)
        inner.setSpacing(6)
        inner.addWidget(heading(texts("step.territory.heading")))
        inner.addWidget(muted(texts("step.territory.hint")))
        inner.addWidget(self.fictional)
        inner.addSpacing(6)
        label = Label(texts("page.territory.search"))
        label.setBuddy(self.search)
        self.search.setAccessibleName(texts("page.territory.search"))
        self.search.setAccessibleDescription(texts("page.territory.search_hint"))
        self.search.setPlaceholderText(texts("page.territory.search_hint"))
        if self.context.read_only:
            hold(self.search, texts("form.read_only"))
        for widget in (label, self.search, self.found):
            inner.addWidget(widget)
        inner.addSpacing(10)
        inner.addWidget(self.form)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidget(ground)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)


def settled_by(place: Place, places: Places, before: Territory) -> dict[str, Any]:
    """Return the fields that choosing a place sets: who it is; its source only where none was given."""
    chosen = territory_of(place, places)
    values = {name: getattr(chosen, name) for name in IDENTITY}
    if not before.source and before.confidence is None:
        values |= {"source": chosen.source, "confidence": chosen.confidence}
    return values


def place_words(place: Place, places: Places, texts: Texts) -> str:
    """Return a place on one line: its name and code, what it is, what holds it, its population."""
    parts = [texts(f"start.new.kind_{place.kind.value}")]
    parts += [holder.name for holder in places.context(place)]
    if place.population is not None:
        parts.append(texts("start.new.population", count=texts.number(place.population)))
    return f"{place.name} ({place.code}) · " + " · ".join(parts)


def _budgets_that_matter(territory: Territory) -> list[str]:
    shown = []
    for name in ("budget_year", "operating_budget", "investment_budget", *BUDGET_OF_COMPETENCE):
        competence = BUDGET_OF_COMPETENCE.get(name)
        held = competence is None or Competence(competence) in territory.competences
        if held or getattr(territory, name) is not None or name in territory.unread:
            shown.append(name)
    return shown
