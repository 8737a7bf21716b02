"""The figures say what the assessment says: every score, what is unknown hatched, opposites face to face."""

from dataclasses import replace

import pytest

from diagnostic.assessment.results import Assessment, Interval
from diagnostic.charts.budget import Amount, amount_bars
from diagnostic.charts.domains import domain_bars
from diagnostic.charts.drawing import Circle, Drawing, Path, Role, Text, hit, outline
from diagnostic.charts.layout import bearings
from diagnostic.charts.position import position
from diagnostic.charts.rose import rose
from diagnostic.charts.wording import score_words
from diagnostic.framework.load import load_edition
from diagnostic.texts import load_texts
from tests.brief import samples

FRENCH = load_texts("fr")
FRAMEWORK = load_edition()


def words(drawing: Drawing) -> list[str]:
    return [shape.text for shape in drawing.shapes if isinstance(shape, Text)]


def with_interval(assessment: Assessment, domain: str, interval: Interval, published: bool) -> Assessment:
    nodes = tuple(
        replace(node, interval=interval, published=published) if node.id == domain else node
        for node in assessment.nodes
    )
    return replace(assessment, nodes=nodes)


@pytest.fixture
def found() -> Assessment:
    return samples.inputs(samples.rich()).assessment


def test_opposite_domains_face_each_other() -> None:
    places = bearings(FRAMEWORK)
    for node in FRAMEWORK.domains():
        if node.opposite:
            assert abs(places[node.id] - places[node.opposite]) == pytest.approx(180)


def test_territory_stands_on_the_right_and_institution_on_the_left() -> None:
    for node in FRAMEWORK.domains():
        assert (bearings(FRAMEWORK)[node.id] < 180) == (node.parent == "territory")


def test_the_rose_writes_every_published_score_and_interval(found: Assessment) -> None:
    text = " ".join(words(rose(found, FRAMEWORK, FRENCH)))
    for node in FRAMEWORK.domains():
        for part in score_words(found.node(node.id), FRENCH).split():
            assert part in text


def test_the_words_for_those_who_do_not_see_the_rose_hold_every_score(found: Assessment) -> None:
    alt = rose(found, FRAMEWORK, FRENCH).alt
    for node in FRAMEWORK.domains():
        assert f"{node.title['fr']} {score_words(found.node(node.id), FRENCH)}" in alt


def test_the_small_rose_has_no_words(found: Assessment) -> None:
    assert not words(rose(found, FRAMEWORK, FRENCH, compact=True))


def test_an_unknown_domain_is_hatched_and_never_an_empty_petal(found: Assessment) -> None:
    unknown = with_interval(found, "students", Interval(low=0, mid=None, high=100, known=0), False)
    drawing = rose(unknown, FRAMEWORK, FRENCH)
    petals = [s for s in drawing.shapes if isinstance(s, Path) and s.key == "domain:students"]
    assert [petal.hatch for petal in petals] == [Role.UNKNOWN]
    assert "à renseigner" in words(drawing)


def test_too_few_answers_give_the_interval_alone(found: Assessment) -> None:
    thin = with_interval(found, "students", Interval(low=13, mid=47, high=87, known=0.3), False)
    drawing = rose(thin, FRAMEWORK, FRENCH)
    assert "[13–87]" in words(drawing)
    assert "47" not in words(drawing)
    assert "47" not in drawing.alt


def test_what_does_not_apply_has_no_petal_and_says_so(found: Assessment) -> None:
    absent = with_interval(found, "economy", Interval(low=0, mid=None, high=0, known=1, applicable=False), False)
    drawing = rose(absent, FRAMEWORK, FRENCH)
    assert not [s for s in drawing.shapes if isinstance(s, Path) and s.key == "domain:economy"]
    assert "sans objet" in words(drawing)


def test_a_click_on_a_petal_finds_its_domain(found: Assessment) -> None:
    drawing = rose(found, FRAMEWORK, FRENCH, compact=True)
    petal = next(s for s in drawing.shapes if isinstance(s, Path) and s.key == "domain:diasporas")
    points = outline(petal.steps)
    x, y = (sum(values) / len(points) for values in zip(*points, strict=True))
    assert hit(drawing, x, y) == "domain:diasporas"
    assert hit(drawing, 1, 1) == ""


def test_the_point_of_the_position_stands_at_both_scores(found: Assessment) -> None:
    drawing = position(found, FRAMEWORK, FRENCH, compact=True)
    point = next(s for s in drawing.shapes if isinstance(s, Circle))
    across, up = (found.node(axis).interval.mid for axis in ("territory", "institution"))
    assert ((point.x - 2) / 0.96, 100 - (point.y - 2) / 0.96) == (pytest.approx(across), pytest.approx(up))


def test_no_point_is_drawn_while_an_axis_is_not_published(found: Assessment) -> None:
    thin = with_interval(found, "institution", Interval(low=5, mid=99, high=100, known=0.04), False)
    shapes = position(thin, FRAMEWORK, FRENCH).shapes
    assert not [shape for shape in shapes if isinstance(shape, Circle)]
    zone = next(shape for shape in shapes if shape.key == "position:zone")
    assert isinstance(zone, Path)
    assert zone.fill is None


def test_no_zone_crosses_the_names_of_the_corners(found: Assessment) -> None:
    every = Interval(low=0, mid=None, high=100, known=0)
    open_ = with_interval(with_interval(found, "territory", every, False), "institution", every, False)
    drawing = position(open_, FRAMEWORK, FRENCH)
    zone = next(s for s in drawing.shapes if s.key == "position:zone")
    assert isinstance(zone, Path)
    top, bottom = (end(y for _, y in outline(zone.steps)) for end in (min, max))
    titles = " ".join(item.title["fr"] for item in FRAMEWORK.positions)
    for text in (s for s in drawing.shapes if isinstance(s, Text) and s.text in titles and s.rotation == 0):
        assert text.y < top or text.y - text.size > bottom


def test_the_position_names_its_four_corners(found: Assessment) -> None:
    text = " ".join(words(position(found, FRAMEWORK, FRENCH)))
    for item in FRAMEWORK.positions:
        assert item.title["fr"] in text


def test_nothing_is_drawn_outside_the_figure(found: Assessment) -> None:
    for make in (rose, position, domain_bars):
        drawing = make(found, FRAMEWORK, FRENCH)
        for shape in drawing.shapes:
            if isinstance(shape, Path):
                for x, y in outline(shape.steps):
                    assert -0.1 <= x <= drawing.width + 0.1
                    assert -0.1 <= y <= drawing.height + 0.1


def test_bars_are_as_long_as_their_euros_and_written_beside() -> None:
    amounts = (Amount("M57 048", 40_000), Amount("$x^2$ <b>", 10_000))
    drawing = amount_bars(amounts, FRENCH, role=Role.INSTITUTION, title="Dépenses")
    bars = [outline(s.steps) for s in drawing.shapes if isinstance(s, Path) and s.fill is Role.INSTITUTION]
    lengths = [max(x for x, _ in bar) - min(x for x, _ in bar) for bar in bars]
    assert lengths[0] == pytest.approx(4 * lengths[1], rel=0.01)
    assert "$x^2$ <b>" in words(drawing)
    assert FRENCH.money(40_000) in words(drawing)
    assert "M57 048" in drawing.alt
