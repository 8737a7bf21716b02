"""Rows of cells laid on pages: the header repeats, short tables stay whole, no row stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.boxes import Box
from diagnostic.brief.pdf.press import Press
from diagnostic.brief.pdf.sheet import Sheet
from diagnostic.brief.pdf.text import TextBox
from diagnostic.charts.drawing import Role

TALL = s.HEIGHT * 0.6
"""A row taller than this may be parted between two pages."""
SHORT = s.HEIGHT * 0.22
"""A table no taller than this is never parted."""
FEWEST = 2
"""Fewest rows of a table left alone on a page."""
_RULE, _HEAD_RULE = 0.5, 0.9


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, each with its place from the left; `band` keeps it with the row below."""

    cells: tuple[tuple[float, TextBox], ...]
    above: float
    below: float
    band: bool = False
    bottom: bool = False
    """cells stand on the foot of the row, as in a header"""

    @property
    def height(self) -> float:
        """Height with the space around the text, in points."""
        return self.above + self.below + max(box.height for _, box in self.cells)

    def cut(self, room: float) -> tuple[Row, Row] | None:
        """Return what fits of a tall row and the rest, or None."""
        room -= self.above + self.below
        if self.height < TALL or room < TALL / 3:
            return None
        pairs = [(x, box.cut(box.fitting(room))) for x, box in self.cells]
        first, second = (tuple((x, parts[side]) for x, parts in pairs) for side in (0, 1))
        return replace(self, cells=first), replace(self, cells=second)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the cells."""
        height = self.height
        for right, box in self.cells:
            down = height - self.below - box.height if self.bottom else self.above
            box.draw(sheet, x + right, top - down)


class TableBox(Box):
    """The rows of a table. `again` is the header as it repeats, told to nobody."""

    def __init__(self, head: Row | None, again: Row | None, rows: Sequence[Row], width: float, press: Press) -> None:
        self._heights = [row.height for row in rows]
        super().__init__((head.height if head else 0.0) + sum(self._heights))
        self._head, self._again, self._rows, self._width, self._press = head, again, rows, width, press
        self.after = 8.0

    @property
    def least(self) -> float:
        """The whole of a short table; else the header and two rows, and the one that a band heads."""
        if self.height <= SHORT:
            return self.height
        count = FEWEST
        while count < len(self._rows) and self._rows[count - 1].band:
            count += 1
        rows = sum(self._heights[:count])
        return (self._head.height if self._head else 0.0) + min(rows, TALL)

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return the rows that fit and the others under the same header; a band is never the last."""
        room -= self._head.height if self._head else 0.0
        fits, used = 0, 0.0
        while fits < len(self._rows) and used + self._heights[fits] <= room:
            used += self._heights[fits]
            fits += 1
        rows, rest = list(self._rows[:fits]), list(self._rows[fits:])
        cut = rest[0].cut(room - used) if rest else None
        if cut is not None:
            rows, rest = [*rows, cut[0]], [cut[1], *rest[1:]]
        elif len(rows) > FEWEST and 0 < len(rest) < FEWEST:
            rest.insert(0, rows.pop())
        while rows and rows[-1].band:
            rest.insert(0, rows.pop())
        if not rows or not rest:
            return None
        first = TableBox(self._head, self._again, rows, self._width, self._press)
        second = TableBox(self._again, self._again, rest, self._width, self._press)
        first.before, first.anchor = self.before, self.anchor
        return first, second

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw the header, the rows and the rules under them."""
        palette = self._press.palette
        if self._head is not None:
            self._head.draw(sheet, x, top)
            top -= self._head.height
            sheet.rules([(x, x + self._width, top)], _HEAD_RULE, palette.colour(Role.INK))
        rules = []
        for row, height in zip(self._rows, self._heights, strict=True):
            row.draw(sheet, x, top)
            top -= height
            rules.append((x, x + self._width, top))
        sheet.rules(rules, _RULE, palette.colour(Role.GRID))
