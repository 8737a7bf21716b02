"""INSEE's national census files by commune (TD_NAT1, TD_IMG1A): foreigners or immigrants, all countries together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from types import MappingProxyType

from diagnostic.dossier.vocabulary import DiasporaDefinition
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.formats.insee_communes import Counts, counts_of
from diagnostic.imports.formats.insee_rows import OTHERS, Census, Share, share_of
from diagnostic.imports.formats.insee_year import year_of
from diagnostic.imports.reading import Candidate, Reading, Said
from diagnostic.imports.scope import place_scope
from diagnostic.imports.source import Source
from diagnostic.territory.places import Place, PlaceKind
from diagnostic.texts import load_texts
from diagnostic.watching import Watch

_STAND_INS = (PlaceKind.EPCI, PlaceKind.DEPARTEMENT)


def read(source: Source, case: Case, watch: Watch) -> Reading:
    """Return the territory's foreigners or immigrants: its members added up, none counted twice.

    Where the file has none of them, those of the EPCI, else of the département, in proportion. WorldError:
    import_nothing_here, import_no_reference, import_other_year, import_missing_column, import_number, and those
    of `Source.blocks`.
    """
    if not case.scope.communes:
        raise WorldError("import_no_reference", file=source.name, territory=case.scope.name)
    year = year_of((source.name,), case, source.name)
    counts = counts_of(source, case.scope, case.places, watch)
    wider = None if counts.communes else _stand_in(source, case, watch)
    if wider is not None:
        return _reading(source, year, _wider_row(wider, case, year), tuple(_of_wider(wider, case)), wider[0].name)
    missing = case.scope.communes - counts.communes
    row = _census(counts, case, year, None).row(OTHERS, counts.abroad, counts.line, total=True)
    lacks = tuple(_lacks(counts, missing, case))
    if lacks:
        key, params = lacks[0]
        row = replace(row, chosen=False, why=_said(f"why.{key}", **params))
    notes = (_said("note.insee_long"), *(_said(f"note.{key}", **params) for key, params in lacks))
    return _reading(source, year, (row,), notes)


def _lacks(counts: Counts, missing: frozenset[str], case: Case) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield what a sum lacks to be the territory's: communes, and parts of communes that merged since."""
    found, lacking = counts.former
    if missing:
        yield "insee_partial", _of_missing(missing, case)
    if lacking:
        yield "insee_parts", {"count": len(lacking), "parts": len(found | lacking), "codes": ", ".join(sorted(lacking))}


def _reading(
    source: Source, year: int | None, rows: tuple[Candidate, ...], notes: tuple[Said, ...], proxy: str = ""
) -> Reading:
    return Reading(format=FORMAT.id, file=source.name, year=year, candidates=rows, notes=notes, proxy=proxy)


def _stand_in(source: Source, case: Case, watch: Watch) -> tuple[Place, Counts]:
    """Return the nearest wider territory that the file has figures of. WorldError import_nothing_here."""
    for place in case.scope.wider:
        if place.kind in _STAND_INS:
            counts = counts_of(source, place_scope(place, case.places), case.places, watch)
            if counts.communes:
                return place, counts
    raise WorldError("import_nothing_here", file=source.name, territory=case.scope.name)


def _wider_row(wider: tuple[Place, Counts], case: Case, year: int | None) -> tuple[Candidate, ...]:
    place, counts = wider
    share = _share(place, counts, case)
    return (_census(counts, case, year, share).row(OTHERS, counts.abroad, counts.line, total=True),) if share else ()


def _share(place: Place, counts: Counts, case: Case) -> Share | None:
    """Return the dossier's share of the members that the file has: those it keeps secret are in no sum."""
    members = [case.places.by_code(code, PlaceKind.COMMUNE) for code in counts.communes]
    whole = sum(member.population or 0 for member in members if member)
    share = share_of(place, case)
    return replace(share, whole=whole) if share and whole >= share.own else share


def _census(counts: Counts, case: Case, year: int | None, share: Share | None) -> Census:
    return Census(
        texts=load_texts(case.lang),
        year=year,
        table="NAT1" if counts.foreigners else "IMG1A",
        definition=DiasporaDefinition.NATIONALITY if counts.foreigners else DiasporaDefinition.BIRTHPLACE,
        share=share,
    )


def _of_wider(wider: tuple[Place, Counts], case: Case) -> Iterator[Said]:
    yield _said("note.insee_long")
    yield _said("note.insee_long_wider", wider=wider[0].name, territory=case.scope.name)


def _of_missing(missing: frozenset[str], case: Case) -> dict[str, object]:
    """Return how many members the file lacks, and how many people live there."""
    places = [case.places.by_code(code, PlaceKind.COMMUNE) for code in sorted(missing)]
    return {
        "count": len(missing),
        "communes": len(case.scope.communes),
        "population": sum(place.population or 0 for place in places if place),
    }


def _said(key: str, /, **params: object) -> Said:
    return Said(key, MappingProxyType(params))


def _recognises(look: Look) -> bool:
    header = look.header()
    return {"codgeo", "nb"} <= header and bool(header & {"inatc", "immi"})


FORMAT = Format("insee_long", _recognises, read)
