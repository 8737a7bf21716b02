"""A wizard's context on a real dossier, the program's looks and what it loads, and a file that another holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diagnostic.dossier import sqlite_file
from diagnostic.dossier.store import Dossier
from diagnostic.framework.model import Framework
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import Texts
from ui.shell.appearance import Appearance
from ui.shell.references import References
from ui.wizard.context import Context, Knowledge


@pytest.fixture
def knowledge(texts: Texts, places: Places, countries: Countries, framework: Framework) -> Knowledge:
    """What the French program knows."""
    return Knowledge(texts, places, countries, framework)


@pytest.fixture
def context(qtbot: QtBot, dossier: Dossier, knowledge: Knowledge) -> Context:
    """The context that pages are given, on a dossier of Rennes."""
    return Context(dossier, knowledge)


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The program's looks, put back as they were afterwards."""
    font, palette, style = qapp.font(), qapp.palette(), qapp.style().objectName()
    looks = Appearance(qapp)
    looks.load_fonts()
    looks.set_theme("light")
    yield looks
    looks.set_language("en")
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyle(style)


@pytest.fixture
def references(places: Places, countries: Countries, framework: Framework) -> References:
    """What the window waits for."""
    return References(places, countries, framework)


@pytest.fixture
def held(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[bool], None]]:
    """Have another program write the dossier's file, or be done with it; nobody waits for it in a test."""
    monkeypatch.setattr(sqlite_file.connect, "__defaults__", (0.01,))  # seconds
    other = sqlite3.connect(dossier.path, isolation_level=None)
    yield lambda hold: other.execute("BEGIN IMMEDIATE" if hold else "ROLLBACK") and None
    other.close()
