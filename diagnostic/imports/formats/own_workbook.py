"""The collection workbook, filled in: what its cells say otherwise than when it was made, and its new rows.

A cell left empty says nothing, and neither does one that was not touched: what the dossier has learnt since stays. A
lone dash empties a cell. A row taken out of the workbook stays in the dossier.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.records import RECORDS, Answer, Territory
from diagnostic.dossier.row import Row
from diagnostic.dossier.values import empty
from diagnostic.dossier.vocabulary import AnswerState, TerritoryKind
from diagnostic.errors import WorldError
from diagnostic.imports.answered import PARTS
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.layout import KINDS, Layout
from diagnostic.imports.mapping import Cell, Mapper, candidate_of
from diagnostic.imports.reading import Candidate, Reading, Said, Setting
from diagnostic.imports.row_data import NotOurs, row_from, said
from diagnostic.imports.source import Source
from diagnostic.imports.whose import check_territory
from diagnostic.imports.words import Words, load_words
from diagnostic.imports.workbook_mark import ANSWER, ERASE, ID, SHEET, Mark, mark_of
from diagnostic.territory.folding import fold
from diagnostic.watching import Watch, unwatched

ID_OF_FORMAT = "workbook"
_UNSAID: Mapping[str, Any] = MappingProxyType({"state": AnswerState.UNANSWERED})
"""What a new answer is until something is said of it."""
_HEADINGS = 3
"""Rows between that of the fields' names and the first to fill in, less one."""


def _recognises(look: Look) -> bool:
    return SHEET in look.sheets


def _read(source: Source, case: Case, watch: Watch = unwatched) -> Reading:
    """Return what a filled workbook says.

    WorldError: import_workbook_mark, import_other_territory, or those of its sheets.
    """
    from diagnostic.imports.sheets import sheet_names, sheet_records  # the workbooks' library is slow to load

    names = sheet_names(source)
    mark = mark_of(cells for _, cells in sheet_records(source, SHEET)) if SHEET in names else None
    if mark is None:
        raise WorldError("import_workbook_mark", file=source.name)
    check_territory(source.name, _given_to(mark, case.territory), case.territory)
    filled = _Filled(source, case, mark, load_words())
    for name, kind in mark.sheets.items():
        if name in names and (kind in KINDS or kind == ANSWER):
            filled.sheet(name, kind, watch)
    return filled.reading(tuple(name for name in mark.sheets if name not in names))


FORMAT = Format(ID_OF_FORMAT, _recognises, _read)


def _given_to(mark: Mark, ours: Territory) -> Territory:
    """Return the territory that a workbook was made for, as far as its mark says."""
    if not mark.name:
        return ours if mark.territory in (ours.code, ours.name) else Territory(name=mark.territory)
    kind = next((each for each in TerritoryKind if each.value == mark.type), None)
    return Territory(type=kind, name=mark.name, code=mark.territory if mark.territory != mark.name else "")


