"""The wizard's flow as a table that knows no Qt: the steps, their order, what each is about."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.assessment.results import Assessment, IndicatorState
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.model import Framework, Input


@dataclass(frozen=True, slots=True)
class Step:
    """A step. `tables` are the kinds of row it edits; its texts are `step.<id>.…`."""

    id: str
    tables: tuple[str, ...] = ()
    analysis: bool = False


STEPS: tuple[Step, ...] = (
    Step("territory"),
    Step("diasporas", ("diaspora",)),
    Step("students", ("student_group",)),
    Step("partnerships", ("partnership", "network_membership")),
    Step("associations", ("association",)),
    Step("economy", ("economic_tie",)),
    Step("budget", ("budget_line",)),
    Step("organisation"),
    Step("results", analysis=True),
    Step("strategy", analysis=True),
    Step("brief", analysis=True),
)

METHOD = Step("method", analysis=True)
"""Beside the flow, reached from the results: what all is weighed by, and with which framework."""

EXPRESS_PASS = ("organisation", "express")
"""Where the first pass is listed in order: a step, and what to bring forward there."""

PLACES = (*STEPS, METHOD)
"""All that a page stands for."""

TERRITORY_FACTS = ("name", "population", "operating_budget", "competences")
"""The facts of the territory that scores or the strategy lean on."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a step is settled: `done` out of `total` facts, answers or indicators. 0 of 0: nothing to count."""

    done: int
    total: int
    begun: bool = False
    """something is there, though nothing is settled yet (a list that is not said to be complete)"""

    @property
    def complete(self) -> bool:
        """Return whether nothing is left to say in the step."""
        return 0 < self.total == self.done

    @property
    def percent(self) -> int:
        """Return the settled share, in per cent, rounded down."""
        return 100 * self.done // self.total if self.total else 0


def position(step: str) -> int:
    """Return the place of a step in the flow, from 0; what stands beside the flow comes after it."""
    return [each.id for each in PLACES].index(step)


def before(step: str) -> str:
    """Return the step before, "" for the first; from beside the flow, the results."""
    if step == METHOD.id:
        return "results"
    place = position(step)
    return STEPS[place - 1].id if place else ""


def after(step: str) -> str:
    """Return the step after, "" for the last."""
    place = position(step) + 1
    return STEPS[place].id if place < len(STEPS) else ""


def progress(step: Step, snapshot: Snapshot, framework: Framework, assessment: Assessment) -> Progress:
    """Return how complete a step is: facts of the territory, or indicators known among those that apply.

    A step where nothing applies is complete.
    """
    if step.analysis:
        return Progress(0, 0)
    if step.id == "territory":
        known = [name for name in TERRITORY_FACTS if getattr(snapshot.territory, name) not in (None, "", ())]
        return Progress(len(known), len(TERRITORY_FACTS))
    results = [
        assessment.indicator(each.id) for each in framework.indicators if home_of(each.step, each.input) == step.id
    ]
    apply = [result for result in results if result.state is not IndicatorState.NOT_APPLICABLE] or results
    settled = [result for result in apply if result.state is not IndicatorState.UNKNOWN]
    return Progress(len(settled), len(apply), begun=any(snapshot.rows(table) for table in step.tables))


def home_of(step: str, source: Input) -> str:
    """Return the step where an indicator is filled in: questions are all answered on the organisation step."""
    return step if source is Input.MEASURE else "organisation"
