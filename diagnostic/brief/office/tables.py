"""The content's tables as grids: a header row, rows headed by their first cell, numbers to the right."""

from __future__ import annotations

from dataclasses import replace

from diagnostic.brief import content as c
from diagnostic.brief.office.cleaning import fit, fit_line
from diagnostic.brief.office.flow import Cell, Grid, GridKind, Ink, Para, Part, Row, Run, Style

WHOLE = 900
"""Characters of the longest cell of a row that is kept on one page: a longer one could not fit any page."""
NAMES = 0.28
"""Share of the width that the names of facts take."""


def data_grid(table: c.Table, width: float) -> Grid:
    """Return a table `width` points wide, its columns shared as the content says."""
    every = sum(column.share for column in table.columns)
    rows = [
        _band(row, table) if place in table.bands else _row(row, table, place) for place, row in enumerate(table.rows)
    ]
    return Grid(
        kind=GridKind.DATA,
        widths=tuple(width * column.share / every for column in table.columns),
        rows=(Row(tuple(_head(column) for column in table.columns)), *map(_held, rows[:1]), *rows[1:]),
        head=1,
        title=fit_line(table.caption),
    )


def facts_grid(facts: c.Facts, width: float) -> Grid:
    """Return names and what they are."""
    rows = tuple(_kept((_lines(name, Style.CELL_ROW), _lines(text, Style.CELL))) for name, text in facts.pairs)
    return Grid(kind=GridKind.FACTS, widths=(width * NAMES, width * (1 - NAMES)), rows=rows)


def _held(row: Row) -> Row:
    """Return the first row, kept with the second: a header and one row do not stand alone at the foot of a page."""
    return replace(row, cells=tuple(replace(cell, parts=tuple(map(_with_next, cell.parts))) for cell in row.cells))


def _with_next(part: Part) -> Part:
    return replace(part, hold=True) if isinstance(part, Para) else part


def _head(column: c.Column) -> Cell:
    number = column.kind is c.ColumnKind.NUMBER
    return _lines(column.title, Style.CELL_HEAD_NUMBER if number else Style.CELL_HEAD)


def _band(row: tuple[str, ...], table: c.Table) -> Row:
    """Return a row that heads those after it: one cell across, kept with the next row."""
    text = " · ".join(filter(None, map(fit, row)))
    return Row((Cell((Para(Style.CELL_ROW, (Run(text),), hold=True),), len(table.columns)),))


def _row(row: tuple[str, ...], table: c.Table, place: int) -> Row:
    strong = place in table.strong
    first = _lines(row[0], Style.DENSE_ROW if table.dense else Style.CELL_ROW)
    others = zip(row[1:], table.columns[1:], strict=True)
    return _kept((first, *(_lines(text, _style(column, table), strong=strong) for text, column in others)))


def _style(column: c.Column, table: c.Table) -> Style:
    if column.kind is c.ColumnKind.NUMBER:
        return Style.DENSE_NUMBER if table.dense else Style.CELL_NUMBER
    return Style.DENSE if table.dense else Style.CELL


def _lines(text: str, style: Style, *, strong: bool = False) -> Cell:
    """Return a cell: its later lines (its formula, its source) are quieter than the first."""
    head, _, rest = fit(text).partition("\n")
    runs = [Run(head, Ink.STRONG if strong else Ink.PLAIN)] if head else []
    if rest:
        runs.append(Run(f"\n{rest}", Ink.QUIET))
    return Cell((Para(style, tuple(runs)),))


def _kept(cells: tuple[Cell, ...]) -> Row:
    longest = max(
        sum(len(run.text) for part in cell.parts if isinstance(part, Para) for run in part.runs) for cell in cells
    )
    return Row(cells, whole=longest <= WHOLE)
