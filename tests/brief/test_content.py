"""What the brief says: true to the last figure, nothing claimed that the data does not carry."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from diagnostic.brief.content import BriefContent, Figure, Items, KeyFigures, Paragraph, Table
from diagnostic.charts.wording import score_words
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.records import Partnership, Standing
from diagnostic.dossier.vocabulary import TableState
from diagnostic.framework.load import load_edition
from diagnostic.texts import load_texts
from tests.brief import samples
from tests.builders import association, people, tie
from tests.builders import snapshot as campaign

both = pytest.mark.parametrize("lang", ["fr", "en"])
UNKNOWN = {"fr": "non renseigné", "en": "not known"}


def strings(thing: object) -> Iterator[str]:
    """Yield every text of the content, in order."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from strings(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from strings(getattr(thing, field.name))


def said(content: BriefContent, section: str = "") -> str:
    return "\n".join(strings(content.section(section) if section else content))


@both
def test_every_score_of_the_summary_is_the_assessments(lang: str) -> None:
    made, texts, framework = samples.inputs(samples.rich()), load_texts(lang), load_edition()
    page = said(samples.content(samples.rich(), lang), "summary")
    for node in (*framework.axes(), *framework.domains()):
        assert score_words(made.assessment.node(node.id), texts) in page
    for finding in (*made.assessment.assets[:3], *made.assessment.gaps[:3]):
        assert framework.indicator(finding.indicator).title[lang] in page
    for finding in made.assessment.gaps[:3]:
        assert texts.number(finding.points, 1) in page


def test_the_summary_counts_countries_as_the_matrix_does() -> None:
    rows = samples.inputs(samples.rich()).assessment.matrix
    linked = [row for row in rows if row.people or row.students or row.associations or row.ties]
    page = said(samples.content(samples.rich()), "summary")
    assert f"relient le territoire à {len(linked)} pays" in page
    assert f"un partenariat enregistré avec {sum(1 for row in linked if row.partnerships)} d’entre eux" in page


def test_the_three_decisions_add_up() -> None:
    page = said(samples.content(samples.rich()), "summary")
    rows = next(b for b in samples.content(samples.rich()).section("summary").blocks if isinstance(b, Table)).rows
    assert len(rows) == 3
    known = [float(row[2].replace("\u202f", "")) for row in rows if row[2] != UNKNOWN["fr"]]
    assert load_texts("fr").money(sum(known)) in page


@both
def test_a_village_of_which_nothing_is_known_is_told_so(lang: str) -> None:
    content = samples.content(samples.village(), lang)
    page = said(content, "summary")
    assert {"fr": "à renseigner", "en": "not known"}[lang] in page
    assert not any(isinstance(block, Table) for block in content.section("summary").blocks)
    ids = [section.id for section in content.sections]
    assert "missing" in ids
    assert not {"scores", "world", "means", "plan", "findings", "followup", "matrix"} & set(ids)


def test_an_empty_list_is_a_zero_only_once_declared_complete() -> None:
    def figure(state: TableState) -> str:
        standings = {"partnership": Standing(table="partnership", state=state)}
        section = samples.content(replace(samples.village(), standings=standings)).section("identity")
        figures = next(block for block in section.blocks if isinstance(block, KeyFigures)).figures
        return next(one.value for one in figures if one.label in ("partenariats en vigueur", "partenariat en vigueur"))

    assert figure(TableState.OPEN) == "non renseigné"
    assert figure(TableState.UNKNOWN) == "non renseigné"
    assert figure(TableState.COMPLETE) == "0"
    assert figure(TableState.NOT_APPLICABLE) == "sans objet"


@both
def test_a_fictional_territory_says_so_on_the_cover_and_every_page(lang: str) -> None:
    content = samples.content(samples.rich(), lang)
    assert content.cover.notice
    assert {"fr": "fictif", "en": "fictional"}[lang] in content.header
    assert not samples.content(samples.village(), lang).cover.notice


@both
def test_what_names_a_person_never_enters(lang: str) -> None:
    assert "secret" not in said(samples.content(samples.rich(), lang))


@both
def test_every_indicator_stands_in_the_annex(lang: str) -> None:
    for snapshot in (samples.rich(), samples.village()):
        annex = said(samples.content(snapshot, lang), "indicators")
        for indicator in load_edition().indicators:
            assert indicator.title[lang] in annex


def test_the_annex_shows_numerator_denominator_and_source() -> None:
    annex = said(samples.content(samples.rich()), "indicators")
    assert "40 sur 182\u202f400" in annex
    assert "INSEE, recensement de la population, 2022 (chiffre officiel)" in annex.replace("Officiel", "officiel") or (
        "INSEE, recensement de la population, 2022" in annex
    )


