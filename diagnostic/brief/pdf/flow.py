"""Boxes laid on pages: no title parted from what it announces, no lone line, no row cut in two."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from diagnostic.brief.pdf.boxes import Box, Shrunk

Page = list[tuple[float, Box]]
"""Boxes with the distance of their tops from the top of the column, in points."""
_SLACK = 0.01
MUCH = 0.15
"""The share of a page that is not left empty before a figure, if text can fill it."""


@dataclass(slots=True)
class _Column:
    """The page being filled."""

    height: float
    placed: Page
    used: float = 0.0
    after: float = 0.0

    def gap(self, box: Box) -> float:
        return max(self.after, box.before) if self.placed else 0.0

    def room(self, box: Box) -> float:
        return self.height - self.used - self.gap(box) + _SLACK

    def place(self, box: Box) -> None:
        self.used += self.gap(box)
        self.placed.append((self.used, box))
        self.used, self.after = self.used + box.height, box.after


def paginate(boxes: Iterable[Box], height: float) -> list[Page]:
    """Return the boxes on pages of that height. A box taller than a page that cannot be parted is drawn smaller."""
    waiting = deque(boxes)
    pages: list[Page] = []
    column = _Column(height, [])
    while waiting:
        box = waiting.popleft()
        rest: Box | None = box
        if not (box.new_page and column.placed):
            rest = _put(box, waiting, column)
        if rest is not None:
            if rest.floats and column.height - column.used > MUCH * column.height:
                _run_on(waiting, column)
            waiting.appendleft(rest)
            pages.append(column.placed)
            column = _Column(height, [])
    return [*pages, column.placed] if column.placed else pages


def _put(box: Box, following: deque[Box], column: _Column) -> Box | None:
    """Put what can be of a box in the column; return what could not."""
    room = column.room(box)
    if column.placed and _needed(box, following) > room:
        return box
    if column.placed and box.height > room:
        box = box.fitted(room) or box
    if box.height <= room:
        parts = _spared(box, following, room)
        if parts is None:
            column.place(box)
            return None
    else:
        parts = box.split(room)
    if parts is not None:
        column.place(parts[0])
        return parts[1]
    if column.placed:
        return box
    column.place(Shrunk(box, column.height / box.height))
    return None


def _run_on(waiting: deque[Box], column: _Column) -> None:
    """Put the text that follows a figure in the column that the figure leaves: no further than its section."""
    while waiting and waiting[0].runs and not (waiting[0].new_page or waiting[0].clings or _begins(waiting[0])):
        box = waiting.popleft()
        rest = _put(box, waiting, column)
        if rest is not None:
            waiting.appendleft(rest)
            return


def _begins(box: Box) -> bool:
    return box.anchor is not None and not box.anchor.level


def _spared(box: Box, following: deque[Box], room: float) -> tuple[Box, Box] | None:
    """Return a box that fits parted before its end, where what clings to it would else stand alone on the next page."""
    after = following[0] if following else None
    if after is None or not after.clings or box.height + max(box.after, after.before) + after.least <= room:
        return None
    return box.split(box.height - _SLACK)


def _needed(box: Box, following: Iterable[Box]) -> float:
    """Return the height that a box needs to stand with the beginning of what it must not leave."""
    needed, last = 0.0, box
    for place, other in enumerate(chain((box,), following)):
        if place:
            if other.new_page:
                return needed
            needed += max(last.after, other.before)
        last = other
        if not other.keep:
            return needed + other.least
        needed += other.height
    return needed
