"""Where a document goes by default: beside the dossier, under a name that says what it is. Knows no Qt."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from diagnostic.brief.content import Kind
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.texts import Texts
from ui.shell.file_paths import file_name


class FileFormat(StrEnum):
    """What a brief is written as; the value is the file's ending."""

    PDF = ".pdf"
    DOCX = ".docx"
    ODT = ".odt"


def default_path(
    dossier: Path, snapshot: Snapshot, texts: Texts, kind: Kind = Kind.FULL, form: FileFormat = FileFormat.PDF
) -> Path:
    """Return "<territory> – diagnostic <year>.pdf", or what the document is, in the dossier's folder."""
    name = file_name(snapshot.territory.name) or texts("briefpage.unnamed")
    stem = texts(f"briefpage.file.{kind.value}", name=name, year=snapshot.campaign.year)
    return dossier.parent / f"{stem}{form.value}"


def moved(typed: str, form: FileFormat) -> str:
    """Return a typed place with another format's ending in the place of the one it had."""
    known = tuple(each.value for each in FileFormat)
    ending = next((each for each in known if typed.lower().endswith(each)), "")
    return f"{typed[: len(typed) - len(ending)]}{form.value}" if typed.strip() else typed
