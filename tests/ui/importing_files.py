"""Files to import on the screen, and a page that has read them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.imports.census import DETAILED_BIRTH, export
from tests.imports.registers import association, register
from ui.importing.page import ImportPage

SECTION = "IMG1B - Pays de naissance détaillé"
BIRTHS = len(DETAILED_BIRTH) - 1
"""The rows of the census file: its two groups of countries make one."""


def census(folder: Path, people: Mapping[str, float] = DETAILED_BIRTH, name: str = "rp2022_td_img1B.csv") -> Path:
    """Write a census file of Rennes."""
    return export(folder / name, [(SECTION, people)])


def associations(folder: Path, local: int = 5) -> Path:
    """Write a register: two friends of Mali, one of Morocco, one to check, and `local` ones."""
    return register(
        folder / "rna_35.csv",
        association(1, "Les amis du Mali", "amitié et solidarité avec le Mali"),
        association(2, "Rennes Bamako", "solidarité avec le Mali"),
        association(3, "Maroc Bretagne", "échanges avec le Maroc"),
        association(4, "Yoga indien de Rennes", "cours de yoga"),
        *(association(100 + number, f"Club de pétanque {number}", "boules") for number in range(local)),
    )


def partners(folder: Path, rows: str = "Sendai;Japon;1967;12 000\nCork;Irlande;1982;cher\n") -> Path:
    """Write a table of one's own."""
    path = folder / "jumelages.csv"
    path.write_text(f"Appellation;Pays;Depuis;Dépense\n{rows}", encoding="utf-8")
    return path


def read(qtbot: QtBot, page: ImportPage, *paths: Path) -> ImportPage:
    """Have a page read files, and wait for it."""
    page.add(paths)
    settle(qtbot, page)
    return page


def settle(qtbot: QtBot, page: ImportPage) -> None:
    """Wait until nothing is read any more."""
    qtbot.waitUntil(lambda: not page.reading, timeout=30_000)
