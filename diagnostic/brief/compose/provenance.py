"""Where the data comes from: the sources of the rows behind an indicator, and a table of them by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from diagnostic.assessment.results import IndicatorResult
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import short, year_source
from diagnostic.brief.content import Column, ColumnKind, Table
from diagnostic.dossier.records import RECORDS, TABLES
from diagnostic.dossier.row import Row

NAMED = 1


def row_sources(result: IndicatorResult, desk: Desk) -> str:
    """Return the commonest source of the rows an indicator was made from and how many others, or "".

    The annex on sources names them all, by kind of data.
    """
    rows: list[Row] = []
    for source in result.measure.inputs:
        if source.kind == "answer" and result.id in desk.snapshot.answers:
            rows.append(desk.snapshot.answers[result.id])
        elif source.kind in RECORDS and source.kind != "answer":
            whole = desk.snapshot.rows(source.kind)
            rows += [row for row in whole if not source.ids or row.id in source.ids]
    return _named(rows, desk)


def _named(rows: Iterable[Row], desk: Desk) -> str:
    counts = Counter(filter(None, (_source(row, desk) for row in rows)))
    names = [name for name, _ in counts.most_common(NAMED)]
    if len(counts) > NAMED:
        names.append(desk.texts.plural("brief.sources.more", len(counts) - NAMED))
    return desk.texts("brief.separator").join(names)


def _source(row: Row, desk: Desk) -> str:
    words = year_source(row.source, row.source_date, desk)
    confidence = desk.texts.label(row.confidence).lower() if row.confidence else ""
    return f"{words} ({confidence})" if words and confidence else words or confidence


def provenance_table(desk: Desk) -> Table:
    """Return, by kind of data, how many rows there are, how sure they are and where they come from."""
    texts = desk.texts
    columns = (
        Column(texts("brief.column.data"), 0.16),
        Column(texts("brief.column.rows"), 0.085, ColumnKind.NUMBER),
        Column(texts("brief.column.list"), 0.14),
        Column(texts("brief.column.confidence"), 0.19),
        Column(texts("brief.column.sources"), 0.425),
    )
    rows = tuple(_kind(kind, desk) for kind in ("territory", *TABLES, "answer"))
    return Table(columns=columns, rows=rows, caption=texts("brief.sources.caption"), dense=True)


def _kind(kind: str, desk: Desk) -> tuple[str, ...]:
    texts, rows = desk.texts, desk.snapshot.rows(kind)
    levels = Counter(texts.label(row.confidence) if row.confidence else texts("brief.sources.unsaid") for row in rows)
    standing = texts.label(desk.snapshot.standing(kind)) if kind in TABLES else ""
    return (
        texts(f"brief.sources.kind.{kind}"),
        texts.number(len(rows)),
        standing,
        ", ".join(texts("brief.sources.level", level=level, count=str(n)) for level, n in levels.most_common()),
        _all_named(rows, desk),
    )


def _all_named(rows: Iterable[Row], desk: Desk) -> str:
    return sources_words(rows, desk) or desk.texts("brief.word.unknown")


def sources_words(rows: Iterable[Row], desk: Desk) -> str:
    """Return every source, the commonest first, each named once with all of its dates, "" where none is known."""
    counts: Counter[str] = Counter()
    dates: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        counts[row.source] += 1
        dates[row.source] |= {row.source_date} - {""}
    words = [_dated(source, sorted(dates[source]), desk) for source, _ in counts.most_common()]
    return desk.texts("brief.separator").join(filter(None, words))


def _dated(source: str, dates: list[str], desk: Desk) -> str:
    return ", ".join(filter(None, (short(source, 120), *map(desk.texts.date, dates))))
