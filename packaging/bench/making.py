"""Large files in the published formats, made up: the same for the same size."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

RENNES, RENNES_SIREN, PARIS = "35238", "213502388", "75056"
_MIB = 1 << 20
_ACCOUNTS = (
    "EXER;IDENT;NDEPT;LBUDG;MODVTHEL;INSEE;CBUDG;CTYPE;CSTYP;NOMEN;siren;CREGI;CACTI;SECTEUR;FINESS;CODBUD1;CATEG;BAL;"
    "FONCTION;COMPTE;BEDEB;BECRE;OBNETDEB;OBNETCRE;ONBDEB;ONBCRE;OOBDEB;OOBCRE;SD;SC\r\n"
)
_REGISTER = (
    "id;id_ex;siret;rup_mi;gestion;date_creat;date_decla;date_publi;date_disso;nature;groupement;titre;titre_court;objet;"
    "objet_social1;objet_social2;adrs_complement;adrs_numvoie;adrs_repetition;adrs_typevoie;adrs_libvoie;adrs_distrib;"
    "adrs_codeinsee;adrs_codepostal;adrs_libcommune;adrg_declarant;adrg_complemid;adrg_complemgeo;adrg_libvoie;"
    "adrg_distrib;adrg_codepostal;adrg_achemine;adrg_pays;dir_civilite;siteweb;publiweb;observation;position;maj_time\n"
)
_TITLES = (
    "ASSOCIATION SPORTIVE DU QUARTIER",
    "LES AMIS DU MALI",
    "COMITE DE JUMELAGE",
    "CHORALE DES ECOLES",
    "CLUB DE LECTURE",
    "SOLIDARITE FRANCO-SENEGALAISE",
    "PARENTS D'ELEVES",
    "ENSEMBLE POUR MADAGASCAR",
    "THEATRE DU COIN",
    "JARDINS PARTAGES",
)


def accounts(path: Path, mib: int) -> Path:
    """Write balances by nature and function of some thousand collectivités a hundred MiB, Rennes in the middle."""
    chance = random.Random(4)
    template = "".join(_account_line(chance) for _ in range(300))
    with path.open("wb") as file:
        file.write(_ACCOUNTS.encode("ascii"))
        siren, placed = 210_000_001, False
        while file.tell() < mib * _MIB:
            placed, mine = placed or file.tell() > mib * _MIB // 2, not placed and file.tell() > mib * _MIB // 2
            number = RENNES_SIREN if mine else str(siren)
            siren += chance.randint(3, 40)
            siren += str(siren) == RENNES_SIREN
            file.write(template.replace("#########", number).encode("iso-8859-1"))
    return path


def zipped(path: Path) -> Path:
    """Pack a file beside itself."""
    target = path.with_suffix(".zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.write(path, path.name)
    return target


def register(path: Path, rows: int) -> Path:
    """Write a register of associations of Paris, one row in four with a line end inside its purpose."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(_REGISTER)
        file.writelines(_association(chance, number) for number in range(rows))
    return path


def census(path: Path) -> Path:
    """Write a long file of nationalities: 34,000 communes, four ages, two sexes, two nationalities."""
    chance = random.Random(2)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("NIVGEO;CODGEO;LIBGEO;AGE4;SEXE;INATC;NB\n")
        for code in _communes():
            file.writelines(
                f"COM;{code};COMMUNE {code};{age};{sex};{nationality};{chance.uniform(0, 900):.6f}\n"
                for age in ("00", "15", "25", "55")
                for sex in "12"
                for nationality in "12"
            )
    return path


def _communes() -> Iterator[str]:
    for departement in range(1, 96):
        if departement != 20:
            yield from (f"{departement:02}{number:03}" for number in range(1, 363))


def _account_line(chance: random.Random) -> str:
    account = chance.choice(("6411", "6281", "65748", "6251", "70311", "2313", "204172", "4011", "1641", "60612"))
    function = chance.choice(("", "01", "020", "048", "211", "321", "633"))
    amounts = [
        f"{chance.uniform(0, 90_000):.2f}".replace(".", ",") if chance.random() < 0.4 else "0,00" for _ in range(6)
    ]
    return (
        f"2024;#########00019;035;COMMUNE;N;238;1;101;00;M57;#########;053;40;;;;Commune;DEF;{function};{account};"
        f"0,00;0,00;{';'.join(amounts[:4])};0,00;0,00;{';'.join(amounts[4:])}\r\n"
    )


def _association(chance: random.Random, number: int) -> str:
    title = f"{chance.choice(_TITLES)} {number}"
    purpose = "promouvoir les rencontres" + ("\net l'entraide" if number % 4 == 0 else " et l'entraide") + f" {number}"
    subject = chance.choice(("009050", "020020", "014040", "011000", "007005", "000000"))
    cells = [f"W75{number:07}", "", "", "", "751P", "2005-01-01", "2020-02-02", "2005-02-05", "0001-01-01", "D", "S"]
    cells += [
        title,
        "",
        purpose,
        subject,
        "000000",
        "",
        "1",
        "",
        "RUE",
        "DU FOUR",
        "",
        f"751{number % 20 + 1:02}",
        "75001",
    ]
    cells += ["PARIS", *[""] * 8, "PM", "", "0", "", "A", "2024-01-01 00:00:00"]
    return ";".join(f'"{cell}"' for cell in cells) + "\n"
