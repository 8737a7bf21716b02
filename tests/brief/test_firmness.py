"""What the brief says of how firmly the scores stand, and of the panel: short in the body, whole in the annex."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diagnostic.assessment.variations import Variations, vary
from diagnostic.benchmark.compare import set_beside
from diagnostic.benchmark.panel import load_panel
from diagnostic.brief.compose.firm_words import (
    axes_words,
    is_published,
    order_words,
    pairs,
    ranked_domains,
    removals,
    share_sign,
    share_words,
)
from diagnostic.brief.compose.firmness import firmness
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.panel import panel, practices
from diagnostic.brief.compose.robustness_annex import robustness
from diagnostic.brief.compose.stairs import stair_names, stairs
from diagnostic.brief.content import Block, Figure, Heading, Items, Paragraph, Table
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts
from tests.brief.samples import inputs, rich, village


def desk_of(snapshot: Snapshot, texts: Texts, countries: Countries) -> Desk:
    """Return a desk with the variations and the comparison."""
    given = inputs(snapshot)
    run = vary(given.assessment, given.framework)
    beside = set_beside(snapshot, given.assessment, load_panel())
    return Desk(inputs=replace(given, variations=run, comparison=beside), texts=texts, countries=countries)


@pytest.fixture
def desk(texts: Texts, countries: Countries) -> Desk:
    """The rich city's."""
    return desk_of(rich(), texts, countries)


def ran(desk: Desk) -> Variations:
    """Return the variations of a desk."""
    assert desk.inputs.variations
    return desk.inputs.variations


def said(blocks: tuple[Block, ...]) -> str:
    """Return the words of headings, paragraphs and lists."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph | Heading):
            found.append(block.text)
        elif isinstance(block, Items):
            found += [f"{item.lead} {item.text} {item.note}" for item in block.items]
    return "\n".join(found)


def test_every_pair_of_published_domains_is_told_once(desk: Desk) -> None:
    run, ranked = ran(desk), ranked_domains(ran(desk), desk)
    assert len(ranked) >= 3
    found = pairs(run, desk)
    assert len({frozenset((pair.ahead, pair.behind)) for pair in found}) == len(ranked) * (len(ranked) - 1) / 2
    assert all(pair.share >= run.ahead[pair.behind, pair.ahead] for pair in found)
    assert [pair.share for pair in found] == sorted(pair.share for pair in found)


def test_a_share_that_failed_once_is_not_called_whole(desk: Desk) -> None:
    assert [share_sign(share, desk) for share in (1.0, 0.9999, 0.5, 0.0001, 0.0)] == ["100", ">99", "50", "<1", "0"]
    assert share_words(0.9999, desk) == "plus de 99\u202f%"
    assert share_words(0.0001, desk) == "moins de 1\u202f%"
    assert share_words(1.0, desk) == "100\u202f%"


def test_domains_level_in_every_draw_are_told_as_such(desk: Desk) -> None:
    run = ran(desk)
    one, other = (node.id for node in ranked_domains(run, desk)[:2])
    level = replace(run, ahead={**run.ahead, (one, other): 0.0, (other, one): 0.0})
    (pair,) = [pair for pair in pairs(level, desk) if {pair.ahead, pair.behind} == {one, other}]
    assert pair.level
    assert "à égalité à chaque tirage" in stair_names(level, desk)[f"pair:{one}:{other}"]


def test_the_body_says_the_order_and_the_annex_the_other_mean_and_the_weightiest_indicator(desk: Desk) -> None:
    run, body = ran(desk), said(firmness(desk))
    assert order_words(run, desk) in body
    assert axes_words(run, desk) in body
    assert len(body) < 700  # the rest is in the annex
    words = said(robustness(desk).blocks)
    first = removals(run, desk)[0]
    assert desk.framework.indicator(first.indicator).title["fr"] in words
    for axis in desk.framework.axes():
        if is_published(axis.id, desk):
            assert f"{axis.short['fr']} {desk.texts.number(run.spreads[axis.id].geometric)}" in words


def test_no_variation_or_no_published_score_says_nothing(desk: Desk, texts: Texts, countries: Countries) -> None:
    assert firmness(Desk(inputs=replace(desk.inputs, variations=None), texts=texts, countries=countries)) == ()
    poor = desk_of(village(), texts, countries)
    assert firmness(poor) == ()
    assert robustness(poor) is None


def test_the_annex_holds_every_score_pair_and_indicator(desk: Desk) -> None:
    section, run = robustness(desk), ran(desk)
    assert section
    scores, indicators = (block for block in section.blocks if isinstance(block, Table))
    (figure,) = (block for block in section.blocks if isinstance(block, Figure))
    shown = [node for node in desk.framework.nodes if is_published(node.id, desk)]
    assert len(scores.rows) == len(shown)
    assert figure.drawing == stairs(run, desk)
    titles = {row[0] for row in indicators.rows}
    for id_ in (*run.assets, *run.gaps, *(one.indicator for one in removals(run, desk, least=0))):
        assert desk.framework.indicator(id_).title["fr"] in titles
    assert all(len(row) == len(table.columns) for table in (scores, indicators) for row in table.rows)


def test_the_staircase_tells_each_pair_to_who_cannot_see_it(desk: Desk) -> None:
    run, drawing = ran(desk), stairs(ran(desk), desk)
    assert drawing
    names = stair_names(run, desk)
    assert {shape.key for shape in drawing.shapes if shape.key} == set(names)
    assert all(words in drawing.alt for words in names.values())


def test_the_panel_is_worded_with_its_n_source_and_doubts(desk: Desk) -> None:
    words, others = said(panel(desk)), said(practices(desk).blocks)
    assert "n = 34" in words
    assert "n = 39" in others
    assert "n = 39" not in words
    assert "45 réponses sur 104 membres" in words
    assert "L’ordre des tranches se lit mal" in words
    assert "pas votre groupe de pairs" not in words


def test_a_small_commune_and_an_uncounted_one_are_warned(texts: Texts, countries: Countries) -> None:
    base = rich()
    for population, warned in ((900, "n’est pas votre groupe de pairs"), (None, "La population n’est pas renseignée")):
        given = replace(base, territory=replace(base.territory, population=population))
        assert warned in said(panel(desk_of(given, texts, countries)))


def test_the_annex_and_the_panel_speak_english(english: Texts, countries: Countries) -> None:
    desk = desk_of(rich(), english, countries)
    assert "of the panel" in said(panel(desk))
    assert "draws" in said(firmness(desk))
    section = robustness(desk)
    assert section
    assert section.title == "Annex: how firmly the results stand"
