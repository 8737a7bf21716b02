"""Where a brief goes by default: beside the dossier, under a name that says what it is. Knows no Qt."""

from __future__ import annotations

from pathlib import Path

from diagnostic.dossier.snapshot import Snapshot
from diagnostic.texts import Texts
from ui.shell.file_paths import file_name

SUFFIX = ".pdf"


def default_path(dossier: Path, snapshot: Snapshot, texts: Texts) -> Path:
    """Return "<territory> – diagnostic <year>.pdf" in the dossier's folder."""
    name = file_name(snapshot.territory.name) or texts("briefpage.unnamed")
    return dossier.parent / texts("briefpage.file_name", name=name, year=snapshot.campaign.year)
