"""A campaign read once into frozen data; nothing after it touches the database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from diagnostic.dossier.decisions import Action, Ally, Priority, Weighting
from diagnostic.dossier.dressing import BriefEdit, BriefLayout, BriefLook
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
from diagnostic.dossier.vocabulary import TableState


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """One diagnostic of the territory. `day` (ISO) is the date its figures are read at."""

    id: int = 0
    year: int
    day: str
    framework: str = ""
    framework_version: str = ""
    frozen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFramework:
    """A framework as a dossier keeps it: its id, its version, and the text of its files by name."""

    code: str
    version: str
    sources: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """All rows of one campaign. `answers` by indicator id; `standings` by kind of table."""

    campaign: Campaign
    territory: Territory = field(default_factory=Territory)
    diasporas: tuple[Diaspora, ...] = ()
    student_groups: tuple[StudentGroup, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
    network_memberships: tuple[NetworkMembership, ...] = ()
    associations: tuple[Association, ...] = ()
    economic_ties: tuple[EconomicTie, ...] = ()
    budget_lines: tuple[BudgetLine, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    actions: tuple[Action, ...] = ()
    weightings: tuple[Weighting, ...] = ()
    priorities: tuple[Priority, ...] = ()
    allies: tuple[Ally, ...] = ()
    brief_edits: tuple[BriefEdit, ...] = ()
    brief_layouts: tuple[BriefLayout, ...] = ()
    brief_looks: tuple[BriefLook, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def weights(self) -> Mapping[str, float]:
        """Return the users' own weights by item of the framework."""
        own = {row.item: row.weight for row in self.weightings if row.weight is not None}
        return MappingProxyType(own)

    def rows(self, kind: str) -> tuple[Row, ...]:
        """Return the rows of one of the kinds of `records.RECORDS` (territory as one row)."""
        if kind == "territory":
            return (self.territory,)
        if kind == "answer":
            return tuple(self.answers.values())
        if kind == "standing":
            return tuple(self.standings.values())
        rows: tuple[Row, ...] = getattr(self, COLLECTIONS[kind])
        return rows

    def standing(self, kind: str) -> TableState:
        """Return what the user says of a table; OPEN when nothing was said."""
        said = self.standings.get(kind)
        return (said.state if said else None) or TableState.OPEN


COLLECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "diaspora": "diasporas",
        "student_group": "student_groups",
        "partnership": "partnerships",
        "network_membership": "network_memberships",
        "association": "associations",
        "economic_tie": "economic_ties",
        "budget_line": "budget_lines",
        "action": "actions",
        "weighting": "weightings",
        "priority": "priorities",
        "ally": "allies",
        "brief_edit": "brief_edits",
        "brief_layout": "brief_layouts",
        "brief_look": "brief_looks",
    }
)
"""Kind of row → the snapshot's attribute that holds its rows."""
