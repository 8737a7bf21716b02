"""A line of the DGFiP's balances: the real budgetary movements of an account, in cents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from diagnostic.dossier.fields import ABSURD_AMOUNT
from diagnostic.dossier.vocabulary import ChartOfAccounts
from diagnostic.errors import WorldError
from diagnostic.imports.columns import Columns, cell
from diagnostic.imports.delimited import cells_of
from diagnostic.imports.formats.dgfip_charts import chart_of, plain_function

MAIN, ANNEX = "1", "3"
_NEEDED = ("EXER", "CBUDG", "NOMEN", "COMPTE", "siren", "OBNETDEB", "OBNETCRE", "OOBDEB", "OOBCRE")
_AMOUNT = re.compile(r"-?[0-9]{1,30}([.,][0-9]{1,30})?")
_SPACES = re.compile(r"\s+")
_EXPECTED = "1234,56"


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """An account of a budget over a year.

    `paid` and `received` are its real debits and credits in cents: OBNETDEB and OBNETCRE, which are net of
    cancellations but hold the order operations too, less OOBDEB and OOBCRE, which are these. The balances (SD, SC)
    would carry former years, and ONBDEB and ONBCRE are no budget.
    """

    line: int
    year: str
    siren: str
    budget: str
    identity: str
    name: str
    nomenclature: str
    chart: ChartOfAccounts
    function: str
    account: str
    paid: int
    received: int


class Layout:
    """Where the columns of a file stand, by name: 29 in 2018, 30 since, fewer in the simple balances."""

    def __init__(self, header: Sequence[str], file: str, separator: str) -> None:
        self._file = file
        self._separator = separator
        self.columns = Columns([name.strip() for name in header], file)
        self._places = {name: self.columns.need(name) for name in _NEEDED}
        for name in ("IDENT", "LBUDG", "NDEPT", "CREGI", "CATEG", "BAL", "FONCTION"):
            self._places[name] = -1 if (place := self.columns.find(name)) is None else place

    @property
    def by_function(self) -> bool:
        """Return whether the file says the function of its lines."""
        return self._places["FONCTION"] >= 0

    def cells(self, line: int, text: str) -> list[str]:
        """Return the cells of a line. WorldError import_cells for one cut short or with cells too many."""
        found = cells_of(text, self._separator, file=self._file, row=line)
        expected = len(self.columns.header)
        if len(found) < expected or any(found[expected:]):
            raise WorldError("import_cells", file=self._file, row=line, found=len(found), expected=expected)
        return found

    def text(self, cells: Sequence[str], column: str) -> str:
        """Return a cell by the name of its column; "" where the file has no such column."""
        place = self._places[column]
        return cell(cells, place) if place >= 0 else ""

    def movement(self, line: int, cells: Sequence[str]) -> Movement:
        """Return what a line says. WorldError import_cell for an amount that is none."""
        nomenclature = self.text(cells, "NOMEN")
        return Movement(
            line=line,
            year=self.text(cells, "EXER"),
            siren=self.text(cells, "siren"),
            budget=self.text(cells, "CBUDG"),
            identity=self.text(cells, "IDENT") or self.text(cells, "LBUDG"),
            name=_SPACES.sub(" ", self.text(cells, "LBUDG")),
            nomenclature=nomenclature,
            chart=chart_of(nomenclature),
            function=plain_function(self.text(cells, "FONCTION")),
            account=self.text(cells, "COMPTE"),
            paid=self._cents(line, cells, "OBNETDEB") - self._cents(line, cells, "OOBDEB"),
            received=self._cents(line, cells, "OBNETCRE") - self._cents(line, cells, "OOBCRE"),
        )

    def _cents(self, line: int, cells: Sequence[str], column: str) -> int:
        text = self.text(cells, column)
        plain = _SPACES.sub("", text)
        if not plain:
            return 0
        amount = Decimal(plain.replace(",", ".")) if _AMOUNT.fullmatch(plain) else None
        if amount is None or abs(amount) > ABSURD_AMOUNT:
            raise WorldError(
                "import_cell", file=self._file, row=line, column=column, text=text[:40], expected=_EXPECTED
            )
        return int((amount * 100).to_integral_value())
