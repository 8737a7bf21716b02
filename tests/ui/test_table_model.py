"""The rows of a table: what they show, how they sort and filter, what they add up to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from diagnostic.dossier import operations
from diagnostic.dossier import vocabulary as v
from diagnostic.dossier.records import (
    TABLES,
    Association,
    BudgetLine,
    Diaspora,
    EconomicTie,
    NetworkMembership,
    Partnership,
    StudentGroup,
)
from diagnostic.dossier.row import Row
from ui.tables.clipboard import tab_separated
from ui.tables.row_model import RowModel
from ui.tables.section import TableSection
from ui.tables.totals import enrolled_of, expense_and_income, people_of, students_of
from ui.tables.widths import shared
from ui.wizard.context import Context

ROWS: dict[str, Row] = {
    "diaspora": Diaspora(country="SN", people=12),
    "student_group": StudentGroup(institution="Rennes 2", people=5),
    "partnership": Partnership(name="Santa Fe", country="AR"),
    "network_membership": NetworkMembership(name="CUF"),
    "association": Association(name="Comité", countries=("SN",)),
    "economic_tie": EconomicTie(name="Salon"),
    "budget_line": BudgetLine(label="Eau", amount=3.5),
}
BIRTH, NATION = v.DiasporaDefinition.BIRTHPLACE, v.DiasporaDefinition.NATIONALITY


def model_of(context: Context, kind: str) -> RowModel:
    model = RowModel(context, kind)
    context.changed.connect(lambda _: model.refresh())
    return model


def column(model: QAbstractItemModel, place: int) -> list[str]:
    return [model.index(row, place).data() for row in range(model.rowCount())]


@pytest.mark.parametrize("kind", TABLES)
def test_the_model_keeps_qt_s_rules_through_every_change(qtbot: QtBot, context: Context, kind: str) -> None:
    model = model_of(context, kind)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    first = context.apply(operations.add(ROWS[kind], ROWS[kind]))
    assert first
    context.apply(operations.duplicate(first.changes[0].row))
    model.sort(1, Qt.SortOrder.DescendingOrder)
    context.apply(operations.remove(context.snapshot, [first.changes[1].row]))
    context.undo()
    model.filter("zzz")
    assert model.rowCount() == 0
    model.filter("")
    model.sort(-1)
    assert model.rowCount() == 3
    assert tester.model() is model


def test_a_community_s_share_and_associations_are_computed(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(Diaspora(country="SN", people=context.snapshot.territory.population // 10)))
    model = model_of(context, "diaspora")
    assert column(model, 2) == ["10,0"]
    assert column(model, 5) == ["—"]
    context.apply(operations.add(Association(name="Teranga", countries=("SN", "ML"))))
    assert column(model, 5) == ["1"]


def test_unknown_is_a_dash_and_never_a_zero(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(Diaspora(country="SN"), Diaspora(country="ML", people=0)))
    model = model_of(context, "diaspora")
    assert column(model, 1) == ["—", "0"]


def test_numbers_sort_as_numbers_and_the_unknown_stay_last(qtbot: QtBot, context: Context) -> None:
    people = (900, None, 12, 4000)
    context.apply(operations.add(*(Diaspora(country="SN", people=each) for each in people)))
    model = model_of(context, "diaspora")
    model.sort(1)
    assert [row.people for row in model.shown] == [12, 900, 4000, None]
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [row.people for row in model.shown] == [4000, 900, 12, None]
    model.sort(-1)
    assert [row.people for row in model.shown] == list(people)


def test_names_sort_without_their_accents(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(*(Diaspora(country=code) for code in ("ZA", "EG", "ET", "EE"))))
    model = model_of(context, "diaspora")
    model.sort(0)
    assert column(model, 0) == ["Afrique du Sud", "Égypte", "Estonie", "Éthiopie"]


def test_the_filter_looks_in_all_columns_without_accents(qtbot: QtBot, context: Context) -> None:
    context.apply(
        operations.add(Diaspora(country="EG", source="CCAS"), Diaspora(country="SN", confidence=v.Confidence.WORKSHOP))
    )
    model = model_of(context, "diaspora")
    for wanted, found in (("egypte", ["EG"]), ("ccas", ["EG"]), ("sene atelier", ["SN"]), ("", ["EG", "SN"])):
        model.filter(wanted)
        assert [row.country for row in model.shown] == found


def test_a_row_being_edited_stays_in_view_and_in_place(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(Diaspora(country="EG", people=1), Diaspora(country="SN", people=2)))
    model = model_of(context, "diaspora")
    model.sort(1)
    model.filter("egypte")
    index = model.index(0, 0)
    assert model.setData(index, "Mali")
    assert column(model, 0) == ["Mali"]
    model.filter("")
    assert model.setData(model.index(0, 1), "50")
    assert [row.people for row in model.shown] == [50, 2]


def test_a_cell_typed_wrong_is_kept_and_shown(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(Diaspora(country="EG", people=1)))
    model = model_of(context, "diaspora")
    assert model.setData(model.index(0, 1), "environ <b>300</b>")
    index = model.index(0, 1)
    assert index.data() == "environ <b>300</b>"
    assert index.data(Qt.ItemDataRole.EditRole) == "environ <b>300</b>"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    context.undo()
    assert index.data() == "1"


def test_measured_cells_are_not_edited(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(Diaspora(country="EG", people=1)))
    model = model_of(context, "diaspora")
    assert not model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(model.index(0, 2), "5")


def test_five_thousand_rows_are_shown_sorted_and_filtered(qtbot: QtBot, context: Context) -> None:
    codes = [country.code for country in context.countries.abroad()]
    rows = [Diaspora(country=codes[place % len(codes)], people=place) for place in range(5_000)]
    context.apply(operations.add(*rows))
    model = model_of(context, "diaspora")
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert model.index(0, 1).data() == "4\u202f999"
    model.filter("albanie")
    assert 0 < model.rowCount() < 50


def test_people_counted_in_two_ways_are_counted_once(qtbot: QtBot, context: Context) -> None:
    facts = RowModel(context, "diaspora").facts
    one = [Diaspora(country="SN", people=10, definition=BIRTH), Diaspora(country="ML", people=5, definition=BIRTH)]
    assert people_of(one, facts) == 15
    assert people_of([*one, Diaspora(country="SN", people=9, definition=NATION)], facts) == 15
    assert people_of([*one, Diaspora(country="PT", people=9, definition=NATION)], facts) == 24
    assert people_of([Diaspora(country="SN")], facts) is None


def test_students_of_one_country_are_among_those_of_all_countries(qtbot: QtBot, context: Context) -> None:
    facts = RowModel(context, "student_group").facts
    whole = StudentGroup(institution="Rennes 2", people=2386, institution_total=20936)
    part = StudentGroup(institution="Rennes 2", country="SN", people=200, institution_total=20936)
    other = StudentGroup(institution="Université de Rennes", people=2972, institution_total=31759)
    assert students_of([whole, other], facts) == 5358
    assert students_of([whole, part], facts) == 2386
    assert enrolled_of([whole, part, other], facts) == 52695


def test_money_out_and_money_in_are_told_apart() -> None:
    lines = [
        BudgetLine(label="a", direction=v.BudgetDirection.EXPENSE, amount=100.0),
        BudgetLine(label="b", direction=v.BudgetDirection.INCOME, amount=40.0),
        BudgetLine(label="c", amount=7.0),
        BudgetLine(label="d", direction=v.BudgetDirection.EXPENSE, amount=9.0, year=2024),
    ]
    assert expense_and_income(lines, None) == (100.0, 40.0)
    assert expense_and_income(lines, 2024) == (9.0, None), "two years do not add up"
    assert expense_and_income([], None) == (None, None)


def test_the_budgets_last_line_says_which_year_it_adds_up(qtbot: QtBot, context: Context) -> None:
    line = BudgetLine(label="a", direction=v.BudgetDirection.EXPENSE, amount=100.0, year=2025)
    older = BudgetLine(label="b", direction=v.BudgetDirection.EXPENSE, amount=40.0, year=2024)
    context.apply(operations.add(line, older))
    table = TableSection(context, "budget_line")
    qtbot.addWidget(table)
    words = table.totals.words[0]
    assert "2025\u00a0: dépenses 100" in words
    assert "140" not in words


def test_the_clipboard_takes_plain_numbers_and_no_formula(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(BudgetLine(label="=1+1", amount=12345.5, source="deux\nlignes")))
    model = model_of(context, "budget_line")
    text = tab_separated("budget_line", model.columns, model.shown, model.facts)
    assert "'=1+1\t" in text
    assert "\t12345,5\t" in text
    assert '"deux\nlignes"' in text or "deux lignes" in text
    assert "—" not in text


@pytest.mark.parametrize(
    ("natural", "least", "elastic", "room", "widths"),
    [
        ([50, 50], [50, 50], [True, False], 200, [150, 50]),
        ([100, 100], [50, 100], [True, False], 160, [60, 100]),
        ([100, 100], [90, 90], [True, True], 100, [100, 100]),
    ],
)
def test_the_width_is_shared(
    natural: list[int], least: list[int], elastic: list[bool], room: int, widths: list[int]
) -> None:
    assert shared(natural, least, elastic, room) == widths
