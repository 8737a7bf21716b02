"""What an open dossier keeps, takes back, and announces."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from diagnostic.dossier import operations
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.records import (
    Association,
    BudgetLine,
    Diaspora,
    EconomicTie,
    NetworkMembership,
    Partnership,
    StudentGroup,
)
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import (
    ActionField,
    ActionState,
    AnswerState,
    Confidence,
    PartnershipForm,
    Sdg,
    TableState,
)
from diagnostic.errors import WorldError

FULL = Partnership(
    name="Santa Fe",
    place="Santa Fe",
    country="AR",
    form=PartnershipForm.DECENTRALISED_COOPERATION,
    fields=(ActionField.PLANNING, ActionField.CITIZENSHIP),
    sdg=(Sdg.SDG11,),
    since=2009,
    last_activity="2025-06",
    agreement=True,
    evaluated=False,
    yearly_cost=12500.5,
    led_with="Rennes Métropole",
    contact="une personne",
    source="Délibération",
    source_date="2024-03-12",
    confidence=Confidence.OFFICIAL,
    comment="Élu référent ; ligne\nsuivante 🙂 مرحبا <b>&",
    unread={"until": "un jour"},
)


def committed(dossier: Dossier, kind: str) -> int:
    """Count rows with another connection: what is really in the file."""
    with sqlite3.connect(dossier.path) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {kind}").fetchone()[0])


def test_every_field_comes_back_as_it_was_typed(dossier: Dossier) -> None:
    stored = dossier.apply(operations.add(FULL)).changes[0].after
    assert stored is not None
    path = dossier.path
    dossier.close()
    again = open_dossier(path)
    (read,) = again.snapshot().partnerships
    again.close()
    assert read == stored
    assert read.comment == FULL.comment
    assert dict(read.unread) == {"until": "un jour"}


def test_a_change_is_in_the_file_before_apply_returns(dossier: Dossier) -> None:
    dossier.apply(operations.add(Diaspora(country="MA", people=4120)))
    assert committed(dossier, "diaspora") == 1


@pytest.mark.parametrize(
    "row",
    [
        Diaspora(country="MA"),
        StudentGroup(institution="Université"),
        FULL,
        NetworkMembership(name="AFCCRE"),
        Association(name="Amitié", countries=("MA", "SN")),
        EconomicTie(name="Salon"),
        BudgetLine(label="Cotisation"),
        Action(title="Publier un bilan", state=ActionState.KEPT),
    ],
    ids=lambda row: row.kind,
)
def test_each_kind_is_added_edited_removed_and_each_step_taken_back_and_done_again(dossier: Dossier, row) -> None:
    states = [dossier.snapshot()]

    def step(operation: operations.Operation) -> None:
        dossier.apply(operation)
        states.append(dossier.snapshot())

    step(operations.add(row))
    step(operations.edit(dossier.snapshot().rows(row.kind)[0], comment="vu"))
    step(operations.duplicate(dossier.snapshot().rows(row.kind)[0]))
    step(operations.remove(dossier.snapshot(), dossier.snapshot().rows(row.kind)[:1]))
    for before in reversed(states[:-1]):
        dossier.undo()
        assert dossier.snapshot() == before
    for after in states[1:]:
        dossier.redo()
        assert dossier.snapshot() == after
    for before in reversed(states[:-1]):
        dossier.undo()
        assert dossier.snapshot() == before


def test_nothing_to_undo_or_redo_is_no_fault(dossier: Dossier) -> None:
    assert dossier.undo() is None
    assert dossier.redo() is None


def test_a_new_change_forgets_what_was_undone(dossier: Dossier) -> None:
    dossier.apply(operations.add(Diaspora(country="MA")))
    dossier.undo()
    dossier.apply(operations.add(Diaspora(country="SN")))
    assert dossier.redo() is None
    assert [row.country for row in dossier.snapshot().diasporas] == ["SN"]


def test_a_text_saved_as_it_is_typed_undoes_as_one(dossier: Dossier) -> None:
    dossier.apply(operations.add(Diaspora(country="MA")))
    for typed in ("b", "bo", "bon"):
        row = dossier.snapshot().diasporas[0]
        dossier.apply(operations.edit(row, merge="comment", comment=typed))
    dossier.undo()
    assert dossier.snapshot().diasporas[0].comment == ""


def test_removing_a_partnership_frees_its_budget_lines_and_undo_ties_them_again(dossier: Dossier) -> None:
    partner = dossier.apply(operations.add(FULL)).changes[0].after
    assert partner is not None
    dossier.apply(operations.add(BudgetLine(label="Santa Fe", partnership=partner.id)))
    dossier.apply(operations.remove(dossier.snapshot(), [partner]))
    assert dossier.snapshot().budget_lines[0].partnership is None
    dossier.undo()
    assert dossier.snapshot().budget_lines[0].partnership == partner.id


def test_an_answer_replaces_the_one_before_and_keeps_its_evidence(dossier: Dossier) -> None:
    dossier.apply(operations.answer(dossier.snapshot(), "x.y", AnswerState.PLANNED, source="PV"))
    dossier.apply(operations.answer(dossier.snapshot(), "x.y", AnswerState.DONE))
    (answer,) = dossier.snapshot().answers.values()
    assert (answer.state, answer.source) == (AnswerState.DONE, "PV")
    dossier.undo()
    assert dossier.snapshot().answers["x.y"].state is AnswerState.PLANNED


def test_what_is_said_of_a_table_is_kept_and_taken_back(dossier: Dossier) -> None:
    assert dossier.snapshot().standing("diaspora") is TableState.OPEN
    dossier.apply(operations.stand(dossier.snapshot(), "diaspora", TableState.UNKNOWN))
    dossier.apply(operations.stand(dossier.snapshot(), "diaspora", TableState.COMPLETE))
    assert dossier.snapshot().standing("diaspora") is TableState.COMPLETE
    dossier.undo()
    assert dossier.snapshot().standing("diaspora") is TableState.UNKNOWN


def test_listeners_hear_which_kinds_changed_until_they_stop(dossier: Dossier) -> None:
    heard: list[frozenset[str]] = []
    stop = dossier.subscribe(heard.append)
    dossier.apply(operations.add(Diaspora(country="MA")))
    dossier.undo()
    stop()
    dossier.redo()
    assert heard == [frozenset({"diaspora"})] * 2


def test_a_new_campaign_begins_with_the_rows_of_the_last_and_leaves_it_alone(dossier: Dossier) -> None:
    partner = dossier.apply(operations.add(FULL)).changes[0].after
    assert partner is not None
    dossier.apply(operations.add(BudgetLine(label="Santa Fe", partnership=partner.id)))
    dossier.apply(operations.add(Action(title="gardée"), Action(title="écartée", state=ActionState.DROPPED)))
    first = dossier.snapshot()
    dossier.start_campaign(2027, "2027-03-01")
    second = dossier.snapshot()
    assert second.campaign.year == 2027
    assert second.budget_lines[0].partnership == second.partnerships[0].id != partner.id
    assert [action.title for action in second.actions] == ["gardée"]
    assert dossier.previous() == first
    dossier.apply(operations.remove(second, second.partnerships))
    assert dossier.previous() == first
    with pytest.raises(WorldError, match="same_year"):
        dossier.start_campaign(2027, "2027-03-01")


def test_a_full_disk_changes_nothing_and_says_so(dossier: Dossier, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dossier.snapshot()
    with sqlite3.connect(dossier.path) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connect = sqlite3.connect

    def cramped(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    monkeypatch.setattr("diagnostic.dossier.connection.sqlite3.connect", cramped)
    with pytest.raises(WorldError, match="disk_full"):
        dossier.apply(operations.add(*[Diaspora(country="MA", comment="x" * 9000)] * 50))
    monkeypatch.undo()
    assert dossier.snapshot() == before
    assert dossier.history.last is None
    assert committed(dossier, "diaspora") == 0


def test_a_file_taken_away_while_open_is_a_calm_fault(dossier: Dossier) -> None:
    dossier.path.rename(dossier.path.with_suffix(".away"))
    with pytest.raises(WorldError, match="missing"):
        dossier.apply(operations.add(Diaspora(country="MA")))
    assert not Path(dossier.path).exists()


def test_ten_thousand_characters_and_every_script_are_kept(dossier: Dossier) -> None:
    for text in ("x" * 10_000, "🙂🧭", "مرحبا بالعالم", "<b>&amp;</b> <img src='/etc/passwd'>", "a\u0301\u200f\u202e"):
        dossier.apply(operations.add(Association(name=text, comment=text)))
        assert dossier.snapshot().associations[-1].name == text
        assert dossier.snapshot().associations[-1].comment == text


def test_reading_waits_for_nobody_while_another_program_writes(dossier: Dossier) -> None:
    writer = sqlite3.connect(dossier.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert dossier.campaigns()
    assert dossier.previous() is None
    writer.execute("ROLLBACK")
    writer.close()


def test_a_campaign_that_cannot_be_read_is_not_chosen(dossier: Dossier) -> None:
    first = dossier.campaign
    second = dossier.start_campaign(2027, "2027-03-01")
    dossier.path.rename(dossier.path.with_suffix(".away"))
    with pytest.raises(WorldError, match="missing"):
        dossier.choose(first)
    assert dossier.campaign == second
