"""What a fresh reader found wrong: tables set aside that spoke, sums that disagreed, words that did not agree."""

from __future__ import annotations

import re
from dataclasses import replace

from diagnostic.assessment.assess import assess
from diagnostic.assessment.facts.counting import counted
from diagnostic.assessment.facts.links import in_force
from diagnostic.brief.compose.inputs import BriefInputs, Desk
from diagnostic.brief.compose.rank_words import rank_words
from diagnostic.brief.compose.whole import compose
from diagnostic.brief.content import BriefContent, Table
from diagnostic.brief.press import content_of
from diagnostic.dossier.decisions import Action, Priority
from diagnostic.dossier.records import Answer, Standing
from diagnostic.dossier.snapshot import Campaign, Snapshot
from diagnostic.dossier.vocabulary import ActionState, AnswerState, Competence, PartnershipState, TableState
from diagnostic.framework.load import load_edition
from diagnostic.strategy.propose import propose
from diagnostic.strategy.totals import parted, totals
from diagnostic.territory.countries import load_countries
from diagnostic.territory.folding import fold
from diagnostic.texts import load_texts
from tests.brief import samples
from tests.brief.test_content import said
from tests.builders import association, link, people, snapshot

TABLES = (
    "diaspora",
    "student_group",
    "partnership",
    "network_membership",
    "association",
    "economic_tie",
    "budget_line",
)
FR = load_texts("fr")


def brief(now: Snapshot, before: Snapshot | None = None, lang: str = "fr") -> BriefContent:
    return content_of(now, before, load_edition(), load_texts(lang), load_countries())


def desk_of(now: Snapshot) -> Desk:
    framework = load_edition()
    inputs = BriefInputs(snapshot=now, assessment=assess(now, framework), framework=framework)
    return Desk(inputs=inputs, texts=FR, countries=load_countries())


def test_the_rows_of_a_table_that_does_not_apply_are_silent() -> None:
    apart = {"partnership": TableState.NOT_APPLICABLE, "association": TableState.NOT_APPLICABLE}
    now = snapshot(people("MA", 500), link("MA"), link("BF"), association("MA"), standings=apart, population=9000)
    assert counted(now).partnerships == counted(now).associations == ()
    assert now.partnerships, "they stay in the dossier"
    assert [row.country for row in assess(now, load_edition()).matrix] == ["MA"]
    content = brief(now)
    assert "partenariat enregistré" not in said(content)
    assert re.search("Partenariats.: sans objet", said(content, "summary"))
    assert "partners" not in {section.id for section in content.sections}
    table = next(block for block in content.section("world").blocks if isinstance(block, Table))
    assert [row[3] for row in table.rows] == [row[5] for row in table.rows] == ["sans objet"]
    assert table.rows[0][1] == "500"


def test_when_nothing_applies_nothing_is_said_to_be_missing() -> None:
    asked = [one.id for one in load_edition().questions()]
    now = snapshot(
        standings=dict.fromkeys(TABLES, TableState.NOT_APPLICABLE),
        answers={id_: Answer(indicator=id_, state=AnswerState.NOT_APPLICABLE) for id_ in asked},
        competences=(Competence.CULTURE,),  # opens no 1 % scheme
    )
    desk = desk_of(now)
    assert desk.nothing_applies
    content = brief(now)
    assert any("aucun indicateur ne s’applique" in line for line in content.cover.lines)
    for wrong in ("100\u202f%", "attend des réponses", "encore à renseigner", "encore renseigné"):
        assert wrong not in said(content, "summary") + "".join(content.cover.lines), wrong
    assert "encore à renseigner" not in content.section("identity").title


def test_the_plan_and_the_funding_count_the_same_actions() -> None:
    actions = (
        Action(id=1, title="a", cost=500.0, state=ActionState.KEPT),
        Action(id=2, title="b", cost=70.0, state=ActionState.STARTED),
        Action(id=3, title="c", cost=9000.0, state=ActionState.DONE),
        Action(id=4, title="d", cost=1.0, state=ActionState.DROPPED),
    )
    table = next(
        b for b in brief(replace(samples.rich(), actions=actions)).section("plan").blocks if isinstance(b, Table)
    )
    sums = [(row[0], row[3]) for row in table.rows[-2:]]
    assert sums == [
        ("Total renseigné des 2 actions à mener", "570"),
        ("Total renseigné de l’action déjà faite", "9\u202f000"),
    ]
    assert totals(parted(actions)["live"]).cost == 570


def test_only_partnerships_in_force_can_have_fallen_silent() -> None:
    old, ended, project = link("MA", last_activity="2010"), link("BF", last_activity="2010"), link("SN")
    now = snapshot(
        old,
        link("DE", last_activity="2024-05"),
        replace(ended, state=PartnershipState.ENDED),
        replace(project, state=PartnershipState.PROJECT),
        complete="partnership",
    )
    assert len(in_force(now)) == 2
    section = brief(now).section("partners")
    assert section.title == "Sur 2 partenariats en vigueur, 1 est sans activité depuis 24 mois"
    assert "4 partenariats enregistrés\u00a0: 2 en vigueur, 1 en projet et 1 terminé." in said(brief(now), "partners")


