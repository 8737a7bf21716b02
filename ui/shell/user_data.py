"""Small files in the user's own folder: preferences and recent dossiers, written whole or not at all."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from diagnostic.errors import WorldError


def documents_folder() -> Path:
    """Return where the user keeps documents; the home folder if there is no such place."""
    from platformdirs import user_documents_path

    folder = user_documents_path()
    return folder if folder.is_dir() else Path.home()


def write_json(path: Path, content: Any) -> None:
    """Write a small file whole or not at all. WorldError cannot_write."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}.new")
        draft.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        draft.replace(path)
    except OSError as fault:
        raise WorldError("cannot_write", file=path, reason=fault) from fault


def read_json(path: Path) -> Any:
    """Return the content of a small file; None if there is none, or if it is damaged (it is then set aside)."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except OSError:
        return None  # unreadable today, perhaps not tomorrow: leave it where it is
    except ValueError:
        set_aside(path)
        return None


def set_aside(path: Path) -> None:
    """Keep a damaged file under another name, so that a sound one can take its place."""
    try:
        path.replace(path.with_name(f"{path.name}.damaged"))
    except OSError:
        return  # read-only folder: the next write will say so
