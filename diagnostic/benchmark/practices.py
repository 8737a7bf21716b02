"""Which of the survey's forms and fields of action the territory practises: yes, no, or not known."""

from __future__ import annotations

from diagnostic.assessment.facts.links import in_force
from diagnostic.dossier.records import Partnership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionField, PartnershipForm, TableState

PARTNERSHIP, NETWORK = "partnership", "network_membership"


def practised_forms(snapshot: Snapshot) -> dict[str, bool | None]:
    """Return whether each form of action is practised; belonging to a network counts as one.

    Only a list said to be complete, all of whose partnerships say their form, proves that a form is not practised.
    """
    links = _links(snapshot)
    seen = {each.form for each in links if each.form is not None}
    settled = _complete(snapshot, PARTNERSHIP) and all(each.form is not None for each in links)
    found = {form.value: _practised(form in seen, settled) for form in PartnershipForm}
    network = PartnershipForm.NETWORK
    member = bool(snapshot.network_memberships) and not _unsaid(snapshot, NETWORK)
    found[network.value] = _practised(member or network in seen, settled and _complete(snapshot, NETWORK))
    return found


def practised_fields(snapshot: Snapshot) -> dict[str, bool | None]:
    """Return whether each field of action is worked in, by the same rule."""
    links = _links(snapshot)
    seen = {one for each in links for one in each.fields}
    settled = _complete(snapshot, PARTNERSHIP) and all(each.fields for each in links)
    return {one.value: _practised(one in seen, settled) for one in ActionField}


def _practised(seen: bool, settled: bool) -> bool | None:
    return True if seen else (False if settled else None)


def _links(snapshot: Snapshot) -> tuple[Partnership, ...]:
    return () if _unsaid(snapshot, PARTNERSHIP) else in_force(snapshot)


def _complete(snapshot: Snapshot, kind: str) -> bool:
    return snapshot.standing(kind) is TableState.COMPLETE


def _unsaid(snapshot: Snapshot, kind: str) -> bool:
    """Return whether the user says that a table is not known or does not apply: its rows then tell nothing."""
    return snapshot.standing(kind) in (TableState.UNKNOWN, TableState.NOT_APPLICABLE)
