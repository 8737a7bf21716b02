"""From a file to what it holds for a dossier: the one path that the command line and the screen share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from diagnostic.dossier.snapshot import Snapshot
from diagnostic.imports.format import Case, Format
from diagnostic.imports.reading import Reading
from diagnostic.imports.recognise import look_at, named, recognise
from diagnostic.imports.scope import scope_of
from diagnostic.imports.source import Watch, open_source, unwatched
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places


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
    )


def read_file(path: Path, case: Case, formats: Iterable[Format], kind: str = "", watch: Watch = unwatched) -> Reading:
    """Return what a file holds for a territory; nothing is changed. `kind` names its format, "" for what it looks like.

    WorldError, those of `open_source`, of `recognise` and of the format's reader; Cancelled from `watch`.
    """
    formats = tuple(formats)
    source = open_source(path)
    format_ = named(kind, formats) if kind else recognise(look_at(source), formats)
    return format_.read(source, case, watch)
