"""Which row of the dossier, or which new one, each row of filled workbooks speaks of: a group a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.operations import title_of
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.imports.held import Held
from diagnostic.imports.identity import key_of
from diagnostic.imports.matching import matched
from diagnostic.imports.reading import Candidate, Reading, Setting

RowKey = tuple[object, ...]
"""What a row is known by among all those that the files speak of."""
_AFAR = 1 << 61
"""Where the numbers begin of rows that no dossier has yet."""


@dataclass(slots=True)
class Group:
    """What the files say of one row: the dossier's (`before`), or a new one."""

    key: RowKey
    before: Row | None
    said: list[tuple[str, Candidate]] = field(default_factory=list)


def put(reading: Reading, snapshot: Snapshot, groups: dict[RowKey, Group], setting: Setting) -> None:
    """Put the rows of a file with what the others say of the same ones; references become the dossier's."""
    held = Held(snapshot, reading.candidates)
    claimed = [(candidate, held.at(place)) for place, candidate in enumerate(reading.candidates)]
    numbers = {(each.row.kind, each.row.id): row.id for each, row in claimed if row is not None}
    new = _new_elsewhere([(place, each) for place, (each, row) in enumerate(claimed) if row is None], groups)
    for place, (candidate, before) in enumerate(claimed):
        kind = candidate.row.kind
        if before is None and candidate.base is not None and not candidate.brought:
            setting.aside(candidate.line, "gone_since", title_of(candidate.row))
            continue
        key = (kind, before.id) if before is not None else new.get(place) or _free_key(candidate, groups)
        group = groups.setdefault(key, Group(key, before))
        group.said.append((reading.file, _renumbered(candidate, numbers)))


def _new_elsewhere(new: Sequence[tuple[int, Candidate]], groups: Mapping[RowKey, Group]) -> Mapping[int, RowKey]:
    """Return the groups of the rows that other files add as well, by place: one may leave blank what another says."""
    said_of = [(place, each) for place, each in new if each.base is None or each.brought]
    keys = [key for key, group in groups.items() if group.before is None]
    rows = [replace(groups[key].said[0][1].row, id=_AFAR + at) for at, key in enumerate(keys)]
    found = matched([each for _, each in said_of], rows)
    return {said_of[at][0]: keys[row.id - _AFAR] for at, row in found.items()}


def _free_key(candidate: Candidate, groups: Mapping[RowKey, Group]) -> RowKey:
    """Return the key of a row that nothing else is: the first number that no row of its name has."""
    keys = ((*key_of(candidate.row), number) for number in count(candidate.twin))
    return next(key for key in keys if key not in groups)


def _renumbered(candidate: Candidate, numbers: Mapping[tuple[str, int], int]) -> Candidate:
    """Return a candidate whose references are the dossier's numbers; what is new cannot be pointed at but by name."""
    values: dict[str, Any] = {}
    for spec in specs_of(type(candidate.row)).values():
        target = getattr(candidate.row, spec.name) if spec.kind is FieldType.LINK else None
        if target is not None:
            values[spec.name] = numbers.get((spec.link, target), target)
    return replace(candidate, row=replace(candidate.row, **values)) if values else candidate