class _Filled:
    """A workbook being read, sheet after sheet."""

    def __init__(self, source: Source, case: Case, mark: Mark, words: Words) -> None:
        self._source = source
        self._case = case
        self._mark = mark
        self._words = words
        self._candidates: list[Candidate] = []
        self._setting = Setting()
        self._parts: list[Reading] = []
        self._last = 0
        self._names = _names(mark)

    def reading(self, missing: Sequence[str]) -> Reading:
        """Return what was read; `missing` are the sheets that are not there any more."""
        notes = [note for part in self._parts for note in part.notes]
        notes += [Said("note.no_sheet", MappingProxyType({"sheet": name})) for name in missing]
        return Reading(
            format=ID_OF_FORMAT,
            file=self._source.name,
            candidates=tuple(self._candidates),
            skipped=self._setting.skipped(),
            unmatched=tuple(each for part in self._parts for each in part.unmatched),
            notes=tuple(notes),
        )

    def sheet(self, name: str, kind: str, watch: Watch) -> None:
        """Read a sheet."""
        from diagnostic.imports.sheets import sheet_records

        places: dict[str, int] = {}
        begun = 0
        mapper = Mapper(Layout(kind=kind, columns={}), self._case, self._words)
        seen: set[int] = set()
        for line, cells in sheet_records(self._source, name, watch):
            if not places and cells and cells[0] == ID:
                places, begun = {field: place for place, field in enumerate(cells) if field and place}, line
            elif places and line >= begun + _HEADINGS:
                typed = {field: cells[place].strip() for field, place in places.items() if place < len(cells)}
                told = {field: text for field, text in typed.items() if text}
                if kind == ANSWER:
                    found = self._answer(cells[0], told, mapper, line)
                else:
                    found = self._row(kind, cells[0], told, mapper, line, seen)
                self._candidates += [found] if found else []
        part = mapper.reading(self._source.name, ())
        notes = tuple(map(self._of_answer, part.notes)) if kind == ANSWER else part.notes
        self._parts.append(replace(part, notes=notes))

    def _of_answer(self, note: Said) -> Said:
        """Return a note on cells in which the parts of an answer are called what the sheet calls them: one column."""
        texts = self._words.of(self._case.lang)
        if note.params.get("field") not in {texts(f"field.answer.{part}") for part in PARTS}:
            return note
        return Said(note.key, MappingProxyType({**note.params, "field": texts("exports.question.answer")}))

    def _row(
        self, kind: str, number: str, told: Mapping[str, str], mapper: Mapper, line: int, seen: set[int]
    ) -> Candidate | None:
        specs = specs_of(RECORDS[kind])
        base = self._base(kind, number, seen)
        known = base.unread if base else {}
        cells = {
            name: self._cell(specs[name], text, mapper, line, known.get(name, ""))
            for name, text in told.items()
            if name in specs
        }
        if not cells:
            return None
        if base is None and not any(name in cells for name, spec in specs.items() if spec.needed):
            self._setting.aside(line, "no_name", " ; ".join(told.values()), kind=kind)
            return None
        made = candidate_of(RECORDS[kind], cells, line)
        self._last -= 1
        return _beside(made, base, self._last)

    def _cell(self, spec: FieldSpec, text: str, mapper: Mapper, line: int, known: str) -> Cell:
        """Return what a cell says; the name of another row of the workbook is that row's number.

        `known` is what stood there unread when the workbook was made: it was told then.
        """
        number = self._names.get((spec.link, fold(text))) if spec.kind is FieldType.LINK else None
        return Cell(number) if number is not None else _cell(mapper, spec, text, line, known)

    def _base(self, kind: str, number: str, seen: set[int]) -> Row | None:
        """Return the row as the workbook was given it; None for a new one, or for the copy of a row."""
        key = int(number) if number.isdecimal() and len(number) < 19 else 0
        if key in seen:
            return None
        seen.add(key)
        data = self._mark.rows.get((kind, key))
        try:
            return row_from(kind, data)[0] if data is not None else None
        except NotOurs:
            return None

    def _answer(self, indicator: str, told: Mapping[str, str], mapper: Mapper, line: int) -> Candidate | None:
        if not told or indicator not in self._mark.options:
            return None
        specs = specs_of(Answer)
        evidence = {name: text for name, text in told.items() if name in specs}
        cells = {name: _cell(mapper, specs[name], text, line) for name, text in evidence.items()}
        if ANSWER in told:
            cells |= _answered(told[ANSWER], self._mark.options[indicator], mapper, line)
        cells["indicator"] = Cell(indicator)
        base = next((row for row in self._answers() if row.indicator == indicator), None)
        made = candidate_of(Answer, cells, line)
        if "state" not in cells and base is None:
            made = replace(made, row=replace(made.row, **_UNSAID))
        return _beside(made, base, 0)

    def _answers(self) -> Iterator[Answer]:
        for (kind, _), data in self._mark.rows.items():
            if kind == ANSWER:
                try:
                    row = row_from(kind, data)[0]
                except NotOurs:
                    continue
                if isinstance(row, Answer):
                    yield row


def _names(mark: Mark) -> Mapping[tuple[str, str], int]:
    """Return the numbers of the rows by the names that the workbook calls them by."""
    titles: dict[tuple[str, str], list[int]] = {}
    for (kind, number), data in mark.rows.items():
        titles.setdefault((kind, str(data.get("name", ""))), []).append(number)
    named: dict[tuple[str, str], int] = {}
    for (kind, title), numbers in titles.items():
        for number in numbers:
            shown = title if len(numbers) == 1 and title else f"{title} #{number}"
            named.setdefault((kind, fold(shown)), number)
    return named


def _cell(mapper: Mapper, spec: FieldSpec, text: str, line: int, known: str = "") -> Cell:
    return Cell(empty(spec)) if text in ERASE else mapper.cell(spec, text, line, known)


def _answered(text: str, options: Mapping[str, str], mapper: Mapper, line: int) -> dict[str, Cell]:
    """Return the fields of an answer: the meaning of a label, or a number; what is neither is kept as it was typed."""
    meanings = {fold(label): meaning for label, meaning in options.items()}
    values: dict[str, Any] = {"state": AnswerState.UNANSWERED, "number": None, "choice": ""}
    word, _, code = meanings.get(fold(text), "").partition(":")
    if word == "choice":
        values |= {"state": AnswerState.VALUE, "choice": code}
    elif word == "state" and code in set(AnswerState):
        values["state"] = AnswerState(code)
    elif text not in ERASE:
        number = mapper.cell(specs_of(Answer)["number"], text, line)
        if number.why:  # what cannot be read says nothing of the rest of the answer, which stays
            field = "number" if len(options) == 1 else "choice"
            return {field: replace(number, value=values[field])}
        values |= {"state": AnswerState.VALUE, "number": number.value}
    return {name: Cell(value) for name, value in values.items()}


def _beside(made: Candidate, base: Row | None, number: int) -> Candidate:
    """Return a candidate that brings only what differs from the row as the workbook was given it."""
    if base is None:
        row = replace(made.row, id=number)
        return replace(made, row=row, whole=True)
    told = frozenset(name for name in made.brought if said(made.row, name) != said(base, name))
    kept = {name: getattr(made.row, name) for name in told}
    unread = {name: text for name, text in base.unread.items() if name not in told}
    unread |= {name: text for name, text in made.row.unread.items() if name in told}
    row = replace(base, unread=MappingProxyType(unread), **kept)
    return replace(made, row=row, brought=told, base=base, whole=True)
