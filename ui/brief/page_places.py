"""Where the pages stand on the ground of the preview, in pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect

from ui.brief.page_pictures import PageSize

GAP = 14
"""Around a page."""


def across(room: int, width: int) -> int:
    """Return how many pages of a width stand side by side."""
    return max(1, (room - GAP) // (width + GAP))


def places(pages: Sequence[PageSize], room: int, width: int, abreast: int, under: int) -> tuple[list[QRect], int]:
    """Return where each page stands, `abreast` in a row with room `under` each, and the height of the ground."""
    left = max(GAP, (room - abreast * width - (abreast - 1) * GAP) // 2)
    found, top = [], GAP
    for first in range(0, len(pages), abreast):
        heights = [round(width * size.height / size.width) for size in pages[first : first + abreast]]
        for column, height in enumerate(heights):
            found.append(QRect(left + column * (width + GAP), top, width, height))
        top += max(heights) + under + GAP
    return found, top
