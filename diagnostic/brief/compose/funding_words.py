"""Funders in words: why each is open or not, its rules, and the year they were true. Screen and paper alike."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.brief.compose.wording import short
from diagnostic.dossier.decisions import Ally
from diagnostic.strategy.results import Openness, Reason, Suggestion
from diagnostic.texts import Texts

TITLE = 90
MOST_NAMES = 20
MOST_FITS = 3
"""The dearest actions that fit a funder are named, the others counted."""

SHUT = frozenset(
    {"other_region", "not_held", "none_held", "budget_zero", "scheme_spent", "nothing_to_fund", "all_local"}
)
"""Reasons that nothing in the users' hands would change soon; the others are ways to open a funder."""


def reason_words(reason: Reason, texts: Texts) -> str:
    """Return a reason as a sentence."""
    figures = {name: texts.money(value) for name, value in reason.euros.items()}
    subject = short(reason.subject, TITLE) or texts("directory.nameless")
    share = reason.percent
    percent = texts.percent(share, 0 if share is None else _digits(share))
    return texts(f"funding.reason.{reason.key}", subject=subject, percent=percent, **figures)


def reasons_words(suggestion: Suggestion, texts: Texts, fits: int = MOST_FITS) -> str:
    """Return all the reasons, those that decide first; of the actions that fit a funder, `fits` at most by name."""
    decisive = [one for one in suggestion.reasons if one.openness is suggestion.openness]
    others = [one for one in suggestion.reasons if one.openness is not suggestion.openness]
    aided = [place for place, one in enumerate(decisive) if "aid" in one.euros]
    rest = frozenset(aided[fits:])  # places, not reasons: two actions may bear one title and one cost
    words = [reason_words(one, texts) for place, one in enumerate((*decisive, *others)) if place not in rest]
    return " ".join((*words, texts.plural("funding.more", len(rest))) if rest else words)


def grouped(suggestions: Sequence[Suggestion]) -> tuple[tuple[Suggestion, ...], ...]:
    """Return the suggestions, those of which the same can be said together, in the order of their first."""
    groups: dict[tuple[object, ...], list[Suggestion]] = {}
    for one in suggestions:
        said = tuple((reason.key, reason.percent) for reason in one.reasons)
        figured = any(reason.euros for reason in one.reasons)
        own = (one.listed.ally.id, one.listed.ally.entry) if figured else ()
        same = (said, one.listed.ally.valid_year, own)
        groups.setdefault(same, []).append(one)
    return tuple(tuple(group) for group in groups.values())


def names_words(suggestions: Sequence[Suggestion], texts: Texts) -> str:
    """Return the names of funders, in a line."""
    return ", ".join(name_words(one.listed.ally, texts) for one in suggestions[:MOST_NAMES])


def is_way(suggestion: Suggestion) -> bool:
    """Return whether something the users can do or answer would open a funder."""
    return suggestion.openness is not Openness.OPEN and ruled(suggestion) and not shut(suggestion)


def shut(suggestion: Suggestion) -> bool:
    """Return whether a closed funder has no way to be opened."""
    return suggestion.openness is Openness.CLOSED and any(one.key in SHUT for one in suggestion.reasons)


def ruled(suggestion: Suggestion) -> bool:
    """Return whether some rule says something of a funder."""
    return any(one.key != "no_rule" for one in suggestion.reasons)


def valid_words(ally: Ally, texts: Texts) -> str:
    """Return the year the rules were true, and the reminder to check them."""
    if ally.valid_year is None:
        return texts("funding.valid_unknown")
    return texts("funding.valid", year=str(ally.valid_year))


def name_words(ally: Ally, texts: Texts) -> str:
    """Return an ally's name, or that it has none."""
    return short(ally.name, TITLE) or texts("directory.nameless")


def rule_words(ally: Ally, texts: Texts) -> str:
    """Return an ally's rules in a line: bounds, local share, years, ODA; "" where none is known."""
    parts = [_bounds(ally, texts)]
    if ally.local_share is not None:
        parts.append(texts("directory.local", percent=texts.percent(ally.local_share, _digits(ally.local_share))))
    if ally.years is not None:
        parts.append(texts.plural("directory.years", ally.years))
    if ally.needs_oda:
        parts.append(texts("directory.needs_oda"))
    return " · ".join(part for part in parts if part)


def _bounds(ally: Ally, texts: Texts) -> str:
    least, most = texts.money(ally.minimum), texts.money(ally.maximum)
    if ally.minimum is not None and ally.maximum is not None:
        return texts("directory.aid_between", minimum=least, maximum=most)
    if ally.minimum is not None:
        return texts("directory.aid_from", minimum=least)
    return texts("directory.aid_to", maximum=most) if ally.maximum is not None else ""


def _digits(value: float) -> int:
    return 0 if value == int(value) else 1
