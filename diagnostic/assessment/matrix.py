"""The country matrix: every country present anywhere, what ties the territory to it, and the readings that follow."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from diagnostic.assessment.facts.communities import communities
from diagnostic.assessment.facts.enrolments import institutions, students_by_country
from diagnostic.assessment.facts.home import abroad
from diagnostic.assessment.facts.links import is_alive, is_ended
from diagnostic.assessment.facts.spending import money_by_country
from diagnostic.assessment.readings import Country, Looked, read_country
from diagnostic.assessment.results import CountryRow
from diagnostic.dossier.records import Partnership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import PartnershipState, TableState
from diagnostic.framework.model import Framework


def country_matrix(snapshot: Snapshot, framework: Framework) -> tuple[CountryRow, ...]:
    """Return one row per country present anywhere, France excluded: most ties first, then most people, then code."""
    people = _people(snapshot)
    students = _students(snapshot)
    associations = Counter(country for row in snapshot.associations for country in set(row.countries))
    ties = Counter(tie.country for tie in snapshot.economic_ties)
    partnerships = _partnerships(snapshot)
    money = money_by_country(snapshot)
    looked = looked_for(snapshot)
    present = {country for column in (people, students, associations, ties, partnerships, money) for country in column}
    population = snapshot.territory.population
    rows = []
    for country in filter(abroad, present):
        links = partnerships.get(country, [])
        alive = _signs(snapshot, framework, links)
        row = CountryRow(
            country=country,
            people=people.get(country, 0 if looked.people else None),
            students=students.get(country, 0 if looked.students else None),
            associations=associations[country],
            ties=ties[country],
            partnerships=len(links),
            alive=alive.count(True),
            silent=alive.count(False),
            money=money.get(country, 0.0),
        )
        rows.append(read_country(Country(row, population, looked), framework))
    return tuple(sorted(rows, key=_order))


def looked_for(snapshot: Snapshot) -> Looked:
    """Return which tables let an absence be told.

    What the world brings (people, students, associations) is absent only when its table is said to be complete or
    not applicable. What the collectivité does itself (partnerships) it knows: rows are enough.
    """

    def closed(kind: str) -> bool:
        return snapshot.standing(kind) in (TableState.COMPLETE, TableState.NOT_APPLICABLE)

    whole_countries = all(group.country for group in snapshot.student_groups)
    placed = all(association.countries for association in snapshot.associations)
    own = snapshot.standing("partnership") is TableState.OPEN and bool(snapshot.partnerships)
    return Looked(
        people=closed("diaspora"),
        students=closed("student_group") and whole_countries,
        associations=closed("association") and placed,
        partnerships=closed("partnership") or own,
    )


def _people(snapshot: Snapshot) -> Mapping[str, int | None]:
    return {country: community.people for country, community in communities(snapshot.diasporas).items()}


def _students(snapshot: Snapshot) -> Mapping[str, int | None]:
    return students_by_country(institutions(snapshot.student_groups))


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