def test_a_source_is_named_once_with_its_dates() -> None:
    rows = samples.rich().diasporas
    later = tuple(replace(row, source_date="2024") for row in rows[:3])
    table = samples.content(replace(samples.rich(), diasporas=(*later, *rows[3:]))).section("sources").blocks[0]
    assert isinstance(table, Table)
    assert next(row for row in table.rows if row[0] == "Diasporas")[-1] == (
        "INSEE, recensement de la population, 2022, 2024"
    )


def test_two_hundred_countries_are_read_by_their_head_and_listed_whole_in_the_annex() -> None:
    content = samples.content(samples.worldwide(200))
    assert not any(isinstance(block, Table) for block in content.section("world").blocks)
    assert sum(isinstance(block, Figure) for block in content.section("world").blocks) == 2
    whole = next(block for block in content.section("matrix").blocks if isinstance(block, Table))
    assert len(whole.rows) == len(samples.inputs(samples.worldwide(200)).assessment.matrix) >= 200
    readings = next(block for block in content.section("world").blocks if isinstance(block, Items))
    assert all(len(item.text) < 700 for item in readings.items)


def test_a_reading_names_its_strongest_countries_first() -> None:
    """The community that is most above the threshold, not the country that has a little of everything."""
    lists = "diaspora association economic_tie partnership"
    rows = (people("GB", 120), association("GB"), tie("exporter", "GB"), people("PT", 900))
    found = samples.content(campaign(*rows, complete=lists, population=50_000)).section("world")
    (dormant,) = next(block for block in found.blocks if isinstance(block, Items)).items
    assert dormant.text.index("Portugal (") < dormant.text.index("Royaume-Uni (")


def test_the_budget_adds_up_its_own_lines() -> None:
    lines = [line for line in samples.rich().budget_lines if line.year == 2025]
    spent = sum(line.amount or 0 for line in lines if line.direction == "expense")
    section = samples.content(samples.rich()).section("means")
    assert load_texts("fr").money(spent) in section.title
    assert load_texts("fr").number(spent / 312_000_000 * 1000, 2) in section.title


def test_the_sums_of_an_unfinished_list_are_called_minimums_in_the_title_too() -> None:
    rich = samples.rich()
    standings = {**rich.standings, "budget_line": Standing(table="budget_line", state=TableState.OPEN)}
    title = samples.content(replace(rich, standings=standings)).section("means").title
    assert title.startswith("Au moins ")
    assert "soit au moins 0" in title


def test_another_years_budget_gives_no_share() -> None:
    other = replace(samples.rich(), territory=replace(samples.rich().territory, budget_year=2019))
    assert "‰" not in samples.content(other).section("means").title


def test_a_change_between_campaigns_is_called_unsure_while_intervals_meet() -> None:
    content = samples.content(samples.rich(), previous=samples.earlier())
    assert "non assuré" in said(content, "followup")


def test_partnerships_that_nobody_entered_are_not_called_absent() -> None:
    silent = replace(samples.rich(), partnerships=(), standings={})
    page = said(samples.content(silent), "summary")
    assert "Les partenariats ne sont pas encore renseignés." in page
    complete = {"partnership": Standing(table="partnership", state=TableState.COMPLETE)}
    assert "Aucun d’eux n’a de partenariat" in said(samples.content(replace(silent, standings=complete)), "summary")


def test_a_long_text_is_cut_in_its_table_and_whole_in_the_notes() -> None:
    name = "Partenariat " + "très long " * 200
    odd = replace(samples.rich(), partnerships=(Partnership(id=1, name=name.strip(), country="MA"),))
    content = samples.content(odd)
    cell = next(block for block in content.section("partners").blocks if isinstance(block, Table)).rows[0][0]
    assert len(cell) < 400
    assert cell.endswith("… (note 1 en annexe)")
    notes = next(block for block in content.section("notes").blocks if isinstance(block, Items))
    assert notes.items[0].text == name.strip()


@both
def test_nothing_is_left_unfilled_in_the_sentences(lang: str) -> None:
    for snapshot in (samples.rich(), samples.village(), samples.worldwide(3)):
        for text in strings(samples.content(snapshot, lang)):
            assert "{" not in text
            assert "None" not in text.replace("None of", "")


def test_the_same_inputs_give_the_same_content() -> None:
    assert samples.content(samples.rich()) == samples.content(samples.rich())


def test_the_summary_ends_with_what_is_not_known() -> None:
    last = samples.content(samples.rich()).section("summary").blocks[-1]
    assert isinstance(last, Paragraph)
    assert "on ne sait pas encore" in last.text


def test_an_action_without_a_title_goes_by_its_recommendations(framework, texts) -> None:
    first = framework.recommendations[0]
    nameless = (Action(id=1, recommendation=first.id), Action(id=2))
    content = samples.content(replace(samples.rich(), actions=nameless))
    table = next(block for block in content.section("summary").blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows][:2] == [first.title["fr"], texts("brief.untitled")]
