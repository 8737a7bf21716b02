"""The action plan on a calendar: each action at its due date, as wide as the date is vague, its state by pattern.

An outline is an action to come, hatching one under way, a full bar one done, a dashed outline one of no known state.
Actions without a date stand below, apart: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from diagnostic.charts.drawing import Anchor, Drawing, Line, Path, Role, Shape, Text, rectangle
from diagnostic.charts.fitting import cut, width_of

ACROSS = 460.0
LEFT, RIGHT = 196.0, 452.0
TOP, ROW, BAR = 29.0, 15.0, 7.0
DAYS, YEAR_LINE, QUARTER_LINE = 6.0, 16.0, 25.0
"""Baselines of the day of the campaign, of the years and of the quarters."""
LABEL, SMALL = 7.4, 6.4
LEAST = 4.0
"""The narrowest bar, in points."""
QUARTERS = 16
"""Beyond so many quarters the calendar goes by years."""
YEARS = 12
MOST_DATED, MOST_UNDATED = 24, 8
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?")


class Progress(StrEnum):
    """What a bar looks like."""

    TO_COME = "to_come"
    UNDER_WAY = "under_way"
    DONE = "done"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An action: when it is due (ISO, perhaps only a month or a year, "" for no date), and its state in a word."""

    title: str
    due: str
    progress: Progress
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """What the figure writes: "T{n}" of quarters, the day of the campaign, the heading of undated actions, the rest."""

    quarter: str
    day: str
    undated: str
    more: str


def months_of(iso: str) -> tuple[float, float] | None:
    """Return when a partial date begins and ends, in months since year 0; None for what is no date."""
    found = _DATE.fullmatch(iso)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if not month:
        return year * 12.0, year * 12 + 12.0
    start = year * 12 + month - 1 + (max(day, 1) - 1) / 31
    return start, start + (1 / 31 if day else 1.0)


def calendar(actions: Sequence[Due], day: str, words: CalendarWords, alt: str) -> Drawing:
    """Return the calendar, 460 points wide; `day` is the campaign's, drawn across. The earliest date comes first."""
    dated = sorted((a for a in actions if months_of(a.due)), key=lambda a: months_of(a.due) or (0.0, 0.0))
    undated = [action for action in actions if not months_of(action.due)]
    shown = dated[:MOST_DATED]
    scale = _scale([a.due for a in shown] + [day])
    bottom = TOP + ROW * len(shown) + 3
    shapes = [*_columns(scale, bottom, words), *_day(scale, day, bottom, words)]
    for place, action in enumerate(shown):
        shapes += _row(action, TOP + 3 + ROW * place, scale)
    below = _below(undated, len(dated) - len(shown), words)
    shapes += [_line_of(text, bottom + 11 + 11 * place, bold) for place, (text, bold) in enumerate(below)]
    return Drawing(width=ACROSS, height=bottom + 11 * len(below) + 4, shapes=tuple(shapes), alt=alt)


@dataclass(frozen=True, slots=True)
class _Scale:
    start: int
    end: int
    step: int

    def x(self, month: float) -> float:
        return LEFT + (RIGHT - LEFT) * (month - self.start) / (self.end - self.start)


def _scale(dates: Sequence[str]) -> _Scale:
    """Return a calendar that holds all the dates: by quarters, else by one, two, five… years."""
    spans = [found for found in map(months_of, dates) if found]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    step = 3 if last - first <= QUARTERS * 3 else 12
    for years in (1, 2, 5, 10, 20, 50, 100, 1000):
        if step >= 12 and (last - first) / 12 > YEARS * (step // 12):
            step = years * 12
    start = int(first // step) * step
    return _Scale(start, max(start + step, -int(-last // step) * step), step)


def _columns(scale: _Scale, bottom: float, words: CalendarWords) -> list[Shape]:
    shapes: list[Shape] = []
    for month in range(scale.start, scale.end + 1, scale.step):
        new_year = month % 12 == 0 and scale.step < 12
        shapes.append(
            _rule(scale.x(month), YEAR_LINE - 7 if new_year else QUARTER_LINE - 6, bottom, 0.9 if new_year else 0.5)
        )
        if month == scale.end:
            break
        x = scale.x(month + scale.step / 2)
        name = words.quarter.format(number=month % 12 // 3 + 1) if scale.step < 12 else str(month // 12)
        shapes.append(Text(x=x, y=QUARTER_LINE, text=name, size=SMALL, role=Role.MUTED, anchor=Anchor.MIDDLE))
        if scale.step < 12 and (new_year or month == scale.start):
            shapes.append(Text(x=scale.x(month) + 2, y=YEAR_LINE, text=str(month // 12), size=SMALL, bold=True))
    return shapes


def _rule(x: float, top: float, bottom: float, width: float) -> Line:
    return Line(x1=x, y1=top, x2=x, y2=bottom, stroke=Role.GRID, width=width)


def _day(scale: _Scale, day: str, bottom: float, words: CalendarWords) -> list[Shape]:
    span = months_of(day)
    if span is None:
        return []
    x = scale.x(span[0])
    before = x < (LEFT + RIGHT) / 2
    side, beside = (Anchor.START, x + 2) if before else (Anchor.END, x - 2)
    return [
        Line(x1=x, y1=0, x2=x, y2=bottom, stroke=Role.MUTED, width=0.7, dash=(2.0, 2.0)),
        Text(x=beside, y=DAYS, text=words.day, size=5.6, role=Role.MUTED, anchor=side),
    ]


def _row(action: Due, y: float, scale: _Scale) -> list[Shape]:
    span = months_of(action.due) or (scale.start, scale.start)
    x, end = scale.x(span[0]), scale.x(span[1])
    wide = max(LEAST, end - x)
    x = min(x, RIGHT - wide)
    word = width_of(action.state, SMALL)
    after = x + wide + 4 + word <= ACROSS
    side, place = (Anchor.START, x + wide + 4) if after else (Anchor.END, x - 4)
    return [
        Text(x=0, y=y + BAR, text=cut(action.title, LEFT - 12, LABEL), size=LABEL),
        _bar(action.progress, x, y, wide),
        Text(x=place, y=y + BAR - 0.6, text=action.state, size=SMALL, role=Role.INK, anchor=side),
    ]


def _bar(progress: Progress, x: float, y: float, wide: float) -> Path:
    steps = rectangle(x, y + 0.8, wide, BAR)
    if progress is Progress.UNKNOWN:
        return Path(steps=steps, fill=Role.SURFACE, stroke=Role.UNKNOWN, width=0.7, dash=(2.0, 2.0))
    fill = Role.INSTITUTION if progress is Progress.DONE else Role.SURFACE
    hatch = Role.INSTITUTION if progress is Progress.UNDER_WAY else None
    return Path(steps=steps, fill=fill, hatch=hatch, stroke=Role.INSTITUTION, width=0.9)


def _below(undated: Sequence[Due], left_out: int, words: CalendarWords) -> list[tuple[str, bool]]:
    """Return the lines under the calendar, and whether each is bold."""
    lines = [(words.more.format(count=left_out), False)] if left_out else []
    if undated:
        lines.append((words.undated, True))
        lines += [(f"– {action.title} ({action.state})", False) for action in undated[:MOST_UNDATED]]
        if len(undated) > MOST_UNDATED:
            lines.append((words.more.format(count=len(undated) - MOST_UNDATED), False))
    return lines


def _line_of(text: str, y: float, bold: bool) -> Text:
    return Text(x=0, y=y, text=cut(text, ACROSS, LABEL, bold=bold), size=LABEL, bold=bold)
