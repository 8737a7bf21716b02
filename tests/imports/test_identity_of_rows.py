"""Which row a line is: lines of one name, blanks filled in afterwards, figures older than those that stand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from diagnostic.dossier.decisions import Action
from diagnostic.dossier.records import (
    Association,
    BudgetLine,
    Diaspora,
    EconomicTie,
    Partnership,
    StudentGroup,
)
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import (
    BudgetDirection,
    BudgetSection,
    Confidence,
    DiasporaDefinition,
    EconomicTieKind,
    StudyLevel,
)
from diagnostic.imports.preview import Fate, Preview, not_chosen, operation, preview
from diagnostic.imports.reading import Candidate, Reading
from diagnostic.imports.repeats import line_name, told_apart
from diagnostic.imports.saying import sentence
from diagnostic.texts import Texts
from tests.builders import snapshot


def reading(*rows: Row, year: int | None = None) -> Reading:
    """Return what a file brings that says what its rows say, and nothing of what they leave blank."""
    candidates = tuple(Candidate(row=row, brought=said(row), line=line) for line, row in enumerate(rows, 2))
    return Reading(format="columns", file="f.csv", year=year, candidates=candidates)


def said(row: Row) -> frozenset[str]:
    """Return the fields in which a row says something."""
    blank = type(row)()
    names = [name for name in type(row).__dataclass_fields__ if name not in ("id", "kind", "unread")]
    return frozenset(name for name in names if getattr(row, name) != getattr(blank, name) or name in row.unread)


def fates(found: Preview) -> list[Fate]:
    """Return the fates of the lines."""
    return [line.fate for line in found.lines]


def imported(held: Snapshot, read: Reading) -> Snapshot:
    """Return a campaign with the rows that a file adds."""
    return snapshot(*(line.after for line in preview(read, held).lines))


SUBVENTION = BudgetLine(year=2024, label="Subvention coopération", nature="65748", function="044", amount=1000.0)
PAIRS: tuple[tuple[Row, Row], ...] = (
    (SUBVENTION, replace(SUBVENTION, amount=2000.0)),
    (SUBVENTION, replace(SUBVENTION, country="TG")),
    (Diaspora(country="ML", people=100), Diaspora(country="ML", people=200)),
    (StudentGroup(institution="A", people=30), StudentGroup(institution="A", people=5)),
    (Partnership(country="MA", yearly_cost=100.0), Partnership(country="MA", yearly_cost=200.0)),
    (Association(name="Amis", countries=("ML",)), Association(name="Amis", countries=("TG",))),
    (Action(title="Accueil", owner="A"), Action(title="Accueil", owner="B")),
)


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_two_lines_of_one_name_that_differ_are_both_kept_and_told(one: Row, two: Row, texts: Texts) -> None:
    found = preview(reading(one, two), snapshot())
    assert fates(found) == [Fate.ADDED, Fate.ADDED]
    assert not_chosen(found) == frozenset()
    (note,) = found.reading.notes
    assert "ligne 3" in sentence(note, texts)
    held = imported(snapshot(), reading(one, two))
    assert operation(preview(reading(one, two), held)) is None
    assert operation(preview(reading(two, one), held)) is None
    assert len({line_name(line.candidate) for line in found.lines}) == 2


def test_one_of_two_changes_alone() -> None:
    one, two = SUBVENTION, replace(SUBVENTION, amount=2000.0)
    held = imported(snapshot(), reading(one, two))
    found = preview(reading(replace(one, amount=1500.0), two), held)
    assert fates(found) == [Fate.CHANGED, Fate.SAME]
    assert [getattr(line.before, "amount", None) for line in found.lines] == [1000.0, 2000.0]
    fewer = preview(reading(two), held)
    assert fates(fewer) == [Fate.SAME]


def test_next_year_s_lines_of_one_name_keep_what_was_noted_on_each() -> None:
    mali = Association(name="Amis", countries=("ML",), objects="014040", grant=100.0)
    togo = Association(name="Amis", countries=("TG",), objects="015000", grant=200.0)
    held = snapshot(replace(mali, id=1, comment="vus en mai"), replace(togo, id=2, comment="à rappeler"))
    later = reading(replace(togo, grant=250.0), replace(mali, grant=150.0))
    found = preview(later, held)
    assert [(line.after.id, line.after.comment, line.fields) for line in found.lines] == [
        (2, "à rappeler", ("grant",)), (1, "vus en mai", ("grant",)),
    ]  # fmt: skip


def test_a_repeat_is_set_aside_with_its_line(texts: Texts) -> None:
    found = preview(reading(SUBVENTION, SUBVENTION, SUBVENTION), snapshot())
    assert fates(found) == [Fate.ADDED]
    (skipped,) = found.skipped
    assert (skipped.why.key, skipped.lines) == ("skip.repeated", (3, 4))
    again = preview(found.reading, snapshot())
    assert again.skipped == found.skipped


def test_each_line_of_one_name_is_not_compared_with_all_before_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lines, compared = 200, []
    same = BudgetLine.__eq__
    monkeypatch.setattr(BudgetLine, "__eq__", lambda one, other: compared.append(1) or same(one, other))
    found = told_apart(reading(*(replace(SUBVENTION, amount=float(number)) for number in range(lines))))
    assert len(found.candidates) == lines
    assert len(compared) <= lines


def test_a_number_is_of_one_association_only() -> None:
    one = Association(name="Amis", rna="W352000001")
    found = preview(reading(one, replace(one, objects="014040")), snapshot())
    assert fates(found) == [Fate.ADDED]
    assert [(each.why.key, each.lines) for each in found.skipped] == [("skip.one_only", (3,))]


GRANT = BudgetLine(year=2024, label="Amis du Mali", direction=BudgetDirection.EXPENSE, amount=500.0)
FILLED: tuple[tuple[Row, dict[str, Any]], ...] = (
    (GRANT, {"section": BudgetSection.OPERATING, "function": "044"}),
    (replace(GRANT, direction=None), {"direction": BudgetDirection.INCOME}),
    (Partnership(name="Sétif", country="DZ", since=1982), {"place": "Sétif"}),
    (Partnership(country="DZ", since=1982), {"name": "Sétif"}),
    (Association(name="Amis", grant=5.0), {"rna": "W352000001"}),
    (Diaspora(country="MA", people=10), {"definition": DiasporaDefinition.BIRTHPLACE}),
    (StudentGroup(institution="A", people=10), {"level": StudyLevel.MASTER}),
    (EconomicTie(name="Usine", country="DE"), {"type": next(iter(EconomicTieKind))}),
)


@pytest.mark.parametrize(("row", "filled"), FILLED)
def test_a_blank_filled_in_afterwards_is_kept_and_the_row_is_found_again(row: Row, filled: dict[str, Any]) -> None:
    held = snapshot(replace(row, **filled, id=7))
    found = preview(reading(row), held)
    assert fates(found) == [Fate.SAME]
    back = preview(reading(replace(row, **filled)), snapshot(replace(row, id=7)))
    assert [(line.fate, line.after) for line in back.lines] == [(Fate.CHANGED, replace(row, **filled, id=7))]


@pytest.mark.parametrize(
    ("row", "filled"), [each for each in FILLED if each[0].kind != "partnership" or "place" in each[1]]
)
def test_next_year_s_figure_finds_the_row_that_was_filled_in(row: Row, filled: dict[str, Any]) -> None:
    later = replace(row, comment="nouveau")
    (line,) = preview(reading(later), snapshot(replace(row, **filled, id=7))).lines
    assert (line.fate, line.fields) == (Fate.CHANGED, ("comment",))
    assert all(getattr(line.after, name) == value for name, value in filled.items())


def test_a_country_alone_is_found_again_once_its_partner_was_named() -> None:
    nameless = Partnership(country="DZ")
    assert fates(preview(reading(nameless), snapshot(Partnership(name="Sétif", country="DZ")))) == [Fate.SAME]
    assert fates(preview(reading(nameless), snapshot(Partnership(name="Agadir", country="MA")))) == [Fate.ADDED]


def test_the_line_that_says_least_leaves_the_others_their_rows() -> None:
    least, more = Partnership(place="Sétif", country="DZ"), Partnership(place="Sétif", country="DZ", since=1982)
    held = snapshot(replace(least, name="Sétif", id=1), replace(more, id=2))
    assert fates(preview(reading(least, more), held)) == [Fate.SAME, Fate.SAME]


def test_filling_in_both_of_two_lines_keeps_them_two() -> None:
    one, two = GRANT, replace(GRANT, amount=700.0)
    held = snapshot(*(replace(row, function="044", id=id_) for id_, row in ((1, one), (2, two))))
    assert fates(preview(reading(two, one), held)) == [Fate.SAME, Fate.SAME]


def test_what_a_blank_could_mean_twice_is_not_guessed() -> None:
    held = snapshot(replace(GRANT, function="044", id=1), replace(GRANT, function="048", id=2))
    assert fates(preview(reading(replace(GRANT, amount=9.0)), held)) == [Fate.ADDED]
    years = reading(GRANT, replace(GRANT, year=2023, amount=1.0))
    assert fates(preview(years, snapshot(replace(GRANT, year=None, id=1)))) == [Fate.CHANGED, Fate.ADDED]


@pytest.mark.parametrize(
    ("held", "line"),
    [
        (StudentGroup(institution="A", country="MA", people=3), StudentGroup(institution="A", people=90)),
        (Diaspora(country="MA", people=3), Diaspora(people=90)),
        (Partnership(place="Sétif", country="DZ"), Partnership(name="Alger", country="DZ")),
        (EconomicTie(name="A"), EconomicTie(name="B")),
    ],
)
def test_a_blank_is_no_joker_where_it_says_something(held: Row, line: Row) -> None:
    assert fates(preview(reading(line), snapshot(replace(held, id=1)))) == [Fate.ADDED]


def census(country: str, people: int, year: int, **fields: Any) -> Diaspora:
    """Return a row of the census."""
    base = Diaspora(
        country=country,
        people=people,
        definition=DiasporaDefinition.BIRTHPLACE,
        source=f"INSEE RP{year}, exploitation {year}",
        source_date=str(year),
        confidence=Confidence.OFFICIAL,
    )
    return replace(base, **fields)


def test_an_older_file_is_only_proposed_over_newer_figures(texts: Texts) -> None:
    held = snapshot(census("MA", 3100, 2022), census("PT", 50, 2022))
    older = reading(census("MA", 3000, 2021), census("PT", 50, 2021), census("TG", 9, 2021), year=2021)
    found = preview(older, held)
    assert fates(found) == [Fate.CHANGED, Fate.SAME, Fate.ADDED]
    assert not_chosen(found) == {0, 2}
    assert operation(found, not_chosen(found)) is None
    assert "2022" in sentence(found.lines[0].reasons[0], texts)
    newer = preview(reading(census("MA", 3200, 2023), census("TG", 9, 2023), year=2023), held)
    assert not_chosen(newer) == frozenset()


def test_a_date_that_is_none_stands_before_any_year() -> None:
    held = snapshot(replace(census("MA", 3100, 2022), source="", source_date="bientôt"))
    assert not_chosen(preview(reading(census("MA", 3000, 2021), year=2021), held)) == frozenset()


def test_older_figures_fill_in_what_is_unknown() -> None:
    held = snapshot(replace(census("MA", 0, 2022), people=None))
    assert not_chosen(preview(reading(census("MA", 3000, 2021), year=2021), held)) == frozenset()


def test_the_grant_of_an_older_list_is_not_put_back() -> None:
    def grants(year: int, amount: float) -> Reading:
        line = BudgetLine(label="Amis – école", year=year, amount=amount, source=f"Ville, subventions {year}")
        association = Association(name="Amis", rna="W352000001", grant=amount)
        candidates = (
            Candidate(row=line, brought=said(line), line=2),
            Candidate(row=association, brought=frozenset({"grant"}), only_held=True),
        )
        return Reading(format="scdl", file=f"{year}.csv", year=year, candidates=candidates)

    newer = grants(2025, 900.0)
    held = snapshot(newer.candidates[0].row, Association(name="Amis", rna="W352000001", grant=900.0))
    found = preview(grants(2024, 400.0), held)
    by_kind = {line.after.kind: line for line in found.lines}
    assert (by_kind["budget_line"].fate, by_kind["budget_line"].chosen) == (Fate.ADDED, True)
    assert (by_kind["association"].fate, by_kind["association"].chosen) == (Fate.CHANGED, False)


def test_what_cannot_be_read_leaves_a_good_value(texts: Texts) -> None:
    held = snapshot(Diaspora(id=4, country="MA", people=512))
    mistyped = Diaspora(country="MA", unread={"people": "1,234.5"})
    found = preview(reading(mistyped), held)
    assert fates(found) == [Fate.SAME]
    assert [(each.why.key, each.lines, each.example) for each in found.skipped] == [
        ("skip.unread_kept", (2,), "1,234.5")
    ]
    unknown = preview(reading(mistyped), snapshot(Diaspora(id=4, country="MA")))
    assert [dict(line.after.unread) for line in unknown.lines] == [{"people": "1,234.5"}]
