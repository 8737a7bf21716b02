"""The four kinds of brief: how many pages, from which reading, nothing empty, nothing that the data does not carry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from diagnostic.assessment.assess import assess
from diagnostic.assessment.results import Assessment
from diagnostic.brief.compose.wording import fraction_words, value_words
from diagnostic.brief.content import Beside, Block, BriefContent, Facts, Items, KeyFigures, Kind, Paragraph, Table
from diagnostic.brief.pdf.document import render_pdf
from diagnostic.brief.press import content_of
from diagnostic.charts.wording import score_words
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.errors import WorldError
from diagnostic.framework.express import is_express
from diagnostic.framework.load import load_edition
from diagnostic.territory.countries import load_countries
from diagnostic.texts import load_texts
from tests.brief import samples
from tests.brief.annex_briefs import campaigns
from tests.brief.annex_reader import NUMBER
from tests.brief.annex_reader import plain as spaced
from tests.brief.plain import plain
from tests.brief.test_content import said
from tests.brief.test_said_once_and_true import desk_of
from tests.panel.members import PANEL

TERRITORIES = (*PANEL, "demo", "rich")
AXES = {"0", "50", "100", "1", "2"}
"""The ends of the scales, and the numbers of the two pages."""
LEFT_OVER = re.compile(r"\{\w*\}|\bnan\b|[^|\n ]  +[^|]|\(\)")
both = pytest.mark.parametrize("lang", ["fr", "en"])
every = pytest.mark.parametrize("name", TERRITORIES)


@cache
def brief(name: str, lang: str, kind: Kind) -> BriefContent:
    now, before = campaigns(name, lang)
    return content_of(now, before, load_edition(), load_texts(lang), load_countries(), kind)


def kinds(name: str, lang: str) -> Iterator[BriefContent]:
    """Yield the briefs that can be made of a territory: a yearly report needs something to report."""
    now, before = campaigns(name, lang)
    for kind in Kind:
        if kind is not Kind.YEARLY or now.actions or now.budget_lines or before:
            yield brief(name, lang, kind)


def pages(name: str, lang: str, kind: Kind) -> int:
    return len(PdfReader(BytesIO(render_pdf(brief(name, lang, kind)))).pages)


@both
@every
def test_the_summary_has_two_pages(name: str, lang: str) -> None:
    assert pages(name, lang, Kind.SUMMARY) == 2


@both
@every
def test_the_express_brief_has_four_pages_at_most(name: str, lang: str) -> None:
    assert pages(name, lang, Kind.EXPRESS) <= 4


@both
def test_the_demonstration_is_read_in_about_twelve_pages_before_its_annexes(lang: str) -> None:
    content = brief("demo", lang, Kind.FULL)
    reader = PdfReader(BytesIO(render_pdf(content)))
    first = next(section.label for section in content.sections if section.annex)
    annex = next(entry for entry in entries(reader.outline) if entry.title == first)
    assert reader.get_destination_page_number(annex) <= 14  # the cover, the contents, and twelve pages to read


def entries(outline: list[Any]) -> Iterator[Any]:
    """Yield the entries of a reader's outline, those below others too."""
    for entry in outline:
        if isinstance(entry, list):
            yield from entries(entry)
        else:
            yield entry


@both
@every
def test_no_section_is_empty_and_no_sentence_is_left_unfilled(name: str, lang: str) -> None:
    for content in kinds(name, lang):
        assert content.sections
        for section in content.sections:
            assert section.blocks, section.id
            assert all(not empty(block) for block in section.blocks), section.id
        assert not LEFT_OVER.search(plain(content)), content.kind


def empty(block: Block) -> bool:
    if isinstance(block, Beside):
        return not (block.left and block.right) or any(map(empty, (*block.left, *block.right)))
    if isinstance(block, Items):
        return not block.items or any(not (item.lead + item.text).strip() for item in block.items)
    if isinstance(block, Table):
        return not block.rows
    if isinstance(block, Facts):
        return not block.pairs
    if isinstance(block, KeyFigures):
        return not block.figures
    return isinstance(block, Paragraph) and not block.text.strip()


@both
@every
def test_annexes_come_last_and_only_the_full_brief_has_a_table_of_contents(name: str, lang: str) -> None:
    for content in kinds(name, lang):
        places = [section.annex for section in content.sections]
        assert places == sorted(places)
        assert bool(content.contents) == (content.kind is Kind.FULL)
        assert len({section.id for section in content.sections}) == len(places)
        assert content.cover.page == (content.kind is not Kind.SUMMARY)


