"""Write resources/reference/places.tsv.gz from the npm package @etalab/decoupage-administratif.

Usage: python packaging/reference/build_places.py [--package DIR] [--output FILE]
Without --package the package is fetched with `npm pack` into a temporary folder.
"""

import argparse
import gzip
import json
import math
import subprocess
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAME, VERSION = "@etalab/decoupage-administratif", "6.0.0"
EXPECTED = {
    "commune": 34_969,
    "epci": 1_255,
    "ept": 11,
    "arrondissement": 45,
    "departement": 109,  # 101 and the 8 collectivités d'outre-mer, which also stand as régions
    "region": 26,
}
CURRENT = ("commune-actuelle", "arrondissement-municipal")
KIND_ORDER = ("commune", "epci", "ept", "departement", "region", "arrondissement")
OVERSEAS_REGIONS = frozenset({"01", "02", "03", "04", "06"})  # the collectivités d'outre-mer have three digits
COLUMNS = "kind code name siren population epci ept departement region status commune"
OUTPUT = Path(__file__).parents[2] / "resources" / "reference" / "places.tsv.gz"
# The year of each population (by région where it differs) is argued in resources/reference/SOURCES.md.
HEADER = {
    "source": f"{NAME} {VERSION} (Etalab), from INSEE (code officiel géographique) and DGCL (EPCI)",
    "licence": "Licence Ouverte 2.0",
    "geography": "2026-01-01",
    "population": "population municipale, INSEE, populations de référence en vigueur au 1er janvier 2026",
    "population_year": "2023",
    "population_year.06": "2017",
    "population_year.986": "2023",
    "population_year.987": "2022",
    "population_year.988": "2025",
    "columns": COLUMNS,
    "order": "rows stand in the order in which a search ranks ties",
}
Record = Mapping[str, Any]


@dataclass
class Row:
    """One line of the resource."""

    kind: str
    code: str
    name: str
    siren: str = ""
    population: int | None = None
    epci: str = ""
    ept: str = ""
    departement: str = ""
    region: str = ""
    status: str = ""
    commune: str = ""
    members: list["Row"] = field(default_factory=list)

    def line(self) -> str:
        """The tab-separated line, its columns in the order of COLUMNS."""
        values = (getattr(self, column) for column in COLUMNS.split())
        return "\t".join("" if value is None else str(value) for value in values)

    def rank(self) -> tuple[object, ...]:
        """Where ties place the row: see diagnostic.territory.places.Places.search."""
        people = self.population or 0
        quarter_decade = int(math.log10(people) * 4) if people else -1
        place = KIND_ORDER.index(self.kind)
        return (-quarter_decade, self._overseas(), -people, place, self.code)

    def _overseas(self) -> bool:
        return self.region in OVERSEAS_REGIONS or len(self.region) == 3


