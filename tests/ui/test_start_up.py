"""The window is there before anything heavy is loaded, and says what a system lacks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.app import main
from ui.shell import system_libraries
from ui.shell.language import language_of, spoken
from ui.shell.system_libraries import QT, WAYLAND, XCB, missing, obstacle, platforms

HEAVY = ("pandas", "matplotlib", "reportlab", "alembic", "openpyxl", "sqlalchemy", "numpy")
ROOT = Path(__file__).parents[2]
AFTER_IMPORT = """
import json, sys
import ui.app
print(json.dumps([name for name in sys.modules if "." not in name]))
"""
AFTER_START_PAGE = """
import json, sys
from PySide6.QtWidgets import QApplication
from ui.shell.running import Program
application = QApplication([])
program = Program(application, "fr")
program.window.show()
application.processEvents()
assert program.window.start.isVisible()
print(json.dumps([name for name in sys.modules if "." not in name]))
"""


def modules_after(code: str, folder: Path) -> set[str]:
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "ROSEDESVENTS_DATA": str(folder)}
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True, check=True
    )
    return set(json.loads(run.stdout))


def test_importing_the_program_loads_nothing_heavy_and_not_even_qt(tmp_path: Path) -> None:
    loaded = modules_after(AFTER_IMPORT, tmp_path)
    assert not loaded & {*HEAVY, "PySide6"}


def test_the_start_page_is_shown_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    loaded = modules_after(AFTER_START_PAGE, tmp_path)
    assert "PySide6" in loaded
    assert not loaded & set(HEAVY)


def test_checking_the_libraries_alone_does_not_import_qt() -> None:
    code = "import sys, ui.shell.system_libraries as s; print(s.main(), 'PySide6' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0", "False"]


def test_missing_libraries_are_named_with_the_packages_of_both_families() -> None:
    lacking = {"libEGL.so.1", "libxcb-cursor.so.0"}
    said = obstacle({"DISPLAY": ":0"}, "fr", screen_needed=True, loads=lambda name: name not in lacking)
    lines = said.splitlines()
    assert len(lines) == 3
    assert "libEGL.so.1, libxcb-cursor.so.0" in lines[0]
    assert lines[1].endswith("sudo apt install libegl1 libxcb-cursor0")
    assert lines[2].endswith("sudo dnf install libglvnd-egl xcb-util-cursor")


def test_libraries_of_a_platform_that_is_not_used_are_not_asked_for() -> None:
    there = {library.name for library in QT}
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}
    assert missing(offscreen, lambda name: name in there) == ()
    assert set(missing({"DISPLAY": ":0"}, lambda name: name in there)) == set(XCB)


def test_one_working_platform_of_two_is_enough() -> None:
    wayland = {library.name for library in (*QT, *WAYLAND)}
    both = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
    assert missing(both, lambda name: name in wayland) == ()


def test_this_system_has_what_the_tests_themselves_use() -> None:
    assert missing({"QT_QPA_PLATFORM": "offscreen"}) == ()


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_without_a_screen_one_sentence_says_so(lang: str) -> None:
    said = obstacle({}, lang, screen_needed=True, loads=lambda name: True)
    assert "WAYLAND_DISPLAY" in said
    assert len(said.splitlines()) == 1
    assert obstacle({}, lang, screen_needed=False, loads=lambda name: True) == ""


def test_the_platform_asked_for_is_the_one_checked() -> None:
    assert platforms({"QT_QPA_PLATFORM": "xcb;wayland:x"}) == ("xcb", "wayland")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the check is for Linux")
def test_the_program_stops_with_a_sentence_where_there_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    assert "DISPLAY" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the check is for Linux")
def test_the_check_run_alone_fails_when_something_lacks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "obstacle", lambda *_, **__: "il manque libEGL")
    assert system_libraries.main() == 1
    assert capsys.readouterr().err == "il manque libEGL\n"


def test_bad_usage_is_two_and_help_is_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["a.rose", "b.rose"]) == 2
    assert main(["--verbose"]) == 2
    assert "rosedesvents-window" in capsys.readouterr().err
    assert main(["--help"]) == 0
    assert "rosedesvents-window" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("names", "lang"),
    [(["en_GB.UTF-8"], "en"), (["de_DE", "en"], "en"), (["fr-FR"], "fr"), (["de_DE"], "fr"), ([], "fr"), (["C"], "fr")],
)
def test_the_systems_language_is_followed_and_french_otherwise(names: list[str], lang: str) -> None:
    assert spoken(names) == lang


def test_the_strongest_variable_of_the_environment_decides() -> None:
    assert language_of({"LANG": "fr_FR.UTF-8", "LC_ALL": "en_GB.UTF-8"}) == "en"
    assert language_of({"LANGUAGE": "de:en", "LANG": "fr_FR"}) == "en"
    assert language_of({}) == "fr"
