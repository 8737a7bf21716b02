"""Finding the columns of a table by their names, whatever their order, case and accents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from diagnostic.errors import WorldError
from diagnostic.territory.folding import fold


class Columns:
    """The header of a table. Names are compared folded: "Établissement" answers to "etablissement"."""

    def __init__(self, header: Sequence[str], file: str) -> None:
        self.header = tuple(header)
        self._file = file
        self._places: dict[str, int] = {}
        for place, name in enumerate(header):
            self._places.setdefault(fold(name), place)

    def find(self, *names: str) -> int | None:
        """Return where the first of the names stands, None when there is none."""
        return next((self._places[fold(name)] for name in names if fold(name) in self._places), None)

    def need(self, *names: str) -> int:
        """Return where the first of the names stands. WorldError import_missing_column."""
        place = self.find(*names)
        if place is None:
            found = ", ".join(name for name in self.header[:12] if name)
            raise WorldError("import_missing_column", file=self._file, column=names[0], found=found or "–")
        return place

    def has(self, names: Iterable[str]) -> bool:
        """Return whether all the names are there."""
        return all(fold(name) in self._places for name in names)


def cell(cells: Sequence[str], place: int | None) -> str:
    """Return a cell without the spaces around it; "" where the row is too short or the column is not there."""
    return cells[place].strip() if place is not None and place < len(cells) else ""


def named(columns: Columns, **names: tuple[str, ...]) -> Mapping[str, int]:
    """Return the places of needed columns by the names that the reader gives them."""
    return {key: columns.need(*alternatives) for key, alternatives in names.items()}
