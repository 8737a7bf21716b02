"""Long texts in tables are cut, and stand whole in numbered notes of the annex: nothing is lost, no row overflows."""

from __future__ import annotations

import re
from dataclasses import replace

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.content import Beside, Block, Column, ColumnKind, Facts, Item, Items, Section, Table

WIDEST = 400
"""Characters a cell would hold if its column took the whole width of the page."""
DENSER = 1.2
"""How many more a dense table's cell holds, its type being smaller."""
LEAST = 40
ITEM = 1200
FACT = 300
LINES = 6
"""A cell has at most that many line breaks of its own; more can only have been typed, and are folded."""


class Notes:
    """Collects what was cut, in reading order."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.whole: list[str] = []

    def section(self, section: Section) -> Section:
        """Return the section with its long texts cut."""
        return replace(section, blocks=tuple(self._block(block) for block in section.blocks))

    def annex(self) -> Section | None:
        """Return the notes as a section, or None when nothing was cut."""
        if not self.whole:
            return None
        texts = self._desk.texts
        items = tuple(
            Item(texts("brief.notes.number", number=str(number)), text) for number, text in enumerate(self.whole, 1)
        )
        label = texts("brief.notes.label")
        return Section(id="notes", label=label, title=label, blocks=(Items(items),), annex=True)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Table):
            widest = WIDEST * DENSER if block.dense else WIDEST
            return replace(block, rows=tuple(self._row(row, block.columns, widest) for row in block.rows))
        if isinstance(block, Items):
            return replace(block, items=tuple(self._item(item) for item in block.items))
        if isinstance(block, Facts):
            return Facts(tuple((name, self._cut(_on_one_line(text), FACT)) for name, text in block.pairs))
        if isinstance(block, Beside):
            left, right = (tuple(self._block(b) for b in side) for side in (block.left, block.right))
            return replace(block, left=left, right=right)
        return block

    def _row(self, row: tuple[str, ...], columns: tuple[Column, ...], widest: float) -> tuple[str, ...]:
        return tuple(self._cell(cell, column, widest) for cell, column in zip(row, columns, strict=True))

    def _cell(self, cell: str, column: Column, widest: float) -> str:
        limit = max(LEAST, int(widest * column.share * (1 if column.kind is ColumnKind.TEXT else 0.7)) * 3)
        tame = cell if cell.count("\n") <= LINES else _on_one_line(cell)
        return self._cut(tame, limit)

    def _item(self, item: Item) -> Item:
        return Item(self._cut(item.lead, 200), self._cut(item.text, ITEM), self._cut(item.note, ITEM))

    def _cut(self, text: str, limit: int) -> str:
        if len(text) <= limit:
            return text
        if text not in self.whole:
            self.whole.append(text)
        mark = self._desk.texts("brief.notes.mark", number=str(self.whole.index(text) + 1))
        return text[: limit - len(mark)].rstrip() + mark


def _on_one_line(text: str) -> str:
    """Return a text with its line breaks folded; the no-break spaces of its numbers stay."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()
