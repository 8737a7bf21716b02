"""Balances of local accounts as the DGFiP publishes them, written by hand for the tests."""

from __future__ import annotations

from pathlib import Path

_HEADER = (
    "EXER;IDENT;NDEPT;LBUDG;MODVTHEL;INSEE;CBUDG;CTYPE;CSTYP;NOMEN;siren;CREGI;CACTI;SECTEUR;FINESS;CODBUD1;CATEG;BAL;"
    "FONCTION;COMPTE;BEDEB;BECRE;OBNETDEB;OBNETCRE;ONBDEB;ONBCRE;OOBDEB;OOBCRE;SD;SC"
)
COLUMNS = tuple(_HEADER.split(";"))
RENNES = "213502388"
_USUAL = {
    "EXER": "2024", "NDEPT": "035", "LBUDG": "RENNES", "MODVTHEL": "N", "INSEE": "238", "CBUDG": "1", "CTYPE": "101",
    "CSTYP": "00", "NOMEN": "M57", "siren": RENNES, "CREGI": "053", "CACTI": "40", "CATEG": "Commune", "BAL": "DEF",
}  # fmt: skip


def row(account: str, paid: str = "0,00", received: str = "0,00", function: str = "", **cells: str) -> dict[str, str]:
    """Return a line of a balance: the main budget of Rennes in 2024 unless said otherwise."""
    found = dict.fromkeys(COLUMNS, "") | dict.fromkeys(COLUMNS[20:], "0,00") | _USUAL
    found |= {"COMPTE": account, "OBNETDEB": paid, "OBNETCRE": received, "FONCTION": function} | cells
    return found | {"IDENT": cells.get("IDENT", found["siren"] + "00019")}


def balance(
    path: Path, *rows: dict[str, str], without: str = "", encoding: str = "iso-8859-1", end: str = "\r\n"
) -> Path:
    """Write a file of these lines; `without` names the columns that it lacks."""
    columns = [name for name in COLUMNS if name not in without.split()]
    lines = [";".join(columns), *(";".join(line[name] for name in columns) for line in rows)]
    path.write_bytes("".join(line + end for line in lines).encode(encoding))
    return path
