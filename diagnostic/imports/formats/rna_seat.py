"""Whether the seat of an association is in a territory, by its code or, without one, by its commune's name."""

from __future__ import annotations

import re

from diagnostic.imports.scope import Scope, commune_now
from diagnostic.territory.folding import fold
from diagnostic.territory.places import PlaceKind, Places

_OWN_REGISTER = ("57", "67", "68")
_CODE = 5
_TAIL = re.compile(r"( cedex)?( \d+)?( er| e| eme)?( arrondissement)?( cedex)?( \d+)?$")


def in_alsace_moselle(commune: str) -> bool:
    """Return whether a commune's associations are kept by its court, and not in the national register."""
    return commune.startswith(_OWN_REGISTER)


class Seats:
    """The seats of one territory; each code is looked up once."""

    def __init__(self, scope: Scope, places: Places) -> None:
        self._scope = scope
        self._places = places
        self._known: dict[str, bool] = dict.fromkeys(scope.communes | scope.arrondissements, True)
        self._names = {
            (_departement(place.code), fold(place.name))
            for code in scope.communes
            if (place := places.by_code(code, PlaceKind.COMMUNE)) is not None
        }

    def here(self, insee: str, postal: str, commune: str) -> bool:
        """Return whether a seat is in the territory; merged communes are those that took them in."""
        code = insee.upper().zfill(_CODE) if insee else ""
        if not code.strip("0"):
            return self._by_name(postal, commune)
        if code not in self._known:
            self._known[code] = commune_now(code, self._places) in self._scope.communes
        return self._known[code]

    def _by_name(self, postal: str, commune: str) -> bool:
        name = _TAIL.sub("", fold(commune))
        return bool(name and postal) and (_departement(postal.zfill(_CODE)), name) in self._names


def _departement(code: str) -> str:
    """Return the département of a commune's code or of a postal one, Corsica as one."""
    code = code.upper().replace("2A", "20").replace("2B", "20") if code[:2].upper() in ("2A", "2B") else code
    return code[:3] if code.startswith(("97", "98")) else code[:2]
