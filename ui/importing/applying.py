"""Carrying imports out in the dossier: one operation for each unit, all of them or none; and saying what was done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from diagnostic.dossier.operations import Operation
from diagnostic.errors import WorldError
from diagnostic.texts import Texts
from ui.importing.session import Unit
from ui.wizard.context import Context


def apply_all(context: Context, units: Iterable[Unit]) -> tuple[list[Operation], WorldError | None]:
    """Import units in order; where the file cannot take one, those before it are taken back and the fault returned."""
    done: list[Operation] = []
    faults: list[WorldError] = []
    heard = context.fault.connect(faults.append)
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        for unit in units:
            wanted = unit.operation(context.snapshot)
            if wanted is None:
                continue
            applied = context.apply(wanted)
            if applied is None:
                fault = faults[0]
                undo_all(context, done)
                return [], fault
            done.append(applied)
    finally:
        QApplication.restoreOverrideCursor()
        context.fault.disconnect(heard)
    return done, None


def undo_all(context: Context, done: Sequence[Operation]) -> bool:
    """Take imports back, the last first, and return whether all could be: nothing else was done since."""
    for operation in reversed(done):
        if context.dossier.history.last != operation:
            return False
        context.undo()
        if context.dossier.history.last == operation:  # the file could not take it: the context said so
            return False
    return True


def outcome(done: Sequence[Operation], texts: Texts) -> str:
    """Return what was done, in a sentence."""
    added = sum(change.before is None for operation in done for change in operation.changes)
    removed = sum(change.after is None for operation in done for change in operation.changes)
    changed = sum(len(operation.changes) for operation in done) - added - removed
    counts = [("added", added), ("changed", changed), ("removed", removed)]
    said = [texts.plural(f"importing.count.{fate}", count) for fate, count in counts if count]
    files = ", ".join(operation.subject for operation in done)
    return texts("importing.outcome", files=files, counts=texts.listing(said))
