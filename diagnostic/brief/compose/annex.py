"""The annexes: how every score is made again by hand, the whole matrix, the budget's numbers, sources, words."""

from __future__ import annotations

from collections.abc import Iterable

from diagnostic.brief.compose.annex_indicators import indicator_tables
from diagnostic.brief.compose.annex_nodes import node_table
from diagnostic.brief.compose.annex_numbers import exact
from diagnostic.brief.compose.annex_rules import changed_weights, rules
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.money import reference_year
from diagnostic.brief.compose.provenance import provenance_table
from diagnostic.brief.compose.reference_sources import reference_table
from diagnostic.brief.compose.world import SHOWN, matrix_table
from diagnostic.brief.content import Column, ColumnKind, Paragraph, Section, Table, Voice
from diagnostic.dossier.records import BudgetLine
from diagnostic.territory.folding import fold


def indicators(desk: Desk) -> Section:
    """Return what it takes to make every score again by hand; while nothing is known, what there is to fill in."""
    texts, tables = desk.texts, indicator_tables(desk)
    if not any(isinstance(block, Table) for block in tables):
        label = texts("annex.label_unknown")
        return Section(id="indicators", label=label, title=label, blocks=tuple(tables))
    label = texts("annex.label")
    blocks = (*rules(desk), *changed_weights(desk), node_table(desk), *tables)
    return Section(id="indicators", label=label, title=label, blocks=blocks)


def matrix(desk: Desk) -> Section | None:
    """Return the whole matrix when the section shows only its head."""
    rows = desk.assessment.matrix
    if len(rows) <= SHOWN:
        return None
    label = desk.texts("brief.annex.matrix")
    ordered = sorted(rows, key=lambda row: fold(desk.country(row.country)))
    table = matrix_table(ordered, desk.texts("brief.annex.matrix_caption", total=str(len(rows))), desk, dense=True)
    return Section(id="matrix", label=label, title=label, blocks=(table,))


def lines(desk: Desk) -> Section | None:
    """Return the budget lines of the year that the section on means adds up, then those that give no year."""
    texts, money = desk.texts, reference_year(desk.snapshot)
    undated = [line for line in desk.snapshot.budget_lines if line.year is None]
    blocks = [_line_table(money.lines, texts("brief.annex.lines_caption", year=money.year), desk)] if money else []
    if undated:
        blocks.append(_line_table(undated, texts("brief.annex.undated_caption"), desk))
    if not blocks:
        return None
    label = texts("brief.annex.lines", year=money.year) if money else texts("brief.annex.undated")
    return Section(id="lines", label=label, title=label, blocks=tuple(blocks))


def _line_table(lines: Iterable[BudgetLine], caption: str, desk: Desk) -> Table:
    texts = desk.texts
    columns = (
        Column(texts("brief.column.line"), 0.3),
        Column(texts("brief.column.direction"), 0.1),
        Column(texts("brief.column.function"), 0.1),
        Column(texts("brief.column.amount"), 0.11, ColumnKind.NUMBER),
        Column(texts("brief.column.country"), 0.14),
        Column(texts("brief.column.funder"), 0.25),
    )
    ordered = sorted(lines, key=lambda line: (line.direction or "", -(line.amount or 0.0), fold(line.label)))
    rows = tuple(_line(line, desk) for line in ordered)
    return Table(columns=columns, rows=rows, caption=caption, dense=True)


def _line(line: BudgetLine, desk: Desk) -> tuple[str, ...]:
    texts, unknown = desk.texts, desk.texts("brief.word.unknown")
    where = " ".join(part for part in (line.chart.value if line.chart else "", line.function) if part)
    scheme = texts.label(line.scheme) if line.scheme else ""
    return (
        f"{line.label or unknown}\n{scheme}".strip(),
        texts.label(line.direction) if line.direction else unknown,
        where or unknown,
        unknown if line.amount is None else exact(line.amount, desk),
        _country(line, desk),
        line.funder,
    )


def _country(line: BudgetLine, desk: Desk) -> str:
    """Return a line's own country, else that of the partnership it pays for."""
    partnerships = {one.id: one.country for one in desk.snapshot.partnerships}
    return desk.country(line.country or partnerships.get(line.partnership or 0, ""))


def sources(desk: Desk) -> Section:
    """Return what was entered, with what confidence and from where, and what the program brings itself."""
    texts = desk.texts
    label = texts("brief.annex.sources")
    last = Paragraph(texts("brief.attribution.long"), Voice.NOTE)
    return Section(id="sources", label=label, title=label, blocks=(provenance_table(desk), reference_table(desk), last))
