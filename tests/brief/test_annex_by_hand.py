"""Every score of the brief made again from the text of its annex alone, within the tolerance that the annex states."""

from __future__ import annotations

import re

import pytest

from diagnostic.framework.load import load_edition
from diagnostic.texts import load_texts
from tests.brief.annex_briefs import annex_of, printed
from tests.brief.annex_reader import Annex, Row, flat, plain, text_of
from tests.brief.by_hand import Made, axis, domain, score, share, value, value_from_parts

BRIEFS = [
    *((name, lang) for name in ("demo", "rich", "mid_size_city") for lang in ("fr", "en")),
    *((name, "fr") for name in ("metropolis", "overseas", "market_town", "departement")),
    ("weighed", "fr"),
    ("weighed", "en"),
]
every = pytest.mark.parametrize(("name", "lang"), BRIEFS)


def near(made: float | None, printed_: float | None, tolerance: float) -> bool:
    if made is None or printed_ is None:
        return made is printed_
    return abs(made - printed_) <= tolerance + 1e-9


def loose(name: str, annex: Annex) -> float:
    """Return the tolerance that the annex states, the wider one where one of its means is geometric."""
    if name != "weighed":
        return annex.tolerance
    return annex.number(re.findall(annex.n, annex.rules.partition("(m - 1) ÷ 0")[2])[1])


def findings(annex: Annex, *, gaps: bool) -> list[Row]:
    """Return the rows that the rules make assets or gaps, by the points printed."""
    words, found = annex.words, []
    for row in annex.rows.values():
        ends = score(row, annex)
        if ends is None or not row.share or row.state not in (words["known"], words["planned"]):
            continue
        planned = row.state == words["planned"]
        if ends[0] <= annex.gap or planned if gaps else ends[0] >= annex.asset and not planned:
            found.append(row)
    return sorted(found, key=lambda row: -((row.stake if gaps else row.brings) or 0.0))


@every
def test_each_score_is_made_again_from_its_value_and_goalposts(name: str, lang: str) -> None:
    annex = annex_of(name, lang)
    assert len(annex.rows) > 30
    for row in annex.rows.values():
        low, high = score(row, annex) or (None, None)
        assert near(low, row.low, annex.tolerance), row
        assert near(high, row.high, annex.tolerance), row


@every
def test_each_value_is_made_again_from_its_numerator_and_denominator(name: str, lang: str) -> None:
    annex, made = annex_of(name, lang), 0
    for row in annex.rows.values():
        again, told = value_from_parts(row, annex), value(row, annex)
        if again is not None and told is not None:
            made += 1
            assert again == pytest.approx(told, rel=1e-3, abs=1e-3), row
    assert made >= 8


@every
def test_each_domain_and_axis_is_made_again_from_the_values(name: str, lang: str) -> None:
    annex = annex_of(name, lang)
    assert list(annex.means) == ["A", "1", "2", "3", "4", "B", "5", "6", "7", "8"]
    for mark, mean in annex.means.items():
        made = domain(mark, annex) if mark.isdecimal() else axis(mark, annex)
        assert near(made.low, mean.low, loose(name, annex)), mean
        assert near(made.high, mean.high, loose(name, annex)), mean
        if mean.low is not None:
            assert near(made.known, mean.known, annex.tolerance), mean
            assert near(published(made, mean.least), mean.mid, loose(name, annex)), mean


def published(made: Made, least: float | None) -> float | None:
    assert least is not None
    return made.mid if made.known >= least - 1e-9 else None


@every
def test_shares_and_points_are_made_again_from_the_weights(name: str, lang: str) -> None:
    annex = annex_of(name, lang)
    for row in annex.rows.values():
        ends = score(row, annex)
        if ends is None:
            assert (row.share, row.brings, row.stake) == (0.0, None, None)
            continue
        of_axis = share(row, annex)
        assert near(of_axis, row.share, annex.tolerance), row
        if ends[0] == ends[1] and row.share:
            assert near(of_axis * ends[0] / 100, row.brings, annex.tolerance), row
            assert near(of_axis * (100 - ends[0]) / 100, row.stake, annex.tolerance), row