@every
def test_nothing_points_to_an_annex_that_is_not_there(name: str) -> None:
    for content in kinds(name, "fr"):
        labels = {section.label for section in content.sections}
        pointed = set(re.findall(r"Annexe.: [^.»\n]*[^.»\s]", said(content)))
        unknown = {one for one in pointed if not any(one.startswith(label) for label in labels)}
        assert not unknown, content.kind


@both
def test_the_express_brief_tells_the_express_reading_and_says_so(lang: str) -> None:
    now, before = campaigns("market_town", lang)
    content = brief("market_town", lang, Kind.EXPRESS)
    texts, framework = load_texts(lang), load_edition()
    assert texts("express.caution") in said(content, "summary")
    from diagnostic.assessment.express_reading import express_reading

    reading = express_reading(now, framework, before, assess(now, framework, before))
    assert reading
    assert is_express(reading.assessment.framework_version)
    table = said(content, "scores")
    for node in reading.framework.domains():
        assert node.title[lang] in table
    published = [node for node in reading.assessment.nodes if node.published]
    assert published
    page = said(content, "summary")
    assert all(score_words(node, texts) in page for node in published)


def test_the_express_brief_of_a_full_dossier_is_its_full_reading() -> None:
    content = brief("demo", "fr", Kind.EXPRESS)
    assert content.section("summary").title == brief("demo", "fr", Kind.FULL).section("summary").title
    assert load_texts("fr")("express.caution") not in said(content)


@both
def test_the_next_answers_are_those_that_narrow_most(lang: str) -> None:
    now, before = campaigns("university_city", lang)
    content = brief("university_city", lang, Kind.EXPRESS)
    items = next(block for block in content.section("next").blocks if isinstance(block, Items)).items
    titles = [load_edition().indicator(id_).title[lang] for id_ in _express_useful(now, before)]
    assert [re.sub(r"\s*:$", "", item.lead) for item in items] == titles[: len(items)]
    assert len(items) <= 6


def _express_useful(now: object, before: object) -> list[str]:
    from diagnostic.framework.express import express_only

    found: Assessment = assess(now, express_only(load_edition()), before)
    return [answer.indicator for answer in found.useful]


# the summary's figures


@both
@pytest.mark.parametrize("name", ["demo", "rich", "mid_size_city", "metropolis", "village", "at_its_best", "overseas"])
def test_every_figure_of_the_summary_read_back_from_the_pdf_is_in_the_assessment(name: str, lang: str) -> None:
    """The findings, scores, shares and sums printed on both pages, one by one, from the engine's own numbers."""
    content = brief(name, lang, Kind.SUMMARY)
    document = PdfDocument(render_pdf(content))
    read = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    printed = flat(read)
    now, before = campaigns(name, lang)
    texts, framework = load_texts(lang), load_edition()
    made = assess(now, framework, before)
    for node in (*framework.axes(), *framework.domains()):
        assert flat(score_words(made.node(node.id), texts)) in printed, node.id
    desk = desk_of(now) if lang == "fr" else replace(desk_of(now), texts=texts)
    desk = replace(desk, inputs=replace(desk.inputs, assessment=made))
    for finding in (*made.assets[:3], *made.gaps[:3]):
        result = made.indicator(finding.indicator)
        assert flat(value_words(result, desk)) in printed, finding.indicator
        assert flat(fraction_words(result, desk)) in printed, finding.indicator
    for finding in made.gaps[:3]:
        assert flat(texts.number(finding.points, 1)) in printed
    assert numbers(read, lang) <= numbers(plain(content), lang) | AXES, "a figure on paper that nothing says"


def flat(text: str) -> str:
    """Return a text without spaces or hyphens at line ends: paper breaks lines where it likes."""
    return re.sub(r"[\s\u202f\u00a0]+|\x02", "", text).replace("\N{MINUS SIGN}", "-").replace("'", "’")


def numbers(text: str, lang: str) -> set[str]:
    """Return the numbers of a text, as the language writes them."""
    return set(re.findall(NUMBER[lang], spaced(text)))


# the yearly report


def report(*actions: Action, before: tuple[Action, ...] = (), lang: str = "fr") -> BriefContent:
    now = replace(samples.rich(), actions=actions)
    then = replace(samples.earlier(), actions=before)
    return content_of(now, then, load_edition(), load_texts(lang), load_countries(), Kind.YEARLY)


