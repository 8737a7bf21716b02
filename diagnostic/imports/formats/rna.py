"""The national register of associations (RNA), in its two layouts: those with an international life, for one territory.

The register holds personal data (the addresses of those who manage, the civility of those who lead). Only the cells
named in `_COLUMNS` are ever read out of a record, and of these the purpose is read and not kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from diagnostic.errors import WorldError
from diagnostic.imports.columns import Columns, cell
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.formats.rna_cells import codes_of, day_of
from diagnostic.imports.formats.rna_dissolved import Dissolved
from diagnostic.imports.formats.rna_found import Found, candidate_of
from diagnostic.imports.formats.rna_names import readable, spellings
from diagnostic.imports.formats.rna_seat import Seats, in_alsace_moselle
from diagnostic.imports.links.lexicon import Lexicon, load_lexicon
from diagnostic.imports.links.verdict import judge
from diagnostic.imports.links.words import Letters
from diagnostic.imports.reading import Reading, Said, Setting
from diagnostic.imports.source import Source
from diagnostic.imports.tables import records_in
from diagnostic.texts import load_texts
from diagnostic.watching import Watch

ID = "rna"
_KNOWN_BY = frozenset({"id", "titre", "objet", "objet social1", "position"})
_COLUMNS = {
    "id": ("id",),
    "title": ("titre",),
    "purpose": ("objet",),
    "object1": ("objet_social1",),
    "object2": ("objet_social2",),
    "position": ("position",),
    "insee": ("adrs_codeinsee",),
    "postal": ("adrs_codepostal",),
    "commune": ("adrs_libcommune", "libcom"),
    "updated": ("maj_time",),
    "ended": ("date_disso",),
}
_NEEDED = ("id", "title", "purpose", "object1", "position")
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_ACTIVE, _DISSOLVED = "A", "D"


@dataclass(slots=True)
class _Register:
    """One reading of the register: where its columns stand, what was found, what was set aside."""

    places: dict[str, int | None]
    width: int
    seats: Seats
    lexicon: Lexicon
    known: frozenset[str]
    today: str
    letters: Letters = field(default_factory=Letters)
    setting: Setting = field(default_factory=Setting)
    found: list[Found] = field(default_factory=list)
    dissolved: list[Dissolved] = field(default_factory=list)
    elsewhere: int = 0
    here: int = 0
    latest: str = ""

    def take(self, line: int, cells: Sequence[str]) -> None:
        """Keep an association of the territory, or set it aside with the reason."""
        if len(cells) != self.width and any(cells[self.width :] or ("short",)):
            self.setting.aside(line, "rna_cells", expected=self.width)
        elif not self.seats.here(*(self.text(cells, name) for name in ("insee", "postal", "commune"))):
            self.elsewhere += 1
        else:
            self._local(line, cells)

    def text(self, cells: Sequence[str], name: str) -> str:
        """Return a cell of a record by the name that this reader gives its column."""
        return cell(cells, self.places[name])

    def _local(self, line: int, cells: Sequence[str]) -> None:
        self.here += 1
        title, position = self.text(cells, "title"), self.text(cells, "position").upper()
        number = self.text(cells, "id").upper()
        ended = day_of(self.text(cells, "ended"))
        if position == _ACTIVE and ended and ended <= self.today:  # the register lags behind its own date
            position = _DISSOLVED
        if position == _DISSOLVED and number in self.known:
            self.dissolved.append(Dissolved(line, number, title, ended))
            return
        if position != _ACTIVE:
            self.setting.aside(line, "rna_dissolved" if position == _DISSOLVED else "rna_inactive", example=title)
            return
        self.latest = max(self.latest, day_of(self.text(cells, "updated")))
        codes = codes_of(self.text(cells, "object1"), self.text(cells, "object2"))
        verdict = judge(codes, self.letters.words(title), self.letters.words(self.text(cells, "purpose")), self.lexicon)
        if verdict is None:
            self.setting.aside(line, "rna_local", example=title)
        elif not title:
            self.setting.aside(line, "rna_untitled", example=number)
        else:
            self.found.append(Found(line, number, title, codes, verdict))


def _recognises(look: Look) -> bool:
    return look.header() >= _KNOWN_BY


def _read(source: Source, case: Case, watch: Watch) -> Reading:
    """Return the associations of a territory that look international.

    WorldError import_rna_alsace, import_nothing_here, import_missing_column, and those of `records`.
    """
    register = _collect(source, case, watch)
    if not register.here:
        missing = case.scope.communes and all(map(in_alsace_moselle, case.scope.communes))
        key = "import_rna_alsace" if missing else "import_nothing_here"
        raise WorldError(key, file=source.name, territory=case.scope.name)
    named = _DAY.search(source.name)
    day = "-".join(named.groups()) if named else register.latest
    year = case.year or (int(day[:4]) if day else None)
    texts = load_texts(case.lang)
    written = spellings(register.lexicon)
    said = texts("import.source.rna", year=year) if year else texts("import.source.rna_undated")
    return Reading(
        format=ID,
        file=source.name,
        year=year,
        candidates=(
            *(candidate_of(found, readable(found.name, written), said, day, texts) for found in register.found),
            *(gone.candidate(texts) for gone in register.dissolved),
        ),
        skipped=register.setting.skipped(),
        notes=_notes(register, case),
    )


def _collect(source: Source, case: Case, watch: Watch) -> _Register:
    """Read the file once; memory grows with the associations found and the numbers of the lines set aside."""
    rows = records_in(source, watch)
    _, header = next(rows, (1, [""]))
    columns = Columns(header, source.name)
    places = {
        name: columns.need(*names) if name in _NEEDED else columns.find(*names) for name, names in _COLUMNS.items()
    }
    if places["insee"] is None:  # the older layout may lack the code: the name of the commune stands for it
        columns.need(*_COLUMNS["commune"])
    seats, lexicon = Seats(case.scope, case.places), load_lexicon(case.countries)
    register = _Register(places, len(header), seats, lexicon, case.associations, case.day)
    for line, cells in rows:
        register.take(line, cells)
    return register


def _notes(register: _Register, case: Case) -> tuple[Said, ...]:
    notes = [Said("note.rna_guesses")]
    unsettled = sorted({word for found in register.found for word in found.verdict.open})
    if unsettled:
        count = sum(bool(found.verdict.open) for found in register.found)
        notes.append(Said("note.open_country", {"count": count, "words": ", ".join(unsettled)}))
    if register.elsewhere:
        notes.append(Said("note.rna_elsewhere", {"count": register.elsewhere}))
    if any(map(in_alsace_moselle, case.scope.communes)):
        notes.append(Said("note.rna_alsace"))
    return tuple(notes)


FORMAT = Format(ID, _recognises, _read)
