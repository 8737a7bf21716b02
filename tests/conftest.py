"""What the tests share: the references, read once, and a dossier on disk."""

from __future__ import annotations

import gc
import os
import pickle
import shutil
import sys
import threading
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from diagnostic.demo import build_demo
from diagnostic.dossier.founding import new_campaign, territory_of
from diagnostic.dossier.opening import create_dossier, open_dossier
from diagnostic.dossier.store import Dossier
from diagnostic.framework.load import load_edition
from diagnostic.framework.model import Framework
from diagnostic.territory.countries import Countries, load_countries
from diagnostic.territory.places import Places, load_places
from diagnostic.texts import Texts, load_texts
from tests.crash_stacks import pytest_sessionstart, pytest_terminal_summary
from ui.shell.screen_first import TURN, tidy

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
DAY = "2026-11-21"
__all__ = ["pytest_sessionstart", "pytest_terminal_summary"]  # pytest finds hooks here alone


@pytest.fixture(scope="session", autouse=True)
def screen_first() -> Iterator[None]:
    """Let threads live beside the screen as the program does."""
    before = sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(TURN)
    yield
    sys.setswitchinterval(before)
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def parsed_once() -> Iterator[None]:
    """Parse each text of the program's resources once: every test that starts the program would do it again."""
    kept: dict[str, bytes] = {}
    parse = tomllib.loads

    def loads(text: str, *, parse_float: Callable[[str], Any] = float) -> dict[str, Any]:
        if text not in kept:
            kept[text] = pickle.dumps(parse(text, parse_float=parse_float))
        return cast(dict[str, Any], pickle.loads(kept[text]))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tomllib, "loads", loads)
        yield


@pytest.fixture(autouse=True)
def left_alone(screen_first: None) -> Iterator[None]:
    """Leave nothing of a test to the next one: its threads end, its windows go as Qt takes them down, then the rest."""
    yield
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join()
    for window in QApplication.topLevelWidgets() if QApplication.instance() else ():
        if window.parent() is None:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tidy()


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test out of the user's data folder."""
    folder = tmp_path / "user-data"
    monkeypatch.setenv("ROSEDESVENTS_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def texts() -> Texts:
    """The French texts."""
    return load_texts("fr")


@pytest.fixture(scope="session")
def english() -> Texts:
    """The English texts."""
    return load_texts("en")


@pytest.fixture(scope="session")
def countries() -> Countries:
    """The reference of countries."""
    return load_countries()


@pytest.fixture(scope="session")
def places() -> Places:
    """The reference of French places."""
    return load_places()


@pytest.fixture(scope="session")
def framework() -> Framework:
    """The shipped edition of the framework."""
    return load_edition()


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory, places: Places, framework: Framework) -> Path:
    """The file of a dossier of Rennes, with nothing but its territory, made once and copied for each test."""
    place = places.by_code("35238")
    assert place
    path = tmp_path_factory.mktemp("founded") / "rennes.rose"
    create_dossier(path, territory_of(place, places), new_campaign(framework, 2026, DAY)).close()
    return path


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the demonstration in French, made once and copied for each test."""
    path = tmp_path_factory.mktemp("demonstration") / "demo.rose"
    build_demo(path, "fr")
    return path


@pytest.fixture
def dossier(tmp_path: Path, founded: Path) -> Iterator[Dossier]:
    """An open dossier of Rennes, with nothing but its territory."""
    opened = open_dossier(shutil.copy(founded, tmp_path / "rennes.rose"))
    yield opened
    opened.close()
