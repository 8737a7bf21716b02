"""Which framework the brief was made with, and whose weights: said on the cover, in the method, and since last time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diagnostic.brief.compose.versions import weight_words
from diagnostic.brief.content import BriefContent, Table
from diagnostic.brief.press import content_of
from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.load import load_edition
from diagnostic.framework.weights import weigh_alike, weighted
from diagnostic.territory.countries import load_countries
from diagnostic.texts import Texts, load_texts
from tests.brief import samples
from tests.brief.test_content import said

OWN = (
    Weighting(id=1, item="citizens", weight=2.5, reason="Vote de l’atelier", author="Bureau"),
    Weighting(id=2, item="means", weight=0.5),
)


def made(snapshot: Snapshot, previous: Snapshot | None = None, lang: str = "fr") -> BriefContent:
    framework = weighted(load_edition(), snapshot.weights)
    return content_of(snapshot, previous, framework, load_texts(lang), load_countries())


def named(snapshot: Snapshot, version: str = "") -> Snapshot:
    framework = load_edition()
    campaign = replace(snapshot.campaign, framework=framework.id, framework_version=version or framework.version)
    return replace(snapshot, campaign=campaign)


def test_the_cover_names_the_framework_and_its_version() -> None:
    lines = made(named(samples.village())).cover.lines
    assert "Référentiel\u00a0: La rose des vents, première édition, version 1.1" in lines


def test_changed_weights_are_on_the_cover_and_in_the_method_with_who_and_why() -> None:
    content = made(named(replace(samples.village(), weightings=OWN)))
    assert any("2 poids modifiés" in line for line in content.cover.lines)
    method = said(content, "method")
    assert "2 poids ne sont pas ceux du référentiel." in method
    assert "2,5 au lieu de 1 (Bureau\u00a0: Vote de l’atelier)" in method
    assert "0,5 au lieu de 1 (raison non donnée)" in method
    assert "ne sont pas ceux" not in said(made(named(samples.village())), "method")


def test_a_framework_that_stands_in_is_told() -> None:
    method = said(made(named(samples.village(), "0.1")), "method")
    assert "«\u202frose-des-vents\u202f», version 0.1" in method
    assert "lue ici avec La rose des vents, première édition, version 1.1" in method
    assert "version 0.1" not in said(made(named(samples.village())), "method")


def test_two_versions_are_named_and_not_compared() -> None:
    content = made(named(samples.rich()), named(samples.earlier(), "0.9"))
    words = said(content, "followup")
    assert "les scores ne se comparent pas" in words
    assert "version 0.9" in words
    assert "version 1.1" in words
    assert not any(isinstance(block, Table) for block in content.section("followup").blocks)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_both_campaigns_are_read_with_todays_weights_and_it_is_said(lang: str) -> None:
    then, now = named(samples.earlier()), named(samples.rich())
    key = load_texts(lang)("weights.since.reweighed", before_year=then.campaign.year, year=now.campaign.year)
    assert key in said(made(replace(now, weightings=OWN), then, lang), "followup")
    assert key in said(made(now, replace(then, weightings=OWN), lang), "followup")
    assert key not in said(made(now, then, lang), "followup")
    assert key not in said(made(replace(now, weightings=OWN), replace(then, weightings=OWN), lang), "followup")


def test_a_weight_that_is_the_frameworks_own_or_is_refused_makes_no_difference() -> None:
    framework = load_edition()
    assert weigh_alike(framework, {}, {"citizens": 1.0, "nobody": 3.0})
    assert not weigh_alike(framework, {}, {"citizens": 2.0})
    own = weighted(framework, {"citizens": 2.0})
    assert not weigh_alike(own, {}, {"citizens": 2.0})
    assert weigh_alike(own, {"citizens": 2.0}, {"citizens": 2.0})


def test_a_weight_is_written_with_no_more_digits_than_it_has(texts: Texts) -> None:
    assert [weight_words(each, texts) for each in (2.0, 2.5, 0.25, 1 / 3, None)] == ["2", "2,5", "0,25", "0,33", "—"]
