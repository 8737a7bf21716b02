"""A brief as its users want it: the program's content with their words, their order, their looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from diagnostic.brief.content import BriefContent, Section
from diagnostic.brief.edits.layout import hidden, in_order
from diagnostic.brief.edits.look import FOREWORD, dressed, with_foreword
from diagnostic.brief.edits.matching import placed
from diagnostic.brief.edits.passages import passages_of, rewritten
from diagnostic.brief.edits.typography import typeset
from diagnostic.dossier.dressing import BriefEdit, BriefLayout, BriefLook
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import BriefPart
from diagnostic.texts import Texts


class State(StrEnum):
    """Whose words a passage says."""

    PROGRAM = "program"
    EDITED = "edited"
    STALE = "stale"
    """the users', written over words whose figures have changed since"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage: the program's words now (`original`), those shown (`text`), and the edit between them.

    `text` is empty where it was taken out, by its own edit or with the body of its item.
    """

    section: str
    part: BriefPart
    original: str
    text: str
    state: State = State.PROGRAM
    edit: BriefEdit | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A section of the document, hidden or not, with its passages."""

    section: Section
    hidden: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Edited:
    """A brief with its edits. `unplaced` are those of its language that have no passage in it: kept, and to be told.

    `composed` are the ids of all sections in the program's order.
    """

    content: BriefContent
    parts: tuple[Part, ...]
    unplaced: tuple[BriefEdit, ...]
    composed: tuple[str, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Return all passages, those of hidden sections too."""
        return tuple(passage for part in self.parts for passage in part.passages)


def edited(
    content: BriefContent,
    edits: Iterable[BriefEdit],
    layouts: Iterable[BriefLayout],
    look: BriefLook,
    texts: Texts,
) -> Edited:
    """Return a brief as its users want it. `texts` are those of its language. What they did not touch stays as it is.

    The cover stays, and with it the notice of a fictional territory; with all sections hidden, it is all there is.
    """
    own = [edit for edit in edits if edit.lang == content.lang]
    layouts = tuple(layouts)
    out = hidden(layouts, content.kind)
    numerals = frozenset(texts("brief_edits.numerals").split())
    composed = with_foreword(content.sections, look, content.kind, texts)
    sections = in_order(composed, layouts, content.kind)
    parts = tuple(_part(section, own, section.id in out, numerals) for section in sections)
    used = {id(passage.edit) for part in parts for passage in part.passages}
    shown = tuple(part.section for part in parts if not part.hidden)
    unplaced = tuple(sorted((edit for edit in own if id(edit) not in used), key=lambda edit: (edit.id, edit.original)))
    bare = replace(content, sections=shown)
    if not shown:  # no contents of nothing, and a page of its own for a cover that headed another
        bare = replace(bare, contents="", cover=replace(content.cover, page=True))
    return Edited(dressed(bare, look), parts, unplaced, tuple(section.id for section in composed))


def edited_for(content: BriefContent, snapshot: Snapshot, texts: Texts) -> Edited:
    """Return a brief as the users of a campaign want it."""
    look = snapshot.brief_looks[-1] if snapshot.brief_looks else BriefLook()
    return edited(content, snapshot.brief_edits, snapshot.brief_layouts, look, texts)


def _part(section: Section, edits: Sequence[BriefEdit], out: bool, numerals: frozenset[str]) -> Part:
    if section.id == FOREWORD:  # the users' own: nothing of the program's to write over
        return Part(section, out, ())
    own = [edit for edit in edits if edit.section == section.id]
    words = passages_of(section)
    found = {each.words: each for each in placed(own, words, numerals)[0]}
    after = rewritten(section, {words: typeset(each.edit.text, each.edit.lang) for words, each in found.items()})
    left = frozenset(passages_of(after))
    passages = []
    for part, text in words:
        match = found.get((part, text))
        if match is None:  # an item's head goes with its body
            shown = text if (part, text) in left else ""
            passages.append(Passage(section=section.id, part=part, original=text, text=shown))
        else:
            state = State.STALE if match.stale else State.EDITED
            passages.append(
                Passage(
                    section=section.id, part=part, original=text, text=match.edit.text, state=state, edit=match.edit
                )
            )
    return Part(after, out, tuple(passages))
