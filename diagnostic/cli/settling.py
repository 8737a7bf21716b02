"""Filled collection workbooks at the command line: gathered into one, refused while they disagree."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from diagnostic.cli.session import Session
from diagnostic.dossier.store import Dossier
from diagnostic.errors import WorldError
from diagnostic.imports.answered import Questions
from diagnostic.imports.conflict_words import conflict_lines
from diagnostic.imports.conflicts import DOSSIER, gather
from diagnostic.imports.formats.own_workbook import ID_OF_FORMAT
from diagnostic.imports.reading import Reading


def settled(
    session: Session, readings: Sequence[Reading], dossier: Dossier, prefer: Path | None, file: Path
) -> list[Reading]:
    """Return the readings, the filled workbooks among them as one.

    `prefer` names who has the last word: one of the files, or the dossier. WorldError import_conflicts, after they were
    printed, where that leaves cells on which they disagree.
    """
    workbooks = [reading for reading in readings if reading.format == ID_OF_FORMAT]
    if not workbooks:
        return list(readings)
    who = "" if prefer is None else DOSSIER if prefer.name == file.name else prefer.name
    found = gather(workbooks, dossier.snapshot(), prefer=who)
    if found.conflicts:
        questions = Questions(session.framework(dossier), session.texts)
        for line in conflict_lines(found.conflicts, session.texts, session.countries, questions):
            print(line)
        raise WorldError("import_conflicts", count=len(found.conflicts))
    return [found.reading, *(reading for reading in readings if reading.format != ID_OF_FORMAT)]
