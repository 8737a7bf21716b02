"""French places: communes, their groupings, départements and régions, found by code or by name."""

import gzip
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

from diagnostic.territory.folding import fold_lines
from diagnostic.territory.search import NameIndex

OVERSEAS_COLLECTIVITY = "COM"
"""`Place.status` of the collectivités d'outre-mer, which stand both as département and as région."""

_STATUS_PREFIXES = frozenset({"CC", "CA", "CU"})


class PlaceKind(StrEnum):
    """What a place is, in the order in which equal codes are looked up."""

    COMMUNE = "commune"
    EPCI = "epci"
    EPT = "ept"
    DEPARTEMENT = "departement"
    REGION = "region"
    ARRONDISSEMENT = "arrondissement"
    """A municipal arrondissement of Paris, Lyon or Marseille: already counted in its commune."""


@dataclass(frozen=True, slots=True)
class Place:
    """A territory as the official geographic code of 2026 has it; codes are "" where there is none.

    `population` is the municipal population in persons (see `Places.population_year_of`), None when unknown.
    `epci` and `ept` are the groupings it belongs to. A grouping that spans several départements or régions
    has "" there. `status` is CC, CA, CU or METRO for an EPCI, COM for a collectivité d'outre-mer.
    `commune` is the commune of a municipal arrondissement.
    """

    kind: PlaceKind
    code: str
    name: str
    siren: str
    population: int | None
    epci: str
    ept: str
    departement: str
    region: str
    status: str
    commune: str = ""


class Places:
    """Every French place; nothing changes once it is built.

    Source: @etalab/decoupage-administratif (INSEE, DGCL), Licence Ouverte 2.0, see resources/reference.
    """

    def __init__(self, facts: Mapping[str, str], rows: Sequence[str]) -> None:
        """Take the resource's header facts and its rows, in the order in which ties are ranked."""
        self._facts = dict(facts)
        count = int(facts["rows"])
        self._rows = rows[:count]
        self._former = dict(row.split("\t")[1:3] for row in rows[count:])
        columns = [row.split("\t", 4) for row in self._rows]
        self._kinds = [column[0] for column in columns]
        self._codes: dict[str, dict[str, int]] = {kind: {} for kind in PlaceKind}
        for position, column in enumerate(columns):
            self._codes[column[0]][column[1]] = position
        self._sirens = {column[3]: position for position, column in enumerate(columns) if column[3]}
        self._index = _index([column[2] for column in columns], self._kinds)
        regions = self._codes[PlaceKind.REGION].values()
        self._twins = frozenset(i for i in regions if self._place(i).status == OVERSEAS_COLLECTIVITY)

    @property
    def population_year(self) -> int | None:
        """The year the populations describe, or None when the source did not say."""
        return _year(self._facts.get("population_year"))

    def population_year_of(self, place: Place) -> int | None:
        """The year of this place's population, which differs in some overseas territories."""
        overseas = self._facts.get(f"population_year.{place.region}")
        return _year(overseas) if overseas else self.population_year

    @property
    def facts(self) -> Mapping[str, str]:
        """What the resource says of itself: source, licence, vintage."""
        return dict(self._facts)

    def by_code(self, code: str, kind: PlaceKind | None = None) -> Place | None:
        """The place with this INSEE or SIREN code, None when there is none.

        The code of a commune that has merged gives the commune that took it in. Without a kind, "93" is
        the département and not the région: kinds are tried in their order.
        """
        wanted = (i for i in self._positions(code) if kind in (None, self._kinds[i]))
        return next((self._place(i) for i in wanted), None)

    def all(self, kind: PlaceKind) -> tuple[Place, ...]:
        """All places of one kind."""
        return tuple(self._place(i) for i, row_kind in enumerate(self._kinds) if row_kind == kind)

    def former_codes(self, communes: Collection[str]) -> frozenset[str]:
        """The codes of the communes that merged into these."""
        return frozenset(former for former, now in self._former.items() if now in communes)

    def search(self, text: str, limit: int = 12, kinds: Collection[PlaceKind] | None = None) -> tuple[Place, ...]:
        """Return at most `limit` places for what was typed, best first; () for empty or unlike text.

        A code or SIREN gives its places alone; names are ranked as `NameIndex` says: exact, beginning, all words.
        Ties: the larger population first; populations within a quarter of a power of ten count as equal,
        and then metropolitan France comes before overseas, so that Saint-Denis (93066) precedes
        Saint-Denis (97411); then the larger; then commune, EPCI, EPT, département, région; then the code.
        Municipal arrondissements answer to their code only, unless `kinds` asks for them.
        """
        wanted = frozenset(kinds) if kinds is not None else frozenset(PlaceKind) - {PlaceKind.ARRONDISSEMENT}
        hidden = self._twins if PlaceKind.DEPARTEMENT in wanted else frozenset()

        def accept(position: int) -> bool:
            return self._kinds[position] in wanted and position not in hidden

        coded = [i for i in self._positions(text) if accept(i) or (kinds is None and i not in hidden)]
        return tuple(self._place(i) for i in coded[:limit] or self._index.find(text, limit, accept))

    def context(self, place: Place) -> tuple[Place, ...]:
        """The places that hold this one, nearest first: commune, EPT, EPCI, département, région."""
        holders = (
            (place.commune, PlaceKind.COMMUNE),
            (place.ept, PlaceKind.EPT),
            (place.epci, PlaceKind.EPCI),
            (place.departement, PlaceKind.DEPARTEMENT),
            (place.region, PlaceKind.REGION),
        )
        found = [self.by_code(code, kind) for code, kind in holders if code]
        return tuple(
            holder
            for holder in found
            if holder is not None
            and (holder.kind, holder.code) != (place.kind, place.code)
            and not (holder.kind is PlaceKind.REGION and holder.status == OVERSEAS_COLLECTIVITY)
        )

    def _positions(self, text: str) -> list[int]:
        code = "".join(text.split()).upper()
        found = [known[code] for known in self._codes.values() if code in known]
        if not found and code in self._former:
            return [self._codes[PlaceKind.COMMUNE][self._former[code]]]
        return found or ([self._sirens[code]] if code in self._sirens else [])

    def _place(self, position: int) -> Place:
        kind, code, name, siren, population, *rest = self._rows[position].split("\t")
        return Place(PlaceKind(kind), code, name, siren, int(population) if population else None, *rest)


def load_places() -> Places:
    """Read the resource, some 90 ms; the caller keeps what it gets."""
    packed = (files("resources") / "reference" / "places.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode().splitlines()
    facts = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    return Places(facts, lines[len(facts) :])


def _index(names: Iterable[str], kinds: Sequence[str]) -> NameIndex:
    folded = fold_lines("\n".join(names)).split("\n")
    short = {
        i: folded[i].split(" ", 1)[1]
        for i, kind in enumerate(kinds)
        if kind == PlaceKind.EPCI and folded[i].split(" ", 1)[0].upper() in _STATUS_PREFIXES
    }
    return NameIndex(folded, short)


def _year(text: str | None) -> int | None:
    return int(text) if text else None
