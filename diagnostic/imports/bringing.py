"""From a file to what it holds for a dossier: the one path that the command line and the screen share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from diagnostic.dossier.snapshot import Snapshot
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.formats.own_columns import read_asked
from diagnostic.imports.layout import KINDS, Layout
from diagnostic.imports.mapping import FORMAT as COLUMNS
from diagnostic.imports.mapping import read_mapped
from diagnostic.imports.reading import Reading, Said
from diagnostic.imports.recognise import look_at, named, recognise
from diagnostic.imports.remembered import Remembered
from diagnostic.imports.scope import scope_of
from diagnostic.imports.source import check_single, open_source
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.watching import Watch, unwatched


def case_of(
    snapshot: Snapshot,
    places: Places,
    countries: Countries,
    *,
    lang: str,
    day: str,
    year: int | None = None,
    names: Mapping[str, str] | None = None,
) -> Case:
    """Return for whom files are read: the territory of a campaign. `names` are the user's, by folded name."""
    territory = snapshot.territory
    return Case(
        territory=territory,
        scope=scope_of(territory, places),
        places=places,
        countries=countries,
        lang=lang,
        day=day,
        year=year,
        names=names or {},
        associations=frozenset(each.rna.upper() for each in snapshot.associations if each.rna),
    )


def read_file(path: Path, case: Case, formats: Iterable[Format], kind: str = "", watch: Watch = unwatched) -> Reading:
    """Return what a file holds for a territory; nothing is changed. `kind` names its format, "" for what it looks like.

    WorldError, those of `open_source`, of `recognise` and of the format's reader; Cancelled from `watch`.
    """
    formats = tuple(formats)
    source = open_source(path)
    look = look_at(source)
    format_ = named(kind, formats) if kind else recognise(look, formats)
    if not format_.recognises(look):
        check_single(source)
    return format_.read(source, case, watch)


def known_layout(look: Look, remembered: Remembered, formats: Iterable[Format]) -> Layout | None:
    """Return how a table of the same columns as a file's was read before; None for a new one.

    A sheet after the first is one of those only in a workbook that is of no published format, nor written here.
    """
    known = remembered.layout_of(look)
    if known is None or known.sheet == look.sheet:
        return known
    told = any(each.recognises(look) for each in formats if each.id != COLUMNS)
    return None if told else known


def read_as_before(
    path: Path,
    case: Case,
    formats: Iterable[Format],
    remembered: Remembered,
    kind: str = "",
    watch: Watch = unwatched,
) -> Reading:
    """Return what a file holds, read by the columns that the user matched before in a table of the same ones.

    `kind` names a format (then what was matched before is not asked), or a kind of row: the file is taken for a table
    of these, matched before or guessed from its titles. WorldError as `read_file`, `read_mapped` and `read_asked`.
    """
    if kind and kind not in KINDS:
        return read_file(path, case, formats, kind, watch)
    source = open_source(path)
    look = look_at(source)
    formats = tuple(formats)
    known = known_layout(look, remembered, formats)
    if known and kind in ("", known.kind):
        reading = read_mapped(source, known, case, watch)
        return replace(reading, notes=(Said("note.as_before"), *reading.notes))
    if not kind:
        return recognise(look, formats).read(source, case, watch)
    return read_asked(source, look, kind, case, watch)
