"""Countries and territories of the world: codes, names in two languages, ODA, and reading a name someone wrote."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files

from diagnostic.territory.articles import Articles, Case, load_articles
from diagnostic.territory.folding import fold
from diagnostic.territory.outlines import Outline, load_outlines

_NAME, _NAME_START, _WORD_START, _OTHER_NAME = range(4)


@dataclass(frozen=True, slots=True)
class Country:
    """A State or territory; its name says nothing of its status in law.

    `code` is ISO 3166 alpha-2 (XK for Kosovo), `iso3` alpha-3. `insee` is INSEE's code ("" for what INSEE counts
    within France), `insee_also` the codes of shared territories and former States that stand for it. `oda`: on
    the OECD's list of recipients. `region` is africa, americas, asia, europe, oceania or antarctica, `subregion`
    the UN's M49 code ("" for Antarctica). `home`: France, its overseas territories included. `other_names` are
    for recognising what a file says, not for display: some are former or familiar names.
    """

    code: str
    iso3: str
    insee: str
    name_fr: str
    name_en: str
    oda: bool
    region: str
    other_names: tuple[str, ...] = field(repr=False)
    insee_also: tuple[str, ...] = ()
    subregion: str = ""
    home: bool = False
    articles: Articles = field(default=Articles(), repr=False)

    def name(self, lang: str) -> str:
        """The name in "fr" or "en"."""
        return {"fr": self.name_fr, "en": self.name_en}[lang]

    def phrase(self, lang: str, case: Case) -> str:
        """The name with the words before it: "du Mali", "aux Pays-Bas", "from the Netherlands"."""
        return self.articles.before(self.name(lang), lang, case)


class Countries:
    """Every country; nothing changes once it is built. Sources: resources/reference/SOURCES.md."""

    def __init__(self, countries: Iterable[Country]) -> None:
        self._countries = {country.code: country for country in countries}
        self._names = {code: _folded_names(country) for code, country in self._countries.items()}
        self._known = _recognised(self._countries.values(), self._names)

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """Where each of them is on a map of the world; read when a map is first drawn."""
        return load_outlines()

    def get(self, code: str) -> Country | None:
        """The country with this ISO alpha-2 code, None when there is none."""
        return self._countries.get(code)

    def all(self, lang: str = "fr") -> tuple[Country, ...]:
        """All countries and territories, France included, in the order of their names."""
        return tuple(sorted(self._countries.values(), key=lambda country: fold(country.name(lang))))

    def abroad(self, lang: str = "fr") -> tuple[Country, ...]:
        """All of them but France and its overseas territories, in the order of their names."""
        return tuple(country for country in self.all(lang) if not country.home)

    def recognise(self, text: str) -> Country | None:
        """The country whose code (ISO or INSEE) or name, in any known spelling, is exactly this text.

        None when nothing answers, or when several countries would: "Corée" and "Yougoslavie" stay unknown. An
        INSEE code that territories share (99425) gives the State they belong to, as INSEE's own table does.
        """
        # Codes are looked up unfolded: "ST" is a country, "Saint" is not.
        code = self._known.get(text.strip().lower()) or self._known.get(fold(text))
        return self._countries[code] if code else None

    def search(self, text: str, lang: str = "fr", limit: int = 8) -> tuple[Country, ...]:
        """At most `limit` countries for what was typed, best first; () for an empty text.

        A code or a full name first; then names in the asked language that begin with the text, names with a
        word that does, other names; each group in alphabetical order.
        """
        wanted = fold(text)
        if not wanted:
            return ()
        exact = self.recognise(text)
        found = [exact] if exact else []
        tiers = ((self._tier(country, wanted, lang), country) for country in self.all(lang))
        ranked = sorted(((tier, c) for tier, c in tiers if tier is not None), key=lambda pair: pair[0])
        found += [country for _, country in ranked if country is not exact]
        return tuple(found[:limit])

    def _tier(self, country: Country, wanted: str, lang: str) -> int | None:
        shown = fold(country.name(lang))
        if shown == wanted:
            return _NAME
        if shown.startswith(wanted):
            return _NAME_START
        if f" {wanted}" in shown:
            return _WORD_START
        begun = any(f" {wanted}" in f" {name}" for name in self._names[country.code])
        return _OTHER_NAME if begun else None


def load_countries() -> Countries:
    """Read the resource, a few milliseconds; the caller keeps what it gets."""
    text = (files("resources") / "reference" / "countries.tsv").read_text("utf-8")
    header, *lines = [line for line in text.splitlines() if not line.startswith("#")]
    columns, articles = header.split("\t"), load_articles()
    return Countries(_country(dict(zip(columns, line.split("\t"), strict=True)), articles) for line in lines)


def _country(row: dict[str, str], articles: Mapping[str, Articles]) -> Country:
    return Country(
        row["code"], row["iso3"], row["insee"], row["name_fr"], row["name_en"], row["oda"] == "1", row["region"],
        _several(row["other_names"]), _several(row["insee_also"]), row["subregion"], row["home"] == "1",
        articles[row["code"]],
    )  # fmt: skip


def _several(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()


def _folded_names(country: Country) -> tuple[str, ...]:
    return tuple(fold(name) for name in (country.name_fr, country.name_en, *country.other_names))


def _recognised(countries: Iterable[Country], names: dict[str, tuple[str, ...]]) -> dict[str, str]:
    """What is understood, with the country it means; what comes later in the loop wins over what came before."""
    known: dict[str, str] = {}
    countries = tuple(countries)
    for country in countries:
        known |= dict.fromkeys((country.insee, country.code.lower(), country.iso3.lower()), country.code)
    for country in countries:
        known |= dict.fromkeys((*country.insee_also, *names[country.code]), country.code)
    known.pop("", None)
    return known
