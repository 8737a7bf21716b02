"""Write resources/reference/countries.tsv from published country lists and CLDR names.

Usage: python packaging/reference/build_countries.py --countries DIR --oecd FILE [--output FILE]
DIR holds UNSD-M49-fr.csv, franceconnect_eidas_insee_country.csv and insee_pays2016.tsv; FILE is the OECD's
list of recipients (code, name_en, name_fr, income_group, geography).
"""

import argparse
import csv
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import babel

sys.path.insert(0, str(Path(__file__).parents[2]))
from diagnostic.territory.folding import fold

OUTPUT = Path(__file__).parents[2] / "resources" / "reference" / "countries.tsv"
SPELLINGS = Path(__file__).with_name("country_names.toml")
COLUMNS = "code iso3 insee insee_also name_fr name_en oda home region subregion other_names"
HEADER = (
    "source: INSEE (codes, 2016 and 2025), UN Statistics Division (M49), OECD (ODA recipients), Unicode CLDR (names)",
    "several values of one column are separated by |",
)
REGIONS = {"002": "africa", "019": "americas", "142": "asia", "150": "europe", "009": "oceania", "": "antarctica"}
# France and what INSEE counts within it: partners there are not abroad.
HOME = frozenset({"FR", "GP", "GF", "MQ", "RE", "YT", "NC", "PF", "PM", "BL", "MF", "WF", "TF"})
KOSOVO = {"ISO-alpha2 Code": "XK", "ISO-alpha3 Code": "XKX", "Region Code": "150", "Sub-region Code": "039",
          "Intermediate Region Code": "", "Country or Area": "Kosovo"}  # fmt: skip
# The OECD names these two otherwise than any other list.
OECD_NAMES = {"West Bank and Gaza Strip": "PS", "China (People's Republic of)": "CN"}
NOT_A_COUNTRY = "Part I unallocated by income"
FORMER, INDEPENDENT = "2", "1"


@dataclass
class Row:
    """One line of the resource."""

    code: str
    iso3: str
    region: str
    subregion: str
    name_fr: str
    name_en: str
    home: bool
    insee: str = ""
    insee_also: set[str] = field(default_factory=set)
    oda: bool = False
    names: list[str] = field(default_factory=list)


