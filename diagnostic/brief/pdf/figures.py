"""A figure: its title, its drawing, its legend, together; its drawing a little smaller where that spares a page."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.brief.pdf.boxes import Box, Stack
from diagnostic.brief.pdf.painter import DrawingBox

SMALLEST = 0.88
"""How much smaller a drawing may be set: under it, its words would be hard to read."""


class FigureBox(Stack):
    """The boxes of a figure, one of them its drawing."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        super().__init__(boxes)
        self._boxes, self.floats = boxes, True

    @property
    def least(self) -> float:
        """Its height where its drawing is set as small as it may be."""
        return self.height - (1 - SMALLEST) * self._drawn.height

    @property
    def _drawn(self) -> DrawingBox:
        return next(box for box in self._boxes if isinstance(box, DrawingBox))

    def fitted(self, room: float) -> Box | None:
        """Return the same figure with its drawing smaller: its words stay in their size."""
        share = 1 - (self.height - room) / self._drawn.height
        if not SMALLEST - 1e-6 <= share < 1:
            return None
        found = FigureBox([box.smaller(share) if isinstance(box, DrawingBox) else box for box in self._boxes])
        found.before, found.after, found.anchor = self.before, self.after, self.anchor
        return found
