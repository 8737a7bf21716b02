"""UNDP's Human Development Index of 2021: the engine makes it again from the inputs UNDP prints, for its 191 countries.

The method is technical note 1 of the report: goalposts and caps below, education the arithmetic mean of two scores, the
index the geometric mean of three. UNDP computes from unrounded inputs but prints years to one decimal and the index to
three, so an index made from printed inputs can be one unit of the last decimal away from the printed one: 82 of the
191 are, none by more. The proof that rounding is enough to part them: every printed index lies between those that the
printed inputs give at both ends of their own rounding. Source of the figures: see hdi_2021.csv.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from diagnostic.assessment.index import IndexScores, index_scores
from diagnostic.assessment.scale import Floats
from diagnostic.framework.load import load_framework
from diagnostic.framework.model import Framework

INPUTS = ("life_expectancy", "expected_years", "mean_years", "gni_per_head")
HALF_A_PRINTED_UNIT = np.array([0.05, 0.05, 0.05, 0.5])
CAPPED_INCOME = ("Ireland", "Singapore", "Liechtenstein", "Luxembourg", "Qatar")
CAPPED_EXPECTED_YEARS = (
    *("Norway", "Iceland", "Australia", "Denmark", "Sweden", "Ireland", "Netherlands", "Finland", "Belgium"),
    *("New Zealand", "Greece", "Türkiye", "Grenada"),
)
# `known_share = 1`: UNDP prints no index where one of the four inputs is unknown.
FRAMEWORK = """
[framework]
id = "hdi"
version = "2021"
purpose = "index"
known_share = 1
title = { fr = "Indice de développement humain", en = "Human Development Index" }

[[node]]
id = "hdi"
mean = "geometric"
title = { fr = "Indice de développement humain", en = "Human Development Index" }

[[node]]
id = "health"
parent = "hdi"
title = { fr = "Santé", en = "Health" }

[[node]]
id = "education"
parent = "hdi"
title = { fr = "Éducation", en = "Education" }

[[node]]
id = "income"
parent = "hdi"
title = { fr = "Revenu", en = "Income" }

[[indicator]]
id = "life_expectancy"
parent = "health"
title = { fr = "Espérance de vie à la naissance", en = "Life expectancy at birth" }
goalposts = { worst = 20, best = 85 }

[[indicator]]
id = "expected_years"
parent = "education"
title = { fr = "Durée attendue de scolarisation", en = "Expected years of schooling" }
goalposts = { worst = 0, best = 18 }

[[indicator]]
id = "mean_years"
parent = "education"
title = { fr = "Durée moyenne de scolarisation", en = "Mean years of schooling" }
goalposts = { worst = 0, best = 15 }

[[indicator]]
id = "gni_per_head"
parent = "income"
title = { fr = "Revenu national brut par habitant", en = "Gross national income per head" }
goalposts = { worst = 100, best = 75000, logarithm = true }
"""


class Table:
    """The printed table: `printed` is the index in thousandths (as UNDP prints it), empty inputs are NaN."""

    def __init__(self, framework: Framework, rows: list[dict[str, str]]) -> None:
        self.framework = framework
        self.units = [row["country"] for row in rows]
        self.values = np.array([[float(row[name] or "nan") for name in INPUTS] for row in rows])
        self.printed = np.array([float(row["hdi"] or "nan") * 1000 for row in rows]).round(6)

    def scores(self, values: Floats | None = None) -> IndexScores:
        return index_scores(self.framework, self.units, self.values if values is None else values)

    def thousandths(self, values: Floats | None = None) -> Floats:
        return self.scores(values).of("hdi") * 10

    def places(self, *countries: str) -> list[int]:
        return [self.units.index(country) for country in countries]


@pytest.fixture(scope="module")
def framework(tmp_path_factory: pytest.TempPathFactory) -> Framework:
    path = tmp_path_factory.mktemp("hdi") / "hdi.toml"
    path.write_text(FRAMEWORK, encoding="utf-8")
    loaded = load_framework(path)
    assert tuple(indicator.id for indicator in loaded.indicators) == INPUTS
    return loaded


def rows_of_the_report() -> list[dict[str, str]]:
    with (Path(__file__).parent / "hdi_2021.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.fixture(scope="module")
def ranked(framework: Framework) -> Table:
    return Table(framework, [row for row in rows_of_the_report() if row["hdi"]])


@pytest.fixture(scope="module")
def unranked(framework: Framework) -> Table:
    return Table(framework, [row for row in rows_of_the_report() if not row["hdi"]])


def test_109_of_191_countries_have_the_printed_index_and_the_others_its_neighbour(ranked: Table) -> None:
    away = np.abs(ranked.thousandths().round() - ranked.printed)
    assert [int((away == units).sum()) for units in (0, 1)] == [109, 82]
    assert len(away) == 191


def test_every_printed_index_is_within_the_rounding_of_its_printed_inputs(ranked: Table) -> None:
    lowest = ranked.thousandths(ranked.values - HALF_A_PRINTED_UNIT)
    highest = ranked.thousandths(ranked.values + HALF_A_PRINTED_UNIT)
    outside = (lowest > ranked.printed + 0.5) | (highest < ranked.printed - 0.5)
    assert [unit for unit, out in zip(ranked.units, outside, strict=True) if out] == []
    assert float((highest - lowest).max()) < 4, "an interval this wide would prove little"


def test_income_beyond_75000_counts_as_75000(ranked: Table) -> None:
    capped = ranked.places(*CAPPED_INCOME)
    assert sorted(capped) == np.flatnonzero(ranked.values[:, 3] > 75_000).tolist()
    assert ranked.scores().of("income")[capped].tolist() == pytest.approx([100.0] * len(capped))


def test_expected_years_beyond_18_count_as_18(ranked: Table) -> None:
    capped = ranked.places(*CAPPED_EXPECTED_YEARS)
    assert sorted(capped) == np.flatnonzero(ranked.values[:, 1] > 18).tolist()
    by_hand = (100 + ranked.values[capped, 2] / 15 * 100) / 2
    assert ranked.scores().of("education")[capped] == pytest.approx(by_hand)


def test_a_life_expectancy_beyond_85_counts_as_85(ranked: Table) -> None:
    (hong_kong,) = ranked.places("Hong Kong, China (SAR)")
    assert ranked.scores().of("health")[hong_kong] == pytest.approx(100)


def test_no_index_is_published_where_undp_prints_none(unranked: Table) -> None:
    scores = unranked.scores()
    published = [[node for node, ok in zip(scores.nodes, row, strict=True) if ok] for row in scores.published]
    assert dict(zip(scores.units, published, strict=True)) == {
        "Korea (Democratic People's Rep. of)": ["health"],
        "Monaco": ["health"],
        "Nauru": ["health", "income"],
        "Somalia": ["health", "income"],
    }


@pytest.mark.parametrize("hidden", range(len(INPUTS)), ids=INPUTS)
def test_an_input_unknown_withholds_the_index_and_its_interval_contains_the_truth(ranked: Table, hidden: int) -> None:
    values = ranked.values.copy()
    values[:, hidden] = np.nan
    scores, truth = ranked.scores(values), ranked.scores().of("hdi")
    hdi = scores.nodes.index("hdi")
    assert not scores.published[:, hdi].any()
    assert ((scores.low[:, hdi] < truth) & (truth <= scores.high[:, hdi] + 1e-9)).all()
