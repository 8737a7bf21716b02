"""The campaign's date as documents say when they were made: no clock is read."""

from __future__ import annotations

from datetime import date


def midnight(day: str) -> str:
    """Return an ISO date as its first moment, "2026-03-12T00:00:00Z", or "" where it is no whole date."""
    try:
        return f"{date.fromisoformat(day).isoformat()}T00:00:00Z"
    except ValueError:
        return ""
