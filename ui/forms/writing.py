"""Passing a row changed in a form on to the dossier. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from diagnostic.dossier import operations
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.records import Answer
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import AnswerState, TableState

Writer = Callable[[Row, Row, str, str], Row | None]
"""Takes a row before and after, the field changed and a merge key; gives the row as stored, None on a fault."""


class Desk(Protocol):
    """What passing on needs of the context."""

    @property
    def snapshot(self) -> Snapshot: ...

    def apply(self, operation: Operation) -> Operation | None: ...


def row_writer(desk: Desk) -> Writer:
    """Return the writer of table rows: a row not stored yet is added with the first thing said of it."""

    def write(before: Row, after: Row, field: str, merge: str) -> Row | None:
        if not before.id:
            return _stored(desk.apply(adding(desk.snapshot, after)))
        change = operations.edit(before, unread=after.unread, merge=merge, **{field: getattr(after, field)})
        return _stored(desk.apply(change))

    return write


def answer_writer(desk: Desk) -> Writer:
    """Return the writer of what surrounds an answer: its evidence, kept also where nothing is answered yet."""

    def write(before: Row, after: Row, field: str, merge: str) -> Row | None:
        assert isinstance(after, Answer)
        evidence = {field: getattr(after, field), "unread": after.unread}
        state = after.state or AnswerState.UNANSWERED
        return _stored(
            desk.apply(
                operations.answer(
                    desk.snapshot, after.indicator, state, after.number, after.choice, merge=merge, **evidence
                )
            )
        )

    return write


def adding(snapshot: Snapshot, *rows: Row) -> Operation:
    """Return the addition of rows; a table said to be unknown or without object here is open again."""
    added = operations.add(*rows)
    if snapshot.standing(added.kind) not in (TableState.UNKNOWN, TableState.NOT_APPLICABLE):
        return added
    opened = operations.stand(snapshot, added.kind, TableState.OPEN)
    return Operation(name=added.name, kind=added.kind, changes=added.changes + opened.changes, subject=added.subject)


def _stored(done: Operation | None) -> Row | None:
    return done.changes[0].after if done else None
