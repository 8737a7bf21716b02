"""Amounts by function or by funder as horizontal bars, the largest first, drawn with matplotlib."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from diagnostic.charts.drawing import Drawing, Role
from diagnostic.charts.recorder import colour, record
from diagnostic.texts import Texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROW = 16.0
LABEL = 7.6
LONGEST = 24.0
"""The longest label, in ems."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One bar: a label as the user typed it, and euros."""

    label: str
    euros: float


def amount_bars(amounts: Sequence[Amount], texts: Texts, *, role: Role, title: str, width: float = 460.0) -> Drawing:
    """Return the bars in the order given, `width` points wide; labels are shortened in the figure alone."""
    from matplotlib.figure import Figure

    height = ROW * len(amounts) + 8
    figure = Figure(figsize=(width / 72, height / 72), facecolor="none")
    axes = figure.add_axes((200 / width, 0.0, (width - 270) / width, 1.0))
    axes.set_axis_off()
    axes.set_xlim(0, max([a.euros for a in amounts] + [1.0]))
    axes.set_ylim(len(amounts) - 0.4, -0.6)
    axes.barh(range(len(amounts)), [a.euros for a in amounts], height=0.56, color=colour(role), linewidth=0)
    _write(axes, amounts, texts)
    return record(figure, alt=_words(amounts, texts, title))


def _write(axes: Axes, amounts: Sequence[Amount], texts: Texts) -> None:
    ink = colour(Role.INK)
    for place, amount in enumerate(amounts):
        euros = texts.money(amount.euros)
        for x, shift, side, label in ((0.0, -6, "right", shortened(amount.label)), (amount.euros, 5, "left", euros)):
            note = axes.annotate(
                label, (x, place), xytext=(shift, -LABEL * 0.36), textcoords="offset points", ha=side, va="baseline",
                fontsize=LABEL, color=ink, annotation_clip=False,
            )  # fmt: skip
            note.set_parse_math(False)


def shortened(label: str) -> str:
    """Return a label on one line that fits beside its bar; the whole stands in the figure's table."""
    line = " ".join(label.split())
    if sum(map(_ems, line)) <= LONGEST:
        return line
    used, kept = 0.0, ""
    for character in line:
        used += _ems(character)
        if used > LONGEST - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def _ems(character: str) -> float:
    """Return about how wide a character is, in ems: rather too wide than too narrow."""
    if unicodedata.east_asian_width(character) in ("W", "F") or character in "WM@%mw—…":
        return 1.0
    return 0.75 if character.isupper() or not character.isascii() else 0.57


def _words(amounts: Sequence[Amount], texts: Texts, title: str) -> str:
    parts = [texts("chart.part", name=shortened(a.label), value=texts.money(a.euros)) for a in amounts]
    return texts("chart.amounts.alt", title=title, parts=(" ; " if texts.lang == "fr" else "; ").join(parts))
