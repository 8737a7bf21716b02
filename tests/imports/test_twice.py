"""Whatever a table holds, bringing it in again changes nothing, and loses nothing that was noted in between."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostic.dossier.records import Association, BudgetLine, Diaspora, EconomicTie, Partnership, StudentGroup
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import BudgetDirection, BudgetSection, DiasporaDefinition, StudyLevel
from diagnostic.imports.identity import FILLED_LATER
from diagnostic.imports.preview import operation, preview
from diagnostic.imports.reading import Candidate, Reading
from tests.builders import snapshot

NAMES = st.sampled_from(["", "Amis", "AMIS", "Sétif"])
COUNTRIES = st.sampled_from(["", "ML", "TG"])
NUMBERS = st.sampled_from([None, 1, 2])
PEOPLE = st.integers(1, 3)
ROWS: st.SearchStrategy[Row] = st.one_of(
    st.builds(Partnership, name=NAMES, place=NAMES, country=COUNTRIES, since=st.sampled_from([None, 1982, 1990])),
    st.builds(Association, name=NAMES, rna=st.sampled_from(["", "W352000001", "W352000002"]), grant=NUMBERS),
    st.builds(Diaspora, country=COUNTRIES, people=PEOPLE, definition=st.sampled_from([None, *DiasporaDefinition])),
    st.builds(
        StudentGroup, institution=NAMES, country=COUNTRIES, people=PEOPLE, level=st.sampled_from([None, *StudyLevel])
    ),
    st.builds(EconomicTie, name=NAMES, country=COUNTRIES),
    st.builds(
        BudgetLine,
        label=NAMES,
        year=st.sampled_from([None, 2024, 2025]),
        direction=st.sampled_from([None, *BudgetDirection]),
        section=st.sampled_from([None, *BudgetSection]),
        function=st.sampled_from(["", "044", "048"]),
        amount=NUMBERS,
    ),
)


def said(row: Row) -> frozenset[str]:
    """Return the fields in which a row says something."""
    blank = type(row)()
    names = [name for name in type(row).__dataclass_fields__ if name not in ("id", "kind", "unread")]
    return frozenset(name for name in names if getattr(row, name) != getattr(blank, name))


def table(rows: list[Row]) -> Reading:
    """Return the reading of a table that holds what the rows say."""
    candidates = (Candidate(row=row, brought=said(row), line=line) for line, row in enumerate(rows, 2) if said(row))
    return Reading(format="columns", file="t.csv", candidates=tuple(candidates))


def rows_of(held: Snapshot) -> list[Row]:
    """Return all that a campaign holds."""
    kinds = ("partnership", "association", "diaspora", "student_group", "economic_tie", "budget_line")
    return [row for kind in kinds for row in held.rows(kind)]


def brought(held: Snapshot, reading: Reading) -> Snapshot:
    """Return a campaign after an import, new rows numbered after the others."""
    done = operation(preview(reading, held))
    rows = {(row.kind, row.id): row for row in rows_of(held)}
    last = max((row.id for row in rows.values()), default=0)
    for change in done.changes if done else ():
        assert change.after is not None
        if change.before is None:
            last += 1
        number = change.before.id if change.before else last
        rows[change.after.kind, number] = replace(change.after, id=number)
    return snapshot(*rows.values())


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, max_size=7), st.lists(ROWS, max_size=5))
def test_a_table_brought_in_twice_changes_nothing_the_second_time(typed: list[Row], rows: list[Row]) -> None:
    held = brought(snapshot(*typed), table(rows))
    assert operation(preview(table(rows), held)) is None


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, max_size=7))
def test_into_an_empty_dossier_comes_every_line_that_is_no_repeat(rows: list[Row]) -> None:
    found = preview(table(rows), snapshot())
    told = [line for each in found.skipped for line in each.lines]
    assert len(found.lines) + len(told) == len(table(rows).candidates)
    distinct = {str(row) for row in rows if said(row) and not getattr(row, "rna", "")}
    assert len(found.lines) >= len(distinct)


@settings(max_examples=150, deadline=None)
@given(st.lists(ROWS, max_size=6), st.data())
def test_what_was_noted_and_filled_in_meanwhile_stays(rows: list[Row], data: Any) -> None:
    """Comments on rows, and blanks filled in on one of them: the same table brings nothing and takes nothing away."""
    held = brought(snapshot(), table(rows))
    noted = [replace(row, comment=f"note {row.kind} {row.id}") for row in rows_of(held)]
    if noted:
        place = data.draw(st.integers(0, len(noted) - 1))
        noted[place] = filled(noted[place], data)
    after = brought(snapshot(*noted), table(rows))
    assert Counter(map(str, rows_of(after))) == Counter(map(str, noted))


def filled(row: Row, data: Any) -> Row:
    """Return a row with one of the blanks filled in that tell it from others."""
    values: dict[str, Any] = {
        "name": "Nouveau nom", "place": "Nouveau lieu", "rna": "W359999999", "level": StudyLevel.MASTER,
        "definition": DiasporaDefinition.BIRTHPLACE, "label": "Nouveau libellé", "year": 2030, "function": "099",
        "section": BudgetSection.OPERATING,
    }  # fmt: skip
    blanks = [name for name in FILLED_LATER.get(row.kind, ()) if name in values and not getattr(row, name)]
    if not blanks:
        return row
    name = data.draw(st.sampled_from(blanks))
    return replace(row, **{name: values[name]})
