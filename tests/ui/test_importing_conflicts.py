"""Filled workbooks that disagree are asked about, cell by cell; nothing is chosen for the user."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from diagnostic.dossier.operations import add, edit
from diagnostic.dossier.records import Partnership
from diagnostic.exports.workbook import workbook_of
from diagnostic.imports.conflicts import DOSSIER
from tests.ui.importing_files import read
from ui.importing.page import ImportPage
from ui.wizard.context import Context


@pytest.fixture
def page(qtbot: QtBot, context: Context, own_data_folder: Path) -> Iterator[ImportPage]:
    context.apply(add(Partnership(name="Sendai", country="JP", since=1967, place="Miyagi")))
    made = ImportPage(context, own_data_folder)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    yield made
    made.cancel()
    if made.queue.worker is not None:
        made.queue.worker.wait()


def filled(context: Context, path: Path, since: int, name: str = "") -> Path:
    """Write the collection workbook, in which someone says since when Sendai is a partner, and adds a partnership."""
    path.write_bytes(workbook_of(context.snapshot, context.framework, context.texts, context.countries))
    book = load_workbook(path)
    sheet = book["Partenariats"]
    columns = {cell.value: cell.column for cell in sheet[2]}
    sheet.cell(5, columns["since"]).value = since
    if name:
        sheet.cell(6, columns["name"]).value = name
        sheet.cell(6, columns["country"]).value = "Irlande"
        sheet.cell(6, columns["since"]).value = since
    book.save(path)
    return path


def since(context: Context) -> dict[str, int | None]:
    return {row.name: row.since for row in context.snapshot.partnerships}


def test_two_workbooks_that_disagree_wait_for_the_users_word(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    first = filled(context, tmp_path / "culture.xlsx", 1970)
    second = filled(context, tmp_path / "sports.xlsx", 1980)
    read(qtbot, page, first, second)
    assert len(page.session.units) == 1
    assert page.panel.conflicts.isVisible()
    (choice,) = page.panel.conflicts.choices.values()
    assert choice.value is None
    assert [segment.accessibleName() for segment in choice.segments] == [
        "1970 (culture.xlsx)",
        "1980 (sports.xlsx)",
        "Laisser comme est",
    ]
    assert not page.foot.go.isEnabled()
    assert "1 désaccord" in page.foot.why_not.text()
    choice.choose(1)
    assert page.foot.go.isEnabled()
    page.bring_in()
    assert since(context) == {"Sendai": 1980}


def test_a_disagreement_left_as_it_is_changes_nothing_of_that_cell(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    first = filled(context, tmp_path / "culture.xlsx", 1970, "Cork")
    second = filled(context, tmp_path / "sports.xlsx", 1980, "Cork")
    read(qtbot, page, first, second)
    assert len(page.panel.conflicts.choices) == 2
    page.panel.conflicts.leave.click()
    assert page.foot.go.isEnabled()
    page.bring_in()
    assert since(context) == {"Sendai": 1967, "Cork": None}


def test_a_workbook_does_not_undo_what_was_changed_in_the_dossier_since(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    path = filled(context, tmp_path / "culture.xlsx", 1970)
    context.apply(edit(context.snapshot.partnerships[0], since=1990))
    read(qtbot, page, path)
    (choice,) = page.panel.conflicts.choices.values()
    assert choice.value is None
    assert not page.foot.go.isEnabled()
    page.panel.conflicts.leave.click()
    assert choice.value == DOSSIER or next(iter(page.session.choices.values())) == DOSSIER
    page.bring_in()
    assert since(context) == {"Sendai": 1990}


def test_every_answer_that_differs_is_offered_under_the_question_in_words(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    place = next(at for at, each in enumerate(context.framework.questions(), 5) if each.id == "diasporas_languages")
    paths = []
    for name, said in (("D1.xlsx", 12), ("D2.xlsx", 15), ("D3.xlsx", "Sans objet ici")):
        path = tmp_path / name
        path.write_bytes(workbook_of(context.snapshot, context.framework, context.texts, context.countries))
        book = load_workbook(path)
        book["Questions"].cell(place, 5).value = said
        book.save(path)
        paths.append(path)
    read(qtbot, page, *paths)
    (choice,) = page.panel.conflicts.choices.values()
    assert [segment.accessibleName().replace("\u00a0", " ") for segment in choice.segments] == [
        "12 langues (D1.xlsx)",
        "15 langues (D2.xlsx)",
        "Sans objet ici (D3.xlsx)",
        "Laisser comme est",
    ]
    assert "Combien de langues" in choice.accessibleName()
    choice.choose(1)
    page.bring_in()
    assert context.snapshot.answers["diasporas_languages"].number == 15.0
