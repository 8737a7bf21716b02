"""Rows of which a campaign has one a thing: the thing must be in the framework, and not have its row already."""

from __future__ import annotations

from typing import Any

from diagnostic.cli.session import Refused, Session
from diagnostic.dossier.decisions import Ally, Priority, Weighting
from diagnostic.dossier.row import Row
from diagnostic.dossier.store import Dossier
from diagnostic.framework.weights import edition_weights

KEYS = {Priority.kind: "recommendation", Weighting.kind: "item", Ally.kind: "entry"}
"""Kind of row → the field that names the thing: of the framework, or for an ally of the shipped directory."""


def check_key(session: Session, dossier: Dossier, record: type[Row], values: dict[str, Any], own: int = 0) -> None:
    """Raise Refused when the values name a thing that is not known, or that another row than `own` is about."""
    field = KEYS.get(record.kind, "")
    wanted = values.get(field, "")
    if not field or (not wanted and (own or record is Ally)):
        return
    known = _known(session, dossier, record)
    if wanted not in known:
        raise Refused(session.texts("cli.keyed.unknown", key=field, value=wanted, known=", ".join(known)))
    for row in dossier.snapshot().rows(record.kind):
        if row.id != own and getattr(row, field) == wanted:
            raise Refused(session.texts("cli.keyed.twice", kind=record.kind, value=wanted, id=row.id))


def _known(session: Session, dossier: Dossier, record: type[Row]) -> list[str]:
    framework = session.framework(dossier)
    if record is Priority:
        return [each.id for each in framework.recommendations]
    if record is Weighting:
        return list(edition_weights(framework))
    from diagnostic.strategy.directory import load_directory  # only the commands that need it wait for it

    return [entry.id for entry in load_directory().entries]
