"""From names and typed words to paths that every system takes. Knows no Qt."""

from __future__ import annotations

import re
from pathlib import Path

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
"""What some file system refuses in a name."""
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
LONGEST = 80
"""Characters of a name, well under every system's limit even in four-byte letters."""


def file_name(name: str) -> str:
    """Return a name without what some system forbids in a file's name; "" if nothing is left."""
    return " ".join(FORBIDDEN.sub(" ", name).split())[:LONGEST].strip(" .")


def free_path(folder: Path, stem: str, suffix: str) -> Path:
    """Return the path of a file of that name, numbered if the name is taken."""
    path, number = folder / f"{stem}{suffix}", 2
    while path.exists():
        path, number = folder / f"{stem} ({number}){suffix}", number + 1
    return path


def typed_path(typed: str, folder: Path, suffix: str) -> Path | None:
    """Return the file that was typed, its ending added, in `folder` unless it says where; None if it names no file."""
    said = _at_home(Path(CONTROL.sub("", typed).strip()))
    if said.name in ("", ".."):
        return None
    path = folder / said
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def _at_home(path: Path) -> Path:
    try:
        return path.expanduser()
    except RuntimeError:  # "~someone" whom this system does not know: a name like another
        return path
