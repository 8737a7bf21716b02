"""The express pass: the same tree with few questions, under a version of its own, read by the same rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.assessment.comparing import compare
from diagnostic.dossier.records import TABLES, Standing
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import TableState
from diagnostic.errors import WorldError
from diagnostic.framework.express import express_only, is_express
from diagnostic.framework.model import Framework
from diagnostic.texts import load_texts
from tests.builders import people
from tests.panel.territories.market_town import market_town


def complete(town: Snapshot) -> Snapshot:
    """Return the town once its lists are said complete and its inhabitants have countries."""
    standings = {table: Standing(table=table, state=TableState.COMPLETE) for table in TABLES}
    inhabitants = (replace(people("PT", 250), id=1), replace(people("MA", 160), id=2))
    return replace(town, standings=standings, diasporas=inhabitants)


def test_the_tree_stays_and_only_the_express_indicators_are_asked(framework: Framework) -> None:
    express = express_only(framework)
    assert express.version == f"{framework.version}-express"
    assert (is_express(express.version), is_express(framework.version)) == (True, False)
    assert express.nodes == framework.nodes
    assert express.indicators == tuple(one for one in framework.indicators if one.express)
    assert 15 <= len(express.indicators) <= 18
    assert all(len(express.indicators_of(domain.id)) >= 2 for domain in framework.domains())
    assert express.thresholds == framework.thresholds


def test_two_hours_publish_what_the_whole_questionnaire_cannot(framework: Framework) -> None:
    town = complete(market_town())
    full, quick = assess(town, framework), assess(town, express_only(framework))
    assert [node.id for node in quick.nodes if not node.published] == []
    assert not full.node("territory").published
    assert not full.node("institution").published
    for indicator in quick.indicators:
        assert indicator.score == full.indicator(indicator.id).score, "an answer earns the same in both"


def test_the_least_known_share_holds_in_the_express_reading_too(framework: Framework) -> None:
    quick = assess(market_town(), express_only(framework))
    told = {"students", "associations", "partnerships", "governance", "citizens", "institution"}
    assert {node.id for node in quick.nodes if node.published} == told


def test_an_express_reading_is_never_compared_with_a_full_one(framework: Framework) -> None:
    town = market_town()
    full, quick = assess(town, framework), assess(town, express_only(framework))
    for one, other in ((full, quick), (quick, full)):
        with pytest.raises(ValueError, match="express"):
            compare(one, other)
    assert not compare(quick, quick).moved


def test_a_domain_without_express_indicator_goes(framework: Framework) -> None:
    few = replace(
        framework, indicators=tuple(replace(one, express=one.parent == "citizens") for one in framework.indicators)
    )
    assert [node.id for node in express_only(few).nodes] == ["institution", "citizens"]
    assert assess(market_town(), express_only(few)).position == ""


def test_a_framework_that_flags_none_is_said_so(framework: Framework) -> None:
    none = replace(framework, indicators=tuple(replace(one, express=False) for one in framework.indicators))
    with pytest.raises(WorldError) as caught:
        express_only(none)
    assert all(framework.id in load_texts(lang).error(caught.value) for lang in ("fr", "en"))
