"""The place that a new dossier is about: by its code, its name, or its type and one of these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from diagnostic.cli.session import Refused, Session
from diagnostic.dossier.founding import territory_of
from diagnostic.dossier.records import Territory
from diagnostic.territory.folding import fold_lines
from diagnostic.territory.places import Place, PlaceKind

LISTED = 8
"""Candidates that a refusal names."""
_TYPED = re.compile(r"(\w+)\s*(?::\s*|\s)(.+)")
_LETTERED = re.compile(r"([RD])-?([0-9]{2,3}|2[AB])", re.IGNORECASE)
_LETTERS = {"R": PlaceKind.REGION, "D": PlaceKind.DEPARTEMENT}


def find_territory(session: Session, wanted: str, kind: PlaceKind | None) -> Territory:
    """Return the one place that answers to what was given: "35238", "Rennes", "région Bretagne", "region:53", "R53".

    Refused when none does, or several: a code that a département and a région share is never decided for the user.
    """
    found = _found(session, wanted, kind)
    if not found:
        raise Refused(session.texts("cli.no_territory", wanted=wanted))
    if len(found) > 1:
        raise Refused(_several(session, wanted, found))
    return territory_of(found[0], session.places)


def _found(session: Session, wanted: str, kind: PlaceKind | None) -> Sequence[Place]:
    found = _of_kind(session, wanted, kind)
    said = _said(wanted)
    if said is None or kind not in (None, said[0]):
        return found
    # a name may begin like a type ("Commune-…"): what the reference has under that very name comes first
    return found if any(_alike(place, wanted) for place in found) else _of_kind(session, said[1], said[0]) or found


def _of_kind(session: Session, wanted: str, kind: PlaceKind | None) -> Sequence[Place]:
    kinds = None if kind is None else {kind}
    found = session.places.search(wanted, limit=LISTED, kinds=kinds)
    alike = [place for place in found if _alike(place, wanted)]
    return alike if len(alike) == 1 else found


def _said(wanted: str) -> tuple[PlaceKind, str] | None:
    """Return the type and the rest of what was given: "région Bretagne", "region:53", "R53"."""
    lettered = _LETTERED.fullmatch(wanted.strip())
    if lettered:
        return _LETTERS[lettered[1].upper()], lettered[2]
    typed = _TYPED.fullmatch(wanted.strip())
    kinds = {kind.value: kind for kind in PlaceKind}
    kind = kinds.get(fold_lines(typed[1])) if typed else None
    return (kind, typed[2]) if kind and typed else None


def _alike(place: Place, wanted: str) -> bool:
    return fold_lines(place.name) == fold_lines(wanted.strip())


def _several(session: Session, wanted: str, found: Sequence[Place]) -> str:
    texts = session.texts

    def named(place: Place) -> str:
        kind = texts(f"cli.place.{place.kind.value}")
        return texts("cli.place.one", kind=kind, code=place.code, name=place.name)

    example = f"{found[0].kind.value}:{found[0].code}"
    return texts("cli.place.several", wanted=wanted, names="; ".join(map(named, found)), example=example)
