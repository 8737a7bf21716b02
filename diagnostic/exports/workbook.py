"""The collection workbook: one sheet a table and one for the questions, mailed, filled in by others, read back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from openpyxl import Workbook
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.worksheet import Worksheet

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.exports.cells import teller_of
from diagnostic.exports.document import row_data
from diagnostic.exports.filling import Sheets
from diagnostic.exports.question_sheet import options_of, write_questions
from diagnostic.exports.sheet_style import LONGEST, TITLE, TOP, new_book, put
from diagnostic.exports.spreadsheet import saved
from diagnostic.exports.table_sheet import write_table
from diagnostic.framework.model import Framework
from diagnostic.imports import workbook_mark
from diagnostic.imports.layout import KINDS
from diagnostic.imports.workbook_mark import ANSWER, Mark, lines_of
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts

GUIDE = ("what", "fill", "several", "empty", "rows", "source", "personal", "conflict", "back")
"""The sentences of the first sheet (`exports.guide.<key>`)."""


def workbook_of(
    snapshot: Snapshot, framework: Framework, texts: Texts, countries: Countries, *, prefilled: bool = True
) -> bytes:
    """Return the workbook in the language of `texts`, with the rows of a campaign unless told otherwise.

    What a person's contact is never goes out: its cells are there to be filled in.
    """
    rows: dict[str, tuple[Row, ...]] = dict.fromkeys((*KINDS, ANSWER), ())
    if prefilled:
        rows = {kind: tuple(_shown(row) for row in snapshot.rows(kind)) for kind in rows}
    book = new_book()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError(first)
    _guide(first, snapshot, texts)
    sheets = Sheets(book, teller_of(snapshot, texts, countries))
    titles = {write_table(sheets, kind, rows[kind]): kind for kind in KINDS}
    titles[write_questions(sheets, framework, rows[ANSWER])] = ANSWER
    mark = Mark(
        territory=snapshot.territory.code or snapshot.territory.name,
        name=snapshot.territory.name,
        type=snapshot.territory.type.value if snapshot.territory.type else "",
        campaign=snapshot.campaign.year,
        sheets=titles,
        rows={(kind, row.id): row_data(row, contacts=False) for kind in rows for row in rows[kind]},
        options={each.id: dict(options_of(each, texts)) for each in framework.questions()},
    )
    _write_mark(book, mark)
    sheets.close()
    book.security = WorkbookProtection(lockStructure=True)
    return saved(book, snapshot.campaign.day or "2020-01-01")


def _shown(row: Row) -> Row:
    cut: dict[str, Any] = {}
    for name, spec in specs_of(type(row)).items():
        value = getattr(row, name)
        if spec.personal:
            cut[name] = ""
        elif isinstance(value, str) and len(value) * 2 > LONGEST:
            cut[name] = value[: LONGEST // 2]
    return replace(row, **cut) if cut else row


def _guide(sheet: Worksheet, snapshot: Snapshot, texts: Texts) -> None:
    sheet.title = texts("exports.sheet.guide")
    put(sheet, 1, 1, texts("exports.guide.title", territory=snapshot.territory.name)).font = TITLE
    for row, key in enumerate(GUIDE, 3):
        cell = put(sheet, row, 1, texts(f"exports.guide.{key}"))
        cell.alignment = TOP
        sheet.row_dimensions[row].height = 15 * (1 + len(str(cell.value)) // 95)
    sheet.column_dimensions["A"].width = 100
    sheet.sheet_view.showGridLines = False
    sheet.protection.sheet = True


def _write_mark(book: Workbook, mark: Mark) -> None:
    sheet = book.create_sheet(workbook_mark.SHEET)
    for place, line in enumerate(lines_of(mark), 1):
        for column, text in enumerate(line, 1):
            put(sheet, place, column, text)
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
