"""The dossiers opened lately, latest first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ui.shell.user_data import read_json, write_json

FILE = "recent.json"
KEPT = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """A dossier and the day it was last opened (ISO)."""

    path: Path
    day: str


def read_recent(folder: Path) -> tuple[Recent, ...]:
    """Return the recent dossiers; () if none were kept or the file is damaged."""
    said = read_json(folder / FILE)
    entries = said if isinstance(said, list) else []
    return tuple(
        Recent(Path(entry["path"]), str(entry.get("day", "")))
        for entry in entries
        if isinstance(entry, dict) and isinstance(entry.get("path"), str)
    )


def add_recent(folder: Path, path: Path, day: str) -> None:
    """Put a dossier first. WorldError cannot_write."""
    path = path.absolute()
    others = [recent for recent in read_recent(folder) if recent.path != path]
    _write(folder, [Recent(path, day), *others][:KEPT])


def remove_recent(folder: Path, path: Path) -> None:
    """Forget a dossier; the file itself stays. WorldError cannot_write."""
    _write(folder, [recent for recent in read_recent(folder) if recent.path != path])


def _write(folder: Path, recents: list[Recent]) -> None:
    write_json(folder / FILE, [{"path": str(recent.path), "day": recent.day} for recent in recents])
