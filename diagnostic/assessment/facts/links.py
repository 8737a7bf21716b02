"""Where each partnership stands at the campaign's day: in force or not, alive, silent, or not known."""

from __future__ import annotations

from diagnostic.assessment.facts.days import latest_day, months_before
from diagnostic.assessment.facts.home import HOME
from diagnostic.dossier.records import Partnership
from diagnostic.dossier.snapshot import Campaign, Snapshot
from diagnostic.dossier.vocabulary import PartnershipState


def is_ended(partnership: Partnership, campaign: Campaign) -> bool:
    """Return whether a partnership is over: said so, or without state and past its last year."""
    if partnership.state is not None:
        return partnership.state is PartnershipState.ENDED
    return partnership.until is not None and partnership.until < campaign.year


def foreign(snapshot: Snapshot) -> tuple[Partnership, ...]:
    """Return the partnerships but those with France itself; one without country is given the benefit of the doubt."""
    return tuple(partnership for partnership in snapshot.partnerships if partnership.country not in HOME)


def in_force(snapshot: Snapshot) -> tuple[Partnership, ...]:
    """Return the partnerships neither ended nor still a project; those without state are taken as existing."""
    return tuple(
        partnership
        for partnership in foreign(snapshot)
        if partnership.state is not PartnershipState.PROJECT and not is_ended(partnership, snapshot.campaign)
    )


def is_active(partnership: Partnership, campaign: Campaign) -> bool | None:
    """Return whether a partnership is said to be active; None when its state is not given."""
    if partnership.state is None and not is_ended(partnership, campaign):
        return None
    return partnership.state is PartnershipState.ACTIVE


def is_alive(partnership: Partnership, campaign: Campaign, months: int) -> bool | None:
    """Return whether a partnership gave a sign of life within `months` before the campaign's day; None if unknown.

    A last activity known to the year or month counts as its latest possible day. Without any date, a partnership
    said to be dormant is not alive, and another is unknown.
    """
    last = latest_day(partnership.last_activity)
    today = latest_day(campaign.day)
    if last is not None and today is not None:
        return last >= months_before(today, months)
    return False if partnership.state is PartnershipState.DORMANT else None
