"""Tips say what the user wrote as it was written: no markup is read, no image fetched."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as Gui
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from diagnostic.dossier.snapshot import Campaign
from diagnostic.texts import Texts
from ui.shell.actions import Actions
from ui.shell.dossier_card import Card
from ui.shell.preferences import Preferences
from ui.shell.recent_list import RecentModel
from ui.shell.tips import plain_tip
from ui.shell.top_bar import TopBar

HOSTILE = '<img src="/etc/passwd"><b>Santa</b> & Fe'


def shown(tip: str) -> str:
    """Return the words that Qt shows for a tip; our mistake if a picture or a tag of the user's is among them."""
    if not Gui.mightBeRichText(tip):
        return tip
    assert "<img" not in tip
    assert "<b>" not in tip
    return QTextDocumentFragment.fromHtml(tip).toRawText()


@pytest.mark.parametrize("words", [HOSTILE, "a &lt; b", "a < b", "12 %\n<b>", "R&D", "Thiès  🌍 مدينة", ""])
def test_a_tip_says_the_words_as_they_are(words: str) -> None:
    assert shown(plain_tip(words)) == words


def test_the_menus_and_bars_say_what_the_user_wrote(qtbot: QtBot, texts: Texts) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    actions = Actions(texts, Preferences(), bar)
    top = TopBar(texts)
    qtbot.addWidget(top)
    top.follow(actions.by_name["undo"], actions.by_name["redo"])
    actions.show_history(f"Ajout · {HOSTILE}", "")
    said = texts("shell.undo_what", operation=f"Ajout · {HOSTILE}")
    assert shown(actions.by_name["undo"].toolTip()) == said
    assert shown(top.undo.toolTip()) == said
    assert top.undo.accessibleName() == said
    path = Path("/dossiers") / "<img src=x>.rose"
    actions.show_recent([path])
    assert shown(actions.recent.actions()[0].toolTip()) == str(path)
    campaign = Campaign(id=1, year=2026, day="2026-01-01", framework="e", framework_version="1")
    top.show_dossier(HOSTILE, campaign, (campaign,), writable=True)
    assert shown(top.territory.toolTip()) == HOSTILE


def test_the_list_of_recent_dossiers_says_the_path(texts: Texts) -> None:
    model = RecentModel(texts)
    card = Card(Path("/dossiers/<b>x</b>.rose"), "", present=True)
    model.set_cards([card])
    assert shown(model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)) == str(card.path)
