"""The cells of a grant as it is published: who gives, to whom, when, how much."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.values import Unreadable, read
from diagnostic.imports.columns import Columns, cell
from diagnostic.imports.scope import Scope
from diagnostic.territory.countries import Countries
from diagnostic.territory.folding import fold

_COLUMNS = {
    "giver": ("nomAttribuant",),
    "giver_id": ("idAttribuant",),
    "date": ("dateConvention",),
    "name": ("nomBeneficiaire",),
    "siret": ("idBeneficiaire",),
    "rna": ("rnaBeneficiaire",),
    "purpose": ("objet",),
    "amount": ("montant", "montantAttribuant", "montantTotal"),
    "nature": ("nature",),
    "period": ("datesPeriodeVersement", "dateDebutVersement"),
    "share": ("pourcentageSubvention",),
    "budget_year": ("exercice",),
}
_NEEDED = ("giver", "name", "purpose", "amount")
_RNA = re.compile(r"W[0-9A-Z]{9}")
_SIREN, _SIRET = 9, 14


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the columns of a file stand, and how many there are."""

    places: dict[str, int | None]
    width: int
    countries: Countries

    def text(self, cells: Sequence[str], name: str) -> str:
        """Return a cell by the name that this reader gives its column."""
        return cell(cells, self.places[name])

    def whole(self, cells: Sequence[str]) -> bool:
        """Return whether a record has as many cells as the header; empty ones may follow."""
        return len(cells) == self.width or (len(cells) > self.width and not any(cells[self.width :]))

    def is_given_by(self, cells: Sequence[str], scope: Scope) -> bool:
        """Return whether the territory gives: by its SIREN, or by its name where a number is missing."""
        number = _digits(self.text(cells, "giver_id"))
        if scope.siren and len(number) in (_SIREN, _SIRET):
            return number[:_SIREN] == scope.siren
        own, giver = fold(scope.name), fold(self.text(cells, "giver"))
        return bool(own) and (giver == own or giver in (f"ville de {own}", f"commune de {own}", f"mairie de {own}"))

    def siret(self, cells: Sequence[str]) -> str:
        """Return the beneficiary's SIRET or SIREN, "" where it has none."""
        number = _digits(self.text(cells, "siret"))
        return number if len(number) in (_SIREN, _SIRET) else ""

    def rna(self, cells: Sequence[str]) -> str:
        """Return the beneficiary's number in the register of associations, "" where it has none."""
        number = self.text(cells, "rna").upper().replace(" ", "")
        return number if _RNA.fullmatch(number) else ""

    def year(self, cells: Sequence[str]) -> int | None:
        """Return the budget year if the file says it, else that of the agreement, else that of the first payment."""
        texts = (self.text(cells, "budget_year"), self.text(cells, "date"), _first(self.text(cells, "period")))
        return next((year for year in map(self._year, texts) if year), None)

    def dated(self, cells: Sequence[str]) -> str:
        """Return what stands for a date where no year can be read of it; "" for nothing, or the year 1 that says so."""
        said = (self.text(cells, name) for name in ("budget_year", "date", "period"))
        return next((text for text in said if text and not text.startswith("0001")), "")

    def cents(self, cells: Sequence[str]) -> int | None:
        """Return the amount granted, before it is shared out; None when missing or not readable."""
        try:
            euros = read(specs_of(BudgetLine)["amount"], self.text(cells, "amount"), self.countries)
        except Unreadable:
            return None
        return round(euros * 100) if euros else None

    def is_negative(self, cells: Sequence[str]) -> bool:
        """Return whether the amount is below zero: money that comes back."""
        try:
            read(specs_of(BudgetLine)["amount"], self.text(cells, "amount"), self.countries)
        except Unreadable as fault:
            return fault.key == "negative"
        return False

    def share(self, cells: Sequence[str]) -> float | None:
        """Return the beneficiary's share, above 0 and at most 1 (1 where nothing is said); None when not readable."""
        text = re.sub(r"\s", "", self.text(cells, "share")).replace(",", ".")
        if not text:
            return 1.0
        match = re.fullmatch(r"(\d{1,3}(?:\.\d{1,9})?)(%?)", text)
        if not match:
            return None
        value = float(match[1])
        share = value / 100 if match[2] or value > 1 else value
        return share if 0 < share <= 1 else None

    def _year(self, text: str) -> int | None:
        if not text:
            return None
        try:
            day = read(specs_of(BudgetLine)["source_date"], text[:10], self.countries)
            return int(read(specs_of(BudgetLine)["year"], day[:4], self.countries))
        except Unreadable:
            return None


def layout_of(header: Sequence[str], file: str, countries: Countries) -> Layout:
    """Return the layout that a header tells. WorldError import_missing_column."""
    columns = Columns(header, file)
    places = {
        name: columns.need(*names) if name in _NEEDED else columns.find(*names) for name, names in _COLUMNS.items()
    }
    return Layout(places, len(header), countries)


def _digits(text: str) -> str:
    digits = re.sub(r"[\s.]", "", text)
    return digits if digits.isascii() and digits.isdigit() else ""


def _first(period: str) -> str:
    return re.split(r"[/_;]", period, maxsplit=1)[0] if re.match(r"\d{4}-", period) else period[:10]
