"""What someone who uses the program for the first time stumbled on, and must not any more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QLineEdit, QStyle
from pytestqt.qtbot import QtBot

from diagnostic.charts.palette import contrast
from diagnostic.dossier import operations
from diagnostic.dossier.records import Diaspora
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import DiasporaDefinition, TableState
from diagnostic.errors import WorldError
from ui.forms.field_row import PAUSE
from ui.forms.row_form import RowForm
from ui.shell.appearance import Appearance
from ui.shell.file_dialogs import speak
from ui.shell.main_window import MainWindow
from ui.shell.references import References
from ui.shell.running import build_pages
from ui.shell.settings import Settings
from ui.tables.section import TableSection
from ui.wizard.context import Context
from ui.wizard.live_words import operation_words


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance, own_data_folder: Path, references: References) -> Iterator[MainWindow]:
    window = MainWindow(Settings(own_data_folder), "fr", appearance, build_pages)
    qtbot.addWidget(window)
    window.show()
    window.take_references(references)
    yield window
    window.close()


@pytest.fixture
def section(qtbot: QtBot, context: Context) -> TableSection:
    """Three countries, Morocco in two definitions."""
    context.apply(
        operations.add(
            Diaspora(country="SN", people=1240),
            Diaspora(country="MA", people=1250, definition=DiasporaDefinition.BIRTHPLACE),
            Diaspora(country="MA", people=33, definition=DiasporaDefinition.NATIONALITY),
        )
    )
    section = TableSection(context, "diaspora")
    context.changed.connect(section.refresh)
    qtbot.addWidget(section)
    section.resize(900, 600)
    section.show()
    return section


def test_the_row_selected_stays_selected_in_another_order(qtbot: QtBot, section: TableSection) -> None:
    section.view.select_place(0)
    header = section.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(1) + 8, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [row.people for row in section.model.shown] == [33, 1240, 1250]
    assert [row.country for row in section.view.selected_rows()] == ["SN"]
    section.bar.edit.click()
    assert section.panel.title.text() == "Sénégal"


def test_without_a_row_nothing_is_edited_nor_begun(section: TableSection) -> None:
    section.view.select_place(0)
    section.bar.filter.setText("maroc")
    assert not section.bar.edit.isEnabled()
    assert not section.bar.remove.isEnabled()
    section.open()
    assert section.panel.isHidden()


def test_a_figure_left_out_of_the_total_says_so(section: TableSection) -> None:
    shown = [section.model.data(section.model.index(place, 1)) for place in range(3)]
    assert shown == ["1\u202f240", "1\u202f250", "(33)"]
    assert section.totals.words[1] == "2\u202f490"
    tip = section.model.data(section.model.index(2, 1), Qt.ItemDataRole.ToolTipRole)
    assert "une seule fois" in tip
    assert "une seule fois" in section.totals.toolTip()


def test_a_word_about_the_table_stands_on_one_line(section: TableSection) -> None:
    section.bar.filter.setText("xyz")
    QApplication.sendPostedEvents()
    section.layout().activate()
    assert section.notice.height() < 2 * section.notice.fontMetrics().lineSpacing()


def test_an_empty_list_that_is_complete_says_that_there_is_none(qtbot: QtBot, context: Context) -> None:
    section = TableSection(context, "diaspora")
    context.changed.connect(section.refresh)
    qtbot.addWidget(section)
    section.show()
    assert all(box.one_of_several for box in section.standing.boxes.values())
    section.standing.boxes[TableState.COMPLETE].click()
    assert "il n’y en a pas" in section.empty.title.text()
    section.standing.boxes[TableState.UNKNOWN].click()
    assert [state for state, box in section.standing.boxes.items() if box.isChecked()] == [TableState.UNKNOWN]
    assert "il n’y en a pas" not in section.empty.title.text()


def form_of(qtbot: QtBot, context: Context) -> RowForm:
    context.apply(operations.add(Diaspora(country="SN", people=12_500_000)))
    form = RowForm(context, "diaspora")
    qtbot.addWidget(form)
    form.show_row(context.snapshot.diasporas[0])
    form.resize(640, 700)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def editor(form: RowForm, name: str) -> QLineEdit:
    line = form.fields[name].editor
    assert isinstance(line, QLineEdit)
    return line


def test_a_number_is_grouped_unless_it_is_being_typed(qtbot: QtBot, context: Context) -> None:
    form = form_of(qtbot, context)
    line = editor(form, "people")
    editor(form, "source").setFocus()
    assert line.text() == "12\u202f500\u202f000"
    line.setFocus()
    assert line.text() == "12500000"
    editor(form, "source").setFocus()
    assert line.text() == "12\u202f500\u202f000"
    assert context.snapshot.diasporas[0].people == 12_500_000
    assert context.dossier.history.last.name == "add"


def test_a_number_is_saved_while_it_is_typed_and_faults_wait(qtbot: QtBot, context: Context) -> None:
    form = form_of(qtbot, context)
    line = editor(form, "people")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "42")
    qtbot.waitUntil(lambda: context.snapshot.diasporas[0].people == 42, timeout=10 * PAUSE)
    qtbot.keyClicks(line, "x")
    qtbot.wait(PAUSE + 100)
    assert context.snapshot.diasporas[0].people == 42
    assert not form.fields["people"].sentence.isVisible()
    editor(form, "source").setFocus()
    assert form.fields["people"].sentence.isVisible()


def test_a_sentence_under_a_field_is_whole(
    qtbot: QtBot, context: Context, window: MainWindow, dossier: Dossier
) -> None:
    context.apply(operations.add(Diaspora(country="SN")))
    context.release()
    dossier.close()
    window.resize(1024, 768)  # the sentence has two lines
    window.open_path(dossier.path)
    assert window.workbench.opened
    window.workbench.opened.context.go("diasporas", "diaspora:1")
    section = next(each for each in window.findChildren(TableSection) if each.kind == "diaspora")
    field = section.panel.form.fields["source_date"]
    qtbot.waitUntil(lambda: field.isVisible() and field.width() > 100)
    line = editor(section.panel.form, "source_date")
    line.setText("2090")
    line.textEdited.emit("2090")
    field.settle()
    said = field.sentence
    lines = said.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: lines < said.heightForWidth(said.width()) <= said.height())


def test_the_last_actions_say_what_undo_takes_back(context: Context) -> None:
    said: list[str] = []

    def did(operation: operations.Operation) -> None:
        context.apply(operation)
        last = context.dossier.history.last
        assert last
        said.append(operation_words(last, context.framework, context.countries, context.texts))

    did(operations.add(Diaspora(country="MA")))
    did(operations.edit(context.snapshot.diasporas[0], people=4120))
    did(operations.edit(context.snapshot.territory, population=89_300))
    did(operations.stand(context.snapshot, "diaspora", TableState.COMPLETE))
    assert said == [
        "Ajout · Maroc",
        "Maroc\u00a0: personnes 4\u202f120",
        "Population\u00a0: 89\u202f300",
        "Pays\u00a0: la liste est complète",
    ]


def test_what_could_not_be_opened_leaves_the_dossier_and_success_takes_the_word_back(
    window: MainWindow, dossier: Dossier, tmp_path: Path
) -> None:
    dossier.close()
    window.open_path(dossier.path)
    bad = tmp_path / "bad.rose"
    bad.write_text("not a dossier")
    window.open_path(bad)
    assert window.banner.isVisible()
    assert window.workbench.opened
    assert window.stack.currentWidget() is window.workbench.opened.frame
    window.workbench.opened.context.apply(operations.add(Diaspora(country="SN")))
    assert not window.banner.isVisible()
    window.show_start()
    window.show_fault(WorldError("missing", file=bad))
    window.desk.open(dossier.path)
    assert window.workbench.opened
    assert not window.banner.isVisible()


def test_the_menu_tells_whether_the_panel_is_in_view(window: MainWindow, dossier: Dossier) -> None:
    dossier.close()
    window.open_path(dossier.path)
    action = window.actions_by_name.by_name["panel"]
    assert window.workbench.opened
    assert window.workbench.opened.frame.panel.isVisible()
    assert action.isChecked()
    action.trigger()
    assert not window.workbench.opened.frame.panel.isVisible()
    assert not action.isChecked()
    window.show_start()
    assert not action.isChecked()


def test_boxes_to_tick_grow_with_the_letters(qtbot: QtBot, appearance: Appearance) -> None:
    sides = []
    for percent in (100, 200):
        appearance.set_zoom(percent)
        box = QCheckBox()
        qtbot.addWidget(box)
        sides.append(box.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, box))
    assert sides[1] >= 1.8 * sides[0]


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_the_edge_of_a_field_is_seen(qtbot: QtBot, appearance: Appearance, theme: str) -> None:
    appearance.set_theme(theme)
    for field in (QLineEdit(), QCheckBox()):
        qtbot.addWidget(field)
        field.resize(120, 30)
        image = field.grab().toImage()
        ground = field.palette().base().color().name()
        assert contrast(image.pixelColor(0, 15).name(), ground) >= 3


def test_the_file_dialog_is_french_to_its_last_label(qtbot: QtBot, appearance: Appearance, window: MainWindow) -> None:
    appearance.set_language("fr")
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    speak(dialog, window.texts)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Look" not in words
    assert "Files" not in words
    assert "Types" in words
