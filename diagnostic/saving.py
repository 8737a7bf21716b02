"""Writing a file whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path

from diagnostic.errors import writing_fault


def save(data: bytes, path: Path) -> bool:
    """Write a file in one go and return whether it replaced another, which stays until the whole is written.

    Raise the WorldError of `errors.writing_fault` when the disk refuses.
    """
    beside: Path | None = None
    try:
        replaced = path.exists()
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            beside = Path(file.name)
            file.write(data)
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as fault:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise writing_fault(fault, path) from fault
    return replaced