def main() -> None:
    """Build the resource and say what it holds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--countries", type=Path, required=True)
    options.add_argument("--oecd", type=Path, required=True)
    options.add_argument("--output", type=Path, default=OUTPUT)
    chosen = options.parse_args()
    spellings = tomllib.loads(SPELLINGS.read_text("utf-8"))
    rows = {r["ISO-alpha2 Code"]: country(r, spellings) for r in [*table(chosen.countries / "UNSD-M49-fr.csv"), KOSOVO]}
    add_insee(rows, chosen.countries, spellings)
    add_recipients(rows, table(chosen.oecd))
    keep_certain_names(rows.values())
    write(chosen.output, rows)


def table(path: Path, encoding: str = "utf-8-sig", delimiter: str = ",") -> list[dict[str, str]]:
    """The lines of a delimited file as dictionaries."""
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


def country(record: Mapping[str, str], spellings: Mapping[str, Mapping[str, object]]) -> Row:
    """A country of the UN list with its CLDR names and the spellings kept by hand."""
    code = record["ISO-alpha2 Code"]
    mine = spellings.get(code, {})
    french = babel.Locale("fr").territories[code]
    english = babel.Locale("en").territories[code]
    plain_english = english.replace(" & ", " and ").replace("St. ", "Saint ")
    row = Row(
        code, record["ISO-alpha3 Code"], REGIONS[record["Region Code"]],
        record["Intermediate Region Code"] or record["Sub-region Code"],
        str(mine.get("fr", french)), str(mine.get("en", plain_english)), code in HOME,
    )  # fmt: skip
    row.names += [french, english, record["Country or Area"]]
    row.names += mine.get("others", [])  # type: ignore[arg-type]  # lists of strings in the file
    return row


def add_insee(rows: Mapping[str, Row], folder: Path, spellings: Mapping[str, Mapping[str, object]]) -> None:
    """Add INSEE's codes and names.

    The 2025 table gives one country for each code, and a sovereign State for a code that several territories
    share (99425: the United Kingdom): that State recognises the code, the territories only carry it.
    """
    old = [r for r in table(folder / "insee_pays2016.tsv", "cp1252", "\t") if r["COG"] != "XXXXX"]
    new = table(folder / "franceconnect_eidas_insee_country.csv")
    codes: defaultdict[str, list[str]] = defaultdict(list)
    for record in new:
        codes[record["CODEISO2"]].append(record["COG"])
        rows[record["CODEISO2"]].names.append(record["LIBCOG"])
    of_states = {r["COG"]: r["CODEISO2"] for r in old if r["ACTUAL"] == INDEPENDENT}
    for code, row in rows.items():
        own = [c for c in codes[code] if of_states.get(c) == code] or sorted(codes[code])
        row.insee = str(spellings.get(code, {}).get("insee", own[0] if own else ""))
        row.insee_also = set(codes[code]) - {row.insee}
    current = {record["COG"] for record in new}
    for record in old:
        if record["COG"] not in current or record["CODEISO2"]:
            add_2016(rows, record, of_states)


def add_2016(rows: Mapping[str, Row], record: Mapping[str, str], of_states: Mapping[str, str]) -> None:
    """Add what a line of the 2016 file says of a country of today, or of a former one that it replaced."""
    heir = of_states.get(record["CRPAY"]) if record["ACTUAL"] == FORMER else record["CODEISO2"]
    row = rows.get(heir or "")
    if row is None:
        return
    if record["ACTUAL"] == FORMER and not record["CODEISO2"]:
        row.insee_also.add(record["COG"])
    elif not row.insee and of_states.get(record["COG"], row.code) == row.code:
        row.insee = record["COG"]
    row.names += [french_case(record[column]) for column in ("LIBCOG", "LIBENR")]


def french_case(capitals: str) -> str:
    """A name in capitals as one would write it: "RÉPUBLIQUE DU MALI" gives "République du Mali"."""
    small = {"De", "Du", "Des", "La", "Le", "Les", "Et", "Ou", "En"}
    words = capitals.title().replace("D'", "d'").replace("L'", "l'").split()
    return " ".join(word.lower() if word in small and at else word for at, word in enumerate(words))


def add_recipients(rows: Mapping[str, Row], recipients: Iterable[Mapping[str, str]]) -> None:
    """Mark the recipients of official development assistance; stop when one is not recognised."""
    known = {fold(name): row for row in rows.values() for name in (*row.names, row.name_fr, row.name_en)}
    unmatched = []
    for record in recipients:
        if record["income_group"] == NOT_A_COUNTRY:
            print(f"not a country: {record['name_en']}")
            continue
        by_name = known.get(fold(record["name_en"])) or known.get(fold(record["name_fr"]))
        row = rows.get(OECD_NAMES.get(record["name_en"], "")) or by_name
        if row is None:
            unmatched.append(record["name_en"])
            continue
        row.oda = True
        row.names += [record["name_en"], record["name_fr"]]
    print(f"ODA recipients: {sum(row.oda for row in rows.values())}, unmatched: {unmatched or 'none'}")
    if unmatched:
        raise SystemExit("every recipient must be matched or explained in OECD_NAMES")


def keep_certain_names(rows: Iterable[Row]) -> None:
    """Drop repeated names, and names that two countries share or that are the code of another."""
    rows = list(rows)
    taken = ((name, row.code) for row in rows for name in (row.name_fr, row.name_en, row.code, row.iso3))
    shown = {fold(name): code for name, code in taken}
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.names:
            owners[fold(name)].add(row.code)
    for row in rows:
        mine = {fold(row.name_fr), fold(row.name_en)}
        others = {fold(name): name for name in reversed(row.names) if name}
        for key in sorted(others.keys() - mine):
            if len(owners[key]) > 1 or shown.get(key, row.code) != row.code:
                print(f"doubtful name, left out of {row.code}: {others.pop(key)}")
        row.names = [name for key, name in reversed(others.items()) if key not in mine]


def write(output: Path, rows: Mapping[str, Row]) -> None:
    """Write the resource in the order of the codes."""
    lines = [f"# {line}" for line in HEADER] + [COLUMNS.replace(" ", "\t")]
    for _, row in sorted(rows.items()):
        values = (
            row.code, row.iso3, row.insee, "|".join(sorted(row.insee_also)), row.name_fr, row.name_en,
            str(int(row.oda)), str(int(row.home)), row.region, row.subregion, "|".join(row.names),
        )  # fmt: skip
        lines.append("\t".join(values))
    output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{output}: {output.stat().st_size:,} bytes, {len(rows)} countries and territories")
    print("without INSEE code:", " ".join(code for code, row in sorted(rows.items()) if not row.insee))


if __name__ == "__main__":
    main()
