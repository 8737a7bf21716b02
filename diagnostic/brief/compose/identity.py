"""The identity card of the territory: what everyone in the room should agree on before the scores."""

from __future__ import annotations

from diagnostic.assessment.facts.enrolments import Institution, institutions
from diagnostic.assessment.results import CountryRow
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.reach import TIES, links
from diagnostic.brief.compose.wording import number_words, short, year_source
from diagnostic.brief.content import (
    Block,
    Column,
    ColumnKind,
    Facts,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Section,
    Table,
    Voice,
)
from diagnostic.dossier.vocabulary import PartnershipState

LARGEST = 6
INSTITUTIONS = 8
BUDGETS = ("operating", "investment", "water", "sanitation", "waste", "mobility", "energy")


def identity(desk: Desk) -> Section:
    """Return the section."""
    texts, place = desk.texts, desk.snapshot.territory
    blocks: list[Block] = [KeyFigures(_key_figures(desk)), Facts(_facts(desk))]
    if source := year_source(place.source, place.source_date, desk):
        blocks.append(Paragraph(texts("brief.source", source=source), Voice.NOTE))
    blocks += [*_communities(desk), *_students(desk)]
    return Section(
        id="identity", label=texts("brief.identity.label"), title=_title(desk), blocks=tuple(blocks), new_page=True
    )


def _title(desk: Desk) -> str:
    linked = sum(1 for row in desk.assessment.matrix if links(row))
    if linked:
        return desk.texts.plural("brief.identity.title", linked, name=short(desk.territory, 60))
    if not any(map(desk.applies, TIES)):
        return desk.texts("applying.identity_title", name=short(desk.territory, 60))
    return desk.texts("brief.identity.title_none", name=short(desk.territory, 60))


def _key_figures(desk: Desk) -> tuple[KeyFigure, ...]:
    texts, place, snapshot = desk.texts, desk.snapshot.territory, desk.snapshot
    alive = [p for p in snapshot.partnerships if p.state is PartnershipState.ACTIVE]
    unsure = sum(1 for p in snapshot.partnerships if p.state is None)
    return (
        KeyFigure(
            number_words(place.population, desk), texts("brief.key.inhabitants"), str(place.population_year or "")
        ),
        _counted("diaspora", len({d.country for d in snapshot.diasporas if d.country}), desk),
        _counted("association", len(snapshot.associations), desk),
        _counted("partnership", len(alive), desk, texts.plural("brief.key.unsure", unsure) if unsure else ""),
        _counted("network_membership", len(snapshot.network_memberships), desk),
    )


def _counted(kind: str, count: int, desk: Desk, note: str = "") -> KeyFigure:
    """Return a count of rows, a minimum while their list is open; an empty list is not yet a zero."""
    value = desk.counted_words(kind, count) if desk.snapshot.rows(kind) else desk.empty_words(kind)
    form = "one" if count and desk.texts.single(count) else "other"
    return KeyFigure(value, desk.texts(f"brief.key.{kind}.{form}"), note)


def _facts(desk: Desk) -> tuple[tuple[str, str], ...]:
    texts, place = desk.texts, desk.snapshot.territory
    unknown = texts("brief.word.unknown")
    pairs = [
        ("kind", texts.label(place.type) if place.type else unknown),
        ("code", place.code),
        ("epci", place.epci_name),
        ("departement", place.departement_name),
        ("region", place.region_name),
        ("competences", texts.listing([texts.label(c) for c in place.competences]) or unknown),
    ]
    year = f" ({place.budget_year})" if place.budget_year else ""
    for name in BUDGETS:
        amount: float | None = getattr(place, f"{name}_budget")
        if amount is not None:
            pairs.append((f"{name}_budget", texts.money(amount) + year))
        elif name == "operating":
            pairs.append((f"{name}_budget", unknown))
    return tuple((texts(f"brief.fact.{key}"), text) for key, text in pairs if text)


def _communities(desk: Desk) -> list[Block]:
    texts, rows = desk.texts, [row for row in desk.assessment.matrix if row.people]
    if not rows:
        return [Paragraph(texts("brief.identity.no_diaspora", state=desk.empty_words("diaspora")))]
    shown = sorted(rows, key=lambda row: -(row.people or 0))[:LARGEST]
    columns = (
        Column(texts("brief.column.country"), 0.18),
        Column(texts("brief.column.people"), 0.12, ColumnKind.NUMBER),
        Column(texts("brief.column.per_thousand"), 0.12, ColumnKind.NUMBER),
        Column(texts("brief.column.definition"), 0.16),
        Column(texts("brief.column.source"), 0.42),
    )
    return [
        Heading(texts("brief.identity.communities")),
        Table(
            columns=columns,
            rows=tuple(_community(row, desk) for row in shown),
            caption=texts.plural("brief.identity.communities_caption", len(rows), shown=str(len(shown))),
            source=desk.standing_words("diaspora"),
        ),
    ]


def _community(row: CountryRow, desk: Desk) -> tuple[str, ...]:
    texts, population = desk.texts, desk.snapshot.territory.population
    people = row.people or 0
    lines = [d for d in desk.snapshot.diasporas if d.country == row.country]
    definitions = list(dict.fromkeys(texts.label(d.definition) for d in lines if d.definition))
    sources = list(dict.fromkeys(filter(None, (year_source(d.source, d.source_date, desk) for d in lines))))
    share = texts.number(people / population * 1000, 1) if population else texts("brief.word.unknown")
    return (
        desk.country(row.country),
        texts.number(people),
        share,
        texts.listing(definitions) or texts("brief.word.unknown"),
        desk.texts("brief.separator").join(sources) or texts("brief.word.unknown"),
    )


def _students(desk: Desk) -> list[Block]:
    texts = desk.texts
    found = institutions(desk.snapshot.student_groups)
    if not found:
        return [Paragraph(texts("brief.identity.no_students", state=desk.empty_words("student_group")))]
    columns = (
        Column(texts("brief.column.institution"), 0.34),
        Column(texts("brief.column.foreign_students"), 0.16, ColumnKind.NUMBER),
        Column(texts("brief.column.all_students"), 0.14, ColumnKind.NUMBER),
        Column(texts("brief.column.share"), 0.12, ColumnKind.NUMBER),
        Column(texts("brief.column.source"), 0.24),
    )
    largest = sorted(found, key=lambda institution: -(institution.foreign or 0))[:INSTITUTIONS]
    rows = tuple(_institution(institution, desk) for institution in largest)
    caption = texts("brief.identity.students_caption")
    table = Table(columns=columns, rows=rows, caption=caption, source=desk.standing_words("student_group"))
    return [Heading(texts("brief.identity.students")), table]


def _institution(one: Institution, desk: Desk) -> tuple[str, ...]:
    texts, unknown = desk.texts, desk.texts("brief.word.unknown")
    share = unknown
    if one.foreign is not None and one.total:
        share = texts.percent(one.foreign / one.total * 100, 1)
    rows = [group for group in desk.snapshot.student_groups if group.id in one.ids]
    sources = dict.fromkeys(filter(None, (year_source(row.source, row.source_date, desk) for row in rows)))
    return (
        one.name or unknown,
        number_words(one.foreign, desk),
        number_words(one.total, desk),
        share,
        texts("brief.separator").join(sources) or unknown,
    )
