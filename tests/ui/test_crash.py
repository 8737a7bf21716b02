"""A fault of the program is written down without anything of the user's, shown, and survived."""

from __future__ import annotations

import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diagnostic.dossier.operations import add
from diagnostic.dossier.records import Partnership
from diagnostic.texts import Texts
from ui.shell.crash import CrashWatch
from ui.shell.crash_report import FOLDER, Setting, names_of, report, write_report

SETTING = Setting("0.1.0", "6.12", ("add partnership",))


@pytest.fixture
def watch(qtbot: QtBot, tmp_path: Path, texts: Texts) -> CrashWatch:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return CrashWatch(tmp_path, lambda: SETTING, lambda: (window, texts))


def fail() -> None:
    raise ValueError("Mme Durand, 06 12 34 56 78")


def caught(watch: CrashWatch) -> None:
    try:
        fail()
    except ValueError:
        watch.caught(*sys.exc_info())


def test_a_report_says_where_it_failed_and_nothing_of_the_users() -> None:
    try:
        fail()
    except ValueError as fault:
        text = report(ValueError, fault.__traceback__, SETTING, datetime(2026, 11, 21, 14, 32))
    assert "Rose des vents 0.1.0" in text
    assert "add partnership" in text
    assert "in fail" in text
    assert "ValueError (message left out)" in text
    assert "\nMme Durand" not in text
    assert str(Path.home()) + "/" not in text


def test_operations_are_named_without_their_subjects() -> None:
    assert names_of([add(Partnership(name="Santa Fe"))]) == ("add partnership",)


def test_the_user_reads_the_report_and_is_told_where_it_is_kept(
    qtbot: QtBot, watch: CrashWatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    caught(watch)
    qtbot.waitUntil(lambda: watch.dialog is not None)
    kept = list((tmp_path / FOLDER).iterdir())
    assert len(kept) == 1
    assert watch.dialog.text.toPlainText() == kept[0].read_text(encoding="utf-8")
    assert kept[0].name in watch.dialog.kept.text()
    target = tmp_path / "report.txt"
    watch.dialog.write(str(target))
    assert target.read_text(encoding="utf-8") == kept[0].read_text(encoding="utf-8")
    watch.dialog.go_on.click()
    qtbot.waitUntil(lambda: watch.dialog is None)


def test_a_program_without_a_console_writes_its_report_and_shows_it_too(
    qtbot: QtBot, watch: CrashWatch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    caught(watch)
    assert len(list((tmp_path / FOLDER).iterdir())) == 1
    qtbot.waitUntil(lambda: watch.dialog is not None)
    watch.dialog.accept()


def test_one_report_is_shown_at_a_time_and_all_are_kept(
    qtbot: QtBot, watch: CrashWatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    caught(watch)
    qtbot.waitUntil(lambda: watch.dialog is not None)
    first = watch.dialog
    caught(watch)
    qtbot.wait(10)
    assert watch.dialog is first
    assert len(list((tmp_path / FOLDER).iterdir())) == 2
    first.accept()


def test_a_thread_that_fails_is_shown_too(
    qtbot: QtBot, watch: CrashWatch, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    watch.install()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: watch.dialog is not None)
    assert "in fail" in watch.dialog.text.toPlainText()
    watch.dialog.accept()


def test_a_report_that_cannot_be_kept_is_shown_all_the_same(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    assert write_report(in_the_way, "rapport", datetime(2026, 11, 21)) is None
