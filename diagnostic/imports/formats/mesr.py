"""The ministry's students by institution (MESR-SIES): all students, and those in international mobility."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from diagnostic.dossier.records import StudentGroup
from diagnostic.dossier.vocabulary import Confidence
from diagnostic.errors import WorldError
from diagnostic.imports.columns import Columns, cell
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.formats.mesr_found import Enrolment, Found
from diagnostic.imports.reading import Candidate, Reading, Said, Setting, Whole
from diagnostic.imports.source import Source
from diagnostic.imports.tables import records_in
from diagnostic.territory.folding import fold
from diagnostic.texts import LANGUAGES, Texts, load_texts
from diagnostic.watching import Watch

YEAR, INSTITUTION, ATTENTION = "Année universitaire", "Établissement", "Attention"
ENROLLED = "Nombre d'étudiants inscrits (inscriptions principales) hors doubles inscriptions CPGE"
MOBILE = "Etudiants en mobilité internationale"
COMMUNE = "etablissement_code_commune"
LATEST_NAME = "Dernier établissement"
NEEDED = (YEAR, INSTITUTION, ENROLLED, MOBILE, COMMUNE)
_SECRET = frozenset({"", "<5", "< 5", "nd", "n.d.", "s", "-"})
_ONCE, _PART = "sans double compte", "composante"
_ACADEMIC = re.compile(r"((?:19|20)\d{2})\s*[-/–]\s*(?:(?:19|20)?\d{2})")
_SPACES = re.compile(r"\s+")


def read(source: Source, case: Case, watch: Watch) -> Reading:
    """Return the institutions whose head office is in the territory, in the latest year or in that asked for.

    WorldError: import_nothing_here, import_mesr_year (the file has not the year asked for), import_no_reference,
    import_missing_column, import_number, import_row, and those of `records`.
    """
    if not case.scope.communes:
        raise WorldError("import_no_reference", file=source.name, territory=case.scope.name)
    setting = Setting()
    found = Found(case.year)
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
            *(
                _said("mesr_renamed" if same else "mesr_merged", former=former, now=now)
                for former, now, same in sorted(found.former())
            ),
        ),
        whole=Whole(kind=StudentGroup.kind, sources=_sources(), gone=found.gone()),
    )


def _sources() -> tuple[str, ...]:
    """Return how the source of a row of this file begins, in each language."""
    return tuple(load_texts(lang).entries["import.mesr.source"].partition("{")[0] for lang in LANGUAGES)


def _lines(source: Source, case: Case, watch: Watch, setting: Setting, found: Found) -> Iterator[Enrolment]:
    table = records_in(source, watch)
    _, header = next(table, (1, []))
    columns = Columns(header, source.name)
    places = {name: columns.need(name) for name in NEEDED}
    attention = columns.find(ATTENTION)
    here = case.scope.communes | case.scope.arrondissements | case.places.former_codes(case.scope.communes)
    for line, cells in table:
        if found_year := _ACADEMIC.fullmatch(cell(cells, places[YEAR])):
            found.see(int(found_year[1]), setting)
        year = int(found_year[1]) if found_year else None
        institution = _SPACES.sub(" ", cell(cells, places[INSTITUTION]))
        mark = fold(cell(cells, attention))
        if year and institution and _PART in mark and not mark.startswith(_ONCE):  # parts have no commune in the file
            found.take_part(institution, year)
        if cell(cells, places[COMMUNE]).zfill(5) not in here:
            continue
        if attention is not None and not mark.startswith(_ONCE):
            setting.aside(line, "mesr_twice", institution)
        elif year and institution:
            enrolled, mobile = (_number(cells, places[name], source.name, line, name) for name in (ENROLLED, MOBILE))
            latest = _SPACES.sub(" ", cell(cells, columns.find(LATEST_NAME)))
            yield Enrolment(line, year, institution, enrolled, mobile, latest)
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
