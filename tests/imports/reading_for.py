"""Reading a file for a place of the reference, for the tests."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from diagnostic.dossier.founding import territory_of
from diagnostic.dossier.records import Territory
from diagnostic.imports.bringing import case_of, read_file
from diagnostic.imports.format import Case
from diagnostic.imports.reading import Reading
from diagnostic.imports.registry import FORMATS
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from tests.builders import snapshot


class Reader:
    """Reads files for a territory, as the command line and the screen do."""

    def __init__(self, places: Places, countries: Countries) -> None:
        self._places = places
        self._countries = countries

    def case(self, code: str | Territory, **asked: Any) -> Case:
        """Return the case of a place by its code, or of a territory."""
        if isinstance(code, str):
            place = self._places.by_code(code)
            assert place is not None
            territory = territory_of(place, self._places)
        else:
            territory = code
        fields = {each.name: getattr(territory, each.name) for each in dataclasses.fields(territory)}
        asked = {"lang": "fr", "day": "2026-11-21", **asked}
        return case_of(snapshot(**fields), self._places, self._countries, **asked)

    def __call__(self, path: Path, code: str | Territory, kind: str = "", **asked: Any) -> Reading:
        """Return what a file holds for a place."""
        return read_file(path, self.case(code, **asked), FORMATS, kind)
