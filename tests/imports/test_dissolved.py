"""An association of the dossier that the register says dissolved: told, and noted on it only if the user wants."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diagnostic.dossier.operations import add
from diagnostic.dossier.records import Association
from diagnostic.dossier.store import Dossier
from diagnostic.imports.bringing import case_of, read_file
from diagnostic.imports.preview import Fate, Preview, not_chosen, operation, preview
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.saying import sentence
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import Texts
from tests.imports.registers import association, register

Look = Callable[[Path], Preview]


@pytest.fixture
def look(dossier: Dossier, places: Places, countries: Countries) -> Look:
    def seen(path: Path) -> Preview:
        now = dossier.snapshot()
        return preview(read_file(path, case_of(now, places, countries, lang="fr", day="2026-11-21"), FORMATS), now)

    return seen


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return register(
        tmp_path / "rna_waldec_20260101_dpt_35.csv",
        association(1, "AMIS DU MALI", position="D", date_disso="2025-04-30"),
        association(2, "CLUB DE BOULES", position="D", date_disso="2025-04-30"),
        association(3, "AMIS DU TOGO", "solidarité avec le Togo"),
    )


def test_it_is_proposed_as_a_remark_and_not_taken_by_itself(
    dossier: Dossier, look: Look, file: Path, texts: Texts
) -> None:
    dossier.apply(add(Association(name="Amis du Mali", rna="w000000001", comment="vue au forum", works_with=True)))
    found = look(file)
    (line,) = (each for each in found.lines if each.before)
    assert (line.fate, line.fields, line.chosen) == (Fate.CHANGED, ("comment",), False)
    assert "dissoute le 30 avril 2025" in sentence(line.reasons[0], texts)
    assert {each.why.key: each.lines for each in found.reading.skipped} == {"skip.rna_dissolved": (3,)}
    (kept,) = dossier.snapshot().associations
    change = operation(found, not_chosen(found))
    assert change
    dossier.apply(change)
    assert kept in dossier.snapshot().associations


def test_the_remark_stands_after_what_the_user_noted_and_is_written_once(
    dossier: Dossier, look: Look, file: Path
) -> None:
    dossier.apply(add(Association(name="Amis du Mali", rna="W000000001", comment="vue au forum", works_with=True)))
    change = operation(look(file))
    assert change
    dossier.apply(change)
    gone = next(each for each in dossier.snapshot().associations if each.rna == "W000000001")
    assert gone.comment == "vue au forum\nDissoute le 30 avril 2025 selon le répertoire des associations (RNA)."
    assert (gone.name, gone.works_with) == ("Amis du Mali", True)
    assert operation(look(file)) is None


def test_a_namesake_without_a_number_is_not_taken_for_it(dossier: Dossier, look: Look, file: Path) -> None:
    dossier.apply(add(Association(name="Amis du Mali")))
    assert [line.after.rna for line in look(file).lines if isinstance(line.after, Association)] == ["W000000003"]
