"""Where a brief goes by default: beside the dossier, under a name that says what it is. Knows no Qt."""

from __future__ import annotations

import re
from pathlib import Path

from diagnostic.dossier.snapshot import Snapshot
from diagnostic.texts import Texts

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
"""What some file system refuses in a name."""
LONGEST = 80


def default_path(dossier: Path, snapshot: Snapshot, texts: Texts) -> Path:
    """Return "<territory> – diagnostic <year>.pdf" in the dossier's folder."""
    cleaned = " ".join(FORBIDDEN.sub(" ", snapshot.territory.name).split())[:LONGEST].strip(" .")
    name = cleaned or texts("briefpage.unnamed")
    return dossier.parent / texts("briefpage.file_name", name=name, year=snapshot.campaign.year)


def typed_path(typed: str, beside: Path) -> Path | None:
    """Return the file that was typed, its ending added, in the dossier's folder if none was typed; None for nothing."""
    words = typed.strip()
    if not words:
        return None
    path = Path(words).expanduser()
    path = path if path.is_absolute() else beside.parent / path
    return path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
