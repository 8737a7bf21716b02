"""Which framework a campaign is read with, on the screen: another of one's own, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from diagnostic.dossier.founding import new_campaign
from diagnostic.dossier.opening import create_dossier
from diagnostic.dossier.operations import answer
from diagnostic.dossier.records import Territory
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.dossier.weighing import weigh
from diagnostic.framework.in_use import Origin
from diagnostic.framework.load import load_framework
from diagnostic.framework.model import Framework
from tests.own_framework import CODE, GONE, NEW, write_own
from tests.ui.answering import said
from ui.forms.field_row import FieldRow
from ui.method.method_line import MethodLine
from ui.method.page import MethodPage
from ui.results.desk import desk_of
from ui.results.since import SinceSection
from ui.shell.appearance import Appearance
from ui.shell.main_window import MainWindow
from ui.shell.references import References
from ui.shell.running import build_pages
from ui.shell.settings import Settings
from ui.wizard.context import Context, Knowledge
from ui.wizard.flow import METHOD
from ui.wizard.frame import WizardFrame

Hold = Callable[[bool], None]


@pytest.fixture
def own(tmp_path: Path, framework: Framework) -> Path:
    """A folder with a framework of the users' own."""
    return write_own(tmp_path / "own", framework)


@pytest.fixture
def window(
    qtbot: QtBot, appearance: Appearance, own_data_folder: Path, references: References, dossier: Dossier
) -> Iterator[MainWindow]:
    """The window on the dossier of Rennes, at method and weights."""
    dossier.close()
    window = MainWindow(Settings(own_data_folder), "fr", appearance, build_pages)
    qtbot.addWidget(window)
    window.show()
    window.take_references(references)
    window.open_path(dossier.path)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.actions_by_name.by_name["method"].trigger()
    yield window
    window.close()


def frame_of(window: MainWindow) -> WizardFrame:
    assert window.workbench.opened
    return window.workbench.opened.frame


def context_of(window: MainWindow) -> Context:
    assert window.workbench.opened
    return window.workbench.opened.context


def page_of(window: MainWindow) -> MethodPage:
    (page,) = frame_of(window).findChildren(MethodPage)
    return page


