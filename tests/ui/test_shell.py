"""The window: opening, faults, themes, zoom, language, campaigns, undo, closing without a question."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent, QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget
from pytestqt.qtbot import QtBot

from diagnostic.charts.palette import DARK, HIGH_CONTRAST, LIGHT, contrast
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.operations import add
from diagnostic.dossier.records import Diaspora
from diagnostic.dossier.store import Dossier
from ui.shell.appearance import Appearance
from ui.shell.main_window import MainWindow
from ui.shell.place_search import Choice
from ui.shell.preferences import read_preferences
from ui.shell.recent import read_recent
from ui.shell.references import References
from ui.shell.settings import Settings
from ui.shell.theme import qt_palette
from ui.shell.typography import Label
from ui.wizard.context import Context
from ui.wizard.flow import STEPS
from ui.wizard.page import StepPage

ROLE = QPalette.ColorRole


def plain_pages(context: Context) -> dict[str, StepPage]:
    return {step.id: StepPage(context, step) for step in STEPS}


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance, own_data_folder: Path, references: References) -> Iterator[MainWindow]:
    window = MainWindow(Settings(own_data_folder), "fr", appearance, plain_pages)
    qtbot.addWidget(window)
    window.show()
    window.take_references(references)
    yield window
    window.close()


@pytest.fixture
def rennes(dossier: Dossier) -> Path:
    dossier.close()
    return dossier.path


def press(window: MainWindow, name: str) -> None:
    window.actions_by_name.by_name[name].trigger()


def context_of(window: MainWindow) -> Context:
    assert window.workbench.opened
    return window.workbench.opened.context


def test_opening_a_dossier_shows_its_wizard_and_remembers_it(
    window: MainWindow, rennes: Path, own_data_folder: Path
) -> None:
    window.open_path(rennes)
    assert window.stack.currentWidget() is window.workbench.opened.frame
    assert window.top.territory.text() == "Rennes"
    assert window.windowTitle() == "Rennes · 2026 – Rose des vents"
    assert [recent.path for recent in read_recent(own_data_folder)] == [rennes]


def test_a_dossier_asked_for_before_the_references_opens_when_they_come(
    qtbot: QtBot, appearance: Appearance, own_data_folder: Path, references: References, rennes: Path
) -> None:
    window = MainWindow(Settings(own_data_folder), "fr", appearance, plain_pages)
    qtbot.addWidget(window)
    window.open_path(rennes)
    assert window.workbench.opened is None
    window.take_references(references)
    assert window.workbench.opened
    window.close()


@pytest.mark.parametrize(
    ("content", "said"), [(b"", "est vide"), (b"bonjour", "n’est pas un dossier"), (None, "introuvable")]
)
def test_a_file_that_cannot_be_opened_is_told_calmly(
    window: MainWindow, tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / "essai.rose"
    if content is not None:
        path.write_bytes(content)
    window.open_path(path)
    assert window.banner.isVisible()
    assert said in window.banner.words.text()
    assert not window.banner.action.isVisible()
    assert window.stack.currentWidget() is window.start


def test_a_dossier_open_elsewhere_is_offered_for_reading_and_says_so_all_along(
    window: MainWindow, rennes: Path
) -> None:
    elsewhere = open_dossier(rennes)
    window.open_path(rennes)
    assert window.banner.action.text() == "Ouvrir en lecture seule"
    window.banner.action.click()
    assert window.workbench.opened.dossier.read_only
    assert "ouvert ailleurs" in window.read_only.words.text()
    assert window.read_only.isVisible()
    context_of(window).apply(add(Diaspora(country="MA", people=1)))
    assert window.read_only.isVisible()
    assert "lecture seule" in window.banner.words.text()
    window.show_start()
    assert not window.read_only.isVisible()
    elsewhere.close()


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="needs a file that its owner cannot write")
def test_a_protected_dossier_is_offered_for_reading(window: MainWindow, rennes: Path) -> None:
    rennes.chmod(stat.S_IRUSR)
    window.open_path(rennes)
    assert window.banner.action.isVisible()


def test_creating_a_dossier_goes_from_a_name_to_the_wizard(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    press(window, "new")
    form = window.stack.currentWidget()
    form.search.field.setText("rennes")
    form.file.setText(str(tmp_path / "neuf.rose"))
    form.create.click()
    assert context_of(window).snapshot.territory.name == "Rennes"
    assert (tmp_path / "neuf.rose").exists()


def test_a_territory_of_ones_own_has_its_name_and_nothing_invented(
    window: MainWindow, tmp_path: Path, references: References
) -> None:
    from ui.shell.new_dossier import Plan

    window.desk.create(Plan(Choice("Pays de nulle part"), 2026, tmp_path / "p.rose"), references)
    territory = context_of(window).snapshot.territory
    assert (territory.name, territory.population, territory.code) == ("Pays de nulle part", None, "")


def test_nothing_that_exists_is_written_over(window: MainWindow, rennes: Path, references: References) -> None:
    from ui.shell.new_dossier import Plan

    before = rennes.read_bytes()
    window.desk.create(Plan(Choice("Autre"), 2026, rennes), references)
    assert "existe déjà" in window.banner.words.text()
    assert not window.desk.copy(rennes, rennes)
    assert rennes.read_bytes() == before


def test_a_copy_is_listed_and_opens_by_itself(window: MainWindow, rennes: Path, tmp_path: Path) -> None:
    window._ask_duplicate(rennes)
    dialog = window.transfers.dialog
    target = tmp_path / "copie.rose"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    assert window.start.recent.card().path == target
    window.open_path(target)
    assert context_of(window).snapshot.territory.name == "Rennes"


def test_undo_and_redo_are_named_and_reach_across_the_wizard(window: MainWindow, rennes: Path) -> None:
    window.open_path(rennes)
    context = context_of(window)
    undo, redo = (window.actions_by_name.by_name[name] for name in ("undo", "redo"))
    assert not undo.isEnabled()
    context.apply(add(Diaspora(country="SN", people=1240)))
    assert undo.text() == "Annuler\u00a0: Ajout · Sénégal"
    assert window.top.undo.accessibleName() == undo.text()
    window.top.undo.click()
    assert context.snapshot.diasporas == ()
    assert redo.text() == "Rétablir\u00a0: Ajout · Sénégal"
    redo.trigger()
    assert len(context.snapshot.diasporas) == 1


def test_saving_is_told_with_its_time(window: MainWindow, rennes: Path) -> None:
    window.open_path(rennes)
    saved = window.workbench.opened.frame.navigation.saved
    assert saved.text() == "Tout est enregistré"
    context_of(window).apply(add(Diaspora(country="SN", people=1240)))
    assert saved.text().startswith("Tout est enregistré · ")


def test_closing_asks_nothing_and_lets_the_file_go(window: MainWindow, rennes: Path) -> None:
    window.open_path(rennes)
    context_of(window).apply(add(Diaspora(country="SN", people=1240)))
    assert window.close()
    again = open_dossier(rennes)
    assert len(again.snapshot().diasporas) == 1
    again.close()


def test_a_new_campaign_starts_from_the_last_and_both_can_be_chosen(window: MainWindow, rennes: Path) -> None:
    window.open_path(rennes)
    context_of(window).apply(add(Diaspora(country="SN", people=1240)))
    window.workbench.ask_campaign()
    window.workbench.dialog.year.setValue(2030)
    window.workbench.dialog.create.click()
    assert window.top.campaign.text() == "campagne 2030"
    assert len(context_of(window).snapshot.diasporas) == 1
    earlier = next(action for action in window.top.campaigns.actions() if action.text() == "campagne 2026")
    earlier.trigger()
    assert context_of(window).snapshot.campaign.year == 2026


def test_a_year_that_has_its_campaign_is_refused_in_words(window: MainWindow, rennes: Path) -> None:
    window.open_path(rennes)
    window.workbench.ask_campaign()
    window.workbench.dialog.year.setValue(2026)
    window.workbench.dialog.create.click()
    assert "2026" in window.banner.words.text()


def test_another_language_comes_in_place_at_the_same_step(
    qtbot: QtBot, window: MainWindow, rennes: Path, own_data_folder: Path
) -> None:
    window.open_path(rennes)
    window.workbench.opened.frame.show_step("budget")
    context_of(window).apply(add(Diaspora(country="SN", people=1240)))
    window.actions_by_name.languages.actions()[1].trigger()
    qtbot.waitUntil(lambda: window.texts.lang == "en")
    assert window.workbench.opened.frame.step == "budget"
    assert window.workbench.opened.frame.navigation.onward.text() == "Organisation ›"
    assert window.actions_by_name.by_name["undo"].text().endswith("Senegal")
    assert read_preferences(own_data_folder).language == "en"
    press(window, "undo")
    assert context_of(window).snapshot.diasporas == ()


def test_zoom_reaches_every_label_and_comes_back(
    qtbot: QtBot, window: MainWindow, rennes: Path, own_data_folder: Path
) -> None:
    window.open_path(rennes)
    frame = window.workbench.opened.frame
    labels = (window.start.findChild(Label), window.top.brand, frame.panel.question)
    watched = (*labels, frame.steps, frame.navigation.onward, window.menuBar())
    before = [widget.font().pointSizeF() for widget in watched]

    def grown(times: float) -> bool:
        now = [widget.font().pointSizeF() for widget in watched]
        return now == pytest.approx([times * size for size in before])

    height = frame.steps.sizeHintForRow(0)
    for _ in range(10):
        press(window, "zoom_in")
    qtbot.waitUntil(lambda: grown(2))
    assert frame.steps.sizeHintForRow(0) > 1.8 * height
    assert read_preferences(own_data_folder).zoom == 200
    for _ in range(10):
        press(window, "zoom_in")
    assert read_preferences(own_data_folder).zoom == 250
    press(window, "zoom_reset")
    qtbot.waitUntil(lambda: grown(1))


@pytest.mark.parametrize("zoom", [100, 250])
def test_the_window_fits_a_small_screen_at_any_size_of_letters(
    qtbot: QtBot, window: MainWindow, rennes: Path, zoom: int
) -> None:
    window.open_path(rennes)
    window.appearance.set_zoom(zoom)
    qtbot.waitUntil(lambda: window.minimumSizeHint().width() <= 1366)
    assert window.minimumSizeHint().height() <= 768


@pytest.mark.parametrize("palette", [LIGHT, DARK, HIGH_CONTRAST])
def test_words_can_be_read_in_every_theme(palette: object) -> None:
    made = qt_palette(palette)
    grounds = {
        ROLE.WindowText: ROLE.Window,
        ROLE.Text: ROLE.AlternateBase,
        ROLE.PlaceholderText: ROLE.Window,
        ROLE.HighlightedText: ROLE.Highlight,
        ROLE.ButtonText: ROLE.Button,
        ROLE.Link: ROLE.Window,
        ROLE.LinkVisited: ROLE.Window,
        ROLE.ToolTipText: ROLE.ToolTipBase,
    }
    for ink, ground in grounds.items():
        assert contrast(made.color(ink).name(), made.color(ground).name()) >= 4.5, ink
    disabled = made.color(QPalette.ColorGroup.Disabled, ROLE.Text).name()
    assert contrast(disabled, made.color(ROLE.Base).name()) >= 3
    assert contrast(made.color(ROLE.Dark).name(), made.color(ROLE.Window).name()) >= 3


def test_a_theme_is_taken_at_once_and_kept(qtbot: QtBot, window: MainWindow, own_data_folder: Path) -> None:
    window.actions_by_name.themes.actions()[2].trigger()
    qtbot.waitUntil(lambda: window.palette().color(ROLE.Base).name() == DARK.colours["surface"])
    assert read_preferences(own_data_folder).theme == "dark"


def test_qts_own_buttons_speak_french(qapp: QApplication, appearance: Appearance) -> None:
    appearance.set_language("fr")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Annuler"
    appearance.set_language("en")
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_figures_all_have_one_width(appearance: Appearance, qapp: QApplication) -> None:
    from PySide6.QtGui import QFontMetricsF

    assert qapp.font().family() == "Noto Sans"
    metrics = QFontMetricsF(qapp.font())
    assert len({round(metrics.horizontalAdvance(digit), 3) for digit in "0123456789"}) == 1


def test_a_dossier_dropped_on_the_window_opens_and_anything_else_does_not(window: MainWindow, rennes: Path) -> None:
    for path in (rennes.with_suffix(".txt"), rennes):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        assert window.workbench.opened is None
        window.dropEvent(
            QDropEvent(QPoint(1, 1), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
        )
    assert window.workbench.opened


def test_help_opens_beside_and_follows_the_step(window: MainWindow, rennes: Path) -> None:
    window.open_path(rennes)
    press(window, "help_step")
    opened = window.workbench.opened
    assert opened.help.isVisible()
    opened.frame.show_step("budget")
    assert opened.help.title.text() == window.texts("step.budget.heading")
    opened.help.close_button.click()
    assert not opened.help.isVisible()


def test_a_folded_panel_stays_folded_the_next_time(window: MainWindow, rennes: Path) -> None:
    window.open_path(rennes)
    press(window, "panel")
    assert not window.workbench.opened.frame.panel.isVisible()
    window.open_path(rennes)
    assert not window.workbench.opened.frame.panel.isVisible()


def test_a_dossier_that_is_gone_can_be_taken_off_the_list(window: MainWindow, rennes: Path) -> None:
    window.open_path(rennes)
    window.show_start()
    shutil.move(rennes, rennes.with_name("ailleurs.rose"))
    window.show_start()
    assert not window.start.open_this.isEnabled()
    window.start.remove.click()
    assert window.start.recent.card() is None


def test_every_place_the_keyboard_stops_at_has_a_name(window: MainWindow, rennes: Path) -> None:
    unnamed: list[QWidget] = []
    for show in (window.show_start, window.show_new, lambda: window.open_path(rennes)):
        show()
        unnamed += [
            widget
            for widget in window.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not isinstance(widget.parent(), QAbstractSpinBox)
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
    assert unnamed == []


def test_a_dossier_whose_pages_cannot_be_made_is_let_go(
    qtbot: QtBot, appearance: Appearance, own_data_folder: Path, references: References, rennes: Path
) -> None:
    def no_pages(context: Context) -> dict[str, StepPage]:
        raise ValueError("a mistake of ours")

    window = MainWindow(Settings(own_data_folder), "fr", appearance, no_pages)
    qtbot.addWidget(window)
    window.take_references(references)
    with qtbot.captureExceptions() as caught:
        window.open_path(rennes)
    assert [kind for kind, *_ in caught] == [ValueError]
    open_dossier(rennes).close()
    assert window.workbench.opened is None
    window.close()
