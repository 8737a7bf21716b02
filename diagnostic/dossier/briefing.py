"""Making the brief one's own, as operations: a passage written again, sections placed or hidden, its looks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from diagnostic.dossier.dressing import BriefEdit, BriefLayout, BriefLook
from diagnostic.dossier.operations import Change, Operation
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import BriefDocument


def look_of(snapshot: Snapshot) -> BriefLook:
    """Return the looks of a campaign's brief; a row not stored yet if nothing was chosen."""
    return snapshot.brief_looks[-1] if snapshot.brief_looks else BriefLook()


def rewrite(snapshot: Snapshot, wanted: BriefEdit, subject: str = "", merge: str = "") -> Operation | None:
    """Return the writing of a passage: a new edit (id 0), or another text or original of one that is stored.

    An edit that says what the program says is taken back. None where nothing would change.
    """
    before = next((row for row in snapshot.brief_edits if row.id == wanted.id), None) if wanted.id else None
    after = None if wanted.text == wanted.original else wanted
    joined = merge if after else ""  # what is taken back is no text being typed any more
    return _operation("rewrite", BriefEdit.kind, [Change(before=before, after=after)], subject, joined)


def drop_edits(snapshot: Snapshot, edits: Sequence[BriefEdit], subject: str = "") -> Operation | None:
    """Return the way back to the program's words; None where none of these is stored."""
    ids = {row.id for row in edits}
    gone = [Change(before=row) for row in snapshot.brief_edits if row.id in ids]
    return _operation("rewrite", BriefEdit.kind, gone, subject, "")


def arrange(
    snapshot: Snapshot,
    document: BriefDocument,
    places: Mapping[str, int | None],
    hidden: Mapping[str, bool],
    subject: str = "",
) -> Operation | None:
    """Return the placing of a document's sections: some at a rank (None: where the program puts them), some hidden."""
    rows = {row.section: row for row in snapshot.brief_layouts if row.document is document}
    changes = []
    for section in dict.fromkeys([*places, *hidden]):
        before = rows.get(section)
        row = before or BriefLayout(document=document, section=section)
        after = replace(row, place=places.get(section, row.place), hidden=hidden.get(section, bool(row.hidden)))
        changes.append(Change(before=before, after=after if after.place is not None or after.hidden else None))
    return _operation("arrange", BriefLayout.kind, changes, subject, "")


def as_composed(snapshot: Snapshot, document: BriefDocument) -> Operation | None:
    """Return the way back to the program's sections in a document; None where nothing was placed or hidden."""
    gone = [Change(before=row) for row in snapshot.brief_layouts if row.document is document]
    return _operation("arrange", BriefLayout.kind, gone, "", "")


def dress(snapshot: Snapshot, merge: str = "", **values: Any) -> Operation | None:
    """Return the change of the foreword, its signature, the logo or the colour; None where nothing would change."""
    look = look_of(snapshot)
    change = Change(before=look if look.id else None, after=replace(look, **values))
    return _operation("dress", BriefLook.kind, [change], "", merge)


def carried_foreword(snapshot: Snapshot, previous: Snapshot | None, lang: str) -> int | None:
    """Return the year of the campaign whose foreword this one still has; None where it is its own or was kept."""
    look, field = look_of(snapshot), f"foreword_{lang}"
    words = getattr(look, field).strip()
    if previous is None or not words or words != getattr(look_of(previous), field).strip():
        return None
    return None if look.source_date[:4] >= str(snapshot.campaign.year) else previous.campaign.year


def keep_foreword(snapshot: Snapshot) -> Operation | None:
    """Return the saying that the foreword holds in this campaign: its words are of this year."""
    return dress(snapshot, source_date=str(snapshot.campaign.year))


def _operation(name: str, kind: str, changes: Sequence[Change], subject: str, merge: str) -> Operation | None:
    kept = tuple(change for change in changes if change.before != change.after)
    return Operation(name=name, kind=kind, changes=kept, subject=subject, merge=merge) if kept else None