def shown(qtbot: QtBot, context: Context) -> MethodPage:
    page = MethodPage(context, METHOD)
    qtbot.addWidget(page)
    page.resize(900, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


def adopted(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    """Load a framework, confirm, and wait for the pages that are made again."""
    before = frame_of(window)
    part = page_of(window).framework
    part.load_from(path)
    assert part.panel.isVisible()
    part.panel.confirm.click()
    qtbot.waitUntil(lambda: frame_of(window) is not before)


def test_the_menu_leads_to_method_and_the_results_are_one_step_back(qtbot: QtBot, window: MainWindow) -> None:
    frame = frame_of(window)
    assert frame.step == "method"
    assert page_of(window).isVisible()
    assert "Résultats" in frame.navigation.back.text()
    assert not frame.navigation.onward.isVisible()
    frame.navigation.back.click()
    assert frame.step == "results"


def test_the_list_of_steps_leads_back_to_the_results_it_marks(qtbot: QtBot, window: MainWindow) -> None:
    steps = frame_of(window).steps
    index = steps.currentIndex()
    assert index.data() == "Résultats"
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=steps.visualRect(index).center())
    assert frame_of(window).step == "results"


def test_the_framework_in_use_is_named_with_where_it_comes_from(qtbot: QtBot, window: MainWindow) -> None:
    part = page_of(window).framework
    assert "version 1.1" in part.title.text()
    assert "fournie avec le logiciel" in part.origin.text()
    assert part.counts.text() == "40 indicateurs, 8 domaines"
    assert not part.edition.isVisible()


def test_what_would_happen_is_said_before_and_nothing_is_done_without_a_yes(
    qtbot: QtBot, window: MainWindow, own: Path
) -> None:
    context = context_of(window)
    context.apply(answer(context.snapshot, GONE, AnswerState.DONE))
    context.apply(weigh(context.snapshot, GONE, weight=2.0))
    part = page_of(window).framework
    part.load_from(own)
    words = said(part.panel)
    for sentence in ("1 réponse porte sur", "1 question s’ajoute", "1 poids changé porte", "restent dans le dossier"):
        assert sentence in words
    assert window.focusWidget() is part.panel.cancel
    part.panel.cancel.click()
    assert not part.panel.isVisible()
    assert context.in_use.origin is Origin.SHIPPED


def test_adopting_rebuilds_the_pages_with_the_other_questions_and_keeps_the_answers(
    qtbot: QtBot, window: MainWindow, own: Path
) -> None:
    context = context_of(window)
    context.apply(answer(context.snapshot, GONE, AnswerState.DONE))
    adopted(qtbot, window, own)
    frame, context = frame_of(window), context_of(window)
    assert frame.step == "method"
    assert context.in_use.origin is Origin.KEPT
    assert CODE in page_of(window).framework.title.text()
    assert "chargé dans ce dossier" in page_of(window).framework.origin.text()
    assert context.snapshot.answers[GONE].state is AnswerState.DONE
    frame.show_step("organisation", f"answer:{NEW}")
    words = said(frame._pages["organisation"])
    assert "un comité des relations internationales à vous" in words
    assert context.framework.indicator(NEW).id == NEW
    assert GONE not in {each.id for each in context.framework.indicators}


def test_the_way_back_to_the_programs_edition_counts_the_answers_again(
    qtbot: QtBot, window: MainWindow, own: Path
) -> None:
    context = context_of(window)
    context.apply(answer(context.snapshot, GONE, AnswerState.DONE))
    adopted(qtbot, window, own)
    before, part = frame_of(window), page_of(window).framework
    assert "édition 1.1 du logiciel" in part.edition.text()
    part.edition.click()
    part.panel.confirm.click()
    qtbot.waitUntil(lambda: frame_of(window) is not before)
    assert context_of(window).in_use.origin is Origin.SHIPPED
    assert context_of(window).assessment.indicator(GONE).score == 100.0


def test_what_is_being_typed_is_stored_before_the_pages_are_made_again(
    qtbot: QtBot, window: MainWindow, own: Path
) -> None:
    row = page_of(window).tree.show_item("citizens")
    assert row is not None
    row.take_focus()
    row.weight.editor.selectAll()
    qtbot.keyClicks(row.weight.editor, "2,5")
    adopted(qtbot, window, own)
    assert context_of(window).snapshot.weights == {"citizens": 2.5}


def test_choosing_a_campaign_of_another_framework_makes_the_pages_again(
    qtbot: QtBot, window: MainWindow, own: Path
) -> None:
    window.workbench._start_campaign(2027)
    adopted(qtbot, window, own)
    frame = frame_of(window)
    frame.show_step("territory")
    field = frame._pages["territory"].findChildren(FieldRow)[0]
    name = field.spec.name
    field.editor.setFocus()
    field.editor.selectAll()
    qtbot.keyClicks(field.editor, "Rennes demain")
    dossier = context_of(window).dossier
    first, second = dossier.campaigns()
    window.workbench._choose_campaign(first)
    qtbot.waitUntil(lambda: frame_of(window) is not frame)
    context = context_of(window)
    assert frame_of(window).step == "territory"
    assert context.framework.indicator(GONE).id == GONE
    assert getattr(dossier.snapshot_of(second).territory, name) == "Rennes demain"
    frame = frame_of(window)
    window.workbench._choose_campaign(second)
    qtbot.waitUntil(lambda: frame_of(window) is not frame)
    assert context_of(window).framework.indicator(NEW).id == NEW
    since = SinceSection()
    qtbot.addWidget(since)
    since.fill(desk_of(context_of(window)), context_of(window).previous)
    words = said(since)
    assert "ne se comparent pas" in words
    assert "version 1.1" in words
    assert "version 2.0" in words


def test_a_framework_that_cannot_be_read_says_file_entry_and_mend(qtbot: QtBot, window: MainWindow, own: Path) -> None:
    file = own / "7-governance.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(f'id = "{NEW}"\nparent = "governance"', f'id = "{NEW}"\nparent = "nowhere"'))
    part = page_of(window).framework
    part.load_from(own)
    assert part.fault.isVisible()
    for word in ("7-governance.toml", NEW, "nowhere", "Choisissez parmi"):
        assert word in part.fault.text()
    assert not part.panel.isVisible()
    assert context_of(window).in_use.origin is Origin.SHIPPED
    part.load_from(own / "nothing.toml")
    assert "Aucun référentiel ne se trouve" in part.fault.text()


def test_another_content_under_a_version_already_kept_is_refused_calmly(
    qtbot: QtBot, window: MainWindow, own: Path, framework: Framework, tmp_path: Path
) -> None:
    adopted(qtbot, window, own)
    other = write_own(tmp_path / "other", framework)
    file = other / "framework.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\n# autrement\n", encoding="utf-8")
    part = page_of(window).framework
    part.load_from(other)
    part.panel.confirm.click()
    assert "autre numéro de version" in part.fault.text()
    assert part.fault.isVisible()
    part.load_from(own)
    assert "déjà celui de la campagne" in part.fault.text()


