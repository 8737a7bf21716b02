"""Rows of which a campaign has one a thing: the thing must be in the framework, and not have its row already."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from diagnostic.cli.session import Refused, Session
from diagnostic.dossier.decisions import Action, Ally, Priority, Weighting
from diagnostic.dossier.dressing import BriefEdit, BriefLayout, BriefLook
from diagnostic.dossier.operations import title_of
from diagnostic.dossier.row import Row
from diagnostic.dossier.store import Dossier
from diagnostic.framework.weights import edition_weights
from diagnostic.imports.identity import key_of
from diagnostic.territory.places import PlaceKind

KEYS = {Priority.kind: "recommendation", Weighting.kind: "item", Ally.kind: "entry"}
"""Kind of row → the field that names the thing: of the framework, or for an ally of the shipped directory."""


def check_key(session: Session, dossier: Dossier, record: type[Row], values: dict[str, Any], own: int = 0) -> None:
    """Raise Refused when the values name a thing that is not known, or that another row than `own` is about.

    An action's recommendation and an ally's région must be known, and can be of several rows.
    """
    _check_recommendation(session, dossier, record, values)
    _check_region(session, dossier, record, values)
    _check_alone(session, dossier, record, values, own)
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


def _check_alone(session: Session, dossier: Dossier, record: type[Row], values: dict[str, Any], own: int) -> None:
    """A passage is written again once, a section has one place in a document, and a brief one look."""
    if record not in (BriefEdit, BriefLayout, BriefLook):
        return
    rows = dossier.snapshot().rows(record.kind)
    wanted = replace(next((row for row in rows if row.id == own), record()), **values)
    for row in rows:
        if row.id != own and key_of(row) == key_of(wanted):
            raise Refused(session.texts("cli.keyed.twice", kind=record.kind, value=title_of(wanted), id=row.id))


def _check_recommendation(session: Session, dossier: Dossier, record: type[Row], values: dict[str, Any]) -> None:
    """Several actions can follow from one recommendation, and one of the users' own from none."""
    wanted = values.get("recommendation", "") if record is Action else ""
    known = [each.id for each in session.framework(dossier).recommendations] if wanted else []
    if wanted and wanted not in known:
        raise Refused(session.texts("cli.keyed.unknown", key="recommendation", value=wanted, known=", ".join(known)))


def _check_region(session: Session, dossier: Dossier, record: type[Row], values: dict[str, Any]) -> None:
    """A région is given by its code or its name; that of a territory of one's own may be in no reference."""
    wanted = str(values.get("region", "")).strip() if record is Ally else ""
    town = dossier.snapshot().territory
    if not wanted or wanted.casefold() in {town.region.casefold(), town.region_name.casefold()}:
        return
    regions = session.places.all(PlaceKind.REGION)
    if wanted.casefold() not in {name.casefold() for place in regions for name in (place.code, place.name)}:
        known = ", ".join(sorted(place.code for place in regions))
        raise Refused(session.texts("cli.told.no_region", value=wanted, known=known))


def _known(session: Session, dossier: Dossier, record: type[Row]) -> list[str]:
    framework = session.framework(dossier)
    if record is Priority:
        return [each.id for each in framework.recommendations]
    if record is Weighting:
        return list(edition_weights(framework))
    from diagnostic.strategy.directory import load_directory  # only the commands that need it wait for it

    return [entry.id for entry in load_directory().entries]
