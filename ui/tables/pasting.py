"""Rows pasted into a table from a spreadsheet: what the clipboard holds, the one change it makes, and what is said."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QMimeData

from diagnostic.dossier.operations import Operation
from diagnostic.errors import WorldError
from diagnostic.imports.bringing import case_of
from diagnostic.imports.pasted import pasted_records, read_pasted
from diagnostic.imports.preview import Fate, Line, Preview, operation, preview
from diagnostic.imports.remembered import read_remembered
from diagnostic.imports.saying import sentence
from diagnostic.imports.words import load_words
from diagnostic.texts import Texts
from diagnostic.user_folder import data_folder
from ui.tables.cells import heading_of
from ui.tables.columns import Column
from ui.tables.facts import Facts
from ui.wizard.context import Context

MOST = 20_000
"""Lines: more would keep the screen waiting; a file is read beside it."""
_TOLD = frozenset({"note.columns_left", "note.same_name"})
"""What is said of the pasted text besides its rows."""
_SHOWN = 3
"""Cells that could not be read are named up to so many."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """What came of a paste, in words; `done` is the change, None where nothing was changed."""

    said: str
    done: Operation | None = None


def paste(context: Context, kind: str, columns: Sequence[Column], facts: Facts, content: QMimeData) -> Pasted | None:
    """Bring the clipboard's rows into a table, as one change; None if the file could not take it.

    A row that the table has already is brought up to date. Without titles, the cells go in the order of `columns`.
    """
    texts = context.texts
    try:
        refused = _why_not(content)
        if refused:
            return Pasted(texts(refused, count=texts.number(MOST)))
        found = _preview(context, kind, columns, facts, content.text())
    except WorldError as fault:
        return Pasted(texts.error(fault))
    wanted = operation(found)
    said = _said(found, texts)
    if wanted is None:
        return Pasted(said)
    done = context.apply(replace(wanted, name="paste", subject=texts(f"kind.{kind}.name")))
    return Pasted(said, done) if done else None


def _why_not(content: QMimeData) -> str:
    """Return the key of what is said of a clipboard that holds no rows, "" for one that does."""
    if any(url.isLocalFile() for url in content.urls()):
        return "paste.files"
    text = content.text()
    if not text.strip():
        return "paste.image" if content.hasImage() else "paste.empty"
    if text.count("\n") > MOST:
        return "paste.too_many"
    found = pasted_records(text)
    return "paste.one_cell" if sum(len([cell for cell in cells if cell]) for _, cells in found) < 2 else ""


def _preview(context: Context, kind: str, columns: Sequence[Column], facts: Facts, text: str) -> Preview:
    case = case_of(
        context.snapshot,
        context.places,
        context.countries,
        lang=context.texts.lang,
        day=date.today().isoformat(),
        names=read_remembered(data_folder(os.environ)).countries,
    )
    order = [column.id if column.spec else "" for column in columns]
    measured = [heading_of(column, kind, facts) for column in columns if not column.spec]
    return preview(read_pasted(text, kind, case, load_words(), order, measured), context.snapshot)


def _said(found: Preview, texts: Texts) -> str:
    """Return what was done, then what was not and why."""
    said = [_done(found, texts)]
    said += [
        texts.plural("paste.aside", len(skipped.lines), why=sentence(skipped.why, texts)) for skipped in found.skipped
    ]
    unread = [each for line in found.lines if line.fate is not Fate.SAME for each in _unread(line, texts)]
    if unread:
        shown = " ; ".join((*unread[:_SHOWN], *("…" for _ in unread[_SHOWN : _SHOWN + 1])))
        said.append(texts.plural("paste.unread", len(unread), cells=shown))
    told = {*_TOLD, *(("note.incomplete",) if found.of(Fate.ADDED) else ())}
    said += [sentence(note, texts) for note in found.reading.notes if note.key in told]
    return " ".join(said)


def _done(found: Preview, texts: Texts) -> str:
    """Return "12 lignes ajoutées, 3 modifiées, 2 inchangées."."""
    counts = [(fate, count) for fate in Fate if (count := len(found.of(fate)))]
    if not counts:
        return texts("paste.nothing")
    words = [
        texts.plural(f"paste.{'more' if place else 'first'}.{fate.value}", count)
        for place, (fate, count) in enumerate(counts)
    ]
    return f"{', '.join(words)}."


def _unread(line: Line, texts: Texts) -> Iterator[str]:
    """Yield what a row that changed keeps as it was pasted, for want of being read."""
    for name, typed in line.after.unread.items():
        if name in line.candidate.brought:
            field = texts(f"field.{line.after.kind}.{name}")
            yield texts("paste.cell", field=field, typed=" ".join(typed.split())[:40])
