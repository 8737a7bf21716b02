"""Headings inside a section: their levels in the document's outline, and their lines in the contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from diagnostic.brief.office.flow import Entry, Ink, Para, Part, Style

LEVELS = {Style.HEADING_2: 2, Style.HEADING_3: 3}


def outlined(parts: Sequence[Part], mark: str, *, listed: bool) -> tuple[Part, ...]:
    """Return the parts of a section, whose bookmark is `mark`, with each heading at its level.

    As in the PDF, no level is skipped and equals are equal. Those of level 2 are `listed` in the contents.
    """
    found: list[Part] = []
    over, place = [1], 0
    for part in parts:
        if isinstance(part, Para) and part.style in LEVELS:
            while over[-1] >= LEVELS[part.style]:
                over.pop()
            over.append(LEVELS[part.style])
            place += 1
            part = replace(part, level=len(over))
            if listed and part.style is Style.HEADING_2:
                name = f"{mark}_{place}"
                part = replace(part, anchor=name, entry=Entry(_words(part), 2, name))
        found.append(part)
    return tuple(found)


def _words(heading: Para) -> str:
    """Return a heading without the sign that stands before it: a table of contents has no colours."""
    return "".join(run.text for run in heading.runs if run.ink is Ink.PLAIN)


def entries(parts: Iterable[Part]) -> list[Entry]:
    """Return the lines of the contents, in order."""
    return [part.entry for part in parts if isinstance(part, Para) and part.entry is not None]
