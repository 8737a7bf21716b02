"""How our workbooks look, and how a cell is filled so that nothing in it can run."""

from __future__ import annotations

import re

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from diagnostic.exports.cells import Cell
from diagnostic.exports.csv_files import RISKY

LONGEST = 32_000
"""UTF-16 units: a cell takes 32,767."""
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_HALVES = re.compile("[\ud800-\udfff]")
_LINE = Border(bottom=Side(style="thin", color="FFD5DCDC"), right=Side(style="thin", color="FFD5DCDC"))

TITLE = Font(name="Calibri", size=16, bold=True, color="FF0F6363")
BODY = Font(name="Calibri", size=11)
HEADING = Font(name="Calibri", size=11, bold=True, color="FFFFFFFF")
HEADING_FILL = PatternFill("solid", fgColor="FF0F6B6B")
HELP = Font(name="Calibri", size=9, italic=True, color="FF566164")
HELP_FILL = PatternFill("solid", fgColor="FFEEF3F2")
LOCKED_FILL = PatternFill("solid", fgColor="FFF4F5F5")
TOP = Alignment(vertical="top", wrap_text=True)
MIDDLE = Alignment(vertical="center", wrap_text=True)
OPEN = Protection(locked=False)
_FIELD, _HELD = "Rose des vents 1", "Rose des vents 2"
"""The styles of a cell to fill in and of one that is locked, kept by name: set property by property, a table of
10,000 cells takes three times as long."""


def new_book() -> Workbook:
    """Return a workbook of one sheet that knows the styles of `filled`."""
    book = Workbook()
    book.add_named_style(NamedStyle(_FIELD, font=BODY, alignment=TOP, border=_LINE, protection=OPEN))
    book.add_named_style(NamedStyle(_HELD, font=BODY, alignment=TOP, border=_LINE, fill=LOCKED_FILL))
    return book


def put(sheet: Worksheet, row: int, column: int, value: Cell) -> SheetCell:
    """Write a number, or a text as a text, and return the cell: "=1+1" stays what was typed."""
    cell: SheetCell = sheet.cell(row, column)  # type: ignore[assignment]  # merged cells are not used here
    if isinstance(value, str):
        cell.value = safe(value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(RISKY)
    elif value is not None:
        cell.value = value
    return cell


def safe(text: str) -> str:
    """Return a text as a workbook can keep it: what XML refuses is written out, what is too long is cut."""
    text = _UNSAFE.sub(lambda mark: f"_x{ord(mark[0]):04X}_", _HALVES.sub("\N{REPLACEMENT CHARACTER}", text))
    if len(text) * 2 <= LONGEST or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text
    return text.encode("utf-16-le")[: LONGEST * 2 - 2].decode("utf-16-le", "ignore") + "…"


def heading(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write the name of a column."""
    cell = put(sheet, row, column, text)
    cell.font, cell.fill, cell.alignment, cell.border = HEADING, HEADING_FILL, MIDDLE, _LINE


def helping(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write what a column expects, under its name."""
    cell = put(sheet, row, column, text)
    cell.font, cell.fill, cell.alignment, cell.border = HELP, HELP_FILL, TOP, _LINE


def filled(sheet: Worksheet, row: int, column: int, value: Cell, *, locked: bool = False) -> SheetCell:
    """Write a cell of the table, open to typing unless it is locked, and return it."""
    sheet.cell(row, column).style = _HELD if locked else _FIELD
    cell = put(sheet, row, column, value)
    if isinstance(value, float) or (isinstance(value, int) and abs(value) >= 10_000):
        cell.number_format = "#,##0.##" if isinstance(value, float) and not value.is_integer() else "#,##0"
    return cell


def on_paper(sheet: Worksheet, headings: str) -> None:
    """Lay a sheet out for printing: across, as wide as the page, its headings on each page (rows, as "3:3")."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = "9"  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]  # made with the sheet
    sheet.print_title_rows = headings
