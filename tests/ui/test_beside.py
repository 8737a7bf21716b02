"""Work beside the screen: what it finds, refuses or breaks on reaches the main thread, and nothing of Qt its own."""

from __future__ import annotations

import gc
import sys
import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diagnostic.errors import WorldError
from diagnostic.watching import Watch
from ui.shell.beside import Beside
from ui.shell.screen_first import TURN, ScreenFirst, tidy


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


def test_what_was_found_is_told_in_the_main_thread(qtbot: QtBot, owner: QObject) -> None:
    heard: list[tuple[object, str]] = []
    beside = Beside(lambda watch: threading.current_thread().name, "reading", owner)
    beside.done.connect(lambda found: heard.append((found, threading.current_thread().name)))
    with qtbot.waitSignal(beside.ended):
        beside.start()
    assert heard == [("reading", threading.main_thread().name)]


def test_a_fault_of_the_world_is_told_and_the_end_too(qtbot: QtBot, owner: QObject) -> None:
    fault = WorldError("cannot_read", file="x.csv")

    def work(watch: Watch) -> None:
        raise fault

    heard: list[object] = []
    beside = Beside(work, "reading", owner)
    beside.failed.connect(heard.append)
    with qtbot.waitSignal(beside.ended):
        beside.start()
    assert heard == [fault]


def test_a_fault_of_ours_is_raised_where_the_crash_report_is_made(qtbot: QtBot, owner: QObject) -> None:
    def work(watch: Watch) -> None:
        raise ZeroDivisionError("ours")

    beside = Beside(work, "reading", owner)
    with qtbot.captureExceptions() as caught, qtbot.waitSignal(beside.ended):
        beside.start()
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]


def test_work_that_is_told_to_stop_stops_where_it_says_how_far_it_is(qtbot: QtBot, owner: QObject) -> None:
    begun = threading.Event()

    def work(watch: Watch) -> None:
        while True:
            begun.set()
            watch(1, 2)

    beside = Beside(work, "reading", owner)
    beside.start()
    assert begun.wait(10)
    with qtbot.waitSignal(beside.cancelled):
        beside.cancel()
    beside.wait()


def test_work_outlives_whoever_asked_for_it(qtbot: QtBot, owner: QObject) -> None:
    go, heard = threading.Event(), []
    work = Beside(lambda watch: go.wait(10) and "found", "reading", owner)
    work.done.connect(heard.append)
    work.start()
    owner.deleteLater()
    with qtbot.waitSignal(owner.destroyed):
        pass
    go.set()
    work.wait()
    qtbot.wait(50)
    assert heard == []


class Ring:
    """Something that refers to itself: only a collection frees it. It tells in which thread that was."""

    def __init__(self, freed: list[str]) -> None:
        self.itself, self.freed = self, freed

    def __del__(self) -> None:
        self.freed.append(threading.current_thread().name)


def test_what_is_left_behind_is_never_collected_in_a_thread(qtbot: QtBot, owner: QObject) -> None:
    rule = ScreenFirst(owner)
    rule.start()
    freed: list[str] = []

    def allocate(watch: Watch) -> list[list[object]]:
        Ring(freed)
        return [[] for _ in range(100_000)]

    beside = Beside(allocate, "reading", owner)
    found: list[object] = []
    beside.done.connect(found.append)
    with qtbot.waitSignal(beside.ended):
        beside.start()
    assert freed == []
    tidy()
    assert freed == [threading.main_thread().name]
    rule.stop()


def test_python_gets_back_what_was_taken(owner: QObject) -> None:
    gc.enable()
    before = sys.getswitchinterval()
    rule = ScreenFirst(owner)
    rule.start()
    assert not gc.isenabled()
    assert sys.getswitchinterval() == pytest.approx(TURN)
    rule.stop()
    assert gc.isenabled()
    assert sys.getswitchinterval() == pytest.approx(before)
    gc.disable()  # as the suite has it
