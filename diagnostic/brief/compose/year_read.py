"""Which year's money is read where later lines exist, why, and how to have the later one read."""

from __future__ import annotations

from diagnostic.assessment.facts.spending import spending_year
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.content import Block, Paragraph


def year_read(desk: Desk) -> tuple[Block, ...]:
    """Return the caveat as a paragraph, or nothing where no line is of a later year than the one that is read."""
    words = year_read_words(desk)
    return (Paragraph(words),) if words else ()


def year_read_words(desk: Desk) -> str:
    """Return the caveat, "" where there is none: years that could be read by now first, then those still to come."""
    read = spending_year(desk.snapshot)
    if read is None:
        return ""
    texts, campaign = desk.texts, desk.snapshot.campaign.year
    later = sorted({line.year for line in desk.snapshot.budget_lines if line.year is not None and line.year > read})
    past, to_come = [year for year in later if year <= campaign], [year for year in later if year > campaign]
    parts = []
    if past:
        years = texts.listing([str(year) for year in past])
        parts.append(texts("brief.means.later_lines", read=str(read), years=years, latest=str(past[-1])))
    if to_come:
        years = texts.listing([str(year) for year in to_come])
        parts.append(texts("brief.means.lines_to_come", read=str(read), years=years))
    return " ".join(parts)
