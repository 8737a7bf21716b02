"""What a brief is made from, and the names and words every section looks up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from diagnostic.assessment.express_reading import ExpressReading
from diagnostic.assessment.facts.counting import counted
from diagnostic.assessment.position import nothing_applies
from diagnostic.assessment.results import Assessment
from diagnostic.assessment.variations import Variations
from diagnostic.benchmark.compare import PanelComparison
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import TableState
from diagnostic.framework.model import Framework
from diagnostic.strategy.results import FundingAdvice, Proposal, SchemeOpening
from diagnostic.territory.accounts import Charts
from diagnostic.territory.articles import Case
from diagnostic.territory.outlines import Outline
from diagnostic.texts import Texts


class Named(Protocol):
    """A country that can say its name."""

    def name(self, lang: str) -> str:
        """Return the name in "fr" or "en"."""
        ...

    def phrase(self, lang: str, case: Case) -> str:
        """Return the name with the words before it, as "du Mali"."""
        ...

    @property
    def home(self) -> bool:
        """Return whether it is France or one of its overseas territories."""
        ...


class CountryNames(Protocol):
    """Where country names come from: `diagnostic.territory.countries.Countries` is one."""

    def get(self, code: str) -> Named | None:
        """Return the country of an ISO code, or None."""
        ...

    @property
    def outlines(self) -> Sequence[Outline]:
        """Return where each country is on a map of the world."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPass:
    """What the express reading stands for: the reading, and the whole assessment and framework that it is part of."""

    reading: ExpressReading
    assessment: Assessment
    framework: Framework


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefInputs:
    """A campaign, what was found in it, what is proposed; `previous` is the campaign before, if there was one.

    `variations` and `comparison` are left out where nobody needs them (the outline on the screen). `first_pass` is
    there when `assessment` and `framework` are the express reading's own.
    """

    snapshot: Snapshot
    assessment: Assessment
    framework: Framework
    proposals: tuple[Proposal, ...] = ()
    openings: tuple[SchemeOpening, ...] = ()
    previous: tuple[Snapshot, Assessment] | None = None
    variations: Variations | None = None
    comparison: PanelComparison | None = None
    advice: FundingAdvice | None = None
    express: ExpressReading | None = None
    first_pass: FirstPass | None = None
    charts: Charts = Charts({})


@dataclass(frozen=True, slots=True)
class Missing:
    """A section that the data leaves empty: its label, and in one line what is not known."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The inputs with the language and the country names: what each section's author has before them."""

    inputs: BriefInputs
    texts: Texts
    countries: CountryNames
    cited: frozenset[str] | None = None
    """The recommendations that the document holds, so that their numbers lead somewhere; None: all of them."""

    @property
    def snapshot(self) -> Snapshot:
        """Return the campaign, without the rows of the tables that do not apply: nothing is said of them."""
        return counted(self.inputs.snapshot)

    @property
    def assessment(self) -> Assessment:
        """Return what was found."""
        return self.inputs.assessment

    @property
    def framework(self) -> Framework:
        """Return the framework."""
        return self.inputs.framework

    @property
    def lang(self) -> str:
        """Return the language, "fr" or "en"."""
        return self.texts.lang

    @property
    def territory(self) -> str:
        """Return the territory's name, or the words for an unnamed one."""
        return self.snapshot.territory.name.strip() or self.texts("brief.unnamed")

    @property
    def nothing_applies(self) -> bool:
        """Return whether all that the framework asks is said not to apply here."""
        return nothing_applies(self.assessment, self.framework)

    def applies(self, kind: str) -> bool:
        """Return whether a table is not said to have no sense here."""
        return self.snapshot.standing(kind) is not TableState.NOT_APPLICABLE

    def country(self, code: str) -> str:
        """Return a country's name, its code when no name is known, "" for no country."""
        found = self.countries.get(code) if code else None
        return found.name(self.lang) if found else code

    def empty_words(self, kind: str) -> str:
        """Return what an empty table of that kind means, as its user says: none, not applicable, not known."""
        words = {TableState.COMPLETE: "none", TableState.NOT_APPLICABLE: "not_applicable"}
        return self.texts(f"brief.word.{words.get(self.snapshot.standing(kind), 'unknown')}")

    def counted_words(self, kind: str, count: int) -> str:
        """Return a count of things in a table: a minimum while its list is open, and not known if that is nothing."""
        number = self.texts.number(count)
        if self.snapshot.standing(kind) in (TableState.COMPLETE, TableState.NOT_APPLICABLE):
            return number
        return self.texts("brief.word.at_least", value=number) if count else self.texts("brief.word.unknown")

    def standing_words(self, kind: str) -> str:
        """Return whether the list was declared complete, as a note under its table."""
        complete = self.snapshot.standing(kind) is TableState.COMPLETE
        return self.texts(f"brief.standing.{'complete' if complete else 'open'}")
