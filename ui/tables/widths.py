"""How the width of a table is shared among its columns. Knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence

FIRST = 2.4
"""How much wider than the others the first column may stay."""


def shared(natural: Sequence[int], least: Sequence[int], elastic: Sequence[bool], room: int) -> list[int]:
    """Return widths in pixels: natural ones, grown where elastic to fill `room`, or shrunk towards `least`.

    The widest shrink first: a short word stays whole while a long sentence gives way. The first column names the row
    and gives way later than the others.
    Where even the least does not fit, the natural widths stay: the table scrolls.
    """
    widths = list(natural)
    over = sum(widths) - room
    if over <= 0:
        growing = [place for place, grows in enumerate(elastic) if grows] or [0]
        for turn, place in enumerate(growing):
            widths[place] += -over // len(growing) + (turn < -over % len(growing))
        return widths
    if sum(map(min, natural, least)) > room:
        return widths
    return _capped(natural, [min(pair) for pair in zip(natural, least, strict=True)], room)


def _capped(natural: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    low, high = 0, max(natural)
    while low < high:
        cap = (low + high + 1) // 2
        fits = sum(_under(cap, natural, least)) <= room
        low, high = (cap, high) if fits else (low, cap - 1)
    return _under(low, natural, least)


def _under(cap: int, natural: Sequence[int], least: Sequence[int]) -> list[int]:
    caps = (int(cap * FIRST), *[cap] * (len(natural) - 1))
    return [max(small, min(wide, most)) for wide, small, most in zip(natural, least, caps, strict=True)]
