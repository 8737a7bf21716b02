"""Boxes: what stands on a page. Each is made for its width, knows its height, and draws itself from its top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diagnostic.brief.pdf.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that the outline and the contents lead to."""

    key: str
    title: str
    level: int
    """0 for a section, 1 inside one"""
    annex: bool = False


class Box:
    """A box. Nothing is drawn for the base: it is a space."""

    def __init__(self, height: float = 0.0) -> None:
        self.height = height
        self.before = self.after = 0.0
        self.keep = False
        """it stands with the beginning of what follows"""
        self.clings = False
        """it stands with the end of what precedes it, where that can be parted"""
        self.new_page = False
        self.floats = False
        """the text after it may go on before it, where it begins a page and would leave much of one empty"""
        self.runs = False
        """it is such text"""
        self.anchor: Anchor | None = None

    @property
    def least(self) -> float:
        """The height of the beginning that cannot be parted."""
        return self.height

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Return what fits in the room and what does not, or None to move it whole."""
        return None

    def fitted(self, room: float) -> Box | None:
        """Return the box set a little smaller so that the room holds it, None where that would be too small."""
        return None

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it on the page."""


class Stack(Box):
    """Boxes one under the other that stay together."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        super().__init__()
        self._placed: list[tuple[float, Box]] = []
        used = after = 0.0
        for box in boxes:
            used += max(after, box.before) if self._placed else 0.0
            self._placed.append((used, box))
            used, after = used + box.height, box.after
        self.height, self.after = used, after
        if boxes:
            self.before, self.anchor = boxes[0].before, boxes[0].anchor

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw each."""
        for down, box in self._placed:
            box.draw(sheet, x, top - down)


class Columns(Box):
    """Boxes side by side, each at its x; they stay together."""

    def __init__(self, columns: Sequence[tuple[float, Box]]) -> None:
        super().__init__(max(box.height for _, box in columns))
        self._columns = columns

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw each, from the left."""
        for right, box in self._columns:
            box.draw(sheet, x + right, top)


class Shrunk(Box):
    """A box drawn smaller, so that it fits."""

    def __init__(self, box: Box, scale: float) -> None:
        super().__init__(box.height * scale)
        self._box, self._scale, self.anchor, self.new_page = box, scale, box.anchor, box.new_page

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it smaller."""
        with sheet.shrunk(self._scale, x, top):
            self._box.draw(sheet, 0.0, 0.0)
