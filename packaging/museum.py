"""Freeze a small filled dossier of the present schema, to be opened by every later version's tests.

Run once for each schema version, before it is superseded: `python packaging/museum.py tests/dossier/museum`.
"""

import sys
from pathlib import Path

from diagnostic.dossier import operations
from diagnostic.dossier.decisions import Action, Ally, Priority, Weighting
from diagnostic.dossier.founding import kept
from diagnostic.dossier.header import SCHEMA_VERSION
from diagnostic.dossier.opening import create_dossier
from diagnostic.dossier.records import (
    Association,
    BudgetLine,
    Diaspora,
    EconomicTie,
    NetworkMembership,
    Partnership,
    StudentGroup,
    Territory,
)
from diagnostic.dossier.snapshot import Campaign
from diagnostic.dossier.vocabulary import ActionField, AllyKind, AnswerState, PriorityLevel, TableState
from diagnostic.framework.load import load_edition

ROWS = (
    Diaspora(country="MA", people=120, source="Donnée fictive"),
    StudentGroup(institution="Institut fictif", people=30, institution_total=400),
    Partnership(name="Ville fictive", country="SN", fields=(ActionField.PLANNING,), unread={"since": "vers 1990"}),
    NetworkMembership(name="Réseau fictif", fee=500.0),
    Association(name="Association fictive", countries=("MA", "SN"), works_with=True),
    EconomicTie(name="Salon fictif"),
    BudgetLine(label="Ligne fictive", amount=1200.5, partnership=1),
    Action(title="Action fictive"),
    Weighting(item="citizens", weight=2.0, reason="Choix fictif", author="Conseil fictif"),
    Priority(recommendation="training", level=PriorityLevel.HIGH, votes=7),
    Ally(name="Allié fictif", type=AllyKind.FUNDER, minimum=1000.0, needs_oda=True, valid_year=2026),
)


def main(folder: Path) -> None:
    """Write `v<schema>.rose` in the folder."""
    territory = Territory(name="Musée (fictif)", population=1200, fictional=True)
    campaign = Campaign(year=2026, day="2026-11-21", framework="edition-1", framework_version="1")
    dossier = create_dossier(folder / f"v{SCHEMA_VERSION}.rose", territory, campaign, kept(load_edition()))
    for row in ROWS:
        dossier.apply(operations.add(row))
    dossier.apply(operations.answer(dossier.snapshot(), "governance_oda", AnswerState.PLANNED))
    dossier.apply(operations.stand(dossier.snapshot(), "diaspora", TableState.COMPLETE))
    dossier.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