def test_a_file_or_a_folder_is_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    part = page_of(window).framework
    menu = part.load.menu()
    assert menu is not None
    wanted = (QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.Directory)
    for action, mode in zip(menu.actions(), wanted, strict=True):
        action.trigger()
        qtbot.waitUntil(lambda mode=mode: part.dialog is not None and part.dialog.fileMode() is mode)
        assert part.dialog is not None
        part.dialog.reject()


def test_a_dossier_that_is_only_read_is_not_adopted_into(
    qtbot: QtBot, context: Context, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch, own: Path
) -> None:
    monkeypatch.setattr(context.dossier, "read_only", True)
    reader = Context(context.dossier, knowledge)
    part = shown(qtbot, reader).framework
    assert not part.load.isEnabled()
    part.adopt(load_framework(own))
    assert part.fault.isVisible()
    assert "lecture seule" in part.fault.text()
    assert reader.in_use.origin is Origin.SHIPPED


def test_a_framework_is_not_adopted_into_a_file_that_another_program_holds(
    qtbot: QtBot, context: Context, held: Hold, own: Path
) -> None:
    part = shown(qtbot, context).framework
    held(True)
    part.adopt(load_framework(own))
    held(False)
    assert part.fault.isVisible()
    assert context.dossier.campaign.framework == "rose-des-vents"


def test_a_framework_that_stands_in_is_said_with_its_reason(
    qtbot: QtBot, knowledge: Knowledge, framework: Framework, tmp_path: Path
) -> None:
    campaign = replace(new_campaign(framework, 2024, "2024-03-01"), framework_version="0.1")
    dossier = create_dossier(tmp_path / "old.rose", Territory(name="Val Fictif"), campaign)
    context = Context(dossier, knowledge)
    part, line = shown(qtbot, context).framework, MethodLine(context)
    qtbot.addWidget(line)
    assert "version 0.1" in part.origin.text()
    assert "le remplace" in part.origin.text()
    assert "autre référentiel" in line.words.text()
    assert part.edition.isVisible()
    part.edition.click()
    assert part.panel.isVisible()
    part.panel.confirm.click()
    assert context.in_use.origin is Origin.SHIPPED
    dossier.close()


def test_the_framework_that_was_missing_is_read_as_soon_as_it_is_loaded(
    qtbot: QtBot, knowledge: Knowledge, own: Path, tmp_path: Path
) -> None:
    """The campaign keeps its framework's name and version: only what it is read with changes."""
    wanted = load_framework(own)
    dossier = create_dossier(
        tmp_path / "sent.rose", Territory(name="Val Fictif"), new_campaign(wanted, 2024, "2024-03-01")
    )
    context = Context(dossier, knowledge)
    assert context.in_use.origin is Origin.REPLACED
    part = shown(qtbot, context).framework
    part.load_from(own)
    with qtbot.waitSignal(context.framework_replaced):
        part.panel.confirm.click()
    assert context.in_use.origin is Origin.KEPT
    assert context.assessment.indicator(NEW).id == NEW
    dossier.close()


def test_an_index_is_not_taken_for_a_framework(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    file = tmp_path / "indice.toml"
    file.write_text('[framework]\nid = "i"\nversion = "1"\npurpose = "index"\n', encoding="utf-8")
    part = page_of(window).framework
    part.load_from(file)
    assert "référentiel de diagnostic" in part.fault.text()
    assert not part.panel.isVisible()


def test_a_campaign_read_with_other_weights_than_its_time_says_so(
    qtbot: QtBot, context: Context, knowledge: Knowledge
) -> None:
    dossier = context.dossier
    dossier.start_campaign(2027, "2027-03-01")
    later = Context(dossier, knowledge)
    since = SinceSection()
    qtbot.addWidget(since)
    since.fill(desk_of(later), later.previous)
    assert "Des poids ont changé" not in said(since)
    later.apply(weigh(later.snapshot, "citizens", weight=3.0))
    since.fill(desk_of(later), later.previous)
    assert "Des poids ont changé" in said(since)
    assert "poids de 2027" in said(since)


def test_a_step_back_takes_what_is_being_typed_with_it(qtbot: QtBot, window: MainWindow) -> None:
    row = page_of(window).tree.show_item("citizens")
    assert row is not None
    row.take_focus()
    editor = row.weight.editor
    editor.selectAll()
    qtbot.keyClicks(editor, "2,5")
    assert context_of(window).snapshot.weights == {}
    opened = window.workbench.opened
    assert opened is not None
    opened.undo()
    assert context_of(window).snapshot.weights == {}
    opened.redo()
    assert context_of(window).snapshot.weights == {"citizens": 2.5}
