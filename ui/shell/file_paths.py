"""From names and typed words to paths that every system takes. Knows no Qt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count, takewhile
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
    return next(path for path in _numbered(folder, stem, suffix) if not path.exists())


def latest_path(folder: Path, stem: str, suffix: str) -> Path | None:
    """Return the last of the files that `free_path` numbered; None if there is none."""
    taken = list(takewhile(Path.exists, _numbered(folder, stem, suffix)))
    return taken[-1] if taken else None


def _numbered(folder: Path, stem: str, suffix: str) -> Iterator[Path]:
    yield folder / f"{stem}{suffix}"
    yield from (folder / f"{stem} ({number}){suffix}" for number in count(2))


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