@every
def test_the_table_of_scores_rounds_the_annex(name: str, lang: str) -> None:
    annex = annex_of(name, lang)
    body = flat(annex.body)
    seen = 0
    for mean in annex.means.values():
        if mean.low is None or not (mean.known or mean.low):
            continue
        line = re.search(rf"{re.escape(mean.title)} (?:{annex.n}|—) \[{annex.n}–{annex.n}\] {annex.n} ?%", body)
        assert line, mean.title
        mid, low, high, known = (part and annex.number(part) for part in line.groups())
        told = (mean.mid, mean.low, mean.high, mean.known)
        assert all(near(a, b, 0.5 + annex.tolerance) for a, b in zip((mid, low, high, known), told, strict=True)), mean
        seen += 1
    assert seen >= 6


@every
def test_assets_and_gaps_are_those_that_the_rules_give_with_their_points(name: str, lang: str) -> None:
    annex = annex_of(name, lang)
    texts, body = load_texts(lang), annex.body
    captions = [texts(f"brief.findings.{kind}_caption") for kind in ("asset", "gap")]
    ending = plain(texts("brief.findings.points"))[:40]
    for caption, gaps in zip(captions, (False, True), strict=True):
        expected = findings(annex, gaps=gaps)
        told = body.partition("\n" + caption)[2].partition("\n▼ ")[0].partition(f"\n{ending}")[0]
        one = rf"{annex.n} {annex.n}(?: =)?$"
        listed = [(annex.number(a), annex.number(b)) for a, b in re.findall(one, told, re.M)]
        assert len(listed) == min(len(expected), 8), (caption, listed)
        for (score_, points), row in zip(listed, expected, strict=False):
            printed_points = row.stake if gaps else row.brings
            assert near(score_, row.low, 0.5 + annex.tolerance), row
            assert near(points, printed_points, 0.05 + annex.tolerance), row


@every
def test_the_summary_gives_the_same_scores_points_and_unknown_shares(name: str, lang: str) -> None:
    annex = annex_of(name, lang)
    page = flat(text_of(printed(name, lang))[1])
    stake = {"fr": "points en jeu", "en": "points at stake"}[lang]
    told = [annex.number(points) for points in re.findall(rf"{annex.n} {stake}", page)]
    for points, row in zip(told, findings(annex, gaps=True)[:3], strict=True):
        assert near(points, row.stake, 0.05 + annex.tolerance), row
    texts, framework = load_texts(lang), load_edition()
    nodes = {mean.title: mean for mean in annex.means.values()}
    for node in (*framework.axes(), *framework.domains()):
        mean = nodes[plain(node.title[lang])]
        if mean.mid is not None and mean.high is not None and mean.low is not None:
            found = re.search(
                rf"{re.escape(plain(node.short[lang]))} {annex.n}(?: \[{annex.n}–{annex.n}\])?(?= |$)", page
            )
            assert found, node.id
            mid, low, high = (part and annex.number(part) for part in found.groups())
            assert near(mid, mean.mid, 0.5 + annex.tolerance), node.id
            ends = (low, high) if low is not None else (mid, mid)
            assert all(near(a, b, 0.5 + annex.tolerance) for a, b in zip(ends, (mean.low, mean.high), strict=True))
    unknown = [texts.percent(100 - (annex.means[mark].known or 0.0)) for mark in ("A", "B")]
    if any(annex.means[mark].known != 100 for mark in ("A", "B")):
        words = texts("brief.unknown.shares", territory=unknown[0], institution=unknown[1])
        assert re.sub(r"\s", "", words) in re.sub(r"\s", "", page)


@every
def test_the_position_is_the_one_that_the_two_axes_give(name: str, lang: str) -> None:
    annex, framework = annex_of(name, lang), load_edition()
    strong: set[str] | None = set()
    for mark, axis_ in zip(("A", "B"), framework.axes(), strict=True):
        made, least = axis(mark, annex), annex.means[mark].least
        assert made.low is not None
        assert made.high is not None
        if published(made, least) is None or made.low < annex.strong <= made.high:
            strong = None
        elif strong is not None and made.low >= annex.strong:
            strong.add(axis_.id)
    title = flat(text_of(printed(name, lang))[1])
    head = title[: title.index(load_texts(lang)("brief.figure.rose"))]
    told = [position for position in framework.positions if f" {position.title[lang]} " in head]
    assert [set(position.strong) for position in told] == ([] if strong is None else [strong])
