"""How the width of a table is shared among its columns. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence


def shared(natural: Sequence[int], least: Sequence[int], elastic: Sequence[bool], room: int) -> list[int]:
    """Return widths in pixels: natural ones, those of elastic columns grown to fill `room` or shrunk to `least`."""
    widths = list(natural)
    over = sum(widths) - room
    stretchy = [place for place, bends in enumerate(elastic) if bends] or [0]
    if over < 0:
        for turn, place in enumerate(stretchy):
            widths[place] += -over // len(stretchy) + (turn < -over % len(stretchy))
        return widths
    slack = {place: max(0, widths[place] - least[place]) for place in stretchy}
    whole = sum(slack.values())
    for place, share in slack.items():
        widths[place] -= min(share, over * share // whole + 1) if whole else 0
    return widths
