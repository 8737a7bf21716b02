"""A country in detail: what links the territory to it, row by row, how it reads, and what could come next."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance

from diagnostic.assessment.results import CountryReading
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import colon, plain
from diagnostic.brief.compose.world import TABLE_OF
from diagnostic.dossier.row import Row
from ui.results.answer_links import row_links
from ui.results.column import Column
from ui.results.country_cells import LINKS, link_cell
from ui.results.link_line import LinkLine
from ui.shell.typography import Label, muted


def country_detail(country: str, desk: Desk, body: Column, followed: SignalInstance) -> None:
    """Fill the column with a country of the matrix."""
    found = next(row for row in desk.assessment.matrix if row.country == country)
    for reading in found.readings:
        _reading(reading, desk, body)
    if not found.readings:
        body.add(muted(desk.texts("results.country.no_reading")))
    for link in LINKS:
        body.space(8)
        body.add(Label(link_cell(found, link, desk).words, bold=True))
        links = row_links(TABLE_OF[link], rows_of(country, TABLE_OF[link], desk), desk)
        if links:
            body.add(LinkLine(links, followed))


def rows_of(country: str, kind: str, desk: Desk) -> tuple[Row, ...]:
    """Return the rows of a kind that speak of a country; a budget line may do so through its partnership."""
    partnerships = {row.id for row in desk.snapshot.partnerships if row.country == country}

    def speaks(row: Row) -> bool:
        own = getattr(row, "country", "")
        if own or not hasattr(row, "partnership"):
            return own == country or country in getattr(row, "countries", ())
        return row.partnership in partnerships

    return tuple(row for row in desk.snapshot.rows(kind) if speaks(row))


def _reading(reading: CountryReading, desk: Desk, body: Column) -> None:
    known = desk.framework.reading(reading.id)
    body.add(Label(known.title[desk.lang], bold=True), Label(known.meaning[desk.lang]))
    shown = [
        colon(desk.texts(f"results.figure.{name}"), plain(value, desk), desk)
        for name, value in reading.figures.items()
        if desk.texts.has(f"results.figure.{name}")
    ]
    if shown:
        body.add(muted(" · ".join(shown)))
    body.add(muted(desk.texts("results.country.next", step=known.next_step[desk.lang])))
