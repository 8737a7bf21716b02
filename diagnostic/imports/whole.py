"""A whole dossier out of its own JSON: every campaign and every framework, for a new file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Campaign, KeptFramework
from diagnostic.errors import WorldError
from diagnostic.imports.formats.own_json import candidates_of, listed, loaded
from diagnostic.imports.identity import SINGLE, key_of
from diagnostic.imports.row_data import whole
from diagnostic.imports.source import Source
from diagnostic.territory.countries import Countries
from diagnostic.watching import Watch, unwatched


@dataclass(frozen=True, slots=True)
class WholeCampaign:
    """A campaign and all its rows, under the ids that they have."""

    campaign: Campaign
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a dossier holds. `contacts`: whether personal data is in it."""

    campaigns: tuple[WholeCampaign, ...]
    frameworks: tuple[KeptFramework, ...]
    contacts: bool


def read_whole(source: Source, countries: Countries, watch: Watch = unwatched) -> Whole:
    """Return all of an exported dossier, campaigns earliest first. WorldError import_json where it is no such thing."""
    document = loaded(source, watch)
    reader = _Reader(source, countries)
    campaigns = [reader.campaign(data) for data in listed(document.get("campaigns"))]
    years = [each.campaign.year for each in campaigns]
    if not years or sorted(set(years)) != years:
        raise reader.fault("campaigns")
    reader.check_ids(campaigns)
    frameworks = tuple(reader.framework(data) for data in listed(document.get("frameworks")))
    if len({(each.code, each.version) for each in frameworks}) != len(frameworks):
        raise reader.fault("frameworks")
    return Whole(tuple(campaigns), frameworks, document.get("contacts") is True)


class _Reader:
    """Reads the parts of one document, and says where one is not what it should be."""

    def __init__(self, source: Source, countries: Countries) -> None:
        self._source = source
        self._countries = countries

    def fault(self, detail: str) -> WorldError:
        """Return the fault that names a part."""
        return WorldError("import_json", file=self._source.name, detail=detail)

    def campaign(self, data: Mapping[str, Any]) -> WholeCampaign:
        """Return a campaign: one territory, and nothing twice that a campaign has once."""
        year, rows = data.get("year"), data.get("rows")
        if not isinstance(year, int) or isinstance(year, bool) or not 1900 <= year <= 2200:
            raise self.fault("year")
        if not isinstance(rows, dict):
            raise self.fault(f"{year}, rows")
        found = tuple(candidate.row for candidate in candidates_of(self._source, rows, self._countries))
        once = [key_of(row) for row in found if row.kind in SINGLE]
        if ("territory",) not in once or len(set(once)) != len(once):
            raise self.fault(f"{year}, territory" if once.count(("territory",)) != 1 else f"{year}, rows")
        made = _object(data.get("framework"))
        frozen = data.get("frozen") is True
        day = self._day(data.get("day"), year)
        campaign = Campaign(
            year=year, day=day, framework=_text(made, "id"), framework_version=_text(made, "version"), frozen=frozen
        )
        return WholeCampaign(campaign, found)

    def framework(self, data: Mapping[str, Any]) -> KeptFramework:
        """Return a framework; whether it can be read is found out when it is used, as for any that a dossier keeps."""
        files = data.get("files")
        if not isinstance(files, dict) or not all(isinstance(text, str) for text in files.values()):
            raise self.fault("frameworks")
        sources = {whole(name): whole(text) for name, text in files.items()}
        code, version = _text(data, "id"), _text(data, "version")
        return KeptFramework(code=code, version=version, sources=MappingProxyType(sources))

    def check_ids(self, campaigns: Sequence[WholeCampaign]) -> None:
        """Refuse rows without an id or with that of another, and rows that point outside their campaign."""
        seen: set[tuple[str, int]] = set()
        for each in campaigns:
            own = {(row.kind, row.id) for row in each.rows}
            if len(own) < len(each.rows) or own & seen or any(id_ == 0 for _, id_ in own):
                raise self.fault(f"{each.campaign.year}, id")
            seen |= own
            if not all(_links(row) <= own for row in each.rows):
                raise self.fault(f"{each.campaign.year}, partnership")

    def _day(self, text: object, year: int) -> str:
        try:
            return date.fromisoformat(str(text)).isoformat()
        except ValueError:
            raise self.fault(f"{year}, day") from None


def _links(row: Row) -> set[tuple[str, int]]:
    specs = [spec for spec in specs_of(RECORDS[row.kind]).values() if spec.kind is FieldType.LINK]
    return {(spec.link, target) for spec in specs if (target := getattr(row, spec.name)) is not None}


def _object(data: object) -> Mapping[str, Any]:
    return data if isinstance(data, dict) else {}


def _text(data: Mapping[str, Any], name: str) -> str:
    text = data.get(name, "")
    return whole(text) if isinstance(text, str) else ""
