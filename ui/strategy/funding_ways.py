"""Where to go for what a suggestion lacks: a field of the territory, a question, the plan. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.assessment.facts.schemes import OPENED_BY
from diagnostic.brief.compose.inputs import Desk
from diagnostic.dossier.vocabulary import OnePercentScheme
from diagnostic.strategy.directory import OdaDeclaration
from diagnostic.strategy.results import Suggestion
from diagnostic.strategy.schemes import BUDGETS


@dataclass(frozen=True, slots=True)
class Way:
    """A link: its words, the wizard's step ("" for the plan on this page) and what to bring forward there."""

    label: str
    step: str = ""
    focus: str = ""


def ways_of(suggestion: Suggestion, desk: Desk, oda: OdaDeclaration) -> tuple[Way, ...]:
    """Return the links of a suggestion's reasons."""
    texts, keys = desk.texts, {reason.key for reason in suggestion.reasons}
    found: list[Way] = []
    if "budget_unknown" in keys:
        found += _budgets(OnePercentScheme(suggestion.listed.scheme), desk)
    if "competences_unknown" in keys:
        found.append(Way(texts("funding.fill_competences"), "territory", "territory:competences"))
    if "region_unknown" in keys:
        found.append(Way(texts("funding.fill_region"), "territory", "territory:region"))
    if "oda_unknown" in keys:
        found.append(Way(texts("funding.answer_oda"), "organisation", f"answer:{oda.indicator}"))
    if keys & {"no_action", "no_cost", "costs_missing"}:
        found.append(Way(texts("strategy.to_plan")))
    return tuple(found)


def missing_budgets(scheme: OnePercentScheme, desk: Desk) -> tuple[str, ...]:
    """Return the fields of the territory that a scheme's amount lacks."""
    place = desk.snapshot.territory
    held = [competence for competence in OPENED_BY[scheme] if competence in place.competences]
    return tuple(BUDGETS[competence] for competence in held if getattr(place, BUDGETS[competence]) is None)


def _budgets(scheme: OnePercentScheme, desk: Desk) -> list[Way]:
    texts = desk.texts
    return [
        Way(texts("strategy.schemes.fill", field=texts(f"field.territory.{field}")), "territory", f"territory:{field}")
        for field in missing_budgets(scheme, desk)
    ]
