"""The yearly report: its counts add up, what is late is told, and the year of the money is named with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diagnostic.brief.compose.yearly import check_yearly
from diagnostic.brief.content import BriefContent, KeyFigures, Kind, Table
from diagnostic.brief.press import content_of
from diagnostic.dossier.checks import remarks
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionState, BudgetDirection
from diagnostic.framework.load import load_edition
from diagnostic.territory.countries import load_countries
from diagnostic.texts import load_texts
from tests.brief import samples
from tests.brief.test_content import said
from tests.brief.test_kinds import TERRITORIES, brief, campaigns

both = pytest.mark.parametrize("lang", ["fr", "en"])
KEPT, STARTED, DONE, DROPPED = ActionState.KEPT, ActionState.STARTED, ActionState.DONE, ActionState.DROPPED


def actions(*found: tuple[str, ActionState | None, str]) -> tuple[Action, ...]:
    return tuple(Action(id=n, title=title, state=state, due=due) for n, (title, state, due) in enumerate(found, 1))


def report(now: tuple[Action, ...], then: tuple[Action, ...], lang: str = "fr") -> BriefContent:
    snapshot, before = replace(samples.rich(), actions=now), replace(samples.earlier(), actions=then)
    return content_of(snapshot, before, load_edition(), load_texts(lang), load_countries(), Kind.YEARLY)


def counts(content: BriefContent) -> list[tuple[int, str]]:
    found = next(block for block in content.section("year").blocks if isinstance(block, KeyFigures))
    return [(int(figure.value), f"{figure.label} {figure.note}".strip()) for figure in found.figures]


def test_what_became_of_the_plan_adds_up_to_the_plan_and_what_came_since_is_apart() -> None:
    then = actions(("a", KEPT, ""), ("b", KEPT, ""), ("c", STARTED, "2025"), ("d", KEPT, ""), ("e", DROPPED, ""))
    now = actions(
        ("a", DONE, ""),
        ("b", DONE, ""),
        ("c", STARTED, "2025"),
        ("f", STARTED, ""),
        ("g", KEPT, ""),
        ("e", DROPPED, ""),
    )
    content = report(now, then)
    assert counts(content) == [
        (4, "actions prévues"),
        (2, "faites"),
        (1, "engagée dont 1 en retard"),
        (1, "sortie du plan"),
    ]
    assert content.section("year").title.startswith("2 des 4 actions prévues sont faites, ")
    assert content.section("planned").title == "2 des 4 actions prévues sont faites, 2 autres décidées depuis"
    assert "S’y ajoutent 2 actions décidées depuis\u00a0: 1 engagée et 1 retenue." in said(content, "year")


@both
@pytest.mark.parametrize("name", TERRITORIES)
def test_the_counts_of_every_report_add_up_and_have_their_rows(name: str, lang: str) -> None:
    now, _ = campaigns(name, lang)
    if not now.actions:
        return
    content = brief(name, lang, Kind.YEARLY)
    table = next(block for block in content.section("planned").blocks if isinstance(block, Table))
    since = sum(row[1].startswith(load_texts(lang)("brief.year.since")) for row in table.rows)
    if since < len(table.rows):
        total, *parts = [count for count, _ in counts(content)]
        assert total == sum(parts) == len(table.rows) - since


@pytest.mark.parametrize(
    ("states", "title"),
    [
        ((KEPT,), "L’action prévue n’est pas faite"),
        ((DONE,), "L’action prévue est faite"),
        ((DONE, DONE), "Les 2 actions prévues sont faites"),
        ((KEPT, DROPPED), "Aucune des 2 actions prévues n’est faite"),
        ((DONE, KEPT), "1 des 2 actions prévues est faite"),
        ((), "Rien n’était prévu, 1 action décidée depuis"),
    ],
)
def test_the_title_says_how_much_of_the_plan_is_done(states: tuple[ActionState, ...], title: str) -> None:
    then = actions(*((f"action {n}", KEPT, "") for n in range(len(states))))
    now = actions(*((f"action {n}", state, "") for n, state in enumerate(states))) or actions(("autre", KEPT, ""))
    assert report(now, then).section("planned").title == title


@both
def test_what_is_late_on_the_campaigns_day_is_said_in_every_table(lang: str) -> None:
    late, coming = Action(id=1, title="Charte", due="2025-12", state=KEPT), Action(id=2, title="Mission", due="2026-12")
    content = report((late, coming), (late,), lang)
    word = {"fr": "Retenue, en retard", "en": "Kept, late"}[lang]
    for section, place in (("planned", 2), ("plan", -1)):
        table = next(block for block in content.section(section).blocks if isinstance(block, Table))
        states = {row[0].split("\n")[0]: row[place] for row in table.rows}
        assert states["Charte"].startswith(word), section
        assert "late" not in states["Mission"]
        assert "retard" not in states["Mission"]


def with_lines(budget_year: int | None, *years: int) -> Snapshot:
    rich = samples.rich()
    lines = tuple(
        BudgetLine(id=n, label=f"ligne {year}", year=year, direction=BudgetDirection.EXPENSE, amount=1000.0 * n)
        for n, year in enumerate(years, 1)
    )
    return replace(rich, territory=replace(rich.territory, budget_year=budget_year), budget_lines=lines)


@both
def test_a_year_read_for_the_sake_of_the_budgets_is_told_with_what_to_do(lang: str) -> None:
    stale = with_lines(2024, 2024, 2025)
    texts = load_texts(lang)
    content = content_of(stale, samples.earlier(), load_edition(), texts, load_countries(), Kind.YEARLY)
    wanted = texts("brief.means.later_lines", read="2024", years="2025", latest="2025")
    assert wanted in said(content, "year")
    assert texts("brief.year.cost_in", year="2024") in said(content, "year")
    found = [remark for remark in remarks(stale.territory, stale) if remark.key == "later_lines"]
    assert [remark.field for remark in found] == ["budget_year"]
    assert "2025" in texts("remark.later_lines", **found[0].params)


@pytest.mark.parametrize(("budget_year", "years"), [(2025, (2024, 2025)), (None, (2024, 2025)), (2023, (2024, 2025))])
def test_the_latest_year_read_needs_no_word(budget_year: int | None, years: tuple[int, ...]) -> None:
    given = with_lines(budget_year, *years)
    content = content_of(given, None, load_edition(), load_texts("fr"), load_countries(), Kind.YEARLY)
    assert "ne sont pas lues" not in said(content, "year")
    assert not any(remark.key == "later_lines" for remark in remarks(given.territory, given))


def test_lines_that_come_after_the_campaign_are_told_to_be_unread() -> None:
    given = with_lines(None, 2025, 2027)
    check_yearly(samples.inputs(given))
    content = content_of(given, None, load_edition(), load_texts("fr"), load_countries(), Kind.YEARLY)
    assert "Les lignes de 2027 sont postérieures à la campagne" in said(content, "year")
    assert not any(remark.key == "later_lines" for remark in remarks(given.territory, given))
