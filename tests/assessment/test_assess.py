"""The whole assessment, as the user meets it: states, findings, position, useful answers, and bad input."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path

import pytest

import diagnostic.assessment
from diagnostic.assessment.assess import assess
from diagnostic.assessment.results import Assessment, IndicatorState
from diagnostic.dossier.records import TABLES, Answer
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import AnswerState, TableState
from diagnostic.framework.load import load_edition
from diagnostic.framework.model import Framework, Input
from diagnostic.framework.weights import weighted
from diagnostic.texts import load_texts
from tests.builders import chosen, counted, expense, link, people, said, snapshot, students

EDITION = load_edition()


def answered(*answers: Answer, **territory: object) -> Assessment:
    return assess(snapshot(answers={answer.indicator: answer for answer in answers}, **territory), EDITION)  # type: ignore[arg-type]


def every_number(found: Assessment) -> list[float]:
    numbers: list[float | None] = []
    for node in found.nodes:
        numbers += [node.interval.low, node.interval.mid, node.interval.high, node.interval.known, node.share]
    for one in found.indicators:
        measure = one.measure
        numbers += [one.score, one.low, one.high, one.share, one.at_stake]
        numbers += [measure.value, measure.numerator, measure.denominator]
    return [number for number in numbers if number is not None]


@pytest.mark.parametrize(
    ("answer", "state", "score", "reason"),
    [
        (said("governance_oda", AnswerState.DONE), IndicatorState.KNOWN, 100.0, ""),
        (said("governance_oda", AnswerState.PLANNED), IndicatorState.PLANNED, 0.0, ""),
        (said("governance_oda", AnswerState.NOT_DONE), IndicatorState.KNOWN, 0.0, ""),
        (said("governance_oda", AnswerState.UNANSWERED), IndicatorState.UNKNOWN, None, "unanswered"),
        (said("governance_oda", AnswerState.NOT_APPLICABLE), IndicatorState.NOT_APPLICABLE, None, ""),
        (chosen("citizens_place", "stakeholders"), IndicatorState.KNOWN, 70.0, ""),
        (chosen("governance_strategy", "planned"), IndicatorState.PLANNED, 0.0, ""),
        (chosen("citizens_place", "autre"), IndicatorState.UNKNOWN, None, "option_unknown"),
        (chosen("citizens_place", ""), IndicatorState.UNKNOWN, None, "option_expected"),
        (said("citizens_place", AnswerState.DONE), IndicatorState.UNKNOWN, None, "done_without_option"),
        (said("citizens_place", AnswerState.NOT_DONE), IndicatorState.KNOWN, 0.0, ""),
        (said("citizens_place", AnswerState.PLANNED), IndicatorState.PLANNED, 0.0, ""),
        (counted("citizens_place", 3), IndicatorState.UNKNOWN, None, "option_expected"),
        (counted("governance_oda", 7), IndicatorState.UNKNOWN, None, "status_expected"),
        (chosen("governance_oda", "yes"), IndicatorState.UNKNOWN, None, "status_expected"),
        (replace(said("governance_oda", AnswerState.DONE), number=7.0), IndicatorState.KNOWN, 100.0, ""),
        (replace(said("means_staff", AnswerState.DONE), number=2.0), IndicatorState.UNKNOWN, None, "number_expected"),
        (said("means_staff", AnswerState.PLANNED), IndicatorState.UNKNOWN, None, "number_expected"),
        (chosen("means_staff", "two"), IndicatorState.UNKNOWN, None, "number_expected"),
        (counted("governance_transversality", 30), IndicatorState.KNOWN, 50.0, ""),
        (counted("governance_transversality", 130), IndicatorState.UNKNOWN, None, "number_out_of_bounds"),
        (counted("governance_transversality", None), IndicatorState.UNKNOWN, None, "number_expected"),
        (counted("means_staff", math.nan), IndicatorState.UNKNOWN, None, "number_expected"),
        (counted("means_staff", 0), IndicatorState.KNOWN, 0.0, ""),
        (said("means_staff", AnswerState.NOT_DONE), IndicatorState.UNKNOWN, None, "number_expected"),
    ],
)
def test_an_answer_keeps_its_state_apart(
    answer: Answer, state: IndicatorState, score: float | None, reason: str
) -> None:
    found = answered(answer).indicator(answer.indicator)
    assert found.state is state
    assert found.score == (None if score is None else pytest.approx(score))
    if reason:
        assert found.measure.reason == reason
    if answer.state is not AnswerState.UNANSWERED:
        assert found.measure.inputs[0].kind == "answer"


@pytest.mark.parametrize("question", ["students_agreements", "students_welcome"])
def test_a_question_without_the_table_it_needs_counts_only_if_it_is_answered(question: str) -> None:
    absent = {"student_group": TableState.NOT_APPLICABLE}
    silent = assess(snapshot(standings=absent), EDITION).indicator(question)
    assert (silent.state, silent.share) == (IndicatorState.NOT_APPLICABLE, 0.0)
    assert silent.measure.reason == "needed_table_not_applicable"
    unanswered = {question: said(question, AnswerState.UNANSWERED)}
    assert assess(snapshot(standings=absent, answers=unanswered), EDITION).indicator(question).share == 0.0
    told = {question: chosen(question, "none")}
    assert assess(snapshot(standings=absent, answers=told), EDITION).indicator(question).score == 0.0
    for state in (TableState.OPEN, TableState.UNKNOWN, TableState.COMPLETE):
        waiting = assess(snapshot(standings={"student_group": state}), EDITION).indicator(question)
        assert waiting.measure.reason == "unanswered"


def test_without_higher_education_the_whole_domain_leaves() -> None:
    found = assess(snapshot(standings={"student_group": TableState.NOT_APPLICABLE}), EDITION)
    assert not found.node("students").interval.applicable
    assert not [answer for answer in found.useful if answer.indicator.startswith("students_")]


def test_findings_are_tied_when_their_points_read_alike() -> None:
    """6.25 is shown as 6.3, and as 6.2 by a rounding to even: 6.27 shows the same points."""
    oda, report = EDITION.indicator("governance_oda"), EDITION.indicator("governance_report")
    weights = {oda.id: 6.25, report.id: 6.27, "governance_delegate": 6.2, "governance_place": 81.28}
    few = replace(
        EDITION,
        nodes=tuple(replace(node, parent="") for node in EDITION.nodes if node.id == "governance"),
        indicators=tuple(replace(one, weight=weights[one.id]) for one in EDITION.indicators if one.id in weights),
        positions=(),
    )
    worst = [chosen(id_, "none") for id_ in ("governance_report", "governance_delegate")]
    given = {answer.indicator: answer for answer in (*worst, said("governance_oda", AnswerState.NOT_DONE))}
    gaps = assess(snapshot(answers=given), few).gaps
    assert [(gap.indicator, gap.tied) for gap in gaps] == [
        ("governance_report", True),
        ("governance_oda", False),
        ("governance_delegate", False),
    ]


def test_nothing_answered_claims_nothing() -> None:
    found = assess(snapshot(), EDITION)
    axes = [found.node(axis.id).interval for axis in EDITION.axes()]
    assert [(axis.low, axis.mid, axis.high, axis.known) for axis in axes] == [(0.0, None, 100.0, 0.0)] * 2
    assert not any(node.published for node in found.nodes)
    assert (found.assets, found.gaps, found.matrix, found.position) == ((), (), (), "")
    assert {answer.axis for answer in found.useful} == {"territory", "institution"}
    assert all(answer.narrowing > 0 for answer in found.useful)


def test_nothing_applicable_gives_no_score_at_all() -> None:
    questions = [said(one.id, AnswerState.NOT_APPLICABLE) for one in EDITION.questions()]
    found = assess(
        snapshot(
            answers={answer.indicator: answer for answer in questions},
            standings=dict.fromkeys(TABLES, TableState.NOT_APPLICABLE),
            competences=("culture",),
        ),
        EDITION,
    )
    assert not any(node.interval.applicable or node.published for node in found.nodes)
    assert all(node.interval.mid is None for node in found.nodes)
    assert (found.position, found.useful, found.assets, found.gaps) == ("", (), (), ())
    assert all(one.share == 0 for one in found.indicators)


@pytest.mark.parametrize(
    "given",
    [
        snapshot(),
        snapshot(people("DZ", 5), link("DE"), expense(9), population=0, operating_budget=0.0, investment_budget=0.0),
        snapshot(students("École", 50, institution_total=10)),
        snapshot(link("")),
        snapshot(expense(1000.0), operating_budget=1e6, investment_budget=0.0, population=10),
        snapshot(link("DE", last_activity="vers 2020"), day="2024-06-30"),
    ],
)
def test_bad_input_gives_explained_results_and_never_a_nan(given: Snapshot) -> None:
    found = assess(given, EDITION)
    assert all(math.isfinite(number) for number in every_number(found))
    sentences = [load_texts(lang) for lang in ("fr", "en")]
    for one in found.indicators:
        if one.state in (IndicatorState.UNKNOWN, IndicatorState.NOT_APPLICABLE):
            assert all(texts.has(f"reason.{one.measure.reason}") for texts in sentences), one.id
            assert (one.score, one.high) == (None, 100.0)
            assert one.low == 0.0 or one.measure.at_least


def test_a_domain_is_published_from_two_thirds_known_only() -> None:
    place = chosen("citizens_place", "drivers")
    others = [chosen("citizens_diasporas", "none"), chosen("citizens_communication", "regular")]
    assert not answered(place, others[0], others[1]).node("citizens").published
    enough = answered(place, *others, chosen("citizens_youth", "yearly")).node("citizens")
    assert enough.published
    assert enough.interval.known == pytest.approx(0.8)
    assert enough.interval.mid == pytest.approx((100 + 0 + 70 + 100) / 4)
    assert enough.interval.low == pytest.approx(270 / 5)
    assert enough.interval.high == pytest.approx(370 / 5)


def test_assets_and_gaps_go_by_points_and_show_ties_and_plans() -> None:
    found = answered(
        chosen("governance_delegate", "both"),
        chosen("governance_place", "none"),
        chosen("governance_strategy", "planned"),
        chosen("citizens_place", "absent"),
    )
    assert [(asset.indicator, asset.points) for asset in found.assets] == [
        ("governance_delegate", pytest.approx(100 / 28))
    ]
    gaps = [(gap.indicator, gap.tied, gap.planned) for gap in found.gaps]
    assert gaps == [
        ("citizens_place", False, False),
        ("governance_place", True, False),
        ("governance_strategy", False, True),
    ]
    assert found.gaps[0].points == pytest.approx(100 / 20)


def test_the_useful_answers_narrow_by_their_share() -> None:
    useful = {answer.indicator: answer for answer in assess(snapshot(), EDITION).useful}
    assert useful["citizens_place"].narrowing == pytest.approx(100 / 4 / 5)
    assert useful["citizens_place"].axis == "institution"


def test_an_answer_that_weighs_nothing_is_not_asked_for_first_or_last() -> None:
    own = weighted(EDITION, {"citizens_place": 0.0, "means": 0.0})
    asked = {answer.indicator for answer in assess(snapshot(), own).useful}
    weightless = {"citizens_place", *(indicator.id for indicator in EDITION.indicators_of("means"))}
    assert asked == {indicator.id for indicator in EDITION.indicators} - weightless


def test_an_axis_on_which_nothing_that_applies_weighs_asks_for_no_answer() -> None:
    """The users leave weight to the students alone, and there are none: what is unknown cannot narrow anything."""
    own = weighted(EDITION, {"diasporas": 0.0, "associations": 0.0, "economy": 0.0})
    none = [said(one.id, AnswerState.NOT_APPLICABLE) for one in EDITION.indicators_of("students") if not one.measure]
    here = snapshot(
        answers={answer.indicator: answer for answer in none}, standings={"student_group": TableState.NOT_APPLICABLE}
    )
    found = assess(here, own)
    assert not found.node("territory").interval.applicable
    assert {answer.axis for answer in found.useful} == {"institution"}
    assert all(math.isfinite(number) for number in [*every_number(found), *(one.narrowing for one in found.useful)])


@pytest.mark.parametrize(
    ("territory", "institution", "position"),
    [
        (1, 1, "supported_potential"),
        (1, 0, "untapped_potential"),
        (0, 1, "policy_without_roots"),
        (0, 0, "to_be_built"),
    ],
)
def test_the_position_follows_from_the_two_axes(territory: int, institution: int, position: str) -> None:
    found = assess(small_case(territory, institution), small_framework())
    assert found.position == position


def test_the_position_stays_open_while_the_interval_straddles_the_threshold() -> None:
    given = small_case(1, 1)
    undecided = snapshot(answers={key: value for key, value in given.answers.items() if key != "governance_oda"})
    assert assess(undecided, small_framework()).position == ""


def small_framework() -> Framework:
    """Return the edition with one question per axis."""
    kept = {"students_agreements": "students", "governance_oda": "governance"}
    return replace(
        EDITION,
        indicators=tuple(one for one in EDITION.indicators if one.id in kept),
        nodes=tuple(node for node in EDITION.nodes if not node.parent or node.id in kept.values()),
    )


def small_case(territory: int, institution: int) -> Snapshot:
    oda = AnswerState.DONE if institution else AnswerState.NOT_DONE
    return snapshot(
        answers={
            "students_agreements": chosen("students_agreements", "joined" if territory else "none"),
            "governance_oda": said("governance_oda", oda),
        }
    )


def test_every_question_at_its_best_is_a_hundred() -> None:
    best: dict[str, Answer] = {}
    for one in EDITION.questions():
        if one.input is Input.STATUS:
            best[one.id] = said(one.id, AnswerState.DONE)
        elif one.input is Input.CHOICE:
            best[one.id] = chosen(one.id, max(one.options, key=lambda option: option.score).id)
        else:
            assert one.goalposts
            best[one.id] = counted(one.id, one.goalposts.best)
    found = assess(snapshot(answers=best), EDITION)
    assert all(found.indicator(id_).score == 100 for id_ in best)
    for domain in ("governance", "citizens"):
        interval = found.node(domain).interval
        assert (interval.low, interval.mid, interval.high) == pytest.approx((100, 100, 100))


def test_every_reason_that_a_measure_can_give_has_its_sentence() -> None:
    folder = Path(diagnostic.assessment.__file__).parent
    calls = re.compile(r'(?:unknown|not_applicable|nothing_in)\((?:case, [^"]*)?(?:"[a-z_]+", )?"([a-z_]+)"')
    reasons = {reason for file in folder.rglob("*.py") for reason in calls.findall(file.read_text(encoding="utf-8"))}
    assert len(reasons) > 20
    for lang in ("fr", "en"):
        texts = load_texts(lang)
        assert [reason for reason in reasons if not texts.has(f"reason.{reason}")] == []
