"""The DGFiP's balances of local accounts, by nature and function or by nature alone, for one collectivité.

A collectivité is found by its SIREN, which its annex budgets share. EPCI and départements have accounts of their own,
which are read as such and never added up from their members'.

A commune that came out of a merger is found by the SIREN it has now. The reference (@etalab/decoupage-administratif)
has the INSEE codes of former communes, neither their SIREN nor the day of the merger: their own accounts, of the years
before it, are not followed. The reading says so where the commune has former codes. So it is for lists of grants.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from diagnostic.dossier.vocabulary import TerritoryKind
from diagnostic.errors import WorldError
from diagnostic.imports.decoding import text_of
from diagnostic.imports.delimited import cells_of, separator_of
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.formats.dgfip_lines import Lines
from diagnostic.imports.formats.dgfip_movements import ANNEX, MAIN, Layout, Movement
from diagnostic.imports.formats.dgfip_totals import Totals
from diagnostic.imports.reading import Candidate, Reading, Said, Setting
from diagnostic.imports.scanning import lines_with
from diagnostic.imports.scope import Scope
from diagnostic.imports.source import Source
from diagnostic.territory.accounts import Charts, load_charts
from diagnostic.texts import LANGUAGES, load_texts
from diagnostic.watching import Watch

_KNOWN_BY = frozenset({"exer", "nomen", "compte"})
_MOVEMENTS = frozenset({"obnetdeb", "obnetcre", "oobdeb", "bedeb", "onbdeb"})
_DEFINITIVE = "DEF"
_YEAR = re.compile("(19|20)[0-9]{2}")
_NOT_DIGITS = re.compile("[^0-9]")


def _is_balance(look: Look) -> bool:
    return look.header() >= _KNOWN_BY and bool(look.header() & _MOVEMENTS)


def _is_by_function(look: Look) -> bool:
    return _is_balance(look) and "fonction" in look.header()


@dataclass(frozen=True, slots=True)
class _Whose:
    """How the lines of a collectivité are known: what their bytes hold, and what their cells then say."""

    needle: str
    says: Callable[[Layout, Sequence[str]], bool]


def _whose(scope: Scope) -> _Whose:
    """Return how a collectivité is found: by its SIREN; a département or a région without one, by its category.

    WorldError import_no_siren.
    """
    siren = _NOT_DIGITS.sub("", scope.siren)[:9]  # typed with spaces, or as the SIRET of the seat
    if len(siren) == 9:
        return _Whose(siren, lambda layout, cells: layout.text(cells, "siren") == siren)
    column = {TerritoryKind.DEPARTEMENT: ("DEPT", "NDEPT"), TerritoryKind.REGION: ("REG", "CREGI")}.get(
        scope.kind or TerritoryKind.OTHER
    )
    if column is None or len(scope.code) != 2:  # overseas the DGFiP has codes of its own
        raise WorldError("import_no_siren", territory=scope.name)
    category, place = column
    code = scope.code.zfill(3)
    return _Whose(
        code, lambda layout, cells: (layout.text(cells, "CATEG"), layout.text(cells, place)) == (category, code)
    )


@dataclass(slots=True)
class _Found:
    """What the file holds for the collectivité, year by year."""

    setting: Setting
    movements: dict[str, list[Movement]] = field(default_factory=dict)

    def take(self, movement: Movement, definitive: bool) -> None:
        """Keep a movement of the collectivité, or set it aside with the reason."""
        if not definitive:
            self.setting.aside(movement.line, "dgfip_provisional")
        elif movement.budget not in (MAIN, ANNEX):
            self.setting.aside(movement.line, "dgfip_attached", example=movement.name)
        elif not _YEAR.fullmatch(movement.year):
            self.setting.aside(movement.line, "dgfip_year", example=movement.year)
        else:
            self.movements.setdefault(movement.year, []).append(movement)

    def of_year(self, wanted: int | None) -> tuple[Movement, ...]:
        """Return the movements of the year wanted (None: the last in the file); those of others are set aside."""
        year = str(wanted) if wanted is not None else max(self.movements, default="")
        for other, movements in self.movements.items():
            for movement in movements if other != year else ():
                self.setting.aside(movement.line, "dgfip_year", example=other)
        return tuple(self.movements.get(year, ()))


def _read(source: Source, case: Case, watch: Watch, kind: str) -> Reading:
    """Return the international lines of a collectivité and its real expenditure.

    WorldError import_no_siren, import_nothing_here, import_missing_column, import_cells, import_cell, and those of
    `lines_with`.
    """
    found = _Found(Setting())
    layout = _collect(source, _whose(case.scope), found, watch)
    movements = found.of_year(case.year)
    if not movements:
        raise WorldError("import_nothing_here", file=source.name, territory=case.scope.name)
    charts = load_charts()
    lines, totals = Lines(charts, found.setting), Totals()
    for movement in movements:
        lines.add(movement)
        totals.add(movement)
    year = int(movements[0].year)
    text = load_texts(case.lang)(f"import.source.{kind}", year=year)
    return Reading(
        format=kind,
        file=source.name,
        year=year,
        candidates=(*_territory(totals, case, year, text), *lines.candidates(text, totals)),
        skipped=found.setting.skipped(),
        notes=tuple(_notes(layout, charts, movements, totals, case)),
    )


def _collect(source: Source, whose: _Whose, found: _Found, watch: Watch) -> Layout:
    """Fill in what the file holds and return its layout; memory grows with the collectivité, not with the file."""
    separator = separator_of(text_of(source.head()))
    rows = lines_with(source, (whose.needle,), watch)
    _, header = next(rows, (1, ""))
    layout = Layout(cells_of(header, separator, file=source.name, row=1), source.name, separator)
    for number, text in rows:
        cells = layout.cells(number, text)
        if whose.says(layout, cells):
            definitive = layout.text(cells, "BAL").upper() in ("", _DEFINITIVE)
            found.take(layout.movement(number, cells), definitive)
    return layout


def _territory(totals: Totals, case: Case, year: int, source: str) -> Iterator[Candidate]:
    """Yield the change of the territory's own row; not taken where the dossier speaks of a later year."""
    if not totals.has_main:
        return
    sums = {"operating_budget": totals.operating, "investment_budget": totals.investment, **totals.services}
    brought: dict[str, Any] = {name: cents / 100 for name, cents in sums.items() if cents > 0}
    if case.territory.budget_year not in (None, year):  # those of another year do not stand under this one
        brought = dict.fromkeys(("operating_budget", "investment_budget")) | brought
    brought["source"] = _cited(case, source)
    later = case.territory.budget_year is not None and case.territory.budget_year > year
    yield Candidate(
        row=replace(case.territory, **brought, budget_year=year),
        brought=frozenset({*brought, "budget_year"}),
        why=Said("why.dgfip_older", {"year": case.territory.budget_year}) if later else None,
        chosen=not later,
    )


