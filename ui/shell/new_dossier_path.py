"""Where a new dossier goes: a name that every system takes, never one that is taken."""

from __future__ import annotations

import re
from pathlib import Path

from diagnostic.dossier.header import SUFFIX

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
LONGEST = 80


def file_name(name: str) -> str:
    """Return a name without what some system forbids in a file's name."""
    words = " ".join(FORBIDDEN.sub(" ", name).split())
    return words.strip(" .")[:LONGEST].strip() or "rose"


def free_path(folder: Path, name: str) -> Path:
    """Return the path of a dossier of that name, numbered if the name is taken."""
    stem = file_name(name)
    path, number = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, number = folder / f"{stem} ({number}){SUFFIX}", number + 1
    return path


def typed_path(typed: str, folder: Path) -> Path:
    """Return the path someone typed, in `folder` unless it says where, with a dossier's suffix."""
    path = folder / Path(typed.strip()).expanduser()
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
