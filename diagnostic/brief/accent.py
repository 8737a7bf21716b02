"""The collectivité's own colour, made dark enough to be read."""

from __future__ import annotations

import re

from diagnostic.charts.palette import channels, contrast

LEAST = 4.5
"""Contrast of a text with the white page. Source: WCAG 2.1, criterion 1.4.3."""
_STEP = 0.97


def readable(colour: str, otherwise: str) -> str:
    """Return "#rrggbb" darkened until it stands out on white; `otherwise` where it is no such colour."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", colour):
        return otherwise
    found = colour.lower()
    while contrast(found, "#ffffff") < LEAST:
        found = "#" + "".join(f"{int(channel * 255 * _STEP):02x}" for channel in channels(found))
    return found