def _cited(case: Case, source: str) -> str:
    """Return where the territory's figures come from: the source of its others stays, that of older accounts goes."""
    begun = "|".join(re.escape(load_texts(lang)("import.source.dgfip_territory", source="")) for lang in LANGUAGES)
    others = re.sub(rf"(?:\s*;\s+)?(?:{begun})[^;]*", "", case.territory.source)
    texts = load_texts(case.lang)
    own = texts("import.source.dgfip_territory", source=source)
    return f"{others}{texts('import.source.and')}{own}" if others else own


def _notes(layout: Layout, charts: Charts, movements: Sequence[Movement], totals: Totals, case: Case) -> Iterator[Said]:
    yield Said("note.dgfip_totals" if totals.has_main else "note.dgfip_no_main")
    if not layout.by_function:
        yield Said("note.dgfip_simple")
    elif not any(movement.function for movement in movements):
        yield Said("note.dgfip_no_function")
    main = {(movement.nomenclature, movement.chart) for movement in movements if movement.budget == MAIN}
    for name in sorted(name for name, chart in main if not charts.know(chart)):
        yield Said("note.dgfip_chart", {"chart": name})
    if totals.annexes:
        yield Said("note.dgfip_annexes", {"names": ", ".join(sorted(totals.annexes.values()))})
    if case.scope.kind is TerritoryKind.COMMUNE and case.places.former_codes(case.scope.communes):
        yield Said("note.dgfip_merged")


def _read_by_function(source: Source, case: Case, watch: Watch) -> Reading:
    return _read(source, case, watch, "dgfip_function")


def _read_simple(source: Source, case: Case, watch: Watch) -> Reading:
    return _read(source, case, watch, "dgfip_simple")


BY_FUNCTION = Format("dgfip_function", _is_by_function, _read_by_function)
SIMPLE = Format("dgfip_simple", _is_balance, _read_simple)
