"""What a table of one's own shows while it is read: what its rows become, which columns and sheets are left aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from diagnostic.imports.delimited import Record
from diagnostic.imports.layout import Layout
from diagnostic.imports.reading import Said
from diagnostic.imports.source import Source
from diagnostic.texts import Texts


class Seen:
    """Looks at the records that go through, in the words of one language."""

    def __init__(self, layout: Layout, texts: Texts) -> None:
        self._layout = layout
        self._texts = texts
        self._titles: Sequence[str] = ()
        self._filled: set[int] = set()

    def through(self, records: Iterable[Record]) -> Iterator[Record]:
        """Yield records as they are."""
        for place, (line, cells) in enumerate(records):
            if self._layout.header and place == self._layout.above:
                self._titles = cells
            elif place >= self._layout.first:
                self._filled.update(
                    at for at in range(len(cells)) if at not in self._filled and cells[at] and cells[at].strip()
                )
            yield line, cells

    def notes(self) -> Iterator[Said]:
        """Yield what each row becomes, and the columns left aside in which something stands, in order."""
        kind = self._texts(f"exports.sheet.{self._layout.kind}")
        yield Said("note.rows_become", MappingProxyType({"kind": kind}))
        left = [self._title(place) for place in sorted(self._filled - set(self._layout.columns))]
        if left:
            yield Said("note.columns_left", MappingProxyType({"names": ", ".join(left)}))

    def _title(self, place: int) -> str:
        title = " ".join(self._titles[place].split()) if place < len(self._titles) else ""
        return title or self._texts("importing.mapping.column", number=place + 1)


def other_sheets(source: Source, layout: Layout) -> Iterator[Said]:
    """Yield which sheet of a workbook is read, and the others in which anything stands."""
    if source.workbook:
        from diagnostic.imports.sheets import first_of_each  # the workbooks' library is slow to load

        firsts = first_of_each(source, 1)
        read_one = layout.sheet or next(iter(firsts), "")
        left = [name for name, rows in firsts.items() if rows and name != read_one]
        if left:
            yield Said("note.sheets_left", MappingProxyType({"sheet": read_one, "names": ", ".join(left)}))
