"""The engine alone: scales, means and trees, on figures computed by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from diagnostic.assessment.aggregate import aggregate, shares
from diagnostic.assessment.means import Zeros
from diagnostic.assessment.robustness import ranks
from diagnostic.assessment.scale import compile_scales, scores
from diagnostic.assessment.tree import compile_tree
from diagnostic.errors import WorldError
from diagnostic.framework.load import load_framework
from diagnostic.framework.model import Framework

HDI = """
[framework]
id = "hdi"
version = "2020"
purpose = "index"
title = { fr = "Indice de développement humain", en = "Human development index" }
[[node]]
id = "hdi"
mean = "geometric"
title = { fr = "Indice de développement humain", en = "Human development index" }
[[node]]
id = "education"
parent = "hdi"
title = { fr = "Éducation", en = "Education" }
[[indicator]]
id = "life"
parent = "hdi"
title = { fr = "Espérance de vie", en = "Life expectancy" }
goalposts = { worst = 20, best = 85 }
[[indicator]]
id = "expected"
parent = "education"
title = { fr = "Durée attendue", en = "Expected years" }
goalposts = { worst = 0, best = 18 }
[[indicator]]
id = "mean"
parent = "education"
title = { fr = "Durée moyenne", en = "Mean years" }
goalposts = { worst = 0, best = 15 }
[[indicator]]
id = "income"
parent = "hdi"
title = { fr = "Revenu", en = "Income" }
goalposts = { worst = 100, best = 75000, logarithm = true }
"""


@pytest.fixture
def hdi(tmp_path: Path) -> Framework:
    file = tmp_path / "hdi.toml"
    file.write_text(HDI, encoding="utf-8")
    return load_framework(file)


def values(framework: Framework, **by_id: float) -> np.ndarray:
    return np.array([by_id.get(indicator.id, np.nan) for indicator in framework.indicators])


def test_norway_gets_the_index_that_undp_prints(hdi: Framework) -> None:
    """UNDP, Human Development Report 2020, table 1: Norway 82.4, 18.1, 12.9, 66,494 gives 0.957."""
    raw = values(hdi, life=82.4, expected=18.1, mean=12.9, income=66_494)
    found = aggregate(compile_tree(hdi), scores(raw, compile_scales(hdi)))
    assert round(float(found.mid[0]) / 100, 3) == 0.957


def test_scores_are_capped_and_a_zero_on_a_logarithm_earns_nothing(hdi: Framework) -> None:
    raw = np.array([values(hdi, life=200, expected=-3, income=0), values(hdi, income=1e12)])
    found = scores(raw, compile_scales(hdi))
    assert found[0][0] == 100
    by_id = dict(zip([indicator.id for indicator in hdi.indicators], found[0], strict=True))
    assert by_id["expected"] == 0
    assert by_id["income"] == 0
    assert found[1][[indicator.id for indicator in hdi.indicators].index("income")] == 100


def test_a_known_zero_under_a_geometric_mean_is_refused_by_name(hdi: Framework) -> None:
    raw = values(hdi, life=20, expected=10, mean=10, income=1000)
    tree, scored = compile_tree(hdi), scores(raw, compile_scales(hdi))
    with pytest.raises(WorldError) as caught:
        aggregate(tree, scored)
    assert (caught.value.params["entry"], caught.value.params["child"]) == ("hdi", "life")
    shifted = aggregate(tree, scored, zeros=Zeros.SHIFT)
    assert 0 < shifted.mid[0] < 50


@pytest.mark.parametrize("end", [0.0, 100.0])
@pytest.mark.parametrize("mean", ["arithmetic", "geometric", "harmonic"])
def test_on_the_shifted_scale_all_alike_gives_the_same(end: float, mean: str, tmp_path: Path) -> None:
    file = tmp_path / "any.toml"
    file.write_text(HDI.replace("geometric", mean), encoding="utf-8")
    found = aggregate(compile_tree(load_framework(file)), np.full(4, end), zeros=Zeros.SHIFT)
    assert found.mid[0] == pytest.approx(end, abs=1e-9)


def test_what_is_unknown_widens_and_what_does_not_apply_leaves(hdi: Framework) -> None:
    tree = compile_tree(hdi)
    leaf = {id_: place for place, id_ in enumerate(tree.leaves)}
    scored = np.full(4, np.nan)
    scored[leaf["expected"]] = 60.0
    half = aggregate(tree, scored)
    assert (half.low[1], half.mid[1], half.high[1], half.known[1]) == (30.0, 60.0, 80.0, 0.5)
    assert half.known[0] == pytest.approx(1 / 6)
    applicable = np.ones(4, dtype=bool)
    applicable[leaf["mean"]] = False
    alone = aggregate(tree, scored, applicable)
    assert (alone.low[1], alone.high[1], alone.known[1]) == (60.0, 60.0, 1.0)
    nothing = aggregate(tree, scored, np.zeros(4, dtype=bool))
    assert not nothing.applicable.any()
    assert np.isnan(nothing.mid).all()
    assert (nothing.known == 1).all()


def test_an_unknown_score_has_no_rank_and_takes_none_from_the_others() -> None:
    found = ranks(np.array([[3.0, 5.0], [np.nan, 5.0], [1.0, np.nan]]))
    np.testing.assert_array_equal(found, [[1, 1], [np.nan, 1], [2, np.nan]])


def test_many_units_under_many_draws_of_weights_in_one_call(hdi: Framework) -> None:
    tree = compile_tree(hdi)
    units = np.random.default_rng(1).uniform(1, 100, (3, 4))
    draws = tree.weights * np.random.default_rng(2).uniform(0.75, 1.25, (5, 1, 6))
    found = aggregate(tree, units[np.newaxis], weights=draws)
    assert found.mid.shape == (5, 3, 2)
    one = aggregate(tree, units[2], weights=draws[4, 0])
    assert found.mid[4, 2] == pytest.approx(one.mid)


def test_effective_shares_sum_to_one_under_each_root(hdi: Framework) -> None:
    tree = compile_tree(hdi)
    found = dict(zip((*tree.leaves, *tree.nodes), shares(tree), strict=True))
    assert found["hdi"] == 1
    assert found["life"] == pytest.approx(1 / 3)
    assert found["mean"] == pytest.approx(1 / 6)
    without = shares(tree, np.array([leaf != "mean" for leaf in tree.leaves]))
    assert dict(zip(tree.leaves, without[:4], strict=True))["expected"] == pytest.approx(1 / 3)


def test_the_example_of_the_formats_reference_gives_the_figures_it_prints(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "framework.md").read_text(encoding="utf-8")
    file = tmp_path / "example.toml"
    file.write_text(page.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    framework = load_framework(file)
    tree, scales = compile_tree(framework), compile_scales(framework)
    assert aggregate(tree, scores(np.array([72.0, 1000.0]), scales)).mid[0] == pytest.approx(70.0)
    open_case = aggregate(tree, scores(np.array([72.0, np.nan]), scales))
    assert (round(open_case.low[0], 1), round(open_case.high[0], 1)) == (53.3, 86.7)
