"""Partial dates: the latest day that "2024" or "2024-03" can mean."""

from __future__ import annotations

import calendar
from datetime import date


def latest_day(iso: str) -> date | None:
    """Return the latest day that a whole or partial ISO date can mean; None when it says nothing readable.

    The benefit of the doubt: an activity "in 2024" may have been on 31 December.
    """
    try:
        parts = [int(part) for part in iso.split("-")]
        year = parts[0]
        month = parts[1] if len(parts) > 1 else 12
        day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
        return date(year, month, day)
    except (ValueError, IndexError, calendar.IllegalMonthError):
        return None


def months_before(day: date, months: int) -> date:
    """Return the day that many months earlier, at most the last day of that month."""
    count = day.year * 12 + day.month - 1 - months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
