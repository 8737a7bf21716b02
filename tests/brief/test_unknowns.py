"""What a brief says of lists under way and of amounts that nobody wrote: never a zero that no one typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.assessment.comparing import compare
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import value_words
from diagnostic.brief.content import Beside, BriefContent, Figure, Items, KeyFigures, Table
from diagnostic.dossier.records import Association, BudgetLine, Diaspora, Standing
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionState, TableState
from diagnostic.framework.load import load_edition
from diagnostic.territory.countries import load_countries
from diagnostic.texts import load_texts
from tests.brief import samples
from tests.brief.test_content import said
from tests.builders import chosen, expense, income

OPEN: dict[str, Standing] = {}
COMPLETE = {"budget_line": Standing(table="budget_line", state=TableState.COMPLETE)}
UNKNOWN = "non renseigné"


def figures(content: BriefContent, section: str) -> list[str]:
    """Return the key figures of a section."""
    blocks = content.section(section).blocks
    return [figure.value for block in blocks if isinstance(block, KeyFigures) for figure in block.figures]


def money(*lines: BudgetLine, standings: dict[str, Standing] = OPEN) -> Snapshot:
    place = replace(samples.village().territory, budget_year=2025, operating_budget=1_000_000.0)
    return replace(samples.village(), budget_lines=lines, territory=place, standings=standings)


def test_a_country_known_by_its_community_alone_has_dashes_everywhere_else() -> None:
    alone = replace(samples.village(), diasporas=(Diaspora(id=1, country="MA", people=30),))
    table = next(block for block in samples.content(alone).section("world").blocks if isinstance(block, Table))
    assert table.rows == (("Maroc", "30", "—", "—", "—", "—", "—", ""),)


def test_an_expense_without_an_amount_is_not_zero_euros() -> None:
    content = samples.content(money(expense(None, 2025), standings=COMPLETE))
    spent, raised, ratio, share, each = figures(content, "means")
    assert (spent, share, each, ratio) == (UNKNOWN,) * 4
    assert raised == "0\N{NO-BREAK SPACE}€", "the list is complete and no line brings money in"
    assert "pas encore renseigné" in content.section("means").title


def test_an_amount_missing_beside_others_makes_a_minimum() -> None:
    lines = (expense(2_070.0, 2025), expense(None, 2025), income(500.0, 2025))
    spent, raised, ratio, share, each = figures(samples.content(money(*lines, standings=COMPLETE)), "means")
    assert spent.startswith("au moins 2\u202f070")
    assert each.startswith("au moins 10,00")
    assert share.startswith("au moins 2,07")
    assert raised == "500\N{NO-BREAK SPACE}€"
    assert ratio == UNKNOWN


def test_a_line_without_direction_leaves_both_sums_open() -> None:
    lines = (expense(2_070.0, 2025), BudgetLine(label="Ligne", year=2025, amount=90.0))
    spent, raised, *_ = figures(samples.content(money(*lines, standings=COMPLETE)), "means")
    assert (spent.startswith("au moins"), raised) == (True, UNKNOWN)


def test_an_open_list_gives_minimums_and_a_closed_one_its_sums() -> None:
    lines = (expense(2_070.0, 2025), income(207.0, 2025))
    assert figures(samples.content(money(*lines)), "means")[2] == UNKNOWN, "of two minimums there is no ratio"
    assert figures(samples.content(money(*lines)), "means")[0].startswith("au moins")
    assert figures(samples.content(money(*lines, standings=COMPLETE)), "means")[:3] == [
        "2\u202f070\N{NO-BREAK SPACE}€", "207\N{NO-BREAK SPACE}€", "0,11\N{NO-BREAK SPACE}€",
    ]  # fmt: skip


def test_a_year_without_amounts_is_unknown_in_the_trend() -> None:
    lines = (expense(2_070.0, 2025), expense(None, 2024))
    section = samples.content(money(*lines, standings=COMPLETE)).section("means")
    trend = next(block for block in section.blocks if isinstance(block, Table))
    assert [row[:2] for row in trend.rows] == [("2025", "2\u202f070"), ("2024", UNKNOWN)]


def test_lines_without_a_year_are_not_told_to_be_none() -> None:
    words = said(samples.content(money(expense(90.0, None), standings=COMPLETE)), "missing")
    assert "Aucune ligne budgétaire n’a d’année" in words


def test_counts_of_open_lists_are_minimums() -> None:
    place = replace(samples.village(), diasporas=(Diaspora(id=1, country="MA", people=30),))
    assert figures(samples.content(place), "identity")[1] == "au moins 1"
    closed = {"diaspora": Standing(table="diaspora", state=TableState.COMPLETE)}
    assert figures(samples.content(replace(place, standings=closed)), "identity")[1] == "1"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_domain_known_as_a_minimum_only_shows_its_interval_everywhere(lang: str) -> None:
    place = replace(samples.village().territory, population=5_000)
    known = replace(samples.village(), territory=place, associations=(Association(id=1, name="A", countries=("MA",)),))
    made = samples.inputs(known).assessment.node("associations").interval
    assert (made.mid, made.high) == (None, 100.0)
    assert made.low > 1
    interval = load_texts(lang)("chart.interval", low=load_texts(lang).number(made.low), high="100")
    content = samples.content(known, lang)
    table = next(block for block in content.section("scores").blocks if isinstance(block, Table))
    row = next(cells for cells in table.rows if interval in cells)
    assert row[1] == "—", "no score, not a zero"
    drawn = [block for block in content.section("scores").blocks if isinstance(block, Figure)]
    assert interval in said(content, "summary")
    assert all(interval in figure.drawing.alt for figure in drawn)


def test_a_planned_option_says_so_once() -> None:
    desk = Desk(inputs=samples.inputs(samples.village()), texts=load_texts("fr"), countries=load_countries())
    for lang, stem in (("fr", "prévu"), ("en", "planned")):
        for indicator in load_edition().indicators:
            for option in indicator.options:
                if option.planned:
                    answers = {indicator.id: chosen(indicator.id, option.id)}
                    made = samples.inputs(replace(samples.village(), answers=answers))
                    here = replace(desk, inputs=made, texts=load_texts(lang))
                    words = value_words(made.assessment.indicator(indicator.id), here)
                    assert words.casefold().count(stem) == 1, words


def test_what_stands_side_by_side_in_the_summary_lines_up() -> None:
    shares = [b.share for b in samples.content(samples.rich()).section("summary").blocks if isinstance(b, Beside)]
    assert shares == [0.55, 0.55]


def test_scores_of_another_version_are_not_compared() -> None:
    then = samples.earlier()
    other = replace(then, campaign=replace(then.campaign, framework="rose-des-vents", framework_version="0.9"))
    content = samples.content(samples.rich(), previous=other)
    assert "les scores ne se comparent pas" in said(content, "followup")
    assert not any(isinstance(block, Table) for block in content.section("followup").blocks)
    same = samples.content(samples.rich(), previous=then).section("followup")
    assert any(isinstance(block, Table) for block in same.blocks)


def test_a_renamed_action_is_followed_and_a_deleted_one_is_out_of_the_plan() -> None:
    then = samples.earlier()
    renamed = replace(then.actions[0], title="Signer avec les Comores", state=ActionState.DONE)
    now = replace(samples.rich(), actions=(renamed, *then.actions[2:]))
    blocks = samples.content(now, previous=then).section("followup").blocks
    items = [block for block in blocks if isinstance(block, Items)][-1].items
    assert items[0].text == "Faite, sous le titre «\u202fSigner avec les Comores\u202f»"
    assert items[1].text == "n’est plus au plan"
    assert items[2].text == load_texts("fr").label(ActionState.KEPT)


def test_what_moved_most_is_told_with_its_values_then_and_now() -> None:
    then, now = samples.earlier(), samples.rich()
    blocks = samples.content(now, previous=then).section("followup").blocks
    items = next(block for block in blocks if isinstance(block, Items)).items
    edition = load_edition()
    changes = compare(assess(then, edition), assess(now, edition, then))
    titles = [edition.indicator(move.id).title["fr"] for move in changes.moved[:5]]
    assert [item.lead.rstrip("\u202f :\N{NO-BREAK SPACE}") for item in items] == titles
    assert all(", puis " in item.text for item in items)
