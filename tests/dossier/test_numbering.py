"""Many rows in one operation: each gets its id before it is written, and keeps it when undone and done again."""

from __future__ import annotations

from dataclasses import replace

from diagnostic.dossier.operations import Change, Operation, add
from diagnostic.dossier.records import Association, BudgetLine, Partnership
from diagnostic.dossier.store import Dossier


def operation(*changes: Change) -> Operation:
    return Operation(name="import", kind="association", changes=changes)


def test_one_operation_adds_edits_and_removes_in_its_order(dossier: Dossier) -> None:
    dossier.apply(add(*(Association(name=name) for name in ("a", "b", "c"))))
    first, second, third = dossier.snapshot().associations
    before = dossier.snapshot()
    done = dossier.apply(
        operation(
            Change(after=Partnership(id=-7, name="Sendai")),
            Change(before=first, after=replace(first, name="A")),
            Change(before=third),
            Change(after=Association(name="d")),
            Change(after=BudgetLine(label="Voyage", partnership=-7)),
            Change(after=Association(name="e")),
            Change(before=second, after=replace(second, name="B", countries=("ML",))),
        )
    )
    now = dossier.snapshot()
    assert [(each.id, each.name) for each in now.associations] == [
        (first.id, "A"),
        (second.id, "B"),
        (third.id + 1, "d"),  # an id is never given twice
        (third.id + 2, "e"),
    ]
    (partnership,) = now.partnerships
    assert [line.partnership for line in now.budget_lines] == [partnership.id]
    assert done.changes[4].after == now.budget_lines[0]
    dossier.undo()
    assert dossier.snapshot() == before
    dossier.redo()
    assert dossier.snapshot() == now


def test_a_row_put_in_the_place_of_one_just_removed_has_its_id(dossier: Dossier) -> None:
    dossier.apply(add(Association(name="a"), Association(name="b")))
    gone, other = dossier.snapshot().associations
    dossier.apply(operation(Change(before=gone), Change(after=Association(id=gone.id, name="A"))))
    assert {each.name: each.id for each in dossier.snapshot().associations} == {"A": gone.id, "b": other.id}
    dossier.undo()
    assert dossier.snapshot().associations == (gone, other)


def test_the_id_of_a_row_that_is_there_is_not_taken_from_it(dossier: Dossier) -> None:
    dossier.apply(add(Partnership(name="Cork"), Partnership(name="Sendai")))
    cork, sendai = dossier.snapshot().partnerships
    dossier.apply(
        operation(
            Change(after=Partnership(id=cork.id, name="Brno")),
            Change(after=BudgetLine(label="Voyage à Brno", partnership=cork.id)),
            Change(after=Partnership(id=sendai.id + 40, name="Sétif")),
            Change(after=Partnership(name="Almaty")),
        )
    )
    found = {each.name: each.id for each in dossier.snapshot().partnerships}
    assert found == {
        "Cork": cork.id,
        "Sendai": sendai.id,
        "Brno": sendai.id + 1,
        "Sétif": sendai.id + 40,
        "Almaty": sendai.id + 41,
    }
    assert dossier.snapshot().budget_lines[0].partnership == found["Brno"]


def test_a_removed_row_comes_back_under_its_id_even_after_others_were_added(dossier: Dossier) -> None:
    dossier.apply(add(Association(name="a"), Association(name="b")))
    first, second = dossier.snapshot().associations
    dossier.apply(operation(Change(before=second)))
    dossier.apply(add(Association(name="c")))
    dossier.apply(operation(Change(after=second)))
    assert [(each.id, each.name) for each in dossier.snapshot().associations] == [
        (first.id, "a"),
        (second.id, "b"),
        (second.id + 1, "c"),
    ]