def test_the_countries_of_the_summary_and_of_the_table_add_up() -> None:
    now = snapshot(people("MA", 500), people("SN", 200), link("DE"), complete="diaspora partnership", population=9000)
    words = said(brief(now), "summary")
    assert "à 2 pays" in words
    assert "1 autre pays n’apparaît que par un partenariat ou une dépense" in words


def test_a_link_that_is_no_twinning_is_not_called_one() -> None:
    assert load_edition().reading("sleeping_twinning").title["fr"] == "Lien endormi"
    assert load_edition().reading("sleeping_twinning").title["en"] == "Sleeping link"


def test_another_version_is_not_given_this_ones_title() -> None:
    edition = load_edition()
    now = replace(samples.rich(), campaign=Campaign(id=2, year=2026, day="2026-03-12", framework=edition.id,
                                                    framework_version=edition.version))  # fmt: skip
    then = replace(samples.earlier(), campaign=replace(now.campaign, id=1, year=2024, framework_version="0.9"))
    words = said(brief(now, then), "followup")
    assert f"«\u202f{edition.id}\u202f», version 0.9" in words
    assert f"«\u202f{edition.title['fr']}\u202f», version {edition.version}" in words


def test_a_framework_that_stands_in_is_told_on_the_cover_and_on_page_two() -> None:
    edition = load_edition()
    made = replace(samples.village().campaign, framework=edition.id, framework_version="0.1")
    content = brief(replace(samples.village(), campaign=made))
    for words in (content.cover.notice, said(content, "summary")):
        assert "lue ici avec un autre référentiel" in words
    own = replace(made, framework_version=edition.version)
    assert "autre référentiel" not in said(brief(replace(samples.village(), campaign=own)), "summary")


def test_countries_are_sorted_as_the_alphabet_is_read() -> None:
    codes = ("BF", "BJ", "BE", "ES", "EG", "EE", "ET", "SE", "SN", "CZ", "TD", "CL", "CN", "CM", "CA", "MA", "ML")
    now = snapshot(*(people(code, 100) for code in codes), population=9000)
    table = next(block for block in brief(now).section("matrix").blocks if isinstance(block, Table))
    names = [row[0] for row in table.rows]
    assert names == sorted(names, key=fold)
    assert names.index("Bénin") < names.index("Burkina Faso")


def test_one_of_a_thing_is_said_in_the_singular() -> None:
    now = snapshot(people("MA", 500), association("MA"), link("MA", state=PartnershipState.ACTIVE), population=9000)
    words = said(brief(now), "identity")
    assert "association internationale\n" in words
    assert "partenariat en vigueur\n" in words
    assert "pays d’origine\n" in words
    assert "1 pays sur 1" not in words


def test_no_votes_given_leave_the_factor_out() -> None:
    framework = load_edition()
    assessment = assess(samples.rich(), framework)
    first, second, *_ = propose(assessment, framework)
    voted = (Priority(recommendation=first.recommendation, votes=14),)
    ranks = {p.recommendation: rank_words(p.rank, FR) for p in propose(assessment, framework, voted)}
    assert "14 voix" in ranks[first.recommendation]
    assert ranks[second.recommendation].endswith("(pas de voix données)")
    assert "×1)" not in ranks[second.recommendation].replace("effort léger (×1)", "")
    assert "0 voix" not in ranks[second.recommendation]


def test_what_is_under_way_is_no_decision_to_take() -> None:
    actions = (
        Action(id=1, title="À décider", state=ActionState.KEPT),
        Action(id=2, title="Lancée", state=ActionState.STARTED),
    )
    page = said(brief(replace(samples.rich(), actions=actions)), "summary")
    assert "À décider" in page
    assert "Lancée" not in page


def test_what_only_one_campaign_knows_is_said_on_paper_too() -> None:
    then = replace(samples.rich(), answers={}, campaign=replace(samples.rich().campaign, id=1, year=2024))
    assert "connus maintenant et ne l’étaient pas en 2024" in said(brief(samples.rich(), then), "followup")


def test_the_order_of_axes_without_a_score_is_not_blamed_on_one_of_them() -> None:
    now = samples.village()
    content = compose(replace(samples.inputs(now), variations=None), FR, load_countries())
    assert "l’un d’eux n’a pas de score" not in said(content)


def test_few_languages_call_for_no_campaign_of_communication() -> None:
    assert load_edition().indicator("diasporas_languages").recommendations == ()


def test_a_standing_said_of_no_collection_empties_nothing() -> None:
    now = snapshot(people("MA", 1))
    odd = replace(now, standings={"territory": Standing(table="territory", state=TableState.NOT_APPLICABLE)})
    assert counted(odd) is odd
