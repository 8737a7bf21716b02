"""A sheet of the collection workbook for one kind of row."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.comments import Comment
from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from diagnostic.dossier.fields import FieldSpec, FieldType
from diagnostic.dossier.row import Row
from diagnostic.exports.filling import FIRST_ROW, HEADING_ROW, HELP_ROW, LAST_ROW, NAMES_ROW, Sheets
from diagnostic.exports.sheet_style import OPEN, TITLE, filled, heading, helping, on_paper, put
from diagnostic.imports.layout import in_order
from diagnostic.imports.workbook_mark import ID
from diagnostic.texts import Texts

EMPTY_ROWS = 60
"""Rows drawn for what is to be added; those below are open too."""
_WIDTHS = {
    FieldType.TEXT: 26,
    FieldType.NOTE: 40,
    FieldType.CHOICES: 34,
    FieldType.COUNTRIES: 28,
    FieldType.COUNTRY: 20,
    FieldType.CHOICE: 24,
    FieldType.LINK: 26,
}


def write_table(sheets: Sheets, kind: str, rows: Sequence[Row]) -> str:
    """Write the sheet of a kind with its rows, room for others below them, and return its title."""
    texts = sheets.texts
    sheet = sheets.add(texts(f"exports.sheet.{kind}"))
    specs = in_order(kind)
    put(sheet, 1, 2, texts("exports.table_title", table=sheet.title)).font = TITLE
    put(sheet, NAMES_ROW, 1, ID)
    for column, spec in enumerate(specs, 2):
        _column(sheets, sheet, column, kind, spec)
    for place, row in enumerate(rows, FIRST_ROW):
        put(sheet, place, 1, str(row.id))
        for column, spec in enumerate(specs, 2):
            filled(sheet, place, column, sheets.teller.cell(spec, row))
    for place in range(FIRST_ROW + len(rows), FIRST_ROW + len(rows) + EMPTY_ROWS):
        for column in range(2, len(specs) + 2):
            filled(sheet, place, column, None)
    lay_out(sheet)
    return str(sheet.title)


def _column(sheets: Sheets, sheet: Worksheet, column: int, kind: str, spec: FieldSpec) -> None:
    texts = sheets.texts
    put(sheet, NAMES_ROW, column, spec.name)
    mark = " *" if spec.needed else f" ({texts('exports.optional')})" if spec.personal else ""
    heading(sheet, HEADING_ROW, column, texts(f"field.{kind}.{spec.name}") + mark)
    helping(sheet, HELP_ROW, column, expected(kind, spec, texts))
    letter = get_column_letter(column)
    sheet.column_dimensions[letter].width = _WIDTHS.get(spec.kind, 18)
    sheet.column_dimensions[letter].protection = OPEN
    cells = f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}"
    sheets.offer(sheet, cells, _choices(sheets, spec), strict=spec.kind not in (FieldType.COUNTRY, FieldType.LINK))
    if spec.kind is FieldType.CHOICES:
        terms = "\n".join(texts.label(term) for term in spec.options or ())
        sheet.cell(HEADING_ROW, column).comment = Comment(terms, "Rose des vents", height=320, width=300)


def _choices(sheets: Sheets, spec: FieldSpec) -> list[str]:
    texts, countries = sheets.texts, sheets.teller.countries
    if spec.kind is FieldType.CHOICE:
        return [texts.label(term) for term in spec.options or ()]
    if spec.kind is FieldType.COUNTRY:
        return [country.name(texts.lang) for country in countries.abroad(texts.lang)]
    if spec.kind is FieldType.FLAG:
        return [texts("word.yes"), texts("word.no")]
    if spec.kind is FieldType.LINK:
        return [name for (kind, _), name in sheets.teller.names.items() if kind == spec.link]
    return []


def lay_out(sheet: Worksheet, frozen: str = "C") -> None:
    """Hide what is for the program, keep headings in sight, lay out for paper."""
    sheet.column_dimensions["A"].hidden = True
    sheet.row_dimensions[NAMES_ROW].hidden = True
    sheet.row_dimensions[HEADING_ROW].height = 46
    sheet.row_dimensions[HELP_ROW].height = 62
    sheet.freeze_panes = f"{frozen}{FIRST_ROW}"
    on_paper(sheet, f"{HEADING_ROW}:{HEADING_ROW}")


def expected(kind: str, spec: FieldSpec, texts: Texts) -> str:
    """Return what is said under a heading: what to write, and what to know of it."""
    parts = [texts(f"exports.takes.{spec.kind.value}")]
    if texts.has(f"hint.{kind}.{spec.name}"):
        parts.append(texts(f"hint.{kind}.{spec.name}"))
    elif spec.personal:
        parts.append(texts("exports.personal"))
    return " ".join(part for part in parts if part)
