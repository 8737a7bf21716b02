"""The TOML files of a framework, read from a folder or a single file into raw entries."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from diagnostic.errors import WorldError
from diagnostic.framework.entry import Entry

LISTS = ("node", "indicator", "reading", "position", "recommendation")


@dataclass(frozen=True, slots=True)
class RawFramework:
    """What the files hold, unchecked: the head, the thresholds and the entries of each list, in file order."""

    head: Entry
    thresholds: Entry
    entries: Mapping[str, tuple[Entry, ...]]


def read_sources(place: Traversable | Path) -> RawFramework:
    """Return the raw entries of a folder of TOML files, or of one file. Raise WorldError when they cannot be read."""
    files = _files(place)
    heads = {name: Entry(place.name, name, {}) for name in ("framework", "thresholds")}
    entries: dict[str, list[Entry]] = {name: [] for name in LISTS}
    for file in files:
        for name, value in _parse(file).items():
            whole = Entry(file.name, name, {name: value})
            if name in entries:
                entries[name].extend(_named(file.name, name, item) for item in _tables(whole, name))
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


def _parse(file: Traversable | Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise WorldError("framework_malformed", file=file.name, detail=str(fault)) from fault
    except OSError as fault:
        raise WorldError("framework_unreadable", file=file.name, detail=str(fault.strerror)) from fault
