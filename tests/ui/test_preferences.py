"""Preferences come back, and never stand in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.shell.preferences import FILE, MOST_ZOOM, Preferences, read_preferences, write_preferences
from ui.shell.settings import Settings


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    kept = Preferences(language="en", theme="dark", zoom=150, panel_folded=True, geometry="AAAA")
    write_preferences(tmp_path / "new", kept)
    assert read_preferences(tmp_path / "new") == kept


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_preferences(tmp_path) == Preferences()


@pytest.mark.parametrize("content", ["", "[]", "{", "null", '{"zoom": "large", "language": 3}'])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    assert read_preferences(tmp_path) == Preferences()


def test_values_that_make_no_sense_are_mended_and_the_others_kept(tmp_path: Path) -> None:
    said = {"language": "de", "theme": "pink", "zoom": 4000, "panel_folded": True, "unheard": 1}
    (tmp_path / FILE).write_text(json.dumps(said), encoding="utf-8")
    assert read_preferences(tmp_path) == Preferences(zoom=MOST_ZOOM, panel_folded=True)


def test_preferences_that_cannot_be_kept_hold_for_the_session_and_it_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    settings = Settings(in_the_way)
    with qtbot.waitSignal(settings.fault) as said:
        settings.keep(zoom=120)
    assert said.args[0].key == "cannot_write"
    assert settings.now.zoom == 120
