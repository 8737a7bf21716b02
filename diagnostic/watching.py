"""How work that takes long says how far it is, and is told to stop."""

from __future__ import annotations

from collections.abc import Callable

Watch = Callable[[int, int], None]
"""Told how much is done (bytes, pages) and how much there is; it may raise Cancelled."""


class Cancelled(Exception):
    """The user asked to stop: nothing was changed."""


def unwatched(done: int, total: int) -> None:
    """Watch nothing."""
