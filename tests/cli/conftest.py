"""Running the command line as a user does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from diagnostic.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command gave back."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in French unless it says otherwise; any error is at most three lines, and no traceback."""
    monkeypatch.setenv("ROSEDESVENTS_LANG", "fr")

    def command(*words: object) -> Ran:
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert len(err.splitlines()) <= 3
        assert (code == 0) == (err == "")
        return Ran(code, out, err)

    return command


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier of Rennes made by the command line, once."""
    path = tmp_path_factory.mktemp("made") / "rennes.rose"
    assert main(["new", str(path), "--territory", "35238", "--year", "2026"]) == 0
    return path


@pytest.fixture
def rennes(made: Path, tmp_path: Path) -> Path:
    """A dossier of Rennes to do with as the test likes."""
    return Path(shutil.copy(made, tmp_path / "rennes.rose"))
