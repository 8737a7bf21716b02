"""What is written down when the program itself fails: where in its own code, and nothing of the user's."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

FOLDER = "crashes"


@dataclass(frozen=True, slots=True)
class Setting:
    """What the program was and did: its version, Qt's, and the names of the last operations."""

    version: str
    qt: str
    operations: tuple[str, ...] = ()


def report(kind: type[BaseException], trace: TracebackType | None, setting: Setting, now: datetime) -> str:
    """Return the report. An exception's own message may quote what a user typed: it is left out."""
    home = str(Path.home())
    lines = [
        f"Rose des vents {setting.version}",
        f"{now.isoformat(timespec='seconds')}",
        f"Python {sys.version.split()[0]}, Qt {setting.qt}, {platform.platform()}",
        f"Last operations: {', '.join(setting.operations) or 'none'}",
        "",
        "".join(traceback.format_tb(trace)).replace(home, "~").rstrip(),
        f"{kind.__module__}.{kind.__qualname__} (message left out)",
    ]
    return "\n".join(lines) + "\n"


def write_report(folder: Path, text: str, now: datetime) -> Path | None:
    """Keep a report in the user's folder, and return where; None if it could not be written."""
    path = folder / FOLDER / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        return None  # the dialog says so, and the user can save it elsewhere
    return path


def names_of(operations: Sequence[object]) -> tuple[str, ...]:
    """Return the names of operations, without their subjects."""
    return tuple(f"{getattr(each, 'name', '?')} {getattr(each, 'kind', '?')}" for each in operations)
