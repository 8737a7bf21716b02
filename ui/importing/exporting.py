"""What is written when data go out: decided in the main thread, from what nobody changes any more. Knows no Qt.

The workbooks' library is slow to load: only when it is needed.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from diagnostic.saving import save

if TYPE_CHECKING:
    from ui.wizard.context import Context

Writing = Callable[[], object]
"""Writes the file, in whichever thread. WorldError where it cannot be written."""


def writing_of(context: Context, path: Path, option: bool, *, collecting: bool) -> Writing:
    """Return how to write what a file's ending says. `option`: with contacts, or with what is entered."""
    if collecting:
        return _workbook(context, path, prefilled=option)
    if path.suffix.lower() == ".json":
        return _document(context, path, contacts=option)
    return _tables(context, path, contacts=option)


def _workbook(context: Context, path: Path, *, prefilled: bool) -> Writing:
    snapshot, framework, texts, countries = context.snapshot, context.framework, context.texts, context.countries

    def write() -> None:
        from diagnostic.exports.workbook import workbook_of

        save(workbook_of(snapshot, framework, texts, countries, prefilled=prefilled), path)

    return write


def _document(context: Context, path: Path, *, contacts: bool) -> Writing:
    dossier = context.dossier
    campaigns = [dossier.snapshot_of(each) for each in dossier.campaigns()]
    frameworks = dossier.kept_frameworks()

    def write() -> None:
        from diagnostic.exports.document import json_of

        save(json_of(campaigns, contacts=contacts, frameworks=frameworks), path)

    return write


def _tables(context: Context, path: Path, *, contacts: bool) -> Writing:
    snapshot, framework, texts, countries = context.snapshot, context.framework, context.texts, context.countries
    assessment = context.assessment

    def write() -> None:
        from diagnostic.exports.tables import campaign_lines, tables_of

        tables = tables_of(snapshot, assessment, framework, texts, countries, contacts=contacts)
        if path.suffix.lower() == ".zip":
            from diagnostic.exports.csv_files import zip_of

            save(zip_of(tables, texts.lang), path)
        else:
            from diagnostic.exports.spreadsheet import xlsx_of

            about = campaign_lines(snapshot, texts)
            save(xlsx_of(texts("exports.about.title"), about, tables, snapshot.campaign.day), path)

    return write
