"""Every command on a file that it cannot use."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from diagnostic.dossier.opening import open_dossier
from tests.cli.conftest import Run

READING = (["show"], ["score"], ["check"], ["brief", "-o", "out.pdf"])
WRITING = (["add", "diaspora", "country=MA"], ["answer", "x", "done"], ["stand", "diaspora", "complete"], ["campaign"])


def words(command: list[str], path: Path) -> list[str]:
    """Put the file where the command wants it."""
    return [command[0], str(path), *command[1:]]


@pytest.fixture(params=["text", "empty", "cut", "missing", "folder"])
def unusable(request: pytest.FixtureRequest, rennes: Path) -> Path:
    """A file that is no dossier, in each way a file can be none."""
    path = rennes.with_name("faux.rose")
    match request.param:
        case "text":
            path.write_text("un texte renommé", encoding="utf-8")
        case "empty":
            path.touch()
        case "cut":
            path.write_bytes(rennes.read_bytes()[:5000])
        case "folder":
            path.mkdir()
    return path


@pytest.mark.parametrize("command", READING + WRITING, ids=lambda command: command[0])
def test_an_unusable_file_is_named_and_left_alone(
    run: Run, unusable: Path, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(unusable.parent)
    before = unusable.read_bytes() if unusable.is_file() else None
    if command[0] == "answer":
        command = ["answer", "governance_oda", "done"]
    ran = run(*words(command, unusable))
    assert ran.code == 1
    assert "faux.rose" in ran.err
    assert (unusable.read_bytes() if unusable.is_file() else None) == before
    assert not Path("out.pdf").exists()


def test_a_dossier_open_elsewhere_can_be_read_but_not_written(run: Run, rennes: Path) -> None:
    holder = open_dossier(rennes)
    assert run("show", rennes).code == 0
    ran = run("add", rennes, "diaspora", "country=MA")
    holder.close()
    assert ran.code == 1
    assert run("add", rennes, "diaspora", "country=MA").code == 0


def test_a_newer_dossier_can_be_read_but_not_written(run: Run, rennes: Path) -> None:
    connection = sqlite3.connect(rennes)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    assert run("show", rennes).code == 0
    assert run("add", rennes, "diaspora", "country=MA").code == 1


def test_a_dossier_is_never_written_over(run: Run, rennes: Path) -> None:
    before = rennes.read_bytes()
    assert run("new", rennes, "--territory", "35238").code == 1
    assert run("demo", rennes).code == 1
    assert rennes.read_bytes() == before


def test_a_brief_that_cannot_be_written_says_where(run: Run, rennes: Path, tmp_path: Path) -> None:
    ran = run("brief", rennes, "-o", tmp_path / "nulle" / "part.pdf")
    assert ran.code == 1
    assert str(tmp_path / "nulle") in ran.err


def test_a_brief_never_takes_the_place_of_a_dossier(run: Run, rennes: Path, tmp_path: Path) -> None:
    before = rennes.read_bytes()
    (tmp_path / "lien.pdf").symlink_to(rennes)
    for output in (rennes, tmp_path / "autre.rose", tmp_path / "lien.pdf"):
        assert run("brief", rennes, "-o", output).code == 2
    assert rennes.read_bytes() == before
    assert not (tmp_path / "autre.rose").exists()
