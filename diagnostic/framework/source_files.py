"""The TOML files of a framework, read from a folder or a single file into raw entries."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Any

from diagnostic.errors import WorldError
from diagnostic.framework.entry import Entry
from diagnostic.framework.mending import Slip, malformed, not_utf8

MOST_BYTES = 2_000_000
"""A framework is written by hand: a larger file is something else, picked by mistake."""
LISTS = ("node", "indicator", "reading", "position", "recommendation")


@dataclass(frozen=True, slots=True)
class RawFramework:
    """What the files hold, unchecked: the head, the thresholds and the entries of each list, in file order."""

    head: Entry
    thresholds: Entry
    entries: Mapping[str, tuple[Entry, ...]]


def read_texts(place: Traversable | Path) -> Mapping[str, str]:
    """Return the text of each TOML file of a folder, or of the one file, by its name, in alphabetical order.

    WorldError when there is none, or when one cannot be read.
    """
    return MappingProxyType({file.name: _text(file) for file in _files(place)})


def read_sources(texts: Mapping[str, str]) -> RawFramework:
    """Return the raw entries of the texts of TOML files, by their names. WorldError when one is not TOML."""
    heads = {name: Entry(next(iter(texts), ""), name, {}) for name in ("framework", "thresholds")}
    entries: dict[str, list[Entry]] = {name: [] for name in LISTS}
    for file, text in texts.items():
        for name, value in _parse(file, text).items():
            whole = Entry(file, name, {name: value})
            if name in entries:
                entries[name].extend(_named(file, name, item) for item in _tables(whole, name))
            elif name in heads:
                heads[name] = _only(whole, heads[name])
            else:
                raise whole.fault("unknown_field", field=name, known=", ".join((*heads, *LISTS)))
    return RawFramework(
        heads["framework"], heads["thresholds"], {name: tuple(found) for name, found in entries.items()}
    )


def _only(whole: Entry, before: Entry) -> Entry:
    """Return the one table of that name. Raise WorldError when another file already had it."""
    if before.raw:
        raise whole.fault("duplicate", value=whole.name, other=before.file)
    return whole.table(whole.name) or before


def _tables(whole: Entry, name: str) -> tuple[Mapping[str, object], ...]:
    return tuple(entry.raw for entry in whole.tables(name))


def _named(file: str, name: str, table: Mapping[str, object]) -> Entry:
    return Entry(file, f"{name} {table.get('id', '?')}", table)


def _files(place: Traversable | Path) -> list[Traversable | Path]:
    if place.is_file():
        return [place]
    if not place.is_dir():
        raise WorldError("framework_missing", file=str(place))
    found: list[Traversable | Path] = [file for file in place.iterdir() if file.name.endswith(".toml")]
    if not found:
        raise WorldError("framework_missing", file=str(place))
    return sorted(found, key=lambda file: file.name)


def _text(file: Traversable | Path) -> str:
    try:
        with file.open("rb") as opened:
            found = opened.read(MOST_BYTES + 1)
    except OSError as fault:
        raise WorldError("framework_unreadable", file=file.name) from fault
    if len(found) > MOST_BYTES:
        raise WorldError("framework_too_large", file=file.name)
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise not_utf8(file.name, found, fault) from fault


def _parse(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise malformed(file, str(fault)) from fault
    except RecursionError as fault:
        raise WorldError("framework_malformed_at_end", file=file, slip=Slip.UNCLOSED) from fault
