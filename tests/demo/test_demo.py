"""The demonstration: a whole town that does not exist, its two campaigns, and the story that its rose tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.assessment.results import Assessment, IndicatorState
from diagnostic.demo import build_demo
from diagnostic.dossier.checks import remarks
from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.records import RECORDS, TABLES
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import ActionState, AnswerState, PartnershipForm
from diagnostic.errors import WorldError
from diagnostic.framework.model import Framework

LANGUAGES = ("fr", "en")
FICTIONAL = {"fr": ("fictif", "fictive"), "en": ("fictional",)}
Campaigns = tuple[Snapshot, ...]


@pytest.fixture(scope="module")
def demos(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Campaigns]:
    """The demonstration's campaigns, by language."""
    return {lang: _built(tmp_path_factory.mktemp("demo") / "demo.rose", lang) for lang in LANGUAGES}


@pytest.fixture(scope="module")
def now(demos: dict[str, Campaigns]) -> Snapshot:
    """The latest campaign, in French."""
    return demos["fr"][-1]


@pytest.fixture(scope="module")
def found(demos: dict[str, Campaigns], framework: Framework) -> tuple[Assessment, Assessment]:
    """What the diagnostic finds in each campaign."""
    then, now = demos["fr"]
    return assess(then, framework), assess(now, framework, then)


def _built(path: Path, lang: str) -> Campaigns:
    build_demo(path, lang)
    dossier = open_dossier(path, read_only=True)
    campaigns = tuple(dossier.snapshot_of(campaign) for campaign in dossier.campaigns())
    dossier.close()
    return campaigns


def _rows(snapshot: Snapshot) -> list[Row]:
    return [row for kind in RECORDS for row in snapshot.rows(kind)]


def test_it_is_rich(now: Snapshot, found: tuple[Assessment, Assessment]) -> None:
    assert now.territory.population == 89_300
    assert len(found[1].matrix) >= 25
    assert len({row.country for row in now.diasporas}) >= 25
    assert len(now.partnerships) >= 15
    assert {row.form for row in now.partnerships} == set(PartnershipForm)
    assert len(now.network_memberships) >= 5
    assert len(now.associations) >= 40
    assert len({row.institution for row in now.student_groups}) == 3
    assert len(now.economic_ties) >= 12
    assert len(now.budget_lines) >= 30
    assert {row.year for row in now.budget_lines} == {2024, 2025}
    assert len(now.actions) >= 8


def test_it_has_two_campaigns(demos: dict[str, Campaigns]) -> None:
    for campaigns in demos.values():
        assert [snapshot.campaign.year for snapshot in campaigns] == [2025, 2026]


def test_every_question_has_its_answer_and_few_are_unknown(
    demos: dict[str, Campaigns], framework: Framework, found: tuple[Assessment, Assessment]
) -> None:
    asked = {indicator.id for indicator in framework.questions()}
    for snapshot in demos["fr"]:
        assert set(snapshot.answers) == asked
    said = [row.state for row in demos["fr"][-1].answers.values()]
    assert 2 <= said.count(AnswerState.UNANSWERED) <= 3
    states = [indicator.state for indicator in found[1].indicators]
    assert states.count(IndicatorState.UNKNOWN) <= 3
    assert states.count(IndicatorState.PLANNED) >= 1


def test_every_answer_is_an_option_of_its_question(demos: dict[str, Campaigns], framework: Framework) -> None:
    for snapshot in demos["fr"]:
        for row in snapshot.answers.values():
            options = {option.id for option in framework.indicator(row.indicator).options}
            assert not row.choice or row.choice in options


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_everywhere_that_it_is_fictional(demos: dict[str, Campaigns], lang: str) -> None:
    words = FICTIONAL[lang]

    def says(text: str) -> bool:
        return any(word in text for word in words)

    for snapshot in demos[lang]:
        place = snapshot.territory
        assert place.fictional
        assert place.code == place.epci == place.departement == place.region == place.siren == ""
        assert all(says(row.source) for row in _rows(snapshot) if row.source)
        unsourced = [row for row in _rows(snapshot) if not row.source]
        assert all(getattr(row, "state", None) is AnswerState.UNANSWERED for row in unsourced)
        assert all(says(row.place) for row in snapshot.partnerships)
        assert all(says(row.institution) for row in snapshot.student_groups)
        assert all(says(row.led_with) for row in snapshot.partnerships if row.led_with)
        assert all(says(row.funder) for row in snapshot.budget_lines if row.funder)
        assert not any(row.rna for row in snapshot.associations)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_real_is_named_and_there_is_someone_to_hide(demos: dict[str, Campaigns], lang: str) -> None:
    personal = [
        str(getattr(row, name))
        for row in _rows(demos[lang][-1])
        for name, spec in specs_of(type(row)).items()
        if spec.personal and getattr(row, name)
    ]
    assert len(personal) == 2
    assert all(any(word in contact for word in FICTIONAL[lang]) for contact in personal)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_unread_or_doubtful(demos: dict[str, Campaigns], lang: str) -> None:
    for snapshot in demos[lang]:
        for row in _rows(snapshot):
            assert not row.unread
            assert remarks(row, snapshot) == ()


