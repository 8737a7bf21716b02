"""The identity card of the territory: what everyone in the room should agree on before the scores."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.assessment.facts.enrolments import Institution, institutions
from diagnostic.assessment.facts.links import in_force
from diagnostic.assessment.results import CountryRow
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.provenance import sources_words
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
from diagnostic.dossier.row import Row
from diagnostic.dossier.vocabulary import TableState

LARGEST = 8
INSTITUTIONS = 8
SERVICES = ("water", "sanitation", "waste", "mobility", "energy")


def identity(desk: Desk) -> Section:
    """Return the section."""
    blocks = (*_card(desk), *_communities(desk), *_students(desk))
    label = desk.texts("brief.identity.label")
    return Section(id="identity", label=label, title=_title(desk), blocks=blocks, new_page=True)


def at_a_glance(desk: Desk) -> Section:
    """Return the card alone: what stands in the express brief."""
    label = desk.texts("brief.identity.label")
    return Section(id="identity", label=label, title=_title(desk), blocks=_card(desk), new_page=True)


def _card(desk: Desk) -> tuple[Block, ...]:
    """Return the figures to be seen from afar, the facts, and where they come from."""
    place = desk.snapshot.territory
    source = year_source(place.source, place.source_date, desk)
    note = (Paragraph(desk.texts("brief.source", source=source), Voice.NOTE),) if source else ()
    return (KeyFigures(_key_figures(desk)), Facts(_facts(desk)), *note)


def _title(desk: Desk) -> str:
    linked = sum(1 for row in desk.assessment.matrix if links(row))
    if linked:
        return desk.texts.plural("brief.identity.title", linked, name=short(desk.territory, 60))
    if not any(map(desk.applies, TIES)):
        return desk.texts("applying.identity_title", name=short(desk.territory, 60))
    return desk.texts("brief.identity.title_none", name=short(desk.territory, 60))


def _key_figures(desk: Desk) -> tuple[KeyFigure, ...]:
    texts, snapshot = desk.texts, desk.snapshot
    current = in_force(snapshot)
    unsure = sum(1 for one in current if one.state is None)
    return (
        _inhabitants(desk),
        _counted("diaspora", len({d.country for d in snapshot.diasporas if d.country}), desk),
        _counted("association", len(snapshot.associations), desk),
        _counted("partnership", len(current), desk, texts.plural("brief.key.unsure", unsure) if unsure else ""),
        _counted("network_membership", len(snapshot.network_memberships), desk),
    )


def _inhabitants(desk: Desk) -> KeyFigure:
    place = desk.snapshot.territory
    form = "one" if place.population is not None and desk.texts.single(place.population) else "other"
    value = number_words(place.population, desk)
    return KeyFigure(value, desk.texts(f"brief.key.inhabitants.{form}"), str(place.population_year or ""))


def _counted(kind: str, count: int, desk: Desk, note: str = "") -> KeyFigure:
    """Return a count of rows, a minimum while their list is open; an empty list is not yet a zero."""
    none = not desk.snapshot.rows(kind) and desk.snapshot.standing(kind) is TableState.COMPLETE
    value = desk.counted_words(kind, count) if desk.snapshot.rows(kind) or none else desk.empty_words(kind)
    form = "one" if (count or none) and desk.texts.single(count) else "other"
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
        ("competences", _in_line([texts.label(c) for c in place.competences]) or unknown),
    ]
    pairs += [
        ("operating_budget", _budget("operating", desk) or unknown),
        ("investment_budget", _budget("investment", desk)),
    ]
    pairs.append(("service_budgets", _service_budgets(desk)))
    return tuple((texts(f"brief.fact.{key}"), text) for key, text in pairs if text)


def _in_line(labels: list[str]) -> str:
    """Return labels on one line, the first alone with its capital; acronyms keep theirs. Some hold an "and"."""
    first, rest = labels[:1], labels[1:]
    return ", ".join((*first, *(label if label[1:2].isupper() else label[:1].lower() + label[1:] for label in rest)))


def _budget(name: str, desk: Desk) -> str:
    """Return a budget with its year, "" while it is unknown."""
    place = desk.snapshot.territory
    amount: float | None = getattr(place, f"{name}_budget")
    year = f" ({place.budget_year})" if place.budget_year else ""
    return "" if amount is None else desk.texts.money(amount) + year


def _service_budgets(desk: Desk) -> str:
    """Return the budgets of the services that open a 1 % scheme, those that are known, on one line."""
    texts, place = desk.texts, desk.snapshot.territory
    found = [(name, getattr(place, f"{name}_budget")) for name in SERVICES]
    parts = [
        texts("brief.fact.service", service=texts(f"brief.fact.service_{name}"), amount=texts.money(amount))
        for name, amount in found
        if amount is not None
    ]
    year = f" ({place.budget_year})" if place.budget_year else ""
    return texts("brief.separator").join(parts) + year if parts else ""


def _communities(desk: Desk) -> list[Block]:
    texts, rows = desk.texts, [row for row in desk.assessment.matrix if row.people]
    if not rows:
        return [Paragraph(texts("brief.identity.no_diaspora", state=desk.empty_words("diaspora")))]
    shown = sorted(rows, key=lambda row: -(row.people or 0))[:LARGEST]
    columns = (
        Column(texts("brief.column.country"), 0.3),
        Column(texts("brief.column.people"), 0.16, ColumnKind.NUMBER),
        Column(texts("brief.column.per_thousand"), 0.18, ColumnKind.NUMBER),
        Column(texts("brief.column.definition"), 0.36),
    )
    lines = [d for row in shown for d in desk.snapshot.diasporas if d.country == row.country]
    return [
        Heading(texts("brief.identity.communities")),
        Table(
            columns=columns,
            rows=tuple(_community(row, desk) for row in shown),
            caption=_communities_caption(len(shown), len(rows), desk),
            source=_under("diaspora", lines, desk),
        ),
    ]


def _communities_caption(shown: int, known: int, desk: Desk) -> str:
    if shown == known > 1:
        return desk.texts("brief.identity.communities_all", count=str(known))
    return desk.texts.plural("brief.identity.communities_caption", known, shown=str(shown))


def _community(row: CountryRow, desk: Desk) -> tuple[str, ...]:
    texts, population = desk.texts, desk.snapshot.territory.population
    people = row.people or 0
    lines = [d for d in desk.snapshot.diasporas if d.country == row.country]
    definitions = list(dict.fromkeys(texts.label(d.definition) for d in lines if d.definition))
    share = texts.number(people / population * 1000, 1) if population else texts("brief.word.unknown")
    return (
        desk.country(row.country),
        texts.number(people),
        share,
        texts.listing(definitions) or texts("brief.word.unknown"),
    )


def _under(kind: str, rows: Sequence[Row], desk: Desk) -> str:
    """Return the note under a table: where its rows come from, and whether their list is said to be complete."""
    source = sources_words(rows, desk)
    said = (desk.texts("brief.source", source=source) + "." if source else "", desk.standing_words(kind))
    return " ".join(filter(None, said))


def _students(desk: Desk) -> list[Block]:
    texts = desk.texts
    found = institutions(desk.snapshot.student_groups)
    if not found:
        return [Paragraph(texts("brief.identity.no_students", state=desk.empty_words("student_group")))]
    columns = (
        Column(texts("brief.column.institution"), 0.46),
        Column(texts("brief.column.foreign_students"), 0.2, ColumnKind.NUMBER),
        Column(texts("brief.column.all_students"), 0.2, ColumnKind.NUMBER),
        Column(texts("brief.column.share"), 0.14, ColumnKind.NUMBER),
    )
    largest = sorted(found, key=lambda institution: -(institution.foreign or 0))[:INSTITUTIONS]
    ids = {id_ for institution in largest for id_ in institution.ids}
    groups = [group for group in desk.snapshot.student_groups if group.id in ids]
    rows = tuple(_institution(institution, desk) for institution in largest)
    caption = texts("brief.identity.students_caption")
    table = Table(columns=columns, rows=rows, caption=caption, source=_under("student_group", groups, desk))
    return [Heading(texts("brief.identity.students")), table]


def _institution(one: Institution, desk: Desk) -> tuple[str, ...]:
    texts, unknown = desk.texts, desk.texts("brief.word.unknown")
    share = unknown
    if one.foreign is not None and one.total and one.foreign <= one.total:  # else one of the two is wrong
        share = texts.percent(one.foreign / one.total * 100, 1)
    return (one.name or unknown, number_words(one.foreign, desk), number_words(one.total, desk), share)
