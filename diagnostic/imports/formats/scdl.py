"""Grants awarded by a collectivité (SCDL, v2.1.1): those of an international nature, as lines of its budget.

What a grant says goes to two places that no total adds up together: the line of money, and, where the beneficiary is an
association of the dossier by its RNA number, the grant of the year on that association.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from diagnostic.dossier.records import Association, BudgetLine
from diagnostic.dossier.vocabulary import BudgetDirection, Confidence
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.formats.scdl_cells import Layout, layout_of
from diagnostic.imports.formats.scdl_persons import Beneficiary, beneficiary, without_names
from diagnostic.imports.formats.scdl_said import label_of, verdict_on
from diagnostic.imports.links.lexicon import Lexicon, load_lexicon
from diagnostic.imports.links.verdict import Verdict
from diagnostic.imports.reading import Candidate, Reading, Said, Setting
from diagnostic.imports.source import Source
from diagnostic.imports.tables import records_in
from diagnostic.territory.folding import fold
from diagnostic.texts import Texts, load_texts
from diagnostic.watching import Watch

ID = "scdl"
_KNOWN_BY = frozenset({"nomattribuant", "nombeneficiaire", "objet"})
_LINE = frozenset({"label", "year", "direction", "amount", "source", "confidence"})
_GRANT = frozenset({"grant", "works_with"})
"""The association's own source stays: it vouches for its name and countries, which a grant does not say."""
_IN_KIND = "aide en nature"


@dataclass(slots=True)
class _Money:
    """Grants that are one line of the budget: the same purpose to the same beneficiary, in a year."""

    label: str
    giver: str
    verdict: Verdict
    country: str
    lines: list[int] = field(default_factory=list)
    cents: int = 0


