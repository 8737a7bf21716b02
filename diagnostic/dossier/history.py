"""What was done and can be taken back, in one open dossier."""

from __future__ import annotations

from dataclasses import replace

from diagnostic.dossier.operations import Change, Operation


class History:
    """Two stacks of operations, as they were applied: done, and undone."""

    def __init__(self) -> None:
        self._done: list[Operation] = []
        self._undone: list[Operation] = []

    @property
    def last(self) -> Operation | None:
        """Return the operation that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Operation | None:
        """Return the operation that redo would do again."""
        return self._undone[-1] if self._undone else None

    def recent(self, count: int) -> tuple[Operation, ...]:
        """Return the last operations, latest first."""
        return tuple(reversed(self._done[-count:]))

    def push(self, operation: Operation) -> None:
        """Record a new operation; what was undone before can no longer be redone."""
        self._undone.clear()
        if self._done and operation.merge and operation.merge == self._done[-1].merge:
            self._done[-1] = _joined(self._done[-1], operation)
        else:
            self._done.append(operation)

    def undone(self) -> None:
        """Record that the last operation was taken back."""
        self._undone.append(self._done.pop())

    def redone(self) -> None:
        """Record that the last undone operation was done again."""
        self._done.append(self._undone.pop())

    def clear(self) -> None:
        """Forget everything: the rows the operations speak of belong to another campaign."""
        self._done.clear()
        self._undone.clear()


def _joined(first: Operation, second: Operation) -> Operation:
    before = first.changes[0].before
    return replace(second, changes=(Change(before=before, after=second.changes[0].after),))
