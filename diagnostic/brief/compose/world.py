"""The world of the territory: the country matrix, its named readings, the partnerships and networks."""

from __future__ import annotations

from collections.abc import Iterable

from diagnostic.assessment.facts.links import foreign, in_force, is_alive, is_ended
from diagnostic.assessment.results import CountryRow
from diagnostic.brief.compose.inputs import Desk, Missing
from diagnostic.brief.compose.reach import links, reach_words
from diagnostic.brief.compose.wording import colon
from diagnostic.brief.compose.world_figures import map_figure, matrix_figure
from diagnostic.brief.content import Block, Column, ColumnKind, Heading, Item, Items, Paragraph, Section, Table, Voice
from diagnostic.dossier.records import Partnership
from diagnostic.framework.model import Reading
from diagnostic.territory.folding import fold

SHOWN = 15
NAMED = 5
TABLE_OF = {
    "people": "diaspora",
    "students": "student_group",
    "associations": "association",
    "ties": "economic_tie",
    "partnerships": "partnership",
    "money": "budget_line",
}
"""The columns of the matrix, and the table that each comes from."""


def world(desk: Desk) -> Section | Missing:
    """Return the section, or that no country appears yet."""
    texts, rows = desk.texts, desk.assessment.matrix
    label = texts("brief.world.label")
    if not rows:
        said = any(map(desk.applies, TABLE_OF.values()))
        return Missing(label, texts("brief.world.empty" if said else "applying.world"))
    numbers = _numbers(desk)
    drawn, crossed = map_figure(desk, numbers), matrix_figure(desk, TABLE_OF, numbers)
    blocks: list[Block] = [Paragraph(reach_words(desk)), *([drawn] if drawn else []), *_readings(desk)]
    blocks += [crossed] if crossed else []
    if crossed is None or len(rows) <= SHOWN:  # else the annex's table has every country, and the figure the first
        blocks.append(_main_table(desk))
    return Section(id="world", label=label, title=_title(desk), blocks=tuple(blocks))


def _numbers(desk: Desk) -> str:
    """Return in which table the figures' numbers stand: the annex has all the countries when they are many."""
    if len(desk.assessment.matrix) <= SHOWN:
        return desk.texts("brief.figure.data_below")
    return desk.texts("brief.figure.data_annex", table=desk.texts("brief.annex.matrix"))


def _title(desk: Desk) -> str:
    """Return the reading that names the most countries, with their number."""
    counts = [(len(desk.assessment.carrying(reading.id)), reading) for reading in desk.framework.readings]
    count, reading = max(counts, key=lambda pair: pair[0], default=(0, None))
    if reading is None or count == 0:
        return desk.texts.plural("brief.world.title", len(desk.assessment.matrix))
    return desk.texts.plural("brief.world.title_reading", count, reading=reading.title[desk.lang])


def _readings(desk: Desk) -> list[Block]:
    items = [_reading(r, rows, desk) for r in desk.framework.readings if (rows := desk.assessment.carrying(r.id))]
    if not items:
        return [Paragraph(desk.texts("brief.world.no_reading"))]
    return [Heading(desk.texts("brief.world.readings")), Items(tuple(items))]


def _reading(reading: Reading, rows: tuple[CountryRow, ...], desk: Desk) -> Item:
    texts, lang = desk.texts, desk.lang
    names = [_caused(row, reading.id, desk) for row in rows[:NAMED]]
    if len(rows) > NAMED:
        names.append(texts.plural("brief.world.others", len(rows) - NAMED))
    lead = texts.plural("brief.world.reading", len(rows), reading=reading.title[lang])
    text = f"{reading.meaning[lang]} {texts('brief.separator').join(names)}."
    return Item(lead, text, texts("brief.world.next_step", step=reading.next_step[lang]))


def _caused(row: CountryRow, reading: str, desk: Desk) -> str:
    """Return a country with the figures that caused its reading: "Maroc (1 250 habitants, 3 associations)"."""
    figures = next(found.figures for found in row.readings if found.id == reading)
    words = [
        desk.texts.plural(f"brief.world.figure.{name}", value)
        for name, value in figures.items()
        if value and desk.texts.has(f"brief.world.figure.{name}.one")
    ]
    name = desk.country(row.country)
    return f"{name} ({', '.join(words)})" if words else name


def _strength(row: CountryRow) -> tuple[int, int, int]:
    return links(row) + bool(row.partnerships), row.people or 0, row.students or 0


def _main_table(desk: Desk) -> Table:
    rows = desk.assessment.matrix
    main = sorted(rows, key=_strength, reverse=True)[:SHOWN]
    texts = desk.texts
    key = "brief.world.caption" if len(rows) <= SHOWN else "brief.world.caption_cut"
    return matrix_table(main, texts(key, shown=str(len(main)), total=str(len(rows))), desk)


def matrix_table(rows: Iterable[CountryRow], caption: str, desk: Desk, *, dense: bool = False) -> Table:
    """Return countries against their ties. A dash is what is not known or not looked for; 0 is a known zero."""
    texts = desk.texts
    number = ColumnKind.NUMBER
    columns = (
        Column(texts("brief.column.country"), 0.175),
        Column(texts("brief.column.people"), 0.115, number),
        Column(texts("brief.column.students"), 0.11, number),
        Column(texts("brief.column.associations"), 0.085, number),
        Column(texts("brief.column.ties"), 0.08, number),
        Column(texts("brief.column.partnerships"), 0.14, number),
        Column(texts("brief.column.money"), 0.095, number),
        Column(texts("brief.column.reading"), 0.2),
    )
    legend = texts("brief.world.legend")
    cells = tuple(_row(row, desk) for row in rows)
    return Table(columns=columns, rows=cells, caption=caption, source=legend, dense=dense)


