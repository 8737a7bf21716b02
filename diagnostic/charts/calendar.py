"""The action plan on a calendar: each action at its due date, as wide as the date is vague, its state by pattern.

An outline is an action to come, hatching one under way, a full bar one done, a dashed outline one of no known state.
From a late one, a line leads to the day of the campaign: as long as it is late.
Actions without a date stand below, apart: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from diagnostic.charts.drawing import Anchor, Drawing, Line, Path, Role, Shape, Text, rectangle
from diagnostic.charts.fitting import cut, width_of, wrapped

ACROSS = 460.0
LEFT, RIGHT = 196.0, 452.0
TOP, ROW, BAR = 29.0, 15.0, 7.0
LEADING, LINES = 8.6, 2
"""The lines that an action's name may take."""
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
    late: bool = False
    """its date has passed on the day of the campaign, and it is neither done nor dropped"""


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
    rows = [_Named(action, tuple(wrapped(action.title, LEFT - 12, LABEL, LINES)) or ("",)) for action in shown]
    bottom = TOP + sum(row.height for row in rows) + 3
    shapes = [*_rules(scale, bottom), *_day(scale, day, bottom, words), *_columns(scale, words)]
    span = months_of(day)
    top, today = TOP + 3, scale.x(span[0]) if span else LEFT
    for row in rows:
        shapes += _row(row, top, scale, today)
        top += row.height
    below = _below(undated, len(dated) - len(shown), words)
    shapes += [_line_of(text, bottom + 11 + 11 * place, bold) for place, (text, bold) in enumerate(below)]
    return Drawing(width=ACROSS, height=bottom + 11 * len(below) + 4, shapes=tuple(shapes), alt=alt)


@dataclass(frozen=True, slots=True)
class _Named:
    """An action with the lines of its name."""

    action: Due
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return ROW + LEADING * (len(self.lines) - 1)


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


def _rules(scale: _Scale, bottom: float) -> list[Shape]:
    """Return a line at the beginning of each column: higher and stronger where a year begins."""
    shapes: list[Shape] = []
    for month in range(scale.start, scale.end + 1, scale.step):
        new_year = month % 12 == 0 and scale.step < 12
        top, width = (YEAR_LINE - 7, 0.9) if new_year else (QUARTER_LINE - 6, 0.5)
        shapes.append(_rule(scale.x(month), top, bottom, width))
    return shapes


def _columns(scale: _Scale, words: CalendarWords) -> list[Shape]:
    """Return the names of the columns, and of the years over them."""
    shapes: list[Shape] = []
    for month in range(scale.start, scale.end, scale.step):
        x = scale.x(month + scale.step / 2)
        name = words.quarter.format(number=month % 12 // 3 + 1) if scale.step < 12 else str(month // 12)
        shapes += _clear(Text(x=x, y=QUARTER_LINE, text=name, size=SMALL, role=Role.MUTED, anchor=Anchor.MIDDLE))
        if scale.step < 12 and (month % 12 == 0 or month == scale.start):
            shapes += _clear(Text(x=scale.x(month) + 2, y=YEAR_LINE, text=str(month // 12), size=SMALL, bold=True))
    return shapes


def _clear(text: Text) -> list[Shape]:
    """Return a text on a ground of its own, so that no line of the calendar crosses it."""
    wide = width_of(text.text, text.size, bold=text.bold)
    left = text.x - {Anchor.START: 0.0, Anchor.MIDDLE: wide / 2, Anchor.END: wide}[text.anchor]
    middle = text.y - 0.36 * text.size
    ground = Line(x1=left, y1=middle, x2=left + wide, y2=middle, stroke=Role.SURFACE, width=text.size + 1.4)
    return [ground, text]


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


def _row(row: _Named, y: float, scale: _Scale, today: float) -> list[Shape]:
    action = row.action
    span = months_of(action.due) or (scale.start, scale.start)
    x, end = scale.x(span[0]), scale.x(span[1])
    wide = max(LEAST, end - x)
    x = min(x, RIGHT - wide)
    names = [Text(x=0, y=y + BAR + LEADING * n, text=line, size=LABEL) for n, line in enumerate(row.lines)]
    late = _lateness(x + wide, today, y) if action.late else []
    return [*names, *late, _bar(action.progress, x, y, wide), *_state(action, x, x + wide, y, today)]


def _lateness(end: float, today: float, y: float) -> list[Shape]:
    """Return the line from a due date to the day of the campaign, which ends there."""
    middle = y + 0.8 + BAR / 2
    tick = Line(x1=today, y1=middle - BAR / 2, x2=today, y2=middle + BAR / 2, stroke=Role.INSTITUTION, width=1.6)
    return [Line(x1=end, y1=middle, x2=max(end, today), y2=middle, stroke=Role.INSTITUTION, width=1.6), tick]


def _state(action: Due, x: float, end: float, y: float, today: float) -> list[Shape]:
    """Return the state's word: after its bar, and after the line of the day where that one comes next; else before."""
    word = width_of(action.state, SMALL)
    after = end + 4
    if action.late or after - 4 < today < after + word + 4:
        after = max(after, today + 4)
    side, place = (Anchor.START, after) if after + word <= ACROSS else (Anchor.END, x - 4)
    return _clear(Text(x=place, y=y + BAR - 0.6, text=action.state, size=SMALL, role=Role.INK, anchor=side))


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
