"""The whole program, started as a user starts it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diagnostic import demo
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.store import Dossier
from ui.shell.desk import DEMONSTRATION
from ui.shell.running import Program

ROOT = Path(__file__).parents[2]
STARTED_AND_CLOSED = """
import sys
from PySide6.QtCore import QTimer
from ui.shell import running

class Closing(running.Program):
    def start(self, path):
        super().start(path)
        self.references.done.connect(lambda _: QTimer.singleShot(0, self.window.close))

running.Program = Closing
from ui.app import main
sys.exit(main([]))
"""


@pytest.fixture
def program(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    font, palette, style = qapp.font(), qapp.palette(), qapp.style().objectName()
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    program = Program(qapp, "fr")
    yield program
    program.window.close()
    program.stop()
    program.appearance.set_language("en")
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyle(style)


def test_a_dossier_named_on_the_command_line_opens_with_all_its_pages(
    qtbot: QtBot, program: Program, dossier: Dossier
) -> None:
    dossier.close()
    program.start(dossier.path)
    qtbot.waitUntil(lambda: program.window.workbench.opened is not None, timeout=20_000)
    frame = program.window.workbench.opened.frame
    frame.show_step("results")
    assert frame.step == "results"


def test_the_demonstration_opens_and_what_was_changed_in_it_stays(
    qtbot: QtBot, program: Program, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch, dossier: Dossier
) -> None:
    """The demonstration's own content has tests of its own: here a small dossier stands for it."""
    dossier.close()
    built = own_data_folder / f"{DEMONSTRATION}-fr.rose"
    own_data_folder.mkdir(exist_ok=True)
    built.write_bytes(dossier.path.read_bytes())
    program.start(None)
    program.window.start.demo.click()
    qtbot.waitUntil(lambda: program.window.workbench.opened is not None, timeout=20_000)
    assert program.window.workbench.opened.dossier.path == built


def test_a_demonstration_that_cannot_be_opened_is_left_beside_a_fresh_one(
    qtbot: QtBot, program: Program, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch, dossier: Dossier
) -> None:
    dossier.close()
    monkeypatch.setattr(demo, "build_demo", lambda path, lang: path.write_bytes(dossier.path.read_bytes()))
    own_data_folder.mkdir(exist_ok=True)
    damaged = own_data_folder / f"{DEMONSTRATION}-fr.rose"
    damaged.write_bytes(dossier.path.read_bytes()[:5000])
    program.start(None)
    window = program.window
    window.start.demo.click()
    qtbot.waitUntil(window.banner.action.isVisible, timeout=20_000)
    assert damaged.name in window.banner.words.text()
    window.banner.action.click()
    fresh = own_data_folder / f"{DEMONSTRATION}-fr (2).rose"
    assert window.workbench.opened.dossier.path == fresh
    assert damaged.stat().st_size == 5000
    window.show_start()
    window.start.demo.click()
    assert window.workbench.opened.dossier.path == fresh


def test_a_demonstration_open_elsewhere_is_offered_for_reading(
    qtbot: QtBot, program: Program, own_data_folder: Path, dossier: Dossier
) -> None:
    dossier.close()
    own_data_folder.mkdir(exist_ok=True)
    built = own_data_folder / f"{DEMONSTRATION}-fr.rose"
    built.write_bytes(dossier.path.read_bytes())
    elsewhere = open_dossier(built)
    program.start(None)
    program.window.start.demo.click()
    qtbot.waitUntil(program.window.banner.action.isVisible, timeout=20_000)
    assert program.window.banner.action.text() == program.window.texts("shell.open_read_only")
    elsewhere.close()


def test_the_program_starts_loads_and_ends_by_itself(tmp_path: Path) -> None:
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "ROSEDESVENTS_DATA": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", STARTED_AND_CLOSED], cwd=ROOT, env=environ, capture_output=True, text=True, timeout=60
    )
    assert run.returncode == 0, run.stderr
    assert "Traceback" not in run.stderr
    assert not (tmp_path / "crashes").exists()
