"""The ministry's students by institution (MESR-SIES): all students, and those in international mobility."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from diagnostic.dossier.records import StudentGroup
from diagnostic.dossier.vocabulary import Confidence
from diagnostic.errors import WorldError
from diagnostic.imports.columns import Columns, cell
from diagnostic.imports.decoding import text_of
from diagnostic.imports.delimited import records, separator_of
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.reading import Candidate, Reading, Said, Setting
from diagnostic.imports.source import Source
from diagnostic.territory.folding import fold
from diagnostic.texts import Texts, load_texts
from diagnostic.watching import Watch

YEAR, INSTITUTION, ATTENTION = "Année universitaire", "Établissement", "Attention"
ENROLLED = "Nombre d'étudiants inscrits (inscriptions principales) hors doubles inscriptions CPGE"
MOBILE = "Etudiants en mobilité internationale"
COMMUNE = "etablissement_code_commune"
LATEST_NAME = "Dernier établissement"
NEEDED = (YEAR, INSTITUTION, ENROLLED, MOBILE, COMMUNE)
_SECRET = frozenset({"", "<5", "< 5", "nd", "n.d.", "s", "-"})
_ONCE = "sans double compte"
_ACADEMIC = re.compile(r"((?:19|20)\d{2})\s*[-/–]\s*(?:(?:19|20)?\d{2})")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A line of the file, of an institution of the territory. A number is None where it is kept secret."""

    line: int
    year: int
    institution: str
    enrolled: int | None
    mobile: int | None
    latest_name: str = ""
    """what it is called today, or what took it in"""


def read(source: Source, case: Case, watch: Watch) -> Reading:
    """Return the institutions whose head office is in the territory, in the latest year or in that asked for.

    WorldError: import_nothing_here, import_mesr_year (the file has not the year asked for), import_no_reference,
    import_missing_column, import_number, import_row, and those of `records`.
    """
    if not case.scope.communes:
        raise WorldError("import_no_reference", file=source.name, territory=case.scope.name)
    setting = Setting()
    found = _Found(case.year)
    for enrolment in _lines(source, case, watch, setting, found):
        found.take(enrolment, setting)
    if case.year and case.year not in found.years:
        years = ", ".join(str(year) for year in sorted(found.years)[-5:]) or "–"
        raise WorldError("import_mesr_year", file=source.name, asked=case.year, found=years)
    if not found.kept:
        raise WorldError("import_nothing_here", file=source.name, territory=case.scope.name)
    texts = load_texts(case.lang)
    secret = sum(each.mobile is None for each in found.kept)
    return Reading(
        format=FORMAT.id,
        file=source.name,
        year=found.year,
        candidates=tuple(_candidate(each, texts) for each in found.kept),
        skipped=setting.skipped(),
        notes=(
            _said("mesr_head_office"),
            *([_said("mesr_secret", count=secret)] if secret else ()),
            *(_said("mesr_renamed", former=former, now=now) for former, now in sorted(found.renamed())),
        ),
    )


class _Found:
    """The territory's institutions of one year: that asked for, or the latest of the file."""

    def __init__(self, asked: int | None) -> None:
        self.years: set[int] = set()
        self.kept: list[Enrolment] = []
        self._asked = asked
        self._names: dict[str, str] = {}

    @property
    def year(self) -> int | None:
        """Return the year that is kept."""
        return self._asked or max(self.years, default=None)

    def see(self, year: int, setting: Setting) -> None:
        """Learn that the file has a year; those before it are not the latest any more."""
        if year in self.years:
            return
        self.years.add(year)
        for each in [each for each in self.kept if each.year != self.year]:
            self.kept.remove(each)
            setting.aside(each.line, "mesr_other_year")

    def take(self, enrolment: Enrolment, setting: Setting) -> None:
        """Keep a line of the year that is kept."""
        self._names[enrolment.institution] = enrolment.latest_name
        if enrolment.year == self.year:
            self.kept.append(enrolment)
        else:
            setting.aside(enrolment.line, "mesr_other_year")

    def renamed(self) -> set[tuple[str, str]]:
        """Return the former names of the institutions that are kept, each with that of today."""
        kept = {each.institution for each in self.kept}
        return {(former, now) for former, now in self._names.items() if now in kept and former not in kept}


def _lines(source: Source, case: Case, watch: Watch, setting: Setting, found: _Found) -> Iterator[Enrolment]:
    table = records(source, separator_of(text_of(source.head())), watch)
    _, header = next(table, (1, []))
    columns = Columns(header, source.name)
    places = {name: columns.need(name) for name in NEEDED}
    attention = columns.find(ATTENTION)
    here = case.scope.communes | case.scope.arrondissements | case.places.former_codes(case.scope.communes)
    for line, cells in table:
        if found_year := _ACADEMIC.fullmatch(cell(cells, places[YEAR])):
            found.see(int(found_year[1]), setting)
        if cell(cells, places[COMMUNE]).zfill(5) not in here:
            continue
        institution = _SPACES.sub(" ", cell(cells, places[INSTITUTION]))
        if attention is not None and not fold(cell(cells, attention)).startswith(_ONCE):
            setting.aside(line, "mesr_twice", institution)
        elif found_year and institution:
            yield Enrolment(
                line=line,
                year=int(found_year[1]),
                institution=institution,
                enrolled=_number(cells, places[ENROLLED], source.name, line, ENROLLED),
                mobile=_number(cells, places[MOBILE], source.name, line, MOBILE),
                latest_name=_SPACES.sub(" ", cell(cells, columns.find(LATEST_NAME))),
            )
        else:
            setting.aside(line, "mesr_unnamed", institution)


def _number(cells: Sequence[str], place: int, file: str, line: int, column: str) -> int | None:
    text = cell(cells, place)
    if text.lower() in _SECRET:
        return None
    plain = re.sub(r"[.,]0+$", "", _SPACES.sub("", text))
    if not re.fullmatch(r"[0-9]{1,9}", plain):
        raise WorldError("import_number", file=file, row=line, column=column, text=text[:40])
    return int(plain)


def _candidate(enrolment: Enrolment, texts: Texts) -> Candidate:
    """Return the row of an institution; a number kept secret, and the spelling of its name, stay the dossier's."""
    said = {"people": enrolment.mobile, "institution_total": enrolment.enrolled}
    known = {name for name, number in said.items() if number is not None}
    said_year = f"{enrolment.year}-{(enrolment.year + 1) % 100:02}"
    return Candidate(
        row=StudentGroup(
            institution=enrolment.institution,
            people=enrolment.mobile,
            institution_total=enrolment.enrolled,
            source=texts("import.mesr.source", year=said_year),
            source_date=str(enrolment.year),
            confidence=Confidence.OFFICIAL,
        ),
        brought=frozenset({*known, "source", "source_date", "confidence"}),
        line=enrolment.line,
    )


def _said(key: str, /, **params: object) -> Said:
    return Said(f"note.{key}", MappingProxyType(params))


def _recognises(look: Look) -> bool:
    return {fold(YEAR), fold(INSTITUTION), fold(COMMUNE)} <= look.header() and fold(MOBILE) in look.header()


FORMAT = Format("mesr_students", _recognises, read)