def _row(row: CountryRow, desk: Desk) -> tuple[str, ...]:
    titles = [desk.framework.reading(found.id).title[desk.lang] for found in row.readings]
    return (
        desk.country(row.country),
        *(_cell(row, link, desk) for link in TABLE_OF),
        ", ".join(titles),
    )


def _cell(row: CountryRow, link: str, desk: Desk) -> str:
    """Return a country's figure in one column, or that the column's table does not apply."""
    if not desk.applies(TABLE_OF[link]):
        return desk.texts("brief.word.not_applicable")
    if link == "partnerships":
        return _partnership_cell(row, desk)
    figure: float | None = getattr(row, link)
    return desk.texts.number(figure)


def _partnership_cell(row: CountryRow, desk: Desk) -> str:
    """Return "2 (1)": the partnerships, and those of them known to be alive."""
    count = desk.texts.number(row.partnerships)
    if not row.partnerships:
        return count
    return desk.texts("brief.world.alive", count=count, alive=desk.texts.number(row.alive))


def partnerships(desk: Desk) -> Section | None:
    """Return the list of partnerships and networks, or None when there is neither."""
    texts = desk.texts
    blocks: list[Block] = []
    if desk.snapshot.partnerships:
        blocks += [Paragraph(apart)] if (apart := _apart(desk)) else []
        blocks.append(_partnership_table(desk))
    if desk.snapshot.network_memberships:
        blocks += [Heading(texts("brief.partners.networks")), Items(tuple(_networks(desk)))]
    if not blocks:
        return None
    if not desk.snapshot.partnerships:
        words = texts("brief.partners.none", state=desk.empty_words("partnership"))
        blocks.insert(0, Paragraph(words, Voice.BODY))
    label = texts("brief.partners.label")
    return Section(id="partners", label=label, title=_partners_title(desk), blocks=tuple(blocks))


def _partners_title(desk: Desk) -> str:
    total, current = len(desk.snapshot.partnerships), in_force(desk.snapshot)
    if not total:
        return desk.texts("brief.partners.label")
    months = int(desk.framework.thresholds["alive_months"])
    silent = sum(is_alive(one, desk.snapshot.campaign, months) is False for one in current)
    if silent:
        return desk.texts.plural("brief.partners.title_silent", silent, total=str(len(current)))
    return desk.texts.plural("brief.partners.title", total)


def _apart(desk: Desk) -> str:
    """Return how many partnerships are in force, still projects or ended; "" where all abroad are in force."""
    found, texts = foreign(desk.snapshot), desk.texts
    ended = sum(is_ended(one, desk.snapshot.campaign) for one in found)
    counts = {"in_force": len(in_force(desk.snapshot))}
    counts |= {"projects": len(found) - ended - counts["in_force"], "ended": ended}
    if counts["in_force"] == len(found):
        return ""
    parts = [texts.plural(f"brief.partners.{name}", count) for name, count in counts.items() if count]
    return texts.plural("brief.partners.apart", len(found), parts=texts.listing(parts))


def _form_and_fields(partnership: Partnership, desk: Desk) -> str:
    form = desk.texts.label(partnership.form) if partnership.form else ""
    fields = ", ".join(desk.texts.label(field) for field in partnership.fields)
    return "\n".join(part for part in (form, fields) if part)


def _partnership_table(desk: Desk) -> Table:
    texts, unknown = desk.texts, desk.texts("brief.word.unknown")
    columns = (
        Column(texts("brief.column.partnership"), 0.26),
        Column(texts("brief.column.country"), 0.14),
        Column(texts("brief.column.form"), 0.19),
        Column(texts("brief.column.since"), 0.11, ColumnKind.NUMBER),
        Column(texts("brief.column.last_activity"), 0.15),
        Column(texts("brief.column.state"), 0.15),
    )
    rows = tuple(
        (
            p.name + (f"\n{p.place}" if p.place and p.place != p.name else ""),
            desk.country(p.country) or unknown,
            _form_and_fields(p, desk) or unknown,
            str(p.since) if p.since is not None else unknown,
            texts.date(p.last_activity) if p.last_activity else unknown,
            texts.label(p.state) if p.state else unknown,
        )
        for p in sorted(desk.snapshot.partnerships, key=lambda p: (fold(desk.country(p.country)), fold(p.name)))
    )
    caption, note = texts("brief.partners.caption"), desk.standing_words("partnership")
    return Table(columns=columns, rows=rows, caption=caption, source=note)


def _networks(desk: Desk) -> Iterable[Item]:
    texts = desk.texts
    for network in desk.snapshot.network_memberships:
        since = texts("brief.partners.since", year=str(network.since)) if network.since is not None else ""
        fee = texts("brief.partners.fee", fee=texts.money(network.fee)) if network.fee is not None else ""
        words = ", ".join(part for part in (since, fee) if part)
        name = network.name.strip() or texts("directory.nameless")
        yield Item(colon(name, "", desk).rstrip() if words else name, words)
