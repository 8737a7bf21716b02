"""What the sheets of a collection workbook share: who says the cells, and the lists that cells choose from."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from diagnostic.exports.cells import Teller
from diagnostic.exports.sheet_style import put
from diagnostic.texts import Texts

NAMES_ROW, HEADING_ROW, HELP_ROW, FIRST_ROW = 2, 3, 4, 5
"""Rows of a sheet: the fields' names (hidden), the headings, what is expected, the first to fill in."""
LAST_ROW = 2000
"""The last row in which the lists of choices are offered."""


class Sheets:
    """The sheets of a workbook being made. Lists of choices stand in a hidden sheet, each written once."""

    def __init__(self, book: Workbook, teller: Teller) -> None:
        self.book = book
        self.teller = teller
        self._title = teller.texts("exports.sheet.lists")
        self._lists = book.create_sheet(self._title)
        self._places: dict[tuple[str, ...], str] = {}

    @property
    def texts(self) -> Texts:
        """Return the texts of the workbook's language."""
        return self.teller.texts

    def add(self, title: str) -> Worksheet:
        """Return a new sheet, protected but for the cells that are opened."""
        sheet: Worksheet = self.book.create_sheet(title[:31])
        sheet.protection.sheet = True
        sheet.protection.formatColumns = False  # False allows it: widths may be changed
        sheet.protection.formatRows = False
        sheet.protection.formatCells = False
        return sheet

    def offer(self, sheet: Worksheet, cells: str, choices: Sequence[str], *, strict: bool = True) -> None:
        """Offer a list of choices in cells ("C5:C2000"); not strict: another text is taken after a warning."""
        if not choices:
            return
        rule = DataValidation(type="list", formula1=self._range(tuple(choices)), allow_blank=True)
        rule.errorStyle = "stop" if strict else "warning"
        rule.showErrorMessage = True
        rule.errorTitle = self.texts("exports.choice.title")
        rule.error = self.texts("exports.choice.strict" if strict else "exports.choice.free")
        rule.add(cells)
        sheet.add_data_validation(rule)

    def close(self) -> None:
        """Hide the lists, and put them last."""
        self._lists.sheet_state = "hidden"
        self._lists.protection.sheet = True
        self.book.move_sheet(self._lists, len(self.book.sheetnames))

    def _range(self, choices: tuple[str, ...]) -> str:
        if choices not in self._places:
            column = len(self._places) + 1
            for row, choice in enumerate(choices, 1):
                put(self._lists, row, column, choice)
            letter = get_column_letter(column)
            self._places[choices] = f"'{self._title}'!${letter}$1:${letter}${len(choices)}"
        return self._places[choices]
