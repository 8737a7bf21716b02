"""What the user answered once while importing, kept in the user's folder: names of countries, layouts of columns."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diagnostic.errors import WorldError
from diagnostic.imports.format import Look
from diagnostic.imports.layout import Layout, from_json, signature
from diagnostic.saving import write_whole
from diagnostic.territory.folding import fold

FILE = "import-answers.json"
FORMAT = "rosedesvents.import-answers/1"
LARGEST = 5_000_000
"""Bytes: a larger file was not written here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """The user's answers. `countries`: an ISO code, or "" for no country, by folded name.

    `layouts`: the columns of a table that the user matched, as plain JSON, by what the table is known by. `rest` is
    what a later version wrote, kept as it is.
    """

    countries: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    layouts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    rest: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def with_countries(self, answers: Mapping[str, str]) -> Remembered:
        """Return these answers and the names of more countries (in any spelling)."""
        more = {fold(name): code for name, code in answers.items() if fold(name)}
        return replace(self, countries=MappingProxyType({**self.countries, **more}))

    def with_layout(self, key: str, layout: Any) -> Remembered:
        """Return these answers and one more layout."""
        return replace(self, layouts=MappingProxyType({**self.layouts, key: layout}))

    def layout_of(self, look: Look) -> Layout | None:
        """Return how a table of the same columns as a file's was read before, None for a new one.

        It is the sheet of the name that the user matched where its columns are those still, else the first that has
        them.
        """
        found = [(each.sheet, layout) for each in look.each_sheet() if (layout := self._layout_of(each.records))]
        sheet, layout = next((each for each in found if each[0] == each[1].sheet), found[0] if found else ("", None))
        return replace(layout, sheet=sheet) if layout else None

    def _layout_of(self, records: Sequence[Sequence[str]]) -> Layout | None:
        return from_json(self.layouts.get(signature(records)))


def read_remembered(folder: Path) -> Remembered:
    """Return the answers kept in a folder; none where there is no file, or one that cannot be read."""
    try:
        path = folder / FILE
        document = json.loads(path.read_text(encoding="utf-8")) if path.stat().st_size <= LARGEST else {}
    except (OSError, ValueError, RecursionError):  # lost answers are asked again: no reason to stop
        return Remembered()
    if not isinstance(document, dict):
        return Remembered()
    countries = document.pop("countries", {})
    layouts = document.pop("layouts", {})
    document.pop("format", None)
    return Remembered(
        countries=MappingProxyType(_texts(countries) if isinstance(countries, dict) else {}),
        layouts=MappingProxyType(layouts if isinstance(layouts, dict) else {}),
        rest=MappingProxyType(document),
    )


def write_remembered(folder: Path, answers: Remembered) -> None:
    """Keep the answers in a folder, whole or not at all. WorldError import_not_remembered."""
    document = {
        "format": FORMAT,
        **answers.rest,
        "countries": dict(answers.countries),
        "layouts": dict(answers.layouts),
    }
    text = json.dumps(document, indent=1, sort_keys=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(text.encode(), folder / FILE)
    except OSError as fault:
        raise WorldError("import_not_remembered", folder=folder, reason=fault) from fault


def _texts(found: Mapping[Any, Any]) -> dict[str, str]:
    return {fold(name): code for name, code in found.items() if isinstance(code, str) and fold(name)}
