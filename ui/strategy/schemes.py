"""The 1 % schemes that the territory's powers open, in euros, or what is missing to say so."""

from __future__ import annotations

from PySide6.QtCore import Signal

from diagnostic.assessment.facts.schemes import OPENED_BY
from diagnostic.brief.compose.inputs import Desk
from diagnostic.dossier.vocabulary import OnePercentScheme
from diagnostic.strategy.results import SchemeOpening
from diagnostic.strategy.schemes import BUDGETS, scheme_openings
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import Label, muted


class SchemeList(Column):
    """One line for each open scheme."""

    followed = Signal(str)
    """the field of the territory to fill in"""

    def __init__(self) -> None:
        super().__init__(spacing=4)

    def fill(self, desk: Desk) -> None:
        """Show the schemes of a campaign."""
        self.clear()
        openings = scheme_openings(desk.snapshot)
        self.add(Label(desk.texts("strategy.schemes.title"), step=1, bold=True))
        if not openings:
            told = bool(desk.snapshot.territory.competences)
            self.add(muted(desk.texts("strategy.schemes.none" if told else "strategy.schemes.no_powers")))
            if not told:
                self._link(desk.texts("strategy.schemes.none_go"), "competences")
            return
        self.add(muted(desk.texts("strategy.schemes.lead")))
        for opening in openings:
            self._add(opening, desk)

    def _add(self, opening: SchemeOpening, desk: Desk) -> None:
        scheme = OnePercentScheme(opening.scheme)
        self.space(4)
        self.add(Label(desk.texts.label(scheme), bold=True), Label(opening_words(opening, desk)))
        for field in missing_budgets(scheme, desk):
            name = desk.texts(f"field.territory.{field}")
            self._link(desk.texts("strategy.schemes.fill", field=name), field)

    def _link(self, label: str, field: str) -> None:
        button = RowButton(RowWords(title=label, mark="→", link=True))
        button.clicked.connect(lambda _=False: self.followed.emit(field))
        self.add(button)


def opening_words(opening: SchemeOpening, desk: Desk) -> str:
    """Return the euros a scheme would open and those already there."""
    used = desk.texts.money(opening.used)
    if opening.ceiling is None:
        return desk.texts("strategy.schemes.unknown_used" if opening.used else "strategy.schemes.unknown", used=used)
    ceiling = desk.texts.money(opening.ceiling)
    return desk.texts(
        "strategy.schemes.ceiling" if opening.used else "strategy.schemes.unused", ceiling=ceiling, used=used
    )


def missing_budgets(scheme: OnePercentScheme, desk: Desk) -> tuple[str, ...]:
    """Return the fields of the territory that a scheme's amount lacks."""
    place = desk.snapshot.territory
    held = [competence for competence in OPENED_BY[scheme] if competence in place.competences]
    return tuple(BUDGETS[competence] for competence in held if getattr(place, BUDGETS[competence]) is None)
