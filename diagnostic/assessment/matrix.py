"""The country matrix: every country present anywhere, what ties the territory to it, and the readings that follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from diagnostic.assessment.facts.communities import communities
from diagnostic.assessment.facts.enrolments import foreign_students, institutions, students_by_country
from diagnostic.assessment.facts.home import abroad
from diagnostic.assessment.facts.links import is_alive, is_ended
from diagnostic.assessment.facts.spending import money_by_country
from diagnostic.assessment.readings import Country, Wholes, read_country
from diagnostic.assessment.results import CountryRow
from diagnostic.dossier.records import Partnership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import PartnershipState, TableState
from diagnostic.framework.model import Framework


@dataclass(frozen=True, slots=True)
class _Looked:
    """For which columns a country without a row has none: its table is said to be complete or not applicable, and
    no row of it leaves its country unsaid. An economic tie may have no country: it then means the world.
    """

    people: bool
    students: bool
    associations: bool
    ties: bool
    partnerships: bool
    money: bool


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the rows say of each country they name."""

    people: Mapping[str, int | None]
    students: Mapping[str, int | None]
    associations: Mapping[str, int]
    ties: Mapping[str, int]
    partnerships: Mapping[str, list[Partnership]]
    money: Mapping[str, float | None]

    def countries(self) -> set[str]:
        columns = (self.people, self.students, self.associations, self.ties, self.partnerships, self.money)
        return {country for column in columns for country in column if abroad(country)}


def country_matrix(snapshot: Snapshot, framework: Framework) -> tuple[CountryRow, ...]:
    """Return one row per country present anywhere, France excluded: most ties first, then most people, then code."""
    columns, looked = _columns(snapshot), _looked(snapshot)
    wholes, recorded = _wholes(snapshot), _recorded(snapshot)
    rows = []
    for country in columns.countries():
        links = columns.partnerships.get(country, [])
        row = _row(country, columns, looked, _signs(snapshot, framework, links))
        rows.append(read_country(Country(row, wholes, recorded), framework))
    return tuple(sorted(rows, key=_order))


def _wholes(snapshot: Snapshot) -> Wholes:
    return Wholes(
        people=snapshot.territory.population,
        students=foreign_students(institutions(snapshot.student_groups)),
        associations=sum(any(map(abroad, row.countries)) for row in snapshot.associations),
    )


def _columns(snapshot: Snapshot) -> _Columns:
    return _Columns(
        people={country: community.people for country, community in communities(snapshot.diasporas).items()},
        students=students_by_country(institutions(snapshot.student_groups)),
        associations=Counter(country for row in snapshot.associations for country in set(row.countries)),
        ties=Counter(tie.country for tie in snapshot.economic_ties),
        partnerships=_partnerships(snapshot),
        money=money_by_country(snapshot),
    )


def _looked(snapshot: Snapshot) -> _Looked:
    def closed(kind: str) -> bool:
        return snapshot.standing(kind) in (TableState.COMPLETE, TableState.NOT_APPLICABLE)

    return _Looked(
        people=closed("diaspora"),
        students=closed("student_group") and all(group.country for group in snapshot.student_groups),
        associations=closed("association") and all(row.countries for row in snapshot.associations),
        ties=closed("economic_tie"),
        partnerships=closed("partnership") and all(row.country for row in snapshot.partnerships),
        money=closed("budget_line"),
    )


def _recorded(snapshot: Snapshot) -> bool:
    """Return whether a partnership would be among the rows if there were one: the collectivité knows its own."""
    state = snapshot.standing("partnership")
    if not all(row.country for row in snapshot.partnerships):
        return False  # one without country could be with this one
    return state in (TableState.COMPLETE, TableState.NOT_APPLICABLE) or (
        state is TableState.OPEN and bool(snapshot.partnerships)
    )


def _row(country: str, columns: _Columns, looked: _Looked, signs: list[bool | None]) -> CountryRow:
    links = len(columns.partnerships.get(country, []))
    partnerships = links or _absent(looked.partnerships)
    return CountryRow(
        country=country,
        people=columns.people.get(country, _absent(looked.people)),
        students=columns.students.get(country, _absent(looked.students)),
        associations=columns.associations.get(country, _absent(looked.associations)),
        ties=columns.ties.get(country, _absent(looked.ties)),
        partnerships=partnerships,
        alive=None if partnerships is None else _told(signs, wanted=True),
        silent=None if partnerships is None else _told(signs, wanted=False),
        money=columns.money.get(country, 0.0 if looked.money else None),
    )


def _absent(looked: bool) -> int | None:
    return 0 if looked else None


def _told(signs: list[bool | None], *, wanted: bool) -> int | None:
    """Return how many signs are the wanted one; None rather than 0 while one of them is unknown."""
    return signs.count(wanted) or _absent(None not in signs)


def _partnerships(snapshot: Snapshot) -> Mapping[str, list[Partnership]]:
    found: dict[str, list[Partnership]] = defaultdict(list)
    for partnership in snapshot.partnerships:
        if not is_ended(partnership, snapshot.campaign):
            found[partnership.country].append(partnership)
    return found


def _signs(snapshot: Snapshot, framework: Framework, links: list[Partnership]) -> list[bool | None]:
    months = int(framework.thresholds["alive_months"])
    return [is_alive(link, snapshot.campaign, months) for link in links if link.state is not PartnershipState.PROJECT]


def _order(row: CountryRow) -> tuple[int, int, str]:
    columns = (row.people, row.students, row.associations, row.ties, row.partnerships, row.money)
    return (-sum(bool(column) for column in columns), -(row.people or 0), row.country)
