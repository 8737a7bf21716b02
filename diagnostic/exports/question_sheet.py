"""The sheet of the collection workbook for the questions of the framework."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl.utils.cell import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.records import Answer
from diagnostic.dossier.row import Row
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.exports.cells import Cell
from diagnostic.exports.filling import FIRST_ROW, HEADING_ROW, HELP_ROW, LAST_ROW, NAMES_ROW, Sheets
from diagnostic.exports.sheet_style import TITLE, filled, heading, helping, put
from diagnostic.exports.table_sheet import expected, lay_out
from diagnostic.framework.model import Framework, Indicator, Input
from diagnostic.imports.workbook_mark import ANSWER, ID
from diagnostic.texts import Texts

_EVIDENCE = ("source", "source_date", "confidence", "comment")
_ANSWER_COLUMN = 5
_WIDTHS = (22.0, 62.0, 34.0, 26.0, 28.0, 16.0, 20.0, 40.0)


def options_of(indicator: Indicator, texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield what can be answered to a question, with its meaning ("state:done", "choice:<option>")."""
    if indicator.input is Input.STATUS:
        for state in (AnswerState.DONE, AnswerState.PLANNED, AnswerState.NOT_DONE):
            yield texts.label(state), f"state:{state.value}"
    if indicator.input is Input.CHOICE:
        for option in indicator.options:
            yield option.label[texts.lang], f"choice:{option.id}"
    yield texts.label(AnswerState.NOT_APPLICABLE), f"state:{AnswerState.NOT_APPLICABLE.value}"


def write_questions(sheets: Sheets, framework: Framework, answers: Sequence[Row]) -> str:
    """Write the sheet of all the questions, answered where they are, and return its title."""
    texts = sheets.texts
    sheet = sheets.add(texts("exports.sheet.answer"))
    put(sheet, 1, 2, texts("exports.questions_title")).font = TITLE
    put(sheet, NAMES_ROW, 1, ID)
    put(sheet, NAMES_ROW, _ANSWER_COLUMN, ANSWER)
    for column, key in enumerate(("domain", "question", "expected", "answer"), 2):
        heading(sheet, HEADING_ROW, column, texts(f"exports.question.{key}"))
        helping(sheet, HELP_ROW, column, texts("exports.question.help") if key == "answer" else "")
    for column, name in enumerate(_EVIDENCE, _ANSWER_COLUMN + 1):
        put(sheet, NAMES_ROW, column, name)
        heading(sheet, HEADING_ROW, column, texts(f"field.answer.{name}"))
        helping(sheet, HELP_ROW, column, expected("answer", specs_of(Answer)[name], texts))
    given = {row.indicator: row for row in answers if isinstance(row, Answer)}
    for place, indicator in enumerate(framework.questions(), FIRST_ROW):
        _question(sheets, sheet, place, indicator, framework, given.get(indicator.id))
    for column, width in enumerate(_WIDTHS, 2):
        sheet.column_dimensions[get_column_letter(column)].width = width
    _confidences(sheets, sheet)
    lay_out(sheet, "D")
    return str(sheet.title)


def _question(
    sheets: Sheets, sheet: Worksheet, place: int, indicator: Indicator, framework: Framework, answer: Answer | None
) -> None:
    lang = sheets.texts.lang
    put(sheet, place, 1, indicator.id)
    asked = (framework.node(indicator.parent).short[lang], indicator.question[lang], _expected(indicator, sheets.texts))
    for column, text in enumerate(asked, 2):
        filled(sheet, place, column, text, locked=True)
    filled(sheet, place, _ANSWER_COLUMN, _answered(indicator, answer, sheets.texts))
    for column, name in enumerate(_EVIDENCE, _ANSWER_COLUMN + 1):
        filled(sheet, place, column, sheets.teller.cell(specs_of(Answer)[name], answer) if answer else None)
    longest = max(len(asked[1]) / 58, len(asked[2]) / 32, 1)
    sheet.row_dimensions[place].height = 15.5 * (int(longest) + 1)
    cell = f"{get_column_letter(_ANSWER_COLUMN)}{place}"
    if indicator.input is not Input.NUMBER:
        sheets.offer(sheet, cell, [label for label, _ in options_of(indicator, sheets.texts)])
    elif indicator.minimum is not None and indicator.maximum is not None:
        _bounded(sheets, sheet, cell, indicator)


def _bounded(sheets: Sheets, sheet: Worksheet, cell: str, indicator: Indicator) -> None:
    ends: dict[str, Any] = {"formula1": str(indicator.minimum), "formula2": str(indicator.maximum)}
    rule = DataValidation(type="decimal", operator="between", allow_blank=True, errorStyle="warning", **ends)
    rule.errorTitle = sheets.texts("exports.choice.title")
    rule.error = sheets.texts("exports.choice.number", least=ends["formula1"], most=ends["formula2"])
    rule.showErrorMessage = True
    rule.add(cell)
    sheet.add_data_validation(rule)


def _expected(indicator: Indicator, texts: Texts) -> str:
    if indicator.input is Input.NUMBER:
        label = texts.label(AnswerState.NOT_APPLICABLE)
        return texts("exports.question.number", unit=indicator.unit[texts.lang], not_applicable=label)
    return texts("exports.question.choice")


def _answered(indicator: Indicator, answer: Answer | None, texts: Texts) -> Cell:
    """Return what the answer's cell holds; what could not be read stands there as it was typed."""
    if answer is None:
        return None
    typed = answer.unread.get("number") or answer.unread.get("choice")
    if typed:
        return typed
    if answer.state is AnswerState.VALUE and indicator.input is Input.NUMBER:
        return answer.number
    meaning = f"choice:{answer.choice}" if answer.state is AnswerState.VALUE else f"state:{answer.state or ''}"
    return next((label for label, means in options_of(indicator, texts) if means == meaning), None)


def _confidences(sheets: Sheets, sheet: Worksheet) -> None:
    spec = specs_of(Answer)["confidence"]
    if spec.kind is FieldType.CHOICE and spec.options is not None:
        letter = get_column_letter(_ANSWER_COLUMN + 1 + _EVIDENCE.index("confidence"))
        labels = [sheets.texts.label(term) for term in spec.options]
        sheets.offer(sheet, f"{letter}{FIRST_ROW}:{letter}{LAST_ROW}", labels)
