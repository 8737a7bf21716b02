"""The express reading in the brief: under its own heading, with its caution, and never in the place of a score."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.assessment.express_reading import express_reading
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.scores import score_table, scores
from diagnostic.brief.content import Block, Heading, Paragraph, Section, Table
from diagnostic.brief.press import content_of
from diagnostic.charts.wording import interval_words, shown_mid
from diagnostic.dossier.records import TABLES, Standing
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import TableState
from diagnostic.framework.express import express_only, is_express
from diagnostic.framework.model import Framework
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts, load_texts
from tests.brief.samples import inputs, rich, village
from tests.panel.territories.market_town import market_town


def blocks_of(snapshot: Snapshot, texts: Texts, countries: Countries, framework: Framework) -> tuple[Block, ...]:
    """Return what the section of the scores of a printed brief holds."""
    content = content_of(snapshot, None, framework, texts, countries)
    found = [section.blocks for section in content.sections if section.id == "scores"]
    return found[0] if found else ()


def headings(blocks: tuple[Block, ...]) -> list[str]:
    """Return the headings."""
    return [block.text for block in blocks if isinstance(block, Heading)]


def tables(blocks: tuple[Block, ...]) -> list[Table]:
    """Return the tables."""
    return [block for block in blocks if isinstance(block, Table)]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_brief_of_a_first_pass_shows_the_express_scores(
    lang: str, countries: Countries, framework: Framework
) -> None:
    texts, town = load_texts(lang), market_town()
    blocks = blocks_of(town, texts, countries, framework)
    assert texts("express.title") in headings(blocks)
    quick = assess(town, express_only(framework))
    _, express = tables(blocks)
    by_name = {row[0]: row[1:3] for row in express.rows}
    for node in framework.nodes:
        result = quick.node(node.id)
        said = (shown_mid(result, texts) or "—", interval_words(result.interval, texts))
        assert by_name[node.title[lang]] == said, node.id
    words = " ".join(block.text for block in blocks if isinstance(block, Paragraph))
    assert texts("express.caution") in words
    assert "18" in words
    assert "40" in words


def test_the_table_of_full_scores_is_the_same_with_the_express_reading_and_without(
    texts: Texts, countries: Countries, framework: Framework
) -> None:
    town = market_town()
    without = inputs(town)
    reading = express_reading(town, framework, None, without.assessment)
    assert reading
    plain, beside = (
        Desk(inputs=given, texts=texts, countries=countries) for given in (without, replace(without, express=reading))
    )
    assert score_table(plain) == score_table(beside)
    full = without.assessment
    axes = [axis for axis in framework.axes() if not full.node(axis.id).published]
    assert len(axes) == 2, "neither axis is known enough for a full score"
    told, section = scores(plain), scores(beside)
    assert isinstance(told, Section)
    assert isinstance(section, Section)
    assert section.blocks[: len(told.blocks)] == told.blocks


@pytest.mark.parametrize("snapshot", [rich(), village()], ids=["full", "nothing known"])
def test_no_express_reading_where_it_tells_nothing_more(
    snapshot: Snapshot, texts: Texts, countries: Countries, framework: Framework
) -> None:
    full = assess(snapshot, framework)
    assert express_reading(snapshot, framework, None, full) is None
    assert texts("express.title") not in headings(blocks_of(snapshot, texts, countries, framework))


def test_an_express_reading_has_a_version_of_its_own_and_no_position(framework: Framework) -> None:
    town = replace(
        market_town(), standings={table: Standing(table=table, state=TableState.COMPLETE) for table in TABLES}
    )
    reading = express_reading(town, framework, None, assess(town, framework))
    assert reading
    assert is_express(reading.assessment.framework_version)
    assert assess(town, express_only(framework)).position, "the axes published alone would give one"
    assert reading.assessment.position == ""


def test_a_framework_without_first_pass_has_no_express_reading(framework: Framework) -> None:
    none = replace(framework, indicators=tuple(replace(one, express=False) for one in framework.indicators))
    town = market_town()
    assert express_reading(town, none, None, assess(town, none)) is None


@pytest.mark.parametrize(
    ("published", "told"), [((), True), (("territory",), True), (("territory", "institution"), False)]
)
def test_it_goes_only_once_both_full_axes_are_published(
    published: tuple[str, ...], told: bool, framework: Framework
) -> None:
    town = market_town()
    full = assess(town, framework)
    nodes = tuple(replace(node, published=node.published or node.id in published) for node in full.nodes)
    reading = express_reading(town, framework, None, replace(full, nodes=nodes))
    assert (reading is not None) is told


def test_an_axis_that_does_not_apply_is_not_waited_for(framework: Framework) -> None:
    town = market_town()
    full = assess(town, framework)
    interval = replace(full.node("territory").interval, applicable=False)
    changed = {
        "territory": replace(full.node("territory"), interval=interval),
        "institution": replace(full.node("institution"), published=True),
    }
    nodes = tuple(changed.get(node.id, node) for node in full.nodes)
    assert express_reading(town, framework, None, replace(full, nodes=nodes)) is None
