"""What its users are to look at again before a brief leaves the program, in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diagnostic.brief.content import Kind
from diagnostic.brief.edits.edited import Edited, Passage, State
from diagnostic.brief.edits.look import FOREWORD
from diagnostic.dossier.dressing import BriefEdit
from diagnostic.texts import Texts

PAGES: Mapping[Kind, int] = MappingProxyType({Kind.SUMMARY: 2})
"""The documents that promise a number of pages."""


def stale(edited: Edited) -> tuple[Passage, ...]:
    """Return the passages of the users' own that were written over other figures."""
    return tuple(passage for passage in edited.passages if passage.state is State.STALE)


def lost(edited: Edited) -> tuple[BriefEdit, ...]:
    """Return the edits without a passage, of sections that the brief has: other documents may have the others."""
    here = {part.section.id for part in edited.parts}
    return tuple(edit for edit in edited.unplaced if edit.section in here)


def doubts(edited: Edited, texts: Texts) -> str:
    """Return how many texts of the users' own are to be looked at again, and why; "" for none."""
    said = (("brief_edits.stale", len(stale(edited))), ("brief_edits.lost", len(lost(edited))))
    return " ".join(texts.plural(key, count) for key, count in said if count)


def foreword_doubt(edited: Edited, year: int | None, texts: Texts) -> str:
    """Return that the foreword printed is that of the campaign of `year`; "" where it is not (None) or none is."""
    shown = any(section.id == FOREWORD for section in edited.content.sections)
    return texts("brief_edits.foreword_carried", year=year) if shown and year is not None else ""


def shape_doubt(edited: Edited, pages: int | None, texts: Texts) -> str:
    """Return that nothing is left of a document, or that it has more pages than it promises (None: not known yet)."""
    if not edited.content.sections:
        return texts("brief_edits.all_hidden")
    promised = PAGES.get(edited.content.kind)
    if promised is None or pages is None or pages <= promised:
        return ""
    return texts("brief_edits.too_long", pages=texts.number(pages), promised=texts.number(promised))
