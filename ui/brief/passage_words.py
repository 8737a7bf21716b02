"""What the list of passages says of each. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.brief.edits.edited import Edited, Passage, State
from diagnostic.dossier.dressing import BriefEdit
from diagnostic.texts import Texts

OWN = "*"
"""Stands for the passages that the users wrote, of all sections."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage of the document, or an edit that has none in it (`passage` is None).

    `elsewhere`: the document does not have the edit's section at all.
    """

    passage: Passage | None
    edit: BriefEdit | None
    elsewhere: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what the entry is known by when the document is composed again."""
        one = self.passage or self.edit
        if one is None or one.part is None:
            return ("", "", "")
        return (one.section, one.part.value, one.original)


def entries_of(edited: Edited, section: str) -> tuple[Entry, ...]:
    """Return the passages of a section; with OWN, all that the users wrote, those without a passage last."""
    if section == OWN:
        own = [Entry(passage, passage.edit) for passage in edited.passages if passage.edit]
        here = {part.section.id for part in edited.parts}
        return (*own, *(Entry(None, edit, edit.section not in here) for edit in edited.unplaced))
    return tuple(Entry(passage, passage.edit) for passage in edited.passages if passage.section == section)


def state_words(entry: Entry, texts: Texts) -> str:
    """Return whose words a passage says; "" for the program's."""
    if entry.passage is None:
        return texts("briefpage.state.elsewhere" if entry.elsewhere else "briefpage.state.unplaced")
    return "" if entry.passage.state is State.PROGRAM else texts(f"briefpage.state.{entry.passage.state.value}")


def text_of(entry: Entry) -> str:
    """Return the text that a passage shows."""
    if entry.passage is not None:
        return entry.passage.text
    return entry.edit.text if entry.edit else ""


def doubtful(entry: Entry) -> bool:
    """Return whether a text of the user's own is to be looked at again: its figures changed, or it has no place."""
    if entry.passage is None:
        return not entry.elsewhere
    return entry.passage.state is State.STALE