def main() -> None:
    """Build the resource and say what it holds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--package", type=Path, help="the unpacked package; fetched when absent")
    options.add_argument("--output", type=Path, default=OUTPUT)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        package = chosen.package or fetch(Path(folder))
        check_version(package)
        data = {file.stem: json.loads(file.read_text("utf-8")) for file in (package / "data").glob("*.json")}
    rows = build(data)
    check(rows)
    write(chosen.output, sorted(rows, key=Row.rank), former_codes(data["communes"]))


def fetch(folder: Path) -> Path:
    """Download the package with npm and return the folder it unpacks to."""
    subprocess.run(["npm", "pack", f"{NAME}@{VERSION}", "--silent"], cwd=folder, check=True)
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def check_version(package: Path) -> None:
    """Stop unless the package is the one the figures were checked with."""
    found = json.loads((package / "package.json").read_text("utf-8"))["version"]
    if found != VERSION:
        raise SystemExit(f"expected {NAME} {VERSION}, found {found}")


def build(data: Mapping[str, Sequence[Record]]) -> list[Row]:
    """All rows, in no order; larger places carry the sums of their communes, all of one vintage."""
    communes = {c["code"]: commune(c) for c in data["communes"] if c["type"] == "commune-actuelle"}
    epci = [grouping(g, "epci", communes) for g in data["epci"]]
    ept = [grouping(g, "ept", communes) for g in data["ept"]]
    for group in ept:
        group.epci = shared(group.members, "epci")
    departements = [area(d, "departement", communes.values()) for d in data["departements"]]
    regions = [area(r, "region", communes.values()) for r in data["regions"]]
    arrondissements = [arrondissement(a) for a in data["communes"] if a["type"] == "arrondissement-municipal"]
    rows = [*communes.values(), *epci, *ept, *departements, *regions, *arrondissements]
    for row in rows:
        row.population = total(row.members) if row.members else row.population
    return rows


def commune(record: Record) -> Row:
    """A current commune."""
    return Row(
        "commune", record["code"], record["nom"], record.get("siren", ""), record.get("population"),
        departement=record["departement"], region=record["region"],
    )  # fmt: skip


def arrondissement(record: Record) -> Row:
    """A municipal arrondissement, tied to its commune so that nobody counts it twice."""
    return Row(
        "arrondissement", record["code"], record["nom"], "", record["population"],
        departement=record["departement"], region=record["region"], commune=record["commune"],
    )  # fmt: skip


def grouping(record: Record, kind: str, communes: Mapping[str, Row]) -> Row:
    """An EPCI or an EPT; marks its member communes as its own."""
    members = [communes[member["code"]] for member in record["membres"]]
    for member in members:
        setattr(member, kind, record["code"])
    # The Métropole de Lyon (MET69) is a collectivité of its own law; for a search it is a métropole.
    status = {"MET69": "METRO", "EPT": ""}.get(record["type"], str(record["type"]))
    return Row(
        kind, record["code"], record["nom"], siren=record["code"], status=status, members=members,
        departement=shared(members, "departement"), region=shared(members, "region"),
    )  # fmt: skip


def area(record: Record, kind: str, communes: Iterable[Row]) -> Row:
    """A département or région; the package has no SIREN for them."""
    members = [member for member in communes if getattr(member, kind) == record["code"]]
    row = Row(kind, record["code"], record["nom"], region=record.get("region", record["code"]), members=members)
    row.departement = record["code"] if kind == "departement" else ""
    row.status = "COM" if record["zone"] == "com" else ""
    return row


def shared(members: Iterable[Row], column: str) -> str:
    """The value all members have in common, else ""."""
    values = {getattr(member, column) for member in members}
    return values.pop() if len(values) == 1 else ""


def total(members: Iterable[Row]) -> int | None:
    """The sum of the known populations; None when none is known (the uninhabited territories)."""
    known = [member.population for member in members if member.population is not None]
    return sum(known) if known else None


def former_codes(records: Iterable[Record]) -> dict[str, str]:
    """Codes of communes since merged, each with the one commune that took it in; doubtful codes left out."""
    heirs: defaultdict[str, set[str]] = defaultdict(set)
    current = {record["code"] for record in records if record["type"] in CURRENT}
    for record in records:
        if record["type"] == "commune-actuelle":
            for code in record.get("anciensCodes", ()):
                heirs[code].add(record["code"])
        elif record["type"] != "arrondissement-municipal":
            heirs[record["code"]].add(record["chefLieu"])
    certain = {code: min(heir) for code, heir in sorted(heirs.items()) if len(heir) == 1}
    return {code: heir for code, heir in certain.items() if code not in current}


def check(rows: Iterable[Row]) -> None:
    """Print how many rows of each kind there are and stop when a number is not the expected one."""
    counts = dict.fromkeys(EXPECTED, 0)
    for row in rows:
        counts[row.kind] += 1
    print("rows:", counts)
    if counts != EXPECTED:
        raise SystemExit(f"expected {EXPECTED}")


def write(output: Path, rows: Iterable[Row], former: Mapping[str, str]) -> None:
    """Write the compressed resource; the same input always gives the same bytes."""
    places = [row.line() for row in rows]
    header = {**HEADER, "rows": len(places)}
    lines = [f"# {key}: {value}" for key, value in header.items()] + places
    lines += [f"former\t{code}\t{heir}" for code, heir in former.items()]
    packed = gzip.compress(("\n".join(lines) + "\n").encode(), compresslevel=9, mtime=0)
    output.write_bytes(packed)
    print(f"{output}: {len(packed):,} bytes, {len(lines):,} lines, {len(former):,} former codes")


if __name__ == "__main__":
    main()
