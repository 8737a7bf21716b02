"""The mark that a collection workbook carries in a hidden sheet: whose it is, what its rows were, what answers mean."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

FORMAT = "rosedesvents.workbook/1"
SHEET = "rosedesvents"
"""The hidden sheet; its presence tells the workbook."""
ID = "#"
"""Heads the hidden column of the rows' numbers, in the hidden row of the fields' names."""
ANSWER = "answer"
"""The field's name over the answers' column, and the kind of its rows."""
ERASE = ("-", "–", "—")
"""What is written to empty a cell: one left empty says nothing."""
_CHUNK = 30_000  # characters: a cell holds 32,767


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """`sheets` by title to kind; `rows` by kind and id as plain data; `options` by indicator: what each label means.

    A label means "state:<state>" or "choice:<option>". `territory` is a code, or the name of a territory without one;
    `name` and `type` say which in full, "" in a workbook of an earlier edition.
    """

    territory: str
    campaign: int
    name: str = ""
    type: str = ""
    sheets: Mapping[str, str]
    rows: Mapping[tuple[str, int], Mapping[str, Any]] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def lines_of(mark: Mark) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the hidden sheet."""
    yield (FORMAT,)
    yield ("territory", mark.territory)
    yield ("territory_name", mark.name)
    yield ("territory_type", mark.type)
    yield ("campaign", str(mark.campaign))
    for title, kind in mark.sheets.items():
        yield ("sheet", kind, title)
    for indicator, labels in mark.options.items():
        for label, meaning in labels.items():
            yield ("option", indicator, meaning, label)
    for (kind, number), row in mark.rows.items():
        text = json.dumps(row, ensure_ascii=True)
        yield ("row", kind, str(number), *(text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK)))


def mark_of(records: Iterable[Sequence[str]]) -> Mark | None:
    """Return the mark from the rows of the hidden sheet; None where they are not of a known format or were broken."""
    lines = [list(record) for record in records]
    if not lines or lines[0][0] != FORMAT:
        return None
    try:
        return _mark(lines[1:])
    except (ValueError, IndexError, KeyError, TypeError, RecursionError):
        return None


def _mark(lines: list[list[str]]) -> Mark:
    single: dict[str, str] = {}
    sheets: dict[str, str] = {}
    rows: dict[tuple[str, int], Mapping[str, Any]] = {}
    options: dict[str, dict[str, str]] = {}
    for word, *rest in lines:
        if word == "sheet":
            sheets[rest[1]] = rest[0]
        elif word == "option":
            options.setdefault(rest[0], {})[rest[2]] = rest[1]
        elif word == "row":
            data = json.loads("".join(rest[2:]))
            rows[rest[0], int(rest[1])] = dict(data)
        else:
            single[word] = rest[0] if rest else ""
    campaign = int(single["campaign"])
    return Mark(
        territory=single["territory"],
        name=single.get("territory_name", ""),
        type=single.get("territory_type", ""),
        campaign=campaign,
        sheets=sheets,
        rows=rows,
        options=options,
    )
