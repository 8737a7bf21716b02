"""Partnerships and networks: a short list is read in the body, a long one is counted there and stands in the annex."""

from __future__ import annotations

from dataclasses import replace

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.world import partnerships
from diagnostic.brief.content import Paragraph, Section, Table, Voice

MOST_READ = 6


def partners(desk: Desk) -> Section | None:
    """Return the section, its long table left to the annex."""
    whole = partnerships(desk)
    if whole is None or not _long(whole):
        return whole
    pointer = Paragraph(desk.texts("brief.partners.in_annex", annex=desk.texts("brief.annex.partners")), Voice.NOTE)
    blocks = (pointer if isinstance(block, Table) else block for block in whole.blocks)
    return replace(whole, blocks=tuple(blocks))


def partners_list(desk: Desk) -> Section | None:
    """Return the annex of a long list, None where the body holds it whole."""
    whole = partnerships(desk)
    if whole is None or not _long(whole):
        return None
    label = desk.texts("brief.annex.partners")
    tables = tuple(replace(block, dense=True) for block in whole.blocks if isinstance(block, Table))
    return Section(id="partners_list", label=label, title=label, blocks=tables)


def _long(section: Section) -> bool:
    return sum(len(block.rows) for block in section.blocks if isinstance(block, Table)) > MOST_READ
