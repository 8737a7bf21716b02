"""What counts as France: its own people, students and partners are not international."""

from __future__ import annotations

HOME = frozenset(["FR", "GP", "MQ", "GF", "RE", "YT", "PM", "BL", "MF", "WF", "PF", "NC", "TF"])
"""France and its overseas territories that have an ISO 3166 code of their own."""


def abroad(country: str) -> bool:
    """Return whether a country is known and is not France."""
    return bool(country) and country not in HOME
