"""What the commands share: the texts, the references read when first needed, and the open dossier."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from diagnostic.assessment.results import Assessment
from diagnostic.dossier.decisions import Priority
from diagnostic.dossier.dressing import BriefLook
from diagnostic.dossier.opening import STILL_READABLE, open_dossier
from diagnostic.dossier.operations import title_of
from diagnostic.dossier.row import Row
from diagnostic.dossier.store import Dossier
from diagnostic.errors import WorldError
from diagnostic.framework.in_use import InUse, framework_in_use
from diagnostic.framework.load import load_edition
from diagnostic.framework.model import Framework
from diagnostic.framework.weights import weighted
from diagnostic.territory.countries import Countries, load_countries
from diagnostic.territory.places import Places, load_places
from diagnostic.texts import Texts


class Refused(Exception):
    """What was given cannot be used; the message is already a sentence in the user's language."""


class Session:
    """One run of the command line."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._open: list[Dossier] = []

    @cached_property
    def countries(self) -> Countries:
        """Return the reference of countries."""
        return load_countries()

    @cached_property
    def places(self) -> Places:
        """Return the reference of French places."""
        return load_places()

    @cached_property
    def shipped(self) -> Framework:
        """Return the shipped edition of the framework."""
        return load_edition()

    def in_use(self, dossier: Dossier) -> InUse:
        """Return the framework that the campaign looked at is read with, before the users' own weights."""
        campaign, kept = dossier.campaign, dossier.kept_framework()
        sources = kept.sources if kept else None
        return framework_in_use(campaign.framework, campaign.framework_version, sources, self.shipped)

    def framework(self, dossier: Dossier) -> Framework:
        """Return the framework that the campaign looked at is read with, with the users' own weights."""
        return weighted(self.in_use(dossier).framework, dossier.snapshot().weights)

    def writing(self, path: Path, year: int | None) -> Dossier:
        """Return the dossier opened for changes, at the campaign of `year` (the latest without one)."""
        return self._at(self.keep(open_dossier(path)), year)

    def reading(self, path: Path, year: int | None) -> Dossier:
        """Return the dossier opened for reading: also when it is open elsewhere, newer or protected."""
        try:
            dossier = open_dossier(path)
        except WorldError as fault:
            if fault.key not in STILL_READABLE:
                raise
            dossier = open_dossier(path, read_only=True)
        return self._at(self.keep(dossier), year)

    def keep(self, dossier: Dossier) -> Dossier:
        """Return the dossier, which `close` will let go of."""
        self._open.append(dossier)
        return dossier

    def assessment(self, dossier: Dossier) -> Assessment:
        """Return the assessment of the campaign that is looked at."""
        from diagnostic.assessment.assess import assess  # numpy: only the commands that score wait for it

        return assess(dossier.snapshot(), self.framework(dossier), dossier.previous())

    def title(self, row: Row) -> str:
        """Return what a row is called, a country by its name."""
        country = self.countries.get(getattr(row, "country", "")) if row.kind == "diaspora" else None
        if isinstance(row, Priority):
            return row.recommendation
        if isinstance(row, BriefLook):  # of which there is one, without a name
            return self.texts("importing.kind.brief_look")
        return country.name(self.texts.lang) if country else title_of(row)

    def say(self, key: str, /, **params: object) -> None:
        """Print a sentence."""
        print(self.texts(key, **params))

    def close(self) -> None:
        """Let go of the dossiers that were opened."""
        for dossier in self._open:
            dossier.close()

    def _at(self, dossier: Dossier, year: int | None) -> Dossier:
        if year is None:
            return dossier
        for campaign in dossier.campaigns():
            if campaign.year == year:
                dossier.choose(campaign)
                return dossier
        known = ", ".join(str(campaign.year) for campaign in dossier.campaigns())
        raise Refused(self.texts("cli.no_campaign", year=year, known=known))
