"""What its users are to look at again before a brief leaves the program, in words."""

from __future__ import annotations

from diagnostic.brief.edits.edited import Edited, Passage, State
from diagnostic.dossier.dressing import BriefEdit
from diagnostic.texts import Texts


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
