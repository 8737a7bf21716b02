"""A sum that is known only when all of its parts are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

Figure = TypeVar("Figure", int, float)


def total_of(figures: Iterable[Figure | None]) -> Figure | None:
    """Return the sum, or None when one figure is unknown."""
    total: Figure = 0
    for figure in figures:
        if figure is None:
            return None
        total += figure
    return total
