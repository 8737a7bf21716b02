"""The map shows every link: shaded by how many kinds, partnerships marked, small countries as dots, names readable."""

import math
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.reach import links
from diagnostic.brief.compose.world import TABLE_OF
from diagnostic.brief.compose.world_figures import map_drawing, map_figure, map_names, matrix_figure
from diagnostic.brief.content import Figure
from diagnostic.charts.drawing import Circle, Close, Draw, Drawing, Move, Path, Role, Text, hit, outline
from diagnostic.charts.equal_earth import CENTRE, project
from diagnostic.charts.fitting import cut, width_of
from diagnostic.charts.world_map import HEIGHT, STEPS, on_map
from diagnostic.dossier.records import Diaspora, Partnership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.territory.countries import load_countries
from diagnostic.texts import load_texts
from tests.brief import samples

COUNTRIES = load_countries()
TEXTS = {lang: load_texts(lang) for lang in ("fr", "en")}


def desk_of(snapshot: Snapshot, lang: str = "fr") -> Desk:
    return Desk(inputs=samples.inputs(snapshot), texts=TEXTS[lang], countries=COUNTRIES)


def two_countries() -> Snapshot:
    return replace(
        samples.village(),
        diasporas=(Diaspora(id=1, country="PT", people=12),),
        partnerships=(Partnership(id=1, name="Domoni", country="KM"),),
    )


def chips(drawing: Drawing) -> list[tuple[float, float, float, float]]:
    """Return the boxes of the countries' names."""
    found = [s for s in drawing.shapes if isinstance(s, Path) and s.fill is Role.SURFACE and s.stroke is None]
    boxes = [outline(s.steps) for s in found if s.key]
    return [(min(x for x, _ in b), min(y for _, y in b), max(x for x, _ in b), max(y for _, y in b)) for b in boxes]


def shade(drawing: Drawing, code: str) -> Role | None:
    return next(s.fill for s in drawing.shapes if isinstance(s, Path | Circle) and s.key == f"country:{code}")


def test_the_projection_is_that_of_its_authors() -> None:
    # Šavrič, Patterson and Jenny 2018: the pole line is 0.5923 of the equator, the map 0.4867 as high as wide.
    assert project(CENTRE + 180, 90)[0] / project(CENTRE + 180, 0)[0] == pytest.approx(0.5923, abs=1e-3)
    assert project(CENTRE, 90)[1] / project(CENTRE + 180, 0)[0] == pytest.approx(0.4867, abs=1e-3)


def test_equal_areas_on_the_earth_are_equal_on_the_map() -> None:
    def area(south: float) -> float:
        """Return the area of one degree of longitude over one degree of latitude, per unit of the Earth's."""
        corners = [project(lon, lat) for lon, lat in ((90, south), (91, south), (91, south + 1), (90, south + 1))]
        twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise((*corners, corners[0])))
        real = math.radians(1) * (math.sin(math.radians(south + 1)) - math.sin(math.radians(south)))
        return abs(twice) / 2 / real

    assert all(area(south) == pytest.approx(1, rel=2e-3) for south in (0, 30, 50, 70))


def test_each_country_is_shaded_by_how_many_kinds_of_links_it_has() -> None:
    desk = desk_of(samples.rich())
    drawing = map_drawing(desk)
    for row in desk.assessment.matrix:
        kinds = sum(bool(n) for n in (row.people, row.students, row.associations, row.ties))
        assert shade(drawing, row.country) is STEPS[min(kinds, 3) - 1], row.country


def test_partnerships_are_marked_and_only_they() -> None:
    desk = desk_of(samples.rich())
    marked = {s.key for s in map_drawing(desk).shapes if isinstance(s, Circle) and s.fill is Role.INSTITUTION and s.key}
    assert marked == {f"country:{row.country}" for row in desk.assessment.matrix if row.partnerships}


def test_the_comoros_are_seen_though_too_small_to_draw() -> None:
    drawing = map_drawing(desk_of(two_countries()))
    x, y = on_map(next(o.point for o in COUNTRIES.outlines if o.code == "KM"))
    assert any(isinstance(s, Circle) and s.key == "country:KM" and s.radius >= 2 for s in drawing.shapes)
    assert hit(drawing, x, y) == "country:KM"


def test_a_click_in_a_country_of_several_parts_finds_it_and_not_the_sea_between() -> None:
    base = replace(samples.village(), diasporas=(Diaspora(id=1, country="ID", people=5),))
    drawing = map_drawing(desk_of(base))
    assert hit(drawing, *on_map((114.0, -0.5))) == "country:ID"
    assert hit(drawing, *on_map((112.0, -5.5))) == ""


@pytest.mark.parametrize("countries", [2, 25, 190])
def test_names_never_lie_on_one_another_nor_leave_the_map(countries: int) -> None:
    snapshot = two_countries() if countries == 2 else samples.worldwide(countries)
    drawing = map_drawing(desk_of(snapshot))
    boxes = chips(drawing)
    assert len(boxes) >= min(countries, 6)
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert all(b[0] >= 0 and b[1] >= 0 and b[2] <= drawing.width and b[3] <= drawing.height for b in boxes)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_nothing_of_the_world_is_drawn_outside_the_figure(lang: str) -> None:
    drawing = map_drawing(desk_of(samples.worldwide(249), lang))
    for shape in drawing.shapes:
        if isinstance(shape, Path):
            points = [(s.x, s.y) for s in shape.steps if isinstance(s, Move | Draw)]
            assert all(-0.5 <= x <= drawing.width + 0.5 and -0.5 <= y <= HEIGHT for x, y in points)
            assert isinstance(shape.steps[-1], Close)
        elif isinstance(shape, Circle):
            assert shape.x - shape.radius >= 0
            assert shape.x + shape.radius <= drawing.width
            assert shape.y + shape.radius <= HEIGHT
        elif isinstance(shape, Text) and shape.key == "":
            assert shape.x + width_of(shape.text, shape.size, bold=shape.bold) <= 132, shape.text


