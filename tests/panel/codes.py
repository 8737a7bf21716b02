"""Country codes in one line."""

from __future__ import annotations


def codes(line: str) -> tuple[str, ...]:
    """Return the ISO 3166 codes of a line, in its order."""
    return tuple(line.split())
