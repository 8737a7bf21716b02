"""Which passage each edit of a section is about, now that the program may have composed others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from diagnostic.brief.edits.likeness import ALIKE, gist, likeness
from diagnostic.brief.edits.passages import Words
from diagnostic.brief.edits.typography import typeset
from diagnostic.dossier.dressing import BriefEdit


@dataclass(frozen=True, slots=True)
class Placed:
    """An edit and the passage it is about. `stale`: the program's words are no longer those it was written over."""

    edit: BriefEdit
    words: Words
    stale: bool


def placed(
    edits: Collection[BriefEdit], passages: Sequence[Words], numerals: Collection[str]
) -> tuple[tuple[Placed, ...], tuple[BriefEdit, ...]]:
    """Return the edits of one section that have a passage, at most one a passage, and those that have none.

    The program's very words come first, then the users' own (they are applied already), then the most alike.
    """
    waiting = sorted(edits, key=_latest_first)
    free = list(passages)
    found: list[Placed] = []
    for said in (_original, _text, _text_as_set):
        for edit in tuple(waiting):
            words = (edit.part, said(edit))
            if words in free:
                found.append(Placed(edit, words, stale=False))
                free.remove(words)
                waiting.remove(edit)
    for edit, words in _alike(waiting, free, numerals):
        if edit in waiting and words in free:
            found.append(Placed(edit, words, stale=True))
            free.remove(words)
            waiting.remove(edit)
    return tuple(found), tuple(waiting)


def _alike(
    edits: Iterable[BriefEdit], passages: Iterable[Words], numerals: Collection[str]
) -> list[tuple[BriefEdit, Words]]:
    """Return the pairs alike enough, the most alike first."""
    gists = {words: gist(words[1], numerals) for words in passages}
    pairs: list[tuple[float, int, int, BriefEdit, Words]] = []
    for rank, edit in enumerate(edits):
        own = gist(edit.original, numerals)
        for place, (words, other) in enumerate(gists.items()):
            score = likeness(own, other) if words[0] is edit.part else 0.0
            if score >= ALIKE:
                pairs.append((-score, rank, place, edit, words))
    return [(edit, words) for *_, edit, words in sorted(pairs, key=lambda pair: pair[:3])]


def _original(edit: BriefEdit) -> str:
    return edit.original


def _text(edit: BriefEdit) -> str:
    return edit.text


def _text_as_set(edit: BriefEdit) -> str:
    return typeset(edit.text, edit.lang)


def _latest_first(edit: BriefEdit) -> tuple[int, str, str, str]:
    return -edit.id, edit.part or "", edit.original, edit.text
