"""The register of associations and lists of grants as they are published, written by hand for the tests."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

_WALDEC = """
id id_ex siret rup_mi gestion date_creat date_decla date_publi date_disso nature groupement titre
titre_court objet objet_social1 objet_social2 adrs_complement adrs_numvoie adrs_repetition adrs_typevoie
adrs_libvoie adrs_distrib adrs_codeinsee adrs_codepostal adrs_libcommune adrg_declarant adrg_complemid
adrg_complemgeo adrg_libvoie adrg_distrib adrg_codepostal adrg_achemine adrg_pays dir_civilite siteweb
publiweb observation position maj_time
"""
WALDEC = tuple(_WALDEC.split())
_IMPORT = """
id id_ex siret gestion date_creat date_publi nature groupement titre objet objet_social1 objet_social2 adr1
adr2 adr3 adrs_codepostal libcom adrs_codeinsee dir_civilite siteweb observation position rup_mi maj_time
"""
IMPORT = tuple(_IMPORT.split())
_SCDL = """
nomAttribuant idAttribuant dateConvention referenceDecision nomBeneficiaire idBeneficiaire rnaBeneficiaire
objet montant nature conditionsVersement datesPeriodeVersement idRAE notificationUE pourcentageSubvention
dispositifAide
"""
SCDL = tuple(_SCDL.split())
SECRET = "Zébulon Canari-Secret"
"""A name that nothing read may hold."""
PERSONAL = (
    "adrg_declarant", "adrg_complemid", "adrg_complemgeo", "adrg_libvoie", "adrg_distrib", "adrg_codepostal",
    "adrg_achemine", "adrg_pays", "dir_civilite", "siteweb", "observation", "adr1", "adr2", "adr3",
    "adrs_complement", "adrs_libvoie",
)  # fmt: skip
_USUAL = {
    "id_ex": "0", "date_creat": "2004-03-02", "date_decla": "0001-01-01", "date_publi": "2004-03-20",
    "date_disso": "0001-01-01",
    "nature": "D", "groupement": "S", "objet_social1": "000000", "objet_social2": "000000",
    "adrs_codeinsee": "35238",
    "adrs_codepostal": "35000", "adrs_libcommune": "RENNES", "libcom": "RENNES", "position": "A", "publiweb": "0",
    "maj_time": "2025-02-11 10:14:22",
}  # fmt: skip
_GIVEN = {
    "nomAttribuant": "Ville de Rennes", "idAttribuant": "21350238800019", "dateConvention": "2024-03-18",
    "nomBeneficiaire": "Association Teranga", "idBeneficiaire": "38047555800058",
    "objet": "Coopération avec le Sénégal",
    "montant": "1000.00", "nature": "aide en numéraire", "conditionsVersement": "unique", "notificationUE": "non",
    "pourcentageSubvention": "1.00",
}  # fmt: skip


def association(number: int, title: str, purpose: str = "", code: str = "000000", **cells: str) -> dict[str, str]:
    """Return an association of Rennes, active, whose personal cells all hold `SECRET`."""
    found = dict.fromkeys((*WALDEC, *IMPORT), "") | dict.fromkeys(PERSONAL, SECRET) | _USUAL
    return found | {"id": f"W{number:09}", "titre": title, "objet": purpose, "objet_social1": code} | cells


def grant(**cells: str) -> dict[str, str]:
    """Return a grant of Rennes in 2024."""
    return dict.fromkeys(SCDL, "") | _GIVEN | cells


def register(
    path: Path, *rows: Mapping[str, str], columns: Iterable[str] = WALDEC, encoding: str = "utf-8-sig"
) -> Path:
    """Write a register; every cell is quoted, as the ministry does."""
    return _write(path, rows, tuple(columns), ";", encoding)


def grants(path: Path, *rows: Mapping[str, str], separator: str = ",", encoding: str = "utf-8") -> Path:
    """Write a list of grants."""
    return _write(path, rows, SCDL, separator, encoding)


def _write(
    path: Path, rows: Iterable[Mapping[str, str]], columns: tuple[str, ...], separator: str, encoding: str
) -> Path:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([row[name] for name in columns] for row in rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path
