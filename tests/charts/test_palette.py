"""Colours everyone can read: on screen in each theme, and on paper."""

import pytest

from diagnostic.charts.drawing import Role
from diagnostic.charts.palette import GRAPHIC_ROLES, PALETTES, TEXT_ROLES, Palette, contrast

every_palette = pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)


@every_palette
def test_every_role_has_a_colour(palette: Palette) -> None:
    assert set(palette.colours) == set(Role)


@every_palette
@pytest.mark.parametrize("role", TEXT_ROLES)
def test_words_stand_out_at_least_four_and_a_half_to_one(palette: Palette, role: Role) -> None:
    assert contrast(palette.colour(role), palette.colour(Role.SURFACE)) >= 4.5


@every_palette
@pytest.mark.parametrize("role", GRAPHIC_ROLES)
def test_shapes_that_mean_something_stand_out_at_least_three_to_one(palette: Palette, role: Role) -> None:
    assert contrast(palette.colour(role), palette.colour(Role.SURFACE)) >= 3


@every_palette
def test_the_band_of_an_interval_is_seen_beside_what_is_sure(palette: Palette) -> None:
    for axis in ("TERRITORY", "INSTITUTION"):
        main, light = Role[axis], Role[f"{axis}_LIGHT"]
        assert contrast(palette.colour(main), palette.colour(light)) >= 3
        assert contrast(palette.colour(Role[f"{axis}_TEXT"]), palette.colour(light)) >= 4.5


def test_contrast_is_that_of_the_published_definition() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@every_palette
def test_the_three_shades_of_the_map_are_told_apart_in_grey(palette: Palette) -> None:
    shades = [palette.colour(role) for role in (Role.TERRITORY_LIGHT, Role.TERRITORY_MID, Role.TERRITORY)]
    assert contrast(shades[0], shades[1]) >= 1.8
    assert contrast(shades[1], shades[2]) >= 1.8
    assert contrast(palette.colour(Role.LAND), palette.colour(Role.TERRITORY)) >= 3
