"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from diagnostic.errors import writing_fault


def save(data: bytes, path: Path) -> bool:
    """Write a file in one go and return whether it replaced another, which stays until the whole is written.

    Raise the WorldError of `errors.writing_fault` when the disk refuses.
    """
    try:
        replaced = path.exists()
        write_whole(data, path)
    except OSError as fault:
        raise writing_fault(fault, path) from fault
    return replaced


def write_whole(data: bytes, path: Path) -> None:
    """Write a file in one go, or leave what was there. OSError when the disk refuses."""
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            beside = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)  # closed first: Windows moves no open file
    except BaseException:  # a cancelled export leaves no draft behind either
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise
