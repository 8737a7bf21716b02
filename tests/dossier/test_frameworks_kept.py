"""A dossier keeps the framework that each campaign was made with, and is read with it."""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from diagnostic.dossier.founding import kept, new_campaign
from diagnostic.dossier.opening import create_dossier, open_dossier
from diagnostic.dossier.records import Territory
from diagnostic.dossier.snapshot import Campaign, KeptFramework
from diagnostic.dossier.store import Dossier
from diagnostic.errors import WorldError
from diagnostic.framework.in_use import InUse, Origin, framework_in_use
from diagnostic.framework.load import load_texts
from diagnostic.framework.model import Framework

DAY = "2026-11-21"


@pytest.fixture
def own(framework: Framework) -> Framework:
    """A framework of the users' own: the edition under another name, in which languages count double."""
    sources = dict(framework.sources)
    sources["framework.toml"] = sources["framework.toml"].replace('id = "rose-des-vents"', 'id = "chez-nous"')
    assert load_texts(sources).id == "chez-nous"
    return load_texts(sources)


def make(path: Path, framework: Framework) -> Dossier:
    return create_dossier(path, Territory(name="Val Fictif"), new_campaign(framework, 2026, DAY), kept(framework))


def read_with(dossier: Dossier, shipped: Framework) -> InUse:
    found = dossier.kept_framework()
    campaign = dossier.campaign
    sources = found.sources if found else None
    return framework_in_use(campaign.framework, campaign.framework_version, sources, shipped)


def test_a_campaign_is_read_with_the_edition_it_was_made_with_once_the_program_has_another(
    tmp_path: Path, framework: Framework
) -> None:
    make(tmp_path / "a.rose", framework).close()
    later = replace(framework, version="9.0", sources={"framework.toml": "a later edition"})
    dossier = open_dossier(tmp_path / "a.rose")
    found = read_with(dossier, later)
    dossier.close()
    assert found == InUse(framework, Origin.KEPT)
    assert dict(found.framework.sources) == dict(framework.sources)


def test_the_shipped_edition_is_not_read_twice(tmp_path: Path, framework: Framework) -> None:
    dossier = make(tmp_path / "a.rose", framework)
    found = read_with(dossier, framework)
    dossier.close()
    assert found.framework is framework
    assert found.origin is Origin.SHIPPED


def test_a_dossier_that_kept_no_framework_is_read_with_the_programs_and_it_is_said(
    tmp_path: Path, framework: Framework
) -> None:
    campaign = Campaign(year=2024, day=DAY, framework=framework.id, framework_version="0.1")
    dossier = create_dossier(tmp_path / "a.rose", Territory(name="Val Fictif"), campaign)
    assert read_with(dossier, framework) == InUse(framework, Origin.REPLACED)
    begun = dossier.start_campaign(2025, DAY, kept(framework))
    assert begun.framework_version == framework.version
    assert read_with(dossier, framework).origin is Origin.SHIPPED
    dossier.close()


@pytest.mark.parametrize("rotten", [b"x", zlib.compress(b"{")])
def test_a_kept_framework_whose_bytes_are_damaged_is_replaced_and_can_be_kept_again(
    tmp_path: Path, framework: Framework, own: Framework, rotten: bytes
) -> None:
    make(tmp_path / "a.rose", own).close()
    connection = sqlite3.connect(tmp_path / "a.rose")
    connection.execute("UPDATE framework SET sources = ?", (rotten,))
    connection.commit()
    connection.close()
    dossier = open_dossier(tmp_path / "a.rose")
    assert read_with(dossier, framework).origin is Origin.REPLACED
    dossier.adopt(kept(own))
    assert read_with(dossier, framework) == InUse(own, Origin.KEPT)
    dossier.close()


def test_a_kept_framework_that_this_program_cannot_read_is_replaced_with_its_reason(framework: Framework) -> None:
    found = framework_in_use("ailleurs", "2", {"cadre.toml": "[framework"}, framework)
    assert (found.framework, found.origin) == (framework, Origin.REPLACED)
    assert found.fault is not None
    assert found.fault.params["file"] == "cadre.toml"


def test_adopting_a_framework_of_ones_own_keeps_the_answers_and_holds_after_reopening(
    tmp_path: Path, framework: Framework, own: Framework
) -> None:
    dossier = make(tmp_path / "a.rose", framework)
    heard: list[frozenset[str]] = []
    dossier.subscribe(heard.append)
    dossier.adopt(kept(own))
    dossier.close()
    dossier = open_dossier(tmp_path / "a.rose")
    assert dossier.campaign.framework == "chez-nous"
    assert dossier.snapshot().territory.name == "Val Fictif"
    assert read_with(dossier, framework) == InUse(own, Origin.KEPT)
    dossier.close()
    assert heard


def test_two_frameworks_of_one_version_do_not_mix(tmp_path: Path, framework: Framework) -> None:
    dossier = make(tmp_path / "a.rose", framework)
    other = KeptFramework(code=framework.id, version=framework.version, sources={"a.toml": "changed"})
    with pytest.raises(WorldError) as caught:
        dossier.adopt(other)
    assert caught.value.key == "framework_same_version"
    assert read_with(dossier, framework).origin is Origin.SHIPPED
    dossier.close()


def test_the_framework_goes_with_a_new_campaign(tmp_path: Path, framework: Framework, own: Framework) -> None:
    dossier = make(tmp_path / "a.rose", framework)
    dossier.adopt(kept(own))
    dossier.start_campaign(2027, DAY)
    assert read_with(dossier, framework).origin is Origin.KEPT
    dossier.choose(dossier.campaigns()[0])
    assert dossier.campaign.framework == "chez-nous"
    dossier.close()