@dataclass(slots=True)
class _Grants:
    """One reading of a file: what was found, what was set aside."""

    layout: Layout
    case: Case
    lexicon: Lexicon
    texts: Texts
    setting: Setting = field(default_factory=Setting)
    money: dict[tuple[int, str], _Money] = field(default_factory=dict)
    given: dict[str, dict[int, int]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    givers: Counter[str] = field(default_factory=Counter)
    own: int = 0
    shared: int = 0
    who: set[Beneficiary] = field(default_factory=set)

    def take(self, line: int, cells: Sequence[str]) -> None:
        """Keep a grant of the territory, or set it aside with the reason; nobody's name is an example."""
        if not self.layout.whole(cells):
            self.setting.aside(line, "scdl_cells", expected=self.layout.width)
        elif not self.layout.is_given_by(cells, self.case.scope):
            self.givers[self.layout.text(cells, "giver")] += 1
            self.setting.aside(line, "scdl_giver", example=self.layout.text(cells, "giver"))
        else:
            self.own += 1
            self._own(line, cells)

    def _own(self, line: int, cells: Sequence[str]) -> None:
        cents, share = self.layout.cents(cells), self.layout.share(cells)
        year = self.layout.year(cells) or self.case.year
        if fold(self.layout.text(cells, "nature")) == _IN_KIND:
            self.setting.aside(line, "scdl_kind")
        elif cents is None:
            why = "scdl_negative" if self.layout.is_negative(cells) else "scdl_amount"
            self.setting.aside(line, why, example=self.layout.text(cells, "amount"))
        elif share is None:
            self.setting.aside(line, "scdl_share", example=self.layout.text(cells, "share"))
        elif year is None:
            dated = self.layout.dated(cells)
            self.setting.aside(line, "scdl_date" if dated else "scdl_undated", example=dated)
        elif self.case.year not in (None, year):
            self.setting.aside(line, "scdl_year", example=str(year))
        else:
            self._paid(line, cells, year, round(cents * share))
            self.shared += share < 1

    def _paid(self, line: int, cells: Sequence[str], year: int, cents: int) -> None:
        name, rna = self.layout.text(cells, "name"), self.layout.rna(cells)
        who = beneficiary(name, self.layout.siret(cells), rna, self.lexicon)
        if rna and who is Beneficiary.BODY:
            years = self.given.setdefault(rna, {})
            years[year] = years.get(year, 0) + cents
            self.names[rna] = name
        purpose = self.layout.text(cells, "purpose")
        verdict = verdict_on(who, name, purpose, self.lexicon)
        if verdict is None:
            why = "scdl_person" if who is Beneficiary.PERSON else "scdl_local"
            self.setting.aside(line, why, example=without_names(name) if who is Beneficiary.BODY else "")
            return
        self.who.add(who)
        label = label_of(who, name, purpose, self.lexicon, self.texts)
        giver = self.layout.text(cells, "giver")
        placed = who is not Beneficiary.PERSON and len(verdict.countries) == 1
        placed = placed and (verdict.chosen or who is Beneficiary.UNNUMBERED)
        country = verdict.countries[0] if placed else ""
        money = self.money.setdefault((year, fold(label)), _Money(label, giver, verdict, country))
        money.lines.append(line)
        money.cents += cents


def _recognises(look: Look) -> bool:
    return look.header() >= _KNOWN_BY and any(name.startswith("montant") for name in look.header())


def _read(source: Source, case: Case, watch: Watch) -> Reading:
    """Return the international grants of a territory.

    WorldError import_no_giver, import_nothing_here, import_missing_column, and those of `records`.
    """
    rows = records_in(source, watch)
    _, header = next(rows, (1, [""]))
    texts = load_texts(case.lang)
    layout = layout_of(header, source.name, case.countries)
    grants = _Grants(layout, case, load_lexicon(case.countries), texts)
    for line, cells in rows:
        grants.take(line, cells)
    if not grants.own:
        _refuse(grants, source, case)
    years = {year for year, _ in grants.money} | {year for given in grants.given.values() for year in given}
    return Reading(
        format=ID,
        file=source.name,
        year=max(years, default=case.year),
        candidates=(*_lines(grants, texts), *_associations(grants, max(years, default=0))),
        skipped=grants.setting.skipped(),
        notes=tuple(_notes(grants)),
    )


def _refuse(grants: _Grants, source: Source, case: Case) -> None:
    if grants.givers:
        found = ", ".join(name for name, _ in grants.givers.most_common(3) if name)
        raise WorldError("import_no_giver", file=source.name, territory=case.scope.name, found=found or "–")
    raise WorldError("import_nothing_here", file=source.name, territory=case.scope.name)


def _lines(grants: _Grants, texts: Texts) -> Iterator[Candidate]:
    for (year, _), money in grants.money.items():
        row = BudgetLine(
            year=year,
            label=money.label,
            direction=BudgetDirection.EXPENSE,
            amount=money.cents / 100,
            country=money.country,
            source=texts("import.source.scdl", giver=money.giver, year=year),
            confidence=Confidence.OFFICIAL,
        )
        line = money.lines[0] if len(money.lines) == 1 else 0
        yield Candidate(row=row, brought=_LINE, line=line, why=_why(money.verdict), chosen=money.verdict.chosen)


def _why(verdict: Verdict) -> Said:
    """Return what the guess rests on: purpose and name were read as one text."""
    if not verdict.chosen:
        return verdict.why
    return Said("why.grant", MappingProxyType({"words": verdict.why.params["title"]}))


def _associations(grants: _Grants, year: int) -> Iterator[Candidate]:
    """Yield the grant of the last year of each association, for those that the dossier has."""
    for rna, years in grants.given.items():
        if year in years:
            row = Association(name=grants.names[rna], rna=rna, grant=years[year] / 100, works_with=True)
            yield Candidate(row=row, brought=_GRANT, only_held=True)


def _notes(grants: _Grants) -> Iterator[Said]:
    if grants.money:
        yield Said("note.scdl_twice")
    if grants.given:
        yield Said("note.scdl_held")
    if Beneficiary.PERSON in grants.who:
        yield Said("note.scdl_persons")
    if Beneficiary.UNNUMBERED in grants.who:
        yield Said("note.scdl_unnumbered")
    if grants.shared:
        yield Said("note.scdl_shares", {"count": grants.shared})


FORMAT = Format(ID, _recognises, _read)
