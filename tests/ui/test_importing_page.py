"""Files are read beside the screen, looked at line by line, then brought in as one step back, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from diagnostic.dossier.operations import add, edit
from diagnostic.dossier.records import Association
from diagnostic.imports.preview import Fate
from tests.imports.accounts import balance, row
from tests.imports.census import DETAILED_BIRTH
from tests.imports.registers import grant, grants
from tests.ui.importing_files import BIRTHS, associations, census, partners, read, settle
from ui.importing.applying import outcome, undo_all
from ui.importing.lines_model import FATE, TITLE, WHY
from ui.importing.page import ImportPage
from ui.shell.appearance import Appearance
from ui.wizard.context import Context


@pytest.fixture
def page(qtbot: QtBot, context: Context, own_data_folder: Path) -> Iterator[ImportPage]:
    made = ImportPage(context, own_data_folder)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    yield made
    made.cancel()
    if made.queue.worker is not None:
        made.queue.worker.wait()


def titles(page: ImportPage) -> list[str]:
    model = page.panel.lines.model
    return [model.data(model.index(row, TITLE)) for row in range(model.rowCount())]


def test_a_file_is_shown_before_anything_changes_then_comes_in_as_one_step_back(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    before = context.snapshot
    read(qtbot, page, census(tmp_path))
    assert page.panel.format.text() == "Recensement (Insee), export d’un territoire, 2022"
    assert page.panel.counts.text().startswith(f"rp2022_td_img1B.csv\u00a0: {BIRTHS} ajoutées, ")
    assert "Portugal" in titles(page)
    assert context.snapshot == before
    assert page.foot.go.text() == f"Importer ({page.session.count()})"
    with qtbot.waitSignal(page.imported) as done:
        page.foot.go.click()
    assert len(context.snapshot.diasporas) == page.session.count()
    assert outcome(done.args[0], context.texts) == f"Import de rp2022_td_img1B.csv\u00a0: {BIRTHS} ajoutées."
    assert undo_all(context, done.args[0])
    assert context.snapshot == before


def test_the_same_file_again_changes_nothing(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path, own_data_folder: Path
) -> None:
    read(qtbot, page, census(tmp_path))
    page.bring_in()
    again = ImportPage(context, own_data_folder)
    qtbot.addWidget(again)
    read(qtbot, again, census(tmp_path))
    assert again.panel.counts.text().startswith(f"rp2022_td_img1B.csv\u00a0: {BIRTHS} inchangées")
    assert not again.foot.go.isEnabled()
    assert not again.panel.lines.nothing.isHidden()
    assert len(titles(again)) == BIRTHS


def test_what_changes_is_shown_before_and_after(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    read(qtbot, page, census(tmp_path))
    page.bring_in()
    page.session.files.clear()
    read(qtbot, page, census(tmp_path, {**DETAILED_BIRTH, "Portugal": 1700.0}, "rp2023_td_img1B.csv"))
    model = page.panel.lines.model
    assert titles(page) == ["Portugal"]
    assert model.shown[0].fate is Fate.CHANGED
    assert "1\u202f500 → 1\u202f700" in page.panel.lines.detail.text()


def test_several_files_come_in_one_after_the_other_each_undone_by_itself(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    read(qtbot, page, census(tmp_path), associations(tmp_path))
    assert [segment.accessibleName() for segment in page.files.switch.segments] == [
        f"rp2022_td_img1B.csv ({BIRTHS})",
        "rna_35.csv (3)",
    ]
    with qtbot.waitSignal(page.imported) as done:
        page.foot.go.click()
    assert [operation.subject for operation in done.args[0]] == ["rp2022_td_img1B.csv", "rna_35.csv"]
    context.undo()
    assert not context.snapshot.associations
    assert len(context.snapshot.diasporas) == BIRTHS


def test_a_second_file_is_compared_with_what_the_first_will_bring(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    read(qtbot, page, census(tmp_path), census(tmp_path, name="copie.csv"))
    assert [unit.count() for unit in page.session.units] == [BIRTHS, 0]
    page.panel.lines.untick_all.click()
    assert [unit.count() for unit in page.session.units] == [0, BIRTHS]
    page.bring_in()
    assert len(context.snapshot.diasporas) == BIRTHS


def test_guesses_are_unticked_by_their_word(qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path) -> None:
    read(qtbot, page, associations(tmp_path))
    assert page.panel.counts.text() == "rna_35.csv\u00a0: 4 ajoutées, 5 laissées de côté. 1 n’est pas cochée."
    panel = page.panel.lines
    panel.choose_reason(("word", "Mali"))
    assert sorted(titles(page)) == ["Les amis du Mali", "Rennes Bamako"]
    assert panel.untick_all.text() == "Décocher ces 2 lignes"
    panel.untick_all.click()
    assert page.foot.go.text() == "Importer (1)"
    page.bring_in()
    assert [row.name for row in context.snapshot.associations] == ["Maroc Bretagne"]


def test_the_space_bar_ticks_what_is_selected(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    read(qtbot, page, associations(tmp_path))
    view, model = page.panel.lines.view, page.panel.lines.model
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert page.session.count() == 4
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert page.session.count() == 0
    assert not page.foot.go.isEnabled()
    assert model.setData(model.index(2, FATE), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert page.foot.go.text() == "Importer (1)"


def test_lines_left_aside_are_told_by_reason_with_their_numbers(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    read(qtbot, page, associations(tmp_path, local=40))
    page.panel.show_view("skipped")
    said = " ".join(label.text() for label in page.panel.skipped.findChildren(type(page.panel.counts)))
    assert "40 × " in said
    assert "40 lignes\u00a0: 6, 7, 8" in said
    assert "Club de pétanque 0" in said


def test_the_table_keeps_qt_rules_under_filters_and_ticks(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    panel = page.panel.lines
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    read(qtbot, page, associations(tmp_path), census(tmp_path))
    panel.choose_reason(("word", "Mali"))
    panel.untick_all.click()
    page.files.switch.choose(1)
    page.panel.lines.model.show_unit(None)
    assert tester.model() is panel.model


def test_a_name_of_no_country_is_asked_once_and_remembered(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path, own_data_folder: Path
) -> None:
    path = census(tmp_path, {**DETAILED_BIRTH, "Syldavie": 35.0, "Bordurie": 12.0})
    read(qtbot, page, path)
    assert [question.name for question in page.panel.countries.questions] == ["Syldavie", "Bordurie"]
    assert not page.panel.countries.again.isEnabled()
    first, second = page.panel.countries.questions
    first.editor.setText("Albanie")
    first.editor.touched.emit()
    second.none.click()
    page.panel.countries.again.click()
    settle(qtbot, page)
    assert "Albanie" in titles(page)
    assert page.session.count() == BIRTHS + 1
    page.panel.countries.questions[0].none.click()
    page.panel.countries.again.click()
    settle(qtbot, page)
    assert "Albanie" not in titles(page)
    again = ImportPage(context, own_data_folder)
    qtbot.addWidget(again)
    read(qtbot, again, path)
    assert not again.panel.countries.questions


def test_a_fault_is_said_in_place_and_nothing_changes(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    before = context.snapshot
    path = tmp_path / "vide.csv"
    path.write_bytes(b"")
    read(qtbot, page, path)
    assert "vide" in page.panel.fault.text()
    assert page.panel.fault.isVisible()
    assert not page.foot.go.isEnabled()
    assert context.snapshot == before


def test_a_file_that_the_disk_refuses_is_not_imported_and_says_so(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path, held: Callable[[bool], None]
) -> None:
    read(qtbot, page, census(tmp_path), associations(tmp_path))
    held(True)
    page.bring_in()
    held(False)
    assert page.fault.isVisible()
    assert not context.snapshot.diasporas
    assert page.session.count() == BIRTHS + 3
    page.bring_in()
    assert len(context.snapshot.associations) == 3


def test_reading_can_be_stopped_and_leaves_the_dossier_as_it_was(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    before = context.snapshot
    path = associations(tmp_path, local=40_000)
    page.add([path])
    assert page.progress.isVisible()
    worker = page.queue.worker
    with qtbot.waitSignals([page.left, worker.cancelled], timeout=30_000):
        page.progress.cancel.click()
    assert not page.reading
    assert not page.session.files
    assert context.snapshot == before


def test_the_screen_lives_while_a_file_is_read(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    beats: list[bool] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(page.reading))
    timer.start(5)
    page.add([associations(tmp_path, local=20_000)])
    shares: list[float] = []
    page.queue.worker.progressed.connect(lambda share, _: shares.append(share))
    settle(qtbot, page)
    assert beats.count(True) > 3
    assert shares == sorted(shares)
    assert all(0 < share <= 1 for share in shares)


def test_what_is_undone_meanwhile_is_seen_in_the_preview(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    read(qtbot, page, census(tmp_path))
    page.bring_in()
    page.session.files.clear()
    read(qtbot, page, census(tmp_path))
    assert page.session.count() == 0
    row = context.snapshot.diasporas[0]
    context.apply(edit(row, people=1))
    assert page.unit is not None
    assert page.unit.found is not None
    (line,) = page.unit.found.of(Fate.CHANGED)
    assert (line.chosen, line.after.id) == (False, row.id)  # what was typed over a figure stays unless asked for
    context.undo()
    context.undo()
    assert page.session.count() == BIRTHS


def test_a_table_of_ones_own_beside_published_files_is_asked_about(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    read(qtbot, page, census(tmp_path), partners(tmp_path))
    assert "jumelages.csv" in page.panel.fault.text()
    assert page.foot.go.isVisible()  # the other file is in reach
    assert page.foot.go.text() == f"Importer ({BIRTHS})"
    page.panel.columns.click()
    assert page.mapping.isVisible()
    page.files.switch.choose(0)
    assert page.panel.isVisible()
    assert page.foot.go.isEnabled()


def test_another_year_of_a_file_is_asked_for(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    read(qtbot, page, census(tmp_path))
    page.panel.year.setValue(2019)
    page.panel.year.editingFinished.emit()
    settle(qtbot, page)
    assert "2019" in page.panel.fault.text()
    assert page.session.count() == 0
    page.panel.year.setValue(page.panel.year.minimum())
    page.panel.year.editingFinished.emit()
    settle(qtbot, page)
    assert page.session.count() == BIRTHS


def test_the_panel_follows_the_letters_back_and_forth(
    qtbot: QtBot, page: ImportPage, tmp_path: Path, appearance: Appearance
) -> None:
    read(qtbot, page, associations(tmp_path))
    panel = page.panel.lines
    small = panel.reason.minimumHeight(), panel.detail.minimumHeight()
    appearance.set_zoom(200)
    qtbot.waitUntil(lambda: panel.reason.minimumHeight() > small[0] and panel.detail.minimumHeight() > small[1])
    appearance.set_zoom(100)
    qtbot.waitUntil(lambda: (panel.reason.minimumHeight(), panel.detail.minimumHeight()) == small)


def test_what_changed_while_a_file_was_read_is_seen(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    page.add([associations(tmp_path)])
    context.apply(add(Association(name="Les amis du Mali", rna="W000000001", comment="typed meanwhile")))
    settle(qtbot, page)
    assert "Les amis du Mali" not in titles(page)
    page.bring_in()
    (kept,) = (each for each in context.snapshot.associations if each.rna == "W000000001")
    assert kept.comment == "typed meanwhile"


def test_money_that_is_counted_already_is_unticked_with_the_reason(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    accounts = balance(tmp_path / "comptes.csv", row("65748", "5000,00", "", "048"))
    read(qtbot, page, accounts, grants(tmp_path / "subventions.csv", grant()))
    first, second = page.session.units
    assert (first.count(), second.count()) == (2, 0)
    page.files.chosen.emit(1)
    model = page.panel.lines.model
    assert model.data(model.index(0, WHY)).startswith("Laissée de côté")
    page.bring_in()
    assert [line.amount for line in context.snapshot.budget_lines] == [5000.0]


def test_grants_of_all_years_are_said_to_be_of_all_years(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    rows = (grant(), grant(dateConvention="2023-02-02", objet="Jumelage avec Cork"))
    read(qtbot, page, grants(tmp_path / "subventions.csv", *rows))
    assert page.panel.year.text() == page.context.texts("importing.every_year")
    assert page.panel.format.text().endswith("2023, 2024")
    assert page.unit is not None
    assert page.unit.found is not None
    assert {getattr(line.after, "year", None) for line in page.unit.found.lines if line.chosen} == {2023, 2024}
    read(qtbot, page, census(tmp_path))
    page.panel.show_unit(page.session.units[-1], page.session)
    assert page.panel.year.text() == page.context.texts("importing.latest_year")
