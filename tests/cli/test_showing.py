"""What `show` tells: labels beside values, countries counted once, the questions answered."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_row_is_told_field_by_field(run: Run, rennes: Path) -> None:
    run("add", rennes, "partnership", "name=Santa Fe", "country=AR", "since=1998", "until=2025", "agreement=oui")
    (line,) = [line for line in run("show", rennes).out.splitlines() if "Santa Fe" in line]
    for said in ("Pays\u00a0: Argentine", "Depuis\u00a0: 1998", "2025", "oui"):
        assert said in line.replace("\u202f", "\u00a0"), line
    assert all(":" in cell for cell in line.split(" · "))


def test_countries_are_counted_once_and_a_row_without_one_says_so(run: Run, rennes: Path) -> None:
    run("add", rennes, "diaspora", "country=MA", "people=10", "definition=birthplace")
    run("add", rennes, "diaspora", "country=MA", "people=8", "definition=nationality")
    run("add", rennes, "diaspora", "country=ML", "people=5")
    assert "2 pays · 3 lignes" in run("show", rennes).out
    run("add", rennes, "diaspora", "people=77")
    lines = run("show", rennes).out.splitlines()
    assert "2 pays · 4 lignes" in lines
    assert "non précisé" in next(line for line in lines if "77" in line)
    assert "not stated" in run("show", rennes, "--lang", "en").out


def test_countries_with_one_row_each_are_not_counted_twice_over(run: Run, rennes: Path) -> None:
    run("add", rennes, "diaspora", "country=MA", "people=10")
    assert "1 pays" in run("show", rennes).out.splitlines()


def test_answers_are_listed_with_what_was_answered(run: Run, rennes: Path, framework) -> None:
    choice = next(question for question in framework.questions() if question.input.value == "choice")
    for indicator, value in (
        ("governance_oda", "done"),
        ("diasporas_languages", "12"),
        ("economy_overnight", "12,5"),
        ("means_staff", "not_applicable"),
        (choice.id, choice.options[0].id),
        ("governance_transversality", "unanswered"),
    ):
        assert run("answer", rennes, indicator, value).code == 0
    out = run("show", rennes).out.replace("\u00a0", " ").replace("\u202f", " ")
    total = len(framework.questions())
    assert f"5 réponses sur {total} questions" in out
    title = framework.indicator("governance_oda").title["fr"].replace("\u202f", " ")
    assert f"governance_oda · {title} : Fait" in out
    assert ": 12 langues\n" in out
    assert ": 12,5 %" in out
    assert ": Sans objet ici" in out
    assert choice.options[0].label["fr"].replace("\u202f", " ") in out
    assert "governance_transversality" not in out
