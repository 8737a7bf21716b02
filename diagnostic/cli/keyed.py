"""Rows of which a campaign has one a thing: the thing must be in the framework, and not have its row already."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from diagnostic.brief.content import Kind
from diagnostic.brief.edits.catalogue import SECTIONS
from diagnostic.cli.session import Refused, Session
from diagnostic.dossier.decisions import Action, Ally, Priority, Weighting
from diagnostic.dossier.dressing import BriefEdit, BriefLayout, BriefLook
from diagnostic.dossier.row import Row
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import BriefDocument
from diagnostic.framework.weights import edition_weights
from diagnostic.imports.identity import key_of
from diagnostic.territory.places import PlaceKind

KEYS = {Priority.kind: "recommendation", Weighting.kind: "item", Ally.kind: "entry"}
"""Kind of row → the field that names the thing: of the framework, or for an ally of the shipped directory."""


def check_key(session: Session, dossier: Dossier, record: type[Row], values: dict[str, Any], own: int = 0) -> None:
    """Raise Refused when the values name a thing that is not known, or that another row than `own` is about.

    An action's recommendation, an ally's région and a document's section must be known.
    """
    _check_recommendation(session, dossier, record, values)
    _check_region(session, dossier, record, values)
    _check_section(session, dossier, record, values, own)
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
    wanted = _as_wanted(dossier, record, values, own)
    for row in dossier.snapshot().rows(record.kind):
        if row.id != own and key_of(row) == key_of(wanted):
            raise Refused(session.texts("cli.keyed.twice", kind=record.kind, value=session.title(wanted), id=row.id))


def _check_section(session: Session, dossier: Dossier, record: type[Row], values: dict[str, Any], own: int) -> None:
    """A section is placed or hidden in a document that has it; ranks are counted from 1."""
    if record is not BriefLayout:
        return
    wanted = _as_wanted(dossier, record, values, own)
    document, section = getattr(wanted, "document", None), getattr(wanted, "section", "")
    if document is None:
        known = ", ".join(each.value for each in BriefDocument)
        raise Refused(session.texts("cli.keyed.no_document", known=known))
    sections = SECTIONS[Kind(document.value)]
    if section not in sections:
        known = ", ".join(sections)
        raise Refused(session.texts("cli.keyed.no_section", document=document.value, section=section, known=known))
    if getattr(wanted, "place", None) == 0:
        raise Refused(session.texts("cli.keyed.no_rank"))


def _as_wanted(dossier: Dossier, record: type[Row], values: dict[str, Any], own: int) -> Row:
    """Return the row as it will be."""
    held = next((row for row in dossier.snapshot().rows(record.kind) if row.id == own), record())
    return replace(held, **values)


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
