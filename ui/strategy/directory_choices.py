"""Leaving out, showing again and taking back lines of the directory, as operations on the users' rows."""

from __future__ import annotations

from dataclasses import replace

from diagnostic.dossier.operations import Operation, add, edit, remove
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.strategy.directory import Directory
from diagnostic.strategy.results import Listed


def leave_out(listed: Listed) -> Operation:
    """Return the operation that hides a line; a shipped entry gets a row of the users' own that says so."""
    if listed.own:
        return edit(listed.ally, left_out=True)
    return add(replace(listed.ally, left_out=True))


def show_again(listed: Listed, directory: Directory, lang: str, snapshot: Snapshot) -> Operation:
    """Return the operation that shows a line again; a row that only hid the shipped entry goes."""
    shipped = {entry.id: entry.as_ally(lang) for entry in directory.entries}
    if replace(listed.ally, id=0, left_out=None) == shipped.get(listed.ally.entry):
        return remove(snapshot, (listed.ally,))
    return edit(listed.ally, left_out=None)


def take_away(listed: Listed, snapshot: Snapshot) -> Operation:
    """Return the operation that removes the users' own row; the entry it replaced is shown again."""
    return remove(snapshot, (listed.ally,))
