"""Made-up territories for the tests of the brief: rich, empty, worldwide, hostile."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from diagnostic.assessment.assess import assess
from diagnostic.brief.compose.inputs import BriefInputs
from diagnostic.brief.compose.whole import compose
from diagnostic.brief.content import BriefContent
from diagnostic.dossier import vocabulary as v
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.records import (
    Answer,
    Association,
    BudgetLine,
    Diaspora,
    EconomicTie,
    NetworkMembership,
    Partnership,
    Standing,
    StudentGroup,
    Territory,
)
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Campaign, Snapshot
from diagnostic.framework.load import load_edition
from diagnostic.framework.model import Framework, Input
from diagnostic.strategy.directory import load_directory
from diagnostic.strategy.funding import advise
from diagnostic.strategy.propose import propose
from diagnostic.strategy.schemes import scheme_openings
from diagnostic.territory.countries import load_countries
from diagnostic.texts import load_texts

ORIGINS = tuple("MADZTNSNMLKMPTESITROTRVNCNGBDEBFCICMMGHTAFSYUAPLBR"[i : i + 2] for i in range(0, 50, 2))
INSEE = {"source": "INSEE, recensement de la population", "source_date": "2022", "confidence": v.Confidence.OFFICIAL}
NATIONALITY = v.DiasporaDefinition.NATIONALITY


def rich() -> Snapshot:
    """Return a large fictional city with most tables filled and most questions answered."""
    return Snapshot(
        campaign=Campaign(id=2, year=2026, day="2026-03-12"),
        territory=Territory(
            id=1, type=v.TerritoryKind.COMMUNE, name="Port-Alizé", code="99999", epci_name="Grand Alizé Métropole",
            departement_name="Côte-des-Vents", region_name="Grande Rive", population=182_400, population_year=2023,
            budget_year=2025, operating_budget=312_000_000.0, investment_budget=88_000_000.0, water_budget=21_500_000.0,
            competences=(v.Competence.WATER, v.Competence.SANITATION, v.Competence.WASTE), fictional=True,
            source="Insee, populations légales", source_date="2023",
        ),
        diasporas=tuple(
            Diaspora(id=i + 1, country=code, people=4200 // (i + 1), definition=NATIONALITY, **INSEE)
            for i, code in enumerate(ORIGINS)
        ),
        student_groups=(
            StudentGroup(id=1, institution="Université de Port-Alizé", people=2972, institution_total=31_759, **INSEE),
            StudentGroup(id=2, institution="École nationale des Vents", people=140, institution_total=1_020),
            *(
                StudentGroup(id=3 + i, institution="Université de Port-Alizé", country=code, people=300 - 20 * i)
                for i, code in enumerate(ORIGINS[:12])
            ),
        ),
        partnerships=tuple(_partnership(i) for i in range(15)),
        network_memberships=(
            NetworkMembership(id=1, name="Cités Unies France", fee=3_400.0, since=2008),
            NetworkMembership(id=2, name="AFCCRE", fee=2_100.0, since=1991),
        ),
        associations=tuple(_association(i) for i in range(40)),
        economic_ties=tuple(
            EconomicTie(id=i + 1, name=f"Maison {i}", type=list(v.EconomicTieKind)[i % 6], country=ORIGINS[i])
            for i in range(9)
        ),
        budget_lines=tuple(_line(i) for i in range(30)),
        answers=answers(load_edition(), skip=4),
        actions=_actions(),
        standings={
            kind: Standing(id=i, table=kind, state=v.TableState.COMPLETE)
            for i, kind in enumerate(("diaspora", "partnership", "association", "budget_line"), 1)
        },
    )  # fmt: skip


def _partnership(i: int) -> Partnership:
    places = [
        "Fès",
        "Annaba",
        "Sfax",
        "Dakar",
        "Kayes",
        "Moroni",
        "Porto",
        "Séville",
        "Turin",
        "Iași",
        "Izmir",
        "Hué",
        "Tsinan",
        "Leeds",
        "Kiel",
    ]
    return Partnership(
        id=i + 1, name=f"Coopération avec {places[i]}", place=places[i], country=ORIGINS[i],
        form=list(v.PartnershipForm)[i % 6], fields=(list(v.ActionField)[i % 11],), since=1985 + 2 * i,
        last_activity="2025-10" if i % 3 else "2019", agreement=bool(i % 2), evaluated=i % 4 == 0,
        state=v.PartnershipState.ACTIVE if i < 12 else v.PartnershipState.DORMANT, yearly_cost=4_000.0 * (i % 5),
        contact="secret@example.org",
    )  # fmt: skip


def _association(i: int) -> Association:
    return Association(
        id=i + 1, name=f"Association {i}", countries=(ORIGINS[i % 18],), type=list(v.AssociationKind)[i % 6],
        works_with=i % 3 == 0, grant=500.0 if i % 4 == 0 else None, contact="secret@example.org",
    )  # fmt: skip


def _line(i: int) -> BudgetLine:
    income = i % 3 == 0
    return BudgetLine(
        id=i + 1, year=2025 if i < 24 else 2024, label=f"Ligne {i}", section=v.BudgetSection.OPERATING,
        direction=v.BudgetDirection.INCOME if income else v.BudgetDirection.EXPENSE, chart=v.ChartOfAccounts.M57,
        function=("048", "041", "311", "020")[i % 4], amount=3_000.0 + 1_700 * (i % 7), country=ORIGINS[i % 12],
        funder=("MEAE", "Région", "Agence de l'eau", "Union européenne")[i % 4] if income else "",
        scheme=v.OnePercentScheme.WATER_SANITATION if i in (1, 2) else None,
    )  # fmt: skip


def _actions() -> tuple[Action, ...]:
    ids = [item.id for item in load_edition().recommendations]
    rows = (
        (
            "Ouvrir un lien avec les Comores, à partir de trois associations",
            "Relations internationales",
            18_000,
            12_000,
        ),
        ("Affecter 1 % du budget de l'eau", "Régie des eaux", 14_000, 13_000),
        ("Publier un bilan annuel de quatre pages", "Communication", 10_000, 0),
        ("Former vingt agents à la conduite de projets internationaux", "Ressources humaines", None, None),
    )
    return tuple(
        Action(
            id=i + 1, title=title, recommendation=ids[i], owner=owner, due=f"2026-{i + 6:02d}",
            cost=cost, raised=raised, success="Convention signée avant juin", state=v.ActionState.KEPT,
            description="Avec les associations." * (i == 0),
        )
        for i, (title, owner, cost, raised) in enumerate(rows)
    )  # fmt: skip


def answers(framework: Framework, skip: int) -> dict[str, Answer]:
    """Return answers to all questions but one in `skip`, in every state by turns."""
    found = {}
    states = (v.AnswerState.DONE, v.AnswerState.NOT_DONE, v.AnswerState.PLANNED, v.AnswerState.DONE)
    for place, item in enumerate(framework.questions()):
        if place % skip == 0:
            continue
        if item.input is Input.STATUS:
            answer = Answer(id=place + 1, indicator=item.id, state=states[place % 4])
        elif item.input is Input.CHOICE:
            option = item.options[place % len(item.options)].id
            answer = Answer(id=place + 1, indicator=item.id, state=v.AnswerState.VALUE, choice=option)
        else:
            answer = Answer(id=place + 1, indicator=item.id, state=v.AnswerState.VALUE, number=3.0)
        found[item.id] = answer
    return found


def village() -> Snapshot:
    """Return a village of which nothing but its name and size is known."""
    return Snapshot(
        campaign=Campaign(id=1, year=2026, day="2026-03-12"),
        territory=Territory(
            id=1, type=v.TerritoryKind.COMMUNE, name="Saint-Cirq-Lapopie", code="46256", population=207,
            population_year=2023, departement_name="Lot", region_name="Occitanie",
        ),
    )  # fmt: skip


def worldwide(countries: int) -> Snapshot:
    """Return the rich city with people from that many countries."""
    codes = [country.code for country in load_countries().abroad()][:countries]
    base = rich()
    people = tuple(Diaspora(id=i + 1, country=code, people=90 + 7 * i, **INSEE) for i, code in enumerate(codes))
    return replace(base, diasporas=people)


HOSTILE = (
    '<img src="/etc/passwd"> & <b>gras</b> </para> &amp; %s {0} $x^2$ \\ '
    "\u202e\u0000\u0007\x1b مرحبا بالعالم שלום 中文 日本語 한국어 👍🏽 é\u0301 𓀀 "
)


def hostile() -> Snapshot:
    """Return the rich city with nasty text in every text field of every row, names of 10,000 characters among it."""
    base = rich()
    kinds = ("diasporas", "student_groups", "partnerships", "network_memberships", "associations", "economic_ties")
    rows: dict[str, Any] = {
        kind: tuple(_spoiled(row, i) for i, row in enumerate(getattr(base, kind)[:5]))
        for kind in (*kinds, "budget_lines", "actions")
    }
    return replace(base, territory=_spoiled(base.territory, 1), **rows)


def _spoiled(row: Any, place: int) -> Any:
    keep = ("kind", "country", "code", "recommendation", "due", "last_activity", "source_date", "indicator", "choice")
    word = ("W" * 10_000, HOSTILE * 3, "\n".join("x" * 300), HOSTILE + "é" * 10_000)[place % 4]
    changed = {f.name: word for f in fields(row) if isinstance(getattr(row, f.name), str) and f.name not in keep}
    return replace(row, **{k: w for k, w in changed.items() if k != "territory" and not _is_term(row, k)})


def _is_term(row: Row, name: str) -> bool:
    return type(getattr(row, name)) is not str


def inputs(snapshot: Snapshot, previous: Snapshot | None = None, lang: str = "fr") -> BriefInputs:
    """Return what a brief of the snapshot is made from, by the program's own engine."""
    framework = load_edition()
    assessment = assess(snapshot, framework, previous)
    return BriefInputs(
        snapshot=snapshot,
        assessment=assessment,
        framework=framework,
        proposals=propose(assessment, framework, snapshot.priorities),
        openings=scheme_openings(snapshot),
        advice=advise(snapshot, framework, load_directory(), lang),
        previous=(previous, assess(previous, framework)) if previous else None,
    )


def content(snapshot: Snapshot, lang: str = "fr", previous: Snapshot | None = None) -> BriefContent:
    """Return the content of the snapshot's brief."""
    return compose(inputs(snapshot, previous, lang), load_texts(lang), load_countries())


def earlier() -> Snapshot:
    """Return the rich city's campaign two years before, with half of its questions answered."""
    base = rich()
    campaign = Campaign(id=1, year=2024, day="2024-03-01")
    return replace(
        base, campaign=campaign, answers=answers(load_edition(), skip=2), associations=base.associations[:20]
    )
