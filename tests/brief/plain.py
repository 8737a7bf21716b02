"""A brief as plain text that a person reads and checks: every word of its content, in the order in which it is read.

Drawings stand by their alternative text. Lines hold one item, one row or one paragraph each, so that a difference is
short to read. `most_rows` cuts the long tables of the annexes, saying how many rows there are.
"""

from __future__ import annotations

from collections.abc import Iterator

from diagnostic.brief.content import (
    Beside,
    Block,
    BriefContent,
    Cover,
    Facts,
    Figure,
    Heading,
    Items,
    KeyFigures,
    Paragraph,
    Section,
    Table,
)

MARKS = {"bullet": "•", "asset": "▲", "gap": "▼", "number": "№"}


def plain(content: BriefContent, most_rows: int | None = None) -> str:
    """Return the text; tables of annexes have at most `most_rows` rows."""
    lines = [f"{content.title} ({content.kind.value}, {content.lang})", f"{content.header} · {content.page}", ""]
    lines += _cover(content.cover)
    if content.contents:
        lines += ["", f"{content.contents}:", *(f"  {section.label}" for section in content.sections)]
    for section in content.sections:
        lines += ["", *_section(section, most_rows)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _cover(cover: Cover) -> Iterator[str]:
    yield from (cover.kicker, cover.title, cover.subtitle, *cover.lines)
    yield from filter(None, (cover.notice, _drawn(cover.drawing.alt) if cover.page else "", cover.attribution))


def _section(section: Section, most_rows: int | None) -> Iterator[str]:
    yield f"== {section.label}{' (annex)' if section.annex else ''}"
    if section.title != section.label:
        yield f"   {section.title}"
    for block in section.blocks:
        yield from block_lines(block, most_rows if section.annex else None)


def block_lines(block: Block, most_rows: int | None = None) -> Iterator[str]:
    """Yield the lines of a block."""
    if isinstance(block, Paragraph):
        yield f"[{block.voice.value}] {block.text}"
    elif isinstance(block, Heading):
        yield f"{'-' * block.level} {MARKS[block.mark] + ' ' if block.mark else ''}{block.text}"
    elif isinstance(block, Items):
        yield from (
            " ".join(filter(None, (MARKS[block.mark], item.lead, item.text, item.note and f"({item.note})")))
            for item in block.items
        )
    elif isinstance(block, KeyFigures):
        yield from (f"* {one.value} {one.label}{f' [{one.note}]' if one.note else ''}" for one in block.figures)
    elif isinstance(block, Facts):
        yield from (f"* {name}: {text}" for name, text in block.pairs)
    elif isinstance(block, Beside):
        for part in (*block.left, *block.right):
            yield from block_lines(part, most_rows)
    elif isinstance(block, Table):
        yield from _table(block, most_rows)
    elif isinstance(block, Figure):
        yield f"[figure] {block.title}"
        yield from filter(None, (_drawn(block.drawing.alt), block.legend, block.source, block.data))


def _table(table: Table, most_rows: int | None) -> Iterator[str]:
    yield f"[table] {table.caption}"
    yield " | ".join(column.title for column in table.columns)
    shown = table.rows if most_rows is None else table.rows[:most_rows]
    yield from (" | ".join(cell.replace("\n", " / ") for cell in row) for row in shown)
    if len(shown) < len(table.rows):
        yield f"… {len(table.rows)} rows in all"
    if table.source:
        yield f"[source] {table.source}"


def _drawn(alt: str) -> str:
    return f"[drawing] {alt}"