def test_the_yearly_report_follows_each_action_from_plan_to_now() -> None:
    before = (
        Action(id=1, title="Jumelage", due="2025-06", state=ActionState.KEPT),
        Action(id=2, title="Maison", due="2025-09", state=ActionState.KEPT),
        Action(id=3, title="Inventaire", due="2023-09", state=ActionState.DONE),
    )
    now = (
        Action(id=1, title="Jumelage", due="2026-06", cost=500.0, state=ActionState.DONE),
        Action(id=3, title="Inventaire", due="2023-09", state=ActionState.DONE),
        Action(id=4, title="Accord", due="2027", state=ActionState.STARTED),
    )
    content = report(*now, before=before)
    table = next(block for block in content.section("planned").blocks if isinstance(block, Table))
    assert [row[:3] for row in table.rows] == [
        ("Jumelage", "juin 2025", "Faite"),
        ("Maison", "septembre 2025", "n’est plus au plan"),
        ("Accord", "décidée depuis, pour 2027", "Engagée"),
    ]
    assert "Inventaire" not in said(content), "done before the year began"
    assert "Coût renseigné des actions faites\u00a0: 500\u00a0€." in said(content, "year")
    assert content.section("year").title.startswith("1 des 2 actions prévues est faite, ")


def test_the_yearly_report_says_what_changed_and_what_is_left() -> None:
    started = Action(id=1, title="Accord", state=ActionState.STARTED)
    done = Action(id=2, title="Jumelage", state=ActionState.DONE)
    content = report(started, done, before=(replace(started, state=ActionState.KEPT),))
    assert "Écart" in said(content, "followup")
    assert "Ce que sont devenues" not in said(content, "followup"), "the actions have their own section"
    assert "Jumelage" not in said(content, "plan")
    assert "Accord" in said(content, "plan")


@both
def test_a_first_yearly_report_says_that_nothing_can_be_compared(lang: str) -> None:
    content = content_of(samples.rich(), None, load_edition(), load_texts(lang), load_countries(), Kind.YEARLY)
    assert load_texts(lang)("brief.year.first") in said(content, "year")
    assert "followup" not in {section.id for section in content.sections}


@both
def test_without_action_money_or_past_there_is_nothing_to_report(lang: str) -> None:
    with pytest.raises(WorldError) as fault:
        content_of(samples.village(), None, load_edition(), load_texts(lang), load_countries(), Kind.YEARLY)
    assert "2026" in load_texts(lang).error(fault.value)


# the full brief


@both
def test_the_glossary_is_in_the_alphabets_order_and_the_sources_have_dates(lang: str) -> None:
    from diagnostic.territory.folding import fold

    content = brief("demo", lang, Kind.FULL)
    names = [
        item.lead for block in content.section("glossary").blocks if isinstance(block, Items) for item in block.items
    ]
    assert len(names) >= 20
    assert names == sorted(names, key=fold)
    reference = [block for block in content.section("sources").blocks if isinstance(block, Table)][1]
    assert len(reference.rows) >= 4
    assert all(re.search(r"\d{4}", row[-1]) for row in reference.rows)


def test_a_long_list_of_partnerships_is_counted_in_the_body_and_listed_in_the_annex() -> None:
    content = brief("demo", "fr", Kind.FULL)
    assert "16 partenariats enregistrés" in said(content, "partners")
    assert not any(isinstance(block, Table) for block in content.section("partners").blocks)
    assert content.section("partners_list").annex
    few = content_of(
        replace(samples.rich(), partnerships=samples.rich().partnerships[:3]),
        None,
        load_edition(),
        load_texts("fr"),
        load_countries(),
    )
    assert any(isinstance(block, Table) for block in few.section("partners").blocks)
    assert "partners_list" not in {section.id for section in few.sections}


def test_the_axes_of_the_strategy_add_up_the_points_of_the_gaps_once_each() -> None:
    content = brief("demo", "fr", Kind.FULL)
    lead = next(block for block in content.section("strategy").blocks if isinstance(block, Paragraph))
    points = [float(one.replace(",", ".")) for one in re.findall(r"\((\d+,\d)\)", lead.text)]
    now, before = campaigns("demo", "fr")
    made = assess(now, load_edition(), before)
    from diagnostic.strategy.propose import propose

    kept = {action.recommendation for action in now.actions if action.state in (ActionState.KEPT, ActionState.STARTED)}
    chosen = [p for p in propose(made, load_edition(), now.priorities) if p.recommendation in kept]
    answered = {id_ for p in chosen for id_ in (*p.reasons, *p.planned)}
    stake = sum(made.indicator(id_).at_stake or 0 for id_ in answered)
    assert sum(points) == pytest.approx(stake, abs=0.05 * len(points))
    assert points == sorted(points, reverse=True)
