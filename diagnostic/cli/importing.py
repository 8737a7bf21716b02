"""The command that brings published files in: import."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from diagnostic.cli.import_report import Import, document, file_document, lines_of
from diagnostic.cli.json_form import dumps
from diagnostic.cli.progress import Progress
from diagnostic.cli.session import Session
from diagnostic.cli.settling import settled
from diagnostic.dossier.store import Dossier
from diagnostic.imports.answered import Questions
from diagnostic.imports.bringing import case_of, read_as_before
from diagnostic.imports.format import Case
from diagnostic.imports.layout import KINDS
from diagnostic.imports.preview import not_chosen, operation, preview
from diagnostic.imports.reading import Reading
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.remembered import Remembered, read_remembered, write_remembered
from diagnostic.texts import Texts
from diagnostic.user_folder import data_folder


def bring(session: Session, arguments: argparse.Namespace) -> None:
    """Read every file, show what each would do, and do it, each as one operation: all of them or none."""
    answers = _answers(session, arguments)
    _check_kind(session, arguments)
    _check_preference(session, arguments)
    folder = data_folder(os.environ)
    remembered = read_remembered(folder).with_countries(answers)
    opened = session.reading if arguments.dry_run else session.writing
    dossier = opened(arguments.file, arguments.campaign)
    case = case_of(
        dossier.snapshot(),
        session.places,
        session.countries,
        lang=session.texts.lang,
        day=date.today().isoformat(),
        year=arguments.year,
        names=remembered.countries,
    )
    readings = [_read(session, path, case, remembered, arguments.kind) for path in arguments.data]
    readings = settled(session, readings, dossier, arguments.prefer, arguments.file)
    worded = _all(session, dossier, readings, arguments)
    if answers and not arguments.dry_run:
        write_remembered(folder, remembered)
    if arguments.json:
        files = [each.document for each in worded]
        print(dumps(document(files, dossier, dry_run=arguments.dry_run)))
        return
    for each in worded:
        print("\n".join(each.lines))


@dataclass(frozen=True, slots=True)
class _Worded:
    """What is said of an import, in the way that was asked for."""

    lines: tuple[str, ...]
    document: Mapping[str, Any]


def describe_formats(texts: Texts) -> str:
    """Return the formats that `--kind` names."""
    width = max(len(format_.id) for format_ in FORMATS)
    known = (f"  {format_.id:<{width}}  {texts(f'import.format.{format_.id}')}" for format_ in FORMATS)
    return "\n".join([texts("cli.formats_heading"), *known, "", texts("cli.tables_heading", kinds=", ".join(KINDS))])


def _read(session: Session, path: Path, case: Case, remembered: Remembered, kind: str) -> Reading:
    with Progress(path.name, session.texts, sys.stderr) as progress:
        return read_as_before(path, case, FORMATS, remembered, kind, progress.watch)


def _all(
    session: Session, dossier: Dossier, readings: Sequence[Reading], arguments: argparse.Namespace
) -> list[_Worded]:
    """Carry the imports out, each seen against what those before it did; what stops one takes them all back.

    What is said of one is worded before it is carried out: a fault of ours in the words leaves nothing stored.
    """
    said: list[_Worded] = []
    questions = Questions(session.framework(dossier), session.texts)
    carried, whole = 0, False
    try:
        for reading in readings:
            found = preview(reading, dossier.snapshot())
            left_out = frozenset() if arguments.proposed else not_chosen(found)
            wanted = None if arguments.dry_run else operation(found, left_out)
            said.append(_worded(session, questions, Import(found, left_out, wanted), arguments))
            if wanted is not None:
                dossier.apply(wanted)
                carried += 1
        whole = True
    finally:
        for _ in range(0 if whole else carried):
            dossier.undo()
    return said


def _worded(session: Session, questions: Questions, done: Import, arguments: argparse.Namespace) -> _Worded:
    if arguments.json:
        return _Worded((), file_document(done, session.texts))
    return _Worded(tuple(lines_of(done, session, questions, dry_run=arguments.dry_run)), {})


def _check_kind(session: Session, arguments: argparse.Namespace) -> None:
    known = [*(format_.id for format_ in FORMATS), *KINDS]
    if arguments.kind and arguments.kind not in known:
        arguments.usage_error(session.texts("cli.no_such_format", kind=arguments.kind, known=", ".join(known)))


def _check_preference(session: Session, arguments: argparse.Namespace) -> None:
    known = [arguments.file.name, *(path.name for path in arguments.data)]
    if arguments.prefer is not None and arguments.prefer.name not in known:
        said = session.texts("cli.no_such_preference", name=arguments.prefer.name, known=", ".join(known))
        arguments.usage_error(said)


def _answers(session: Session, arguments: argparse.Namespace) -> Mapping[str, str]:
    """Return the countries that the user gives to names: an ISO code, or "" for a name that is of no country."""
    found: dict[str, str] = {}
    for pair in arguments.country or ():
        name, mark, code = (part.strip() for part in pair.rpartition("="))
        country = session.countries.recognise(code) if code else None
        if not mark or not name:
            arguments.usage_error(session.texts("cli.not_a_country_pair", pair=pair))
        if code and country is None:
            arguments.usage_error(session.texts("cli.no_such_country", code=code))
        found[name] = country.code if country else ""
    return found
