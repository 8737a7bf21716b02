"""Every change to a dossier as an operation that knows its inverse. Pure: the store applies them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.records import RECORDS, Answer, Standing
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import AnswerState, TableState


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row before and after: no `before` is an addition, no `after` a removal.

    A row added with id 0 gets its id from the store; the operation the store gives back carries it. One added with a
    negative id too, and the rows after it in the operation may point at it by that id.
    """

    before: Row | None = None
    after: Row | None = None

    @property
    def row(self) -> Row:
        """Return the row the change is about."""
        row = self.after or self.before
        if row is None:
            raise ValueError("a change needs a row")
        return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Changes made together or not at all. `name` is the key of its label (`operation.<name>`), `kind` what it touches.

    `subject` is the name shown beside the label ("Sénégal"), `merge` a key: an operation with the same key
    right after this one extends it, so that typing a text is one step back and not one a letter.
    """

    name: str
    kind: str
    changes: tuple[Change, ...]
    subject: str = ""
    merge: str = ""

    def inverse(self) -> Operation:
        """Return the operation that takes this one back."""
        undone = tuple(Change(before=change.after, after=change.before) for change in reversed(self.changes))
        return replace(self, changes=undone)

    def kinds(self) -> frozenset[str]:
        """Return the kinds of row that change."""
        return frozenset(change.row.kind for change in self.changes)


def add(*rows: Row) -> Operation:
    """Return the addition of rows of one kind."""
    return Operation(
        name="add", kind=rows[0].kind, changes=tuple(Change(after=row) for row in rows), subject=title_of(rows[0])
    )


def duplicate(row: Row) -> Operation:
    """Return the addition of a copy of a row."""
    return replace(add(replace(row, id=0)), name="duplicate")


def edit(row: Row, unread: Mapping[str, str] | None = None, merge: str = "", **values: Any) -> Operation:
    """Return the change of some fields of a stored row; `unread` replaces what was typed and not read, if given.

    Values must already be of the field's type (`values.read`). TypeError for a field the row has not.
    Edits that follow each other with the same `merge` key (a text saved as it is typed) undo as one.
    """
    after = replace(row, **values) if unread is None else replace(row, unread=unread, **values)
    return Operation(
        name="edit",
        kind=row.kind,
        changes=(Change(before=row, after=after),),
        subject=title_of(after),
        merge=merge,
    )


def remove(snapshot: Snapshot, rows: Iterable[Row]) -> Operation:
    """Return the removal of rows of one kind, and the release of the rows that point at them."""
    gone = tuple(rows)
    released = tuple(Change(before=row, after=_without(row, field)) for row, field in _pointing_at(snapshot, gone))
    removed = tuple(Change(before=row) for row in gone)
    return Operation(name="remove", kind=gone[0].kind, changes=released + removed, subject=title_of(gone[0]))


def answer(
    snapshot: Snapshot,
    indicator: str,
    state: AnswerState,
    number: float | None = None,
    choice: str = "",
    merge: str = "",
    **evidence: Any,
) -> Operation:
    """Return the answer to a question. Evidence (source, source_date, confidence, comment) is kept unless given."""
    before = snapshot.answers.get(indicator)
    values = {"state": state, "number": number, "choice": choice, **evidence}
    after = replace(before, **values) if before else Answer(indicator=indicator, **values)
    return Operation(
        name="answer",
        kind="answer",
        changes=(Change(before=before, after=after),),
        subject=indicator,
        merge=merge,
    )


def stand(snapshot: Snapshot, table: str, state: TableState) -> Operation:
    """Return what the user now says of a whole table."""
    before = snapshot.standings.get(table)
    after = replace(before, state=state) if before else Standing(table=table, state=state)
    return Operation(name="stand", kind="standing", changes=(Change(before=before, after=after),), subject=table)


def title_of(row: Row) -> str:
    """Return what a row is called: its name, label, institution, title, country, table or item."""
    for field in ("name", "label", "institution", "title", "country", "indicator", "table", "item", "section"):
        value = getattr(row, field, "")
        if value:
            return str(value)
    return ""


def _without(row: Row, field: str) -> Row:
    nothing: dict[str, Any] = {field: None}
    return replace(row, **nothing)


def _pointing_at(snapshot: Snapshot, gone: tuple[Row, ...]) -> list[tuple[Row, str]]:
    ids = {row.id for row in gone}
    kind = gone[0].kind
    found: list[tuple[Row, str]] = []
    for other, record in RECORDS.items():
        for spec in specs_of(record).values():
            if spec.kind is FieldType.LINK and spec.link == kind:
                found += [(row, spec.name) for row in snapshot.rows(other) if getattr(row, spec.name) in ids]
    return found