def test_both_languages_tell_the_same_town(demos: dict[str, Campaigns], framework: Framework) -> None:
    for french, english in zip(demos["fr"], demos["en"], strict=True):
        for kind in RECORDS:
            assert [row.id for row in french.rows(kind)] == [row.id for row in english.rows(kind)]
        of_fr, of_en = assess(french, framework), assess(english, framework)
        assert [node.interval for node in of_fr.nodes] == [node.interval for node in of_en.nodes]
        assert of_fr.matrix == of_en.matrix


def test_no_sentence_is_left_in_the_other_language(demos: dict[str, Campaigns]) -> None:
    for french, english in zip(demos["fr"], demos["en"], strict=True):
        for one, other in zip(_rows(french), _rows(english), strict=True):
            for name in ("comment", "title", "label", "description", "success", "objects", "source"):
                said = getattr(one, name, "")
                assert bool(said) == bool(getattr(other, name, ""))
                assert " " not in said or said != getattr(other, name)


def test_money_follows_the_partnerships_of_its_own_campaign(demos: dict[str, Campaigns]) -> None:
    for snapshot in demos["fr"]:
        names = {row.id: row.name for row in snapshot.partnerships}
        linked = {row.label: names[row.partnership] for row in snapshot.budget_lines if row.partnership is not None}
        assert "Sidi Amel" in linked["Programme eau de Sidi Amel"]
        assert "Nordhafen" in linked["Accueil de la délégation de Nordhafen"]


def test_a_changed_row_is_changed_and_not_doubled(demos: dict[str, Campaigns]) -> None:
    then, now = ({row.country: row.people for row in snapshot.diasporas} for snapshot in demos["fr"])
    assert (then["KM"], now["KM"]) == (1900, 2310)
    assert (then["UA"], now["UA"]) == (452, 365)
    assert "VN" not in then
    assert len(demos["fr"][-1].diasporas) == len(now)
    assert "Championnat européen de voile légère (fictif)" in {row.name for row in demos["fr"][0].economic_ties}
    assert "Championnat européen de voile légère (fictif)" not in {row.name for row in demos["fr"][1].economic_ties}


def test_the_follow_up_has_something_to_say(demos: dict[str, Campaigns], found: tuple[Assessment, Assessment]) -> None:
    then, now = demos["fr"]
    before = {row.title for row in then.actions}
    became = {row.state for row in now.actions if row.title in before}
    assert {ActionState.DONE, ActionState.STARTED} <= became
    scores = [{node.id: node.interval.mid or 0.0 for node in assessment.nodes} for assessment in found]
    changes = [scores[1][id_] - scores[0][id_] for id_ in scores[0]]
    assert max(changes) > 10
    assert min(changes) < -1


def test_the_rose_tells_a_story(found: tuple[Assessment, Assessment], framework: Framework) -> None:
    then, now = found
    for assessment in found:
        assert all(node.published for node in assessment.nodes)
        assert all(10 < (node.interval.mid or 0.0) < 95 for node in assessment.nodes)
        assert assessment.position == "untapped_potential"
    scores = {node.id: node.interval.mid or 0.0 for node in now.nodes}
    assert scores["territory"] == pytest.approx(67, abs=4)
    assert scores["institution"] == pytest.approx(41, abs=4)
    assert scores["diasporas"] == max(scores.values())
    assert scores["students"] > 60
    assert scores["means"] < 40
    assert then.position == now.position


def test_the_country_matrix_shows_every_reading(found: tuple[Assessment, Assessment], framework: Framework) -> None:
    readings = {row.country: {reading.id for reading in row.readings} for row in found[1].matrix}
    assert "dormant_potential" in readings["KM"] & readings["VN"]
    assert "sleeping_twinning" in readings["RO"] & readings["PT"]
    assert "partnership_without_roots" in readings["BF"]
    assert "money_without_anchorage" in readings["HT"]
    assert "complete_link" in readings["MA"] & readings["SN"] & readings["DE"]
    assert set().union(*readings.values()) == {reading.id for reading in framework.readings}


def test_every_table_is_said_to_be_complete_in_the_end(now: Snapshot) -> None:
    assert {now.standing(kind).value for kind in TABLES} == {"complete"}


def test_it_never_writes_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.rose"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(WorldError) as fault:
        build_demo(path, "fr")
    assert fault.value.key == "exists"
    assert path.read_text(encoding="utf-8") == "mine"


def test_nothing_half_written_stays_when_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Dossier, year: int, day: str) -> None:
        raise WorldError("disk_full", file=self.path)

    monkeypatch.setattr(Dossier, "start_campaign", full)
    with pytest.raises(WorldError):
        build_demo(tmp_path / "demo.rose", "fr")
    assert list(tmp_path.glob("demo.rose*")) == []
