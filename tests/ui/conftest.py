"""A wizard's context on a real dossier."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from diagnostic.dossier.store import Dossier
from diagnostic.framework.model import Framework
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import Texts
from ui.wizard.context import Context, Knowledge


@pytest.fixture
def knowledge(texts: Texts, places: Places, countries: Countries, framework: Framework) -> Knowledge:
    """What the French program knows."""
    return Knowledge(texts, places, countries, framework)


@pytest.fixture
def context(qtbot: QtBot, dossier: Dossier, knowledge: Knowledge) -> Context:
    """The context that pages are given, on a dossier of Rennes."""
    return Context(dossier, knowledge)
