"""Of which territory an INSEE export is, and what the dossier's territory is to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diagnostic.errors import WorldError
from diagnostic.imports.format import Case
from diagnostic.imports.scope import Scope, place_scope
from diagnostic.territory.folding import fold
from diagnostic.territory.places import Place, PlaceKind, Places

_PREFIXED = re.compile(r"\b(COM|ARM|EPCI|DEP|REG|METRO|FRANCE|FE|FM)[- ](\d[0-9AB]{0,8})\b")
_IN_BRACKETS = re.compile(r"[(\[]\s*(?:code\s*:?\s*)?(\d[0-9AB]\d{3}|\d{9}|\d[0-9AB]\d?)\s*[)\]]", re.IGNORECASE)
_KINDS = {
    "COM": PlaceKind.COMMUNE,
    "ARM": PlaceKind.ARRONDISSEMENT,
    "EPCI": PlaceKind.EPCI,
    "DEP": PlaceKind.DEPARTEMENT,
    "REG": PlaceKind.REGION,
}
_WORDS = {"departement": PlaceKind.DEPARTEMENT, "region": PlaceKind.REGION}


@dataclass(frozen=True, slots=True)
class Standing:
    """What an export is to the dossier: its place (None: it does not say), and whether it is a wider one."""

    place: Place | None
    wider: bool = False


def standing_of(preamble: Iterable[str], case: Case, file: str) -> Standing:
    """Return of which territory a file is.

    WorldError: import_insee_elsewhere when it is another one, import_insee_former when it is a part of the commune.
    """
    lines = tuple(preamble)
    for line in lines:
        for place, said, code in _stated(line, case.places):
            if place and place.kind is PlaceKind.COMMUNE and place.code != code and place.code in case.scope.communes:
                raise WorldError("import_insee_former", file=file, found=said[:80], territory=case.scope.name)
            return _compared(place, said, case, file)
    named = _named(lines, case)
    return _compared(named, named.name, case, file) if named else Standing(None)


def _stated(line: str, places: Places) -> Iterator[tuple[Place | None, str, str]]:
    """Yield the places that a line gives, the words that say so, and the code that it has there."""
    for found in _PREFIXED.finditer(line):
        kind = _KINDS.get(found[1])
        yield (places.by_code(found[2], kind) if kind else None), found[0], found[2]
    for found in _IN_BRACKETS.finditer(line):
        kind = next((kind for word, kind in _WORDS.items() if word in fold(line).split()), None)
        if place := _coded(found[1].upper(), kind, line, places):
            yield place, line.strip(), found[1].upper()


def _coded(code: str, kind: PlaceKind | None, line: str, places: Places) -> Place | None:
    """Return the place of a code: "53" is the région where the line names Bretagne, else the département."""
    found = [place for each in ([kind] if kind else PlaceKind) if (place := places.by_code(code, each))]
    named = [place for place in found if f" {fold(place.name)} " in f" {fold(line)} "]
    return next(iter([*named, *found]), None)


def _compared(place: Place | None, said: str, case: Case, file: str) -> Standing:
    if place and case.scope.communes and place_scope(place, case.places).communes == case.scope.communes:
        return Standing(place)
    if place and not case.scope.communes:
        return Standing(None)
    if place and (place.kind, place.code) in {(each.kind, each.code) for each in case.scope.wider}:
        return Standing(place, wider=True)
    raise WorldError(
        "import_insee_elsewhere", file=file, found=place.name if place else said[:80], territory=case.scope.name
    )


def _named(lines: Iterable[str], case: Case) -> Place | None:
    """Return the place among the dossier's own and those that hold it whose name a line gives, the longest name."""
    own = own_place(case.scope, case.places)
    candidates = [*([own] if own else []), *case.scope.wider]
    text = " | ".join(f" {fold(line)} " for line in lines)
    found = [place for place in candidates if f" {fold(place.name)} " in text]
    return max(found, key=lambda place: len(place.name), default=None)


def own_place(scope: Scope, places: Places) -> Place | None:
    """Return the place of the reference that a scope is of; None for a territory of one's own."""
    kinds = {kind.value: kind for kind in PlaceKind}
    kind = kinds.get(scope.kind.value) if scope.kind else None
    if kind is None or not scope.code:
        return None
    return places.by_code(scope.code, kind) or places.by_code(scope.code)
