"""What is said of a file beside its lines: what was left aside and why, and what to know of the figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from diagnostic.imports.reading import Reading, Skipped
from diagnostic.imports.saying import sentence
from diagnostic.texts import Texts
from ui.results.column import Column
from ui.shell.typography import Label, muted

_FIRST = 30
"""Numbers of lines that are shown of a reason."""


class SkippedPanel(Column):
    """The lines left aside, by reason: how many, which, and an example."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(spacing=2, margins=(0, 6, 0, 6))
        self._texts = texts

    def show_skipped(self, skipped: Iterable[Skipped]) -> None:
        """Show the reasons of a file, the most frequent first."""
        self.clear()
        for each in sorted(skipped, key=lambda group: -len(group.lines)):
            self.add(*self._group(each))
            self.space(8)
        self.push_up()

    def _group(self, each: Skipped) -> Iterator[QWidget]:
        texts = self._texts
        count = texts.number(len(each.lines))
        yield _selectable(
            Label(texts("importing.skipped_group", count=count, why=sentence(each.why, texts)), bold=True)
        )
        numbers = ", ".join(str(line) for line in each.lines[:_FIRST]) + (", …" if len(each.lines) > _FIRST else "")
        yield _selectable(muted(texts.plural("importing.at_lines", len(each.lines), lines=numbers)))
        if each.example:
            yield _selectable(muted(texts("importing.example", example=" ".join(each.example.split()))))


class NotesPanel(Column):
    """What to know of a file's figures."""

    def __init__(self, texts: Texts) -> None:
        super().__init__(spacing=8, margins=(0, 6, 0, 6))
        self._texts = texts

    def show_notes(self, notes: Iterable[str]) -> None:
        """Show sentences."""
        self.clear()
        self.add(*(_selectable(Label(note)) for note in notes))
        self.push_up()


def notes_of(reading: Reading, texts: Texts) -> list[str]:
    """Return the notes of a reading as sentences."""
    return [sentence(said, texts) for said in reading.notes]


def _selectable(label: Label) -> Label:
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
