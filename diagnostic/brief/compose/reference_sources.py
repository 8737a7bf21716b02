"""The reference data that the program brings itself: what each gives to the brief, from whom, and of when."""

from __future__ import annotations

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.versions import framework_words
from diagnostic.brief.content import Column, Table


def reference_table(desk: Desk) -> Table:
    """Return the sources that this brief used, with their dates."""
    texts = desk.texts
    columns = (
        Column(texts("brief.column.data"), 0.3),
        Column(texts("brief.column.source"), 0.5),
        Column(texts("brief.column.date"), 0.2),
    )
    rows = [(texts("brief.reference.framework.what"), framework_words(desk.framework, texts), _framework_date(desk))]
    rows += [_shipped(name, desk) for name in _used(desk)]
    if comparison := desk.inputs.comparison:
        panel = comparison.source
        rows.append((texts("brief.reference.panel.what"), panel.source[desk.lang], str(panel.year)))
    return Table(columns=columns, rows=tuple(rows), caption=texts("brief.reference.caption"), dense=True)


def _used(desk: Desk) -> list[str]:
    """Return the names of the shipped references that something in this brief comes from."""
    snapshot = desk.snapshot
    used = {
        "places": bool(snapshot.territory.code) and not snapshot.territory.fictional,
        "countries": bool(desk.assessment.matrix),
        "map": bool(desk.assessment.matrix),
        "accounts": any(line.function for line in snapshot.budget_lines),
        "directory": desk.inputs.advice is not None,
    }
    return [name for name, said in used.items() if said]


def _shipped(name: str, desk: Desk) -> tuple[str, str, str]:
    what, source, date = (desk.texts(f"brief.reference.{name}.{part}") for part in ("what", "source", "date"))
    return what, source, date


def _framework_date(desk: Desk) -> str:
    """Return the years of the goalposts' sources, the earliest and the latest."""
    posts = [indicator.goalposts for indicator in desk.framework.indicators if indicator.goalposts is not None]
    years = sorted({post.source.year for post in posts if post.source.year})
    if not years:
        return desk.texts("brief.reference.framework.judgement")
    both = str(years[0]) if years[0] == years[-1] else desk.texts("annex.from_to", first=years[0], last=years[-1])
    return desk.texts("brief.reference.framework.years", years=both)
