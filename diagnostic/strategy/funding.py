"""Which funders are within reach, and why: their rules set against the territory, its answers and its plan.

The rules are the directory's, with the year they were true; nothing here says that a funder will give.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diagnostic.assessment.facts.schemes import OPENED_BY
from diagnostic.dossier.decisions import Ally
from diagnostic.dossier.records import Territory
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import AllyKind, AnswerState, Competence, OnePercentScheme
from diagnostic.framework.model import Framework
from diagnostic.strategy.declaring import declaration, oda_answer
from diagnostic.strategy.directory import Directory
from diagnostic.strategy.projects import Fit, bounded, fit, live, projects, unpriced
from diagnostic.strategy.results import (
    FundingAdvice,
    Listed,
    Openness,
    Reason,
    RegionalHelp,
    RegionAnswer,
    SchemeOpening,
    Suggestion,
)
from diagnostic.strategy.schemes import scheme_openings

ODA_REASONS = {
    AnswerState.DONE: ("oda_done", Openness.OPEN),
    AnswerState.PLANNED: ("oda_planned", Openness.CLOSED),
    AnswerState.NOT_DONE: ("oda_not_done", Openness.CLOSED),
    AnswerState.NOT_APPLICABLE: ("oda_nothing", Openness.UNKNOWN),
}


@dataclass(frozen=True, slots=True)
class _Case:
    """A campaign as the rules look at it."""

    snapshot: Snapshot
    oda: AnswerState
    openings: dict[str, SchemeOpening]


def advise(snapshot: Snapshot, framework: Framework, directory: Directory, lang: str) -> FundingAdvice:
    """Return the funders one by one, the network of the territory's région, and the ODA to declare if that opens some.

    Names are in `lang`; funders that the users left out are not there.
    """
    listed = directory.listed(snapshot.allies, lang)
    case = _Case(
        snapshot,
        oda_answer(snapshot, directory.declaration),
        {opening.scheme: opening for opening in scheme_openings(snapshot)},
    )
    return FundingAdvice(
        suggestions=tuple(_suggestion(one, case) for one in listed if one.ally.type is AllyKind.FUNDER),
        region=regional_help(snapshot.territory, listed),
        declaration=declaration(snapshot, framework, directory.declaration, listed, lang),
        helpers=tuple(one for one in listed if one.ally.type not in (AllyKind.FUNDER, AllyKind.REGIONAL_NETWORK)),
    )


def regional_help(place: Territory, listed: Sequence[Listed]) -> RegionalHelp:
    """Return the networks of the territory's own région; nothing is derived where its INSEE code is empty.

    A row of the users' own may also name the région as the territory does.
    """
    mine = tuple(
        one for one in listed if one.ally.type is AllyKind.REGIONAL_NETWORK and _same_region(one.ally.region, place)
    )
    if mine:
        return RegionalHelp(answer=RegionAnswer.FOUND, networks=mine)
    return RegionalHelp(answer=RegionAnswer.NONE if place.region.strip() else RegionAnswer.UNKNOWN)


def _same_region(region: str, place: Territory) -> bool:
    wanted = region.strip().casefold()
    return bool(wanted) and wanted in (place.region.strip().casefold(), place.region_name.strip().casefold())


def _suggestion(listed: Listed, case: _Case) -> Suggestion:
    reasons = tuple(_reasons(listed, case)) or (Reason("no_rule", Openness.UNKNOWN),)
    return Suggestion(listed=listed, openness=_worst(reasons), reasons=reasons)


def _worst(reasons: Sequence[Reason]) -> Openness:
    """Return what all the reasons allow together: one that closes is enough, then one that is not known."""
    said = {reason.openness for reason in reasons}
    return next(one for one in (Openness.CLOSED, Openness.UNKNOWN, Openness.OPEN) if one in said)


def _reasons(listed: Listed, case: _Case) -> Iterator[Reason]:
    funder = listed.ally
    if funder.region.strip():
        yield _by_region(funder, case.snapshot.territory)
    if funder.needs_oda:
        yield Reason(*ODA_REASONS.get(case.oda, ("oda_unknown", Openness.UNKNOWN)))
    if listed.scheme:
        yield _by_scheme(OnePercentScheme(listed.scheme), case)
    if bounded(funder):
        yield from _by_cost(funder, case.snapshot)


def _by_region(funder: Ally, place: Territory) -> Reason:
    if _same_region(funder.region, place):
        return Reason("own_region", Openness.OPEN)
    if not place.region.strip():
        return Reason("region_unknown", Openness.UNKNOWN)
    return Reason("other_region", Openness.CLOSED)


def _by_scheme(scheme: OnePercentScheme, case: _Case) -> Reason:
    held: tuple[Competence, ...] = case.snapshot.territory.competences
    opening = case.openings.get(scheme.value)
    if not held:
        return Reason("competences_unknown", Openness.UNKNOWN)
    if opening is None:
        return Reason("not_held" if len(OPENED_BY[scheme]) < 2 else "none_held", Openness.CLOSED)
    if opening.ceiling is None:
        return Reason("budget_unknown", Openness.OPEN)
    if not opening.ceiling:
        return Reason("budget_zero", Openness.CLOSED)
    figures = {"ceiling": opening.ceiling, "used": opening.used, "left": max(0.0, opening.ceiling - opening.used)}
    if opening.used >= opening.ceiling:
        return Reason("scheme_spent", Openness.CLOSED, euros=figures)
    return Reason("scheme_used" if opening.used else "scheme", Openness.OPEN, euros=figures)


def _by_cost(funder: Ally, snapshot: Snapshot) -> Iterator[Reason]:
    """Yield what the bounds say of each action and of the plan; open from one that fits."""
    actions = snapshot.actions
    if not live(actions):
        yield Reason("no_action", Openness.UNKNOWN)
        return
    fits = [fit(project, funder) for project in projects(actions)]
    good = [one for one in fits if one.missing is None and one.aid > 0]
    if good:
        # The plan as one project is worth saying only where no action is enough by itself.
        worth = [one for one in good if not one.project.plan] or good
        yield from (_fitting(one) for one in sorted(worth, key=lambda one: -one.project.cost))
        return
    if unpriced(actions):
        yield Reason("no_cost" if not fits else "costs_missing", Openness.UNKNOWN, percent=funder.local_share)
    elif not fits:
        yield Reason("nothing_to_fund", Openness.CLOSED)
    if fits:
        yield _too_small(
            max(fits, key=lambda one: one.project.cost),
            funder,
            Openness.UNKNOWN if unpriced(actions) else Openness.CLOSED,
        )


def _fitting(one: Fit) -> Reason:
    key = f"{'plan' if one.project.plan else 'action'}_{'capped' if one.capped else 'fits'}"
    figures = {"cost": one.project.cost, "aid": one.aid, "local": one.local}
    return Reason(key, Openness.OPEN, subject=one.project.title, euros=figures)


def _too_small(one: Fit, funder: Ally, openness: Openness) -> Reason:
    """Return by how much the largest project is too small; doing it with other collectivités is the way out."""
    if one.missing is None:
        return Reason("all_local", openness, percent=funder.local_share)
    key = "plan_small" if one.project.plan else "action_small"
    figures = {
        "cost": one.project.cost,
        "aid": one.aid,
        "minimum": funder.minimum or 0.0,
        "missing": one.missing,
        "least": one.project.cost + one.missing,
    }
    return Reason(key, openness, subject=one.project.title, euros=figures)
