"""The commands that write the dossier in other programs' formats: export, workbook."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from diagnostic.cli.session import Refused, Session
from diagnostic.dossier.header import SUFFIX
from diagnostic.dossier.store import Dossier
from diagnostic.errors import writing_fault
from diagnostic.saving import save

KINDS = (".xlsx", ".zip", ".json")
"""What `export` writes, by the end of the output's name; without one, a folder of CSV files."""


def export(session: Session, arguments: argparse.Namespace) -> None:
    """Write everything that a dossier holds: XLSX, CSV (archive or folder), or JSON."""
    output: Path = arguments.output
    kind = output.suffix.lower()
    if kind not in (*KINDS, ""):
        arguments.usage_error(session.texts("cli.export_kinds", file=output, kinds=", ".join(KINDS)))
    _not_the_dossier(session, arguments)
    dossier = session.reading(arguments.file, arguments.campaign)
    if kind == ".json":
        from diagnostic.exports.document import json_of

        snapshots = [dossier.snapshot_of(campaign) for campaign in dossier.campaigns()]
        frameworks = dossier.kept_frameworks()
        _saved(session, output, json_of(snapshots, contacts=arguments.with_contacts, frameworks=frameworks))
    elif kind == ".xlsx":
        _saved(session, output, _spreadsheet(session, dossier, contacts=arguments.with_contacts))
    else:
        _csv(session, dossier, output, contacts=arguments.with_contacts)
    if not arguments.with_contacts:
        session.say("cli.without_contacts")


def workbook(session: Session, arguments: argparse.Namespace) -> None:
    """Write the workbook that others fill in."""
    if arguments.output.suffix.lower() != ".xlsx":
        arguments.usage_error(session.texts("cli.workbook_kind", file=arguments.output))
    _not_the_dossier(session, arguments)
    from diagnostic.exports.workbook import workbook_of  # the workbooks' library is slow to load

    dossier = session.reading(arguments.file, arguments.campaign)
    framework = session.framework(dossier)
    prefilled = not arguments.empty
    data = workbook_of(dossier.snapshot(), framework, session.texts, session.countries, prefilled=prefilled)
    _saved(session, arguments.output, data)


def _spreadsheet(session: Session, dossier: Dossier, *, contacts: bool) -> bytes:
    from diagnostic.exports.spreadsheet import xlsx_of
    from diagnostic.exports.tables import campaign_lines, tables_of

    snapshot, texts = dossier.snapshot(), session.texts
    framework, assessment = session.framework(dossier), session.assessment(dossier)
    tables = tables_of(snapshot, assessment, framework, texts, session.countries, contacts=contacts)
    return xlsx_of(texts("exports.about.title"), campaign_lines(snapshot, texts), tables, snapshot.campaign.day)


def _csv(session: Session, dossier: Dossier, output: Path, *, contacts: bool) -> None:
    from diagnostic.exports.csv_files import files_of, zip_of
    from diagnostic.exports.tables import tables_of

    framework, assessment = session.framework(dossier), session.assessment(dossier)
    snapshot, texts = dossier.snapshot(), session.texts
    tables = tables_of(snapshot, assessment, framework, texts, session.countries, contacts=contacts)
    if output.suffix:
        _saved(session, output, zip_of(tables, texts.lang))
    else:
        _folder(session, output, files_of(tables, texts.lang))


def _folder(session: Session, output: Path, files: Mapping[str, bytes]) -> None:
    taken = [name for name in files if (output / name).exists()]
    if taken:  # several files cannot be replaced all or none
        raise Refused(session.texts("cli.folder_taken", folder=output, files=", ".join(taken[:5])))
    try:
        output.mkdir(exist_ok=True)
    except OSError as fault:
        raise writing_fault(fault, output) from fault
    for name, data in files.items():
        save(data, output / name)
    session.say("cli.exported", file=output)


def _not_the_dossier(session: Session, arguments: argparse.Namespace) -> None:
    if arguments.output.suffix == SUFFIX or arguments.output.resolve() == arguments.file.resolve():
        arguments.usage_error(session.texts("cli.export_kinds", file=arguments.output, kinds=", ".join(KINDS)))


def _saved(session: Session, output: Path, data: bytes) -> None:
    session.say("cli.export_replaced" if save(data, output) else "cli.exported", file=output)
