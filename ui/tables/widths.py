"""How the width of a table is shared among its columns. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence


def shared(natural: Sequence[int], least: Sequence[int], elastic: Sequence[bool], room: int) -> list[int]:
    """Return widths in pixels: natural ones, grown where elastic to fill `room`, or shrunk towards `least`.

    Where even the least does not fit, the natural widths stay: the table scrolls.
    """
    widths = list(natural)
    over = sum(widths) - room
    if over <= 0:
        growing = [place for place, grows in enumerate(elastic) if grows] or [0]
        for turn, place in enumerate(growing):
            widths[place] += -over // len(growing) + (turn < -over % len(growing))
        return widths
    slack = [max(0, wide - small) for wide, small in zip(natural, least, strict=True)]
    whole = sum(slack)
    if whole < over:
        return widths
    return [wide - (over * give + whole - 1) // whole for wide, give in zip(widths, slack, strict=True)]