def test_the_title_says_where_the_links_go_with_the_right_articles() -> None:
    found = map_figure(desk_of(two_countries()), "")
    assert found
    assert found.title == "Des liens avec un seul pays\u00a0: le Portugal, et un partenariat seul avec les Comores"
    english = map_figure(desk_of(two_countries(), "en"), "")
    assert english
    assert english.title == "Links with one country only: Portugal, and a partnership alone with the Comoros"


def test_the_title_names_the_strongest_links_only_while_they_are_few() -> None:
    desk = desk_of(samples.rich())
    strong = [row for row in desk.assessment.matrix if links(row) >= 3]
    many = map_figure(desk, "")
    assert many
    assert many.title.endswith(f"de trois sortes ou plus avec {len(strong)} d’entre eux")
    tied = [person for person in samples.rich().diasporas if person.country in ("MA", "DZ", "KM", "CU", "NL")]
    few = map_figure(desk_of(replace(samples.rich(), diasporas=tuple(tied), student_groups=())), "")
    assert few
    assert "le Maroc" in few.title


def test_the_map_in_words_names_the_linked_countries_and_the_partnerships() -> None:
    alt = map_drawing(desk_of(two_countries())).alt
    assert "1 pays lié au territoire" in alt
    assert "Une seule sorte de lien\u00a0: Portugal." in alt
    assert "Partenariat de la collectivité\u00a0: Comores." in alt


def test_every_country_of_the_map_has_words_for_the_screen() -> None:
    desk = desk_of(samples.worldwide(190))
    keys = {shape.key for shape in map_drawing(desk).shapes if shape.key}
    assert keys == set(map_names(desk))


def test_no_map_is_drawn_without_a_link() -> None:
    assert map_figure(desk_of(samples.village()), "") is None


def test_the_world_section_shows_the_map_and_says_where_its_numbers_are() -> None:
    few = samples.content(two_countries()).section("world")
    figures = [block for block in few.blocks if isinstance(block, Figure)]
    assert figures
    assert all("tableau suivant" in figure.data for figure in figures)
    many = samples.content(samples.worldwide(30)).section("world")
    assert all("Annexe" in block.data for block in many.blocks if isinstance(block, Figure))
    assert "Natural Earth" in figures[0].source


def test_the_matrix_shows_by_shape_what_is_there_what_is_not_and_what_is_not_known() -> None:
    desk = desk_of(samples.rich())
    figure = matrix_figure(desk, TABLE_OF, "")
    assert figure is not None
    for reading in desk.framework.readings:
        for row in desk.assessment.carrying(reading.id)[:4]:
            marks = [s for s in figure.drawing.shapes if s.key == f"country:{row.country}"]
            links = [getattr(row, link) for link in TABLE_OF]
            assert sum(isinstance(s, Circle) and s.fill is not None for s in marks) % sum(map(bool, links)) == 0
            assert sum(isinstance(s, Circle) and s.fill is None for s in marks) % max(1, links.count(0)) == 0
            assert sum(isinstance(s, Text) and s.text == "?" for s in marks) % max(1, links.count(None)) == 0
            assert desk.country(row.country) in figure.drawing.alt


def test_no_figure_of_the_matrix_leaves_the_drawing() -> None:
    figure = matrix_figure(desk_of(samples.worldwide(190), "en"), TABLE_OF, "")
    assert figure is not None
    for shape in figure.drawing.shapes:
        if isinstance(shape, Text) and shape.anchor == "start":
            assert shape.x + width_of(shape.text, shape.size, bold=shape.bold) <= figure.drawing.width


def test_a_text_is_cut_to_its_room_and_never_wider() -> None:
    for text in ("W" * 10_000, "مرحبا بالعالم " * 5, "Former vingt agents à la conduite de projets", "中文" * 40):
        assert width_of(cut(text, 100, 7), 7) <= 100
    assert cut("Comores", 100, 7) == "Comores"


def test_a_country_within_another_is_neither_covered_nor_taken_for_it() -> None:
    around = replace(samples.village(), diasporas=(Diaspora(id=1, country="ZA", people=5),))
    drawing = map_drawing(desk_of(around))
    assert hit(drawing, *on_map((24.0, -30.0))) == "country:ZA"
    assert hit(drawing, *on_map((28.3, -29.6))) == ""


def test_france_is_hatched_on_the_map_and_in_the_legend_as_no_shade_is() -> None:
    drawing = map_drawing(desk_of(two_countries()))
    hatched = [s for s in drawing.shapes if isinstance(s, Path) and s.hatch]
    assert all(s.fill is Role.SURFACE and not s.key for s in hatched)
    lefts = [min(x for x, _ in outline(s.steps)) for s in hatched]
    assert any(left == 0 for left in lefts), "the swatch of the legend"
    assert any(left > 150 for left in lefts), "France"
    assert not any(s.hatch for s in drawing.shapes if isinstance(s, Path) and s.key)


def test_a_partnership_without_a_link_is_its_mark_alone_over_a_country_like_the_others() -> None:
    snapshot = replace(samples.village(), partnerships=(Partnership(id=1, name="Xi’an", country="CN"),))
    drawing = map_drawing(desk_of(snapshot))
    ground, mark = (s for s in drawing.shapes if isinstance(s, Path | Circle) and s.key == "country:CN" and s.stroke)
    assert (ground.fill, ground.stroke) == (Role.LAND, Role.GRID)
    assert isinstance(mark, Circle)
    assert mark.fill is Role.INSTITUTION
