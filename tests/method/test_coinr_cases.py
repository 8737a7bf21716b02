"""COINr's small expected cases (its unit tests and its results vignette, MIT): means, goalposts, targets, ranks.

Out of scope, and why:
- distance to target without cap: a goalpost caps at both ends (rule 5 of the method), so that a score stays a score
  from 0 to 100. The capped cases are reproduced: the target is `best`, the far end `worst`;
- the outranking matrix (Copeland): it orders units by pairs of units. A dossier has one territory, and rule 11 reads
  nothing from ranks alone; of its case the engine reproduces the ranks and the pairwise majorities they imply;
- strengths and weaknesses by rank: the same rule. COINr's own table is reproduced from the engine's ranks, but is no
  public function; the diagnostic names assets and gaps by score and points at stake;
- the data threshold: COINr asks for a share of the values, the engine for a share of the weight (rule 4). The case
  is under one half both ways (1 value of 5, weight 5 of 15).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from diagnostic.assessment.aggregate import aggregate
from diagnostic.assessment.index import index_scores
from diagnostic.assessment.means import Zeros, weighted_mean
from diagnostic.assessment.robustness import ranks
from diagnostic.assessment.scale import Floats, Scales, scores
from diagnostic.assessment.tree import Branch, Tree
from diagnostic.errors import WorldError
from diagnostic.framework.load import load_framework
from diagnostic.framework.model import Mean
from tests.method.test_asem import FILES, Asem, number, table

pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the published cases are not here")
MEANS = {
    "arithmetic": Mean.ARITHMETIC,
    "geometric": Mean.GEOMETRIC,
    "harmonic": Mean.HARMONIC,
    "generalised_mean_p=-1": Mean.HARMONIC,
}


def cases(name: str) -> Any:
    """Return one part of the published cases; nothing where they are not here (the tests are then skipped)."""
    file = FILES / "unit_EXPECTED.json"
    return json.loads(file.read_text(encoding="utf-8"))[name] if file.exists() else []


def arrays(values: list[float]) -> list[Floats]:
    return [np.array(float(value)) for value in values]


def mean_cases(*, refused: bool) -> list[Any]:
    found = [case for case in cases("aggregation") if case["f"] in MEANS and case.get("error", False) is refused]
    return [pytest.param(case, id=f"{case['f']} of {case['x']}, {case['w']}") for case in found]


@pytest.mark.parametrize("case", mean_cases(refused=False))
def test_a_mean_is_the_published_one(case: dict[str, Any]) -> None:
    weights = arrays(case["w"] or [1.0] * len(case["x"]))
    found = weighted_mean(MEANS[case["f"]], arrays(case["x"]), weights, Zeros.REFUSE)
    assert float(found) == pytest.approx(case["y"], abs=1e-15, rel=1e-15)


@pytest.mark.parametrize("case", mean_cases(refused=True))
def test_a_geometric_mean_refuses_what_coinr_refuses(case: dict[str, Any]) -> None:
    tree = Tree(
        leaves=("a", "b", "c"),
        nodes=("index",),
        weights=np.ones(4),
        branches=(Branch(3, (0, 1, 2), MEANS[case["f"]]),),
    )
    with pytest.raises(WorldError) as caught:
        aggregate(tree, np.array(case["x"], dtype=np.float64))
    assert (caught.value.key, caught.value.params["child"]) == ("framework_zero_in_mean", "c")


def test_too_few_values_are_not_published(tmp_path: Path) -> None:
    (case,) = [case for case in cases("aggregation") if "threshold" in case["f"]]
    assert case["y"] is None
    lines = [
        '[framework]\nid = "few"\nversion = "1"\npurpose = "index"\nknown_share = 0.5\ntitle = { fr = "P", en = "F" }',
        '[[node]]\nid = "index"\ntitle = { fr = "I", en = "I" }',
    ]
    for place, weight in enumerate(case["w"]):
        lines.append(f'[[indicator]]\nid = "i{place}"\nparent = "index"\nweight = {weight}')
        lines.append('title = { fr = "I", en = "I" }\ngoalposts = { worst = 0, best = 1 }')
    file = tmp_path / "few.toml"
    file.write_text("\n".join(lines), encoding="utf-8")
    values = np.array([[np.nan if value is None else value for value in case["x"]]])
    found = index_scores(load_framework(file), ["one"], values)
    assert not found.published[0, 0]
    assert found.mid[0, 0] == pytest.approx(100 * case["x"][-1])
    assert found.known[0, 0] == pytest.approx(1 / 3)


def scored(values: list[float], worst: float, best: float) -> list[float]:
    """Return the scores from 0 to 1."""
    scale = Scales(np.array([worst]), np.array([best]), np.array([False]))
    return [float(scores(np.array([float(value)]), scale)[0]) / 100 for value in values]


@pytest.mark.parametrize("case", cases("goalposts"))
def test_goalposts_score_as_published(case: dict[str, float]) -> None:
    ends = (case["low"], case["high"]) if case["dir"] > 0 else (case["high"], case["low"])
    assert scored([case["x"]], *ends) == pytest.approx([case["y"]], abs=1e-15, rel=1e-15)


@pytest.mark.parametrize("case", [case for case in cases("distance_to_target") if case["cap"]])
def test_a_capped_distance_to_target_is_a_pair_of_goalposts(case: dict[str, Any]) -> None:
    far = min(case["x"]) if case["dir"] > 0 else max(case["x"])
    assert scored(case["x"], far, case["target"]) == pytest.approx(case["y"], abs=1e-15, rel=1e-15)


def test_pairwise_majorities_follow_from_the_ranks() -> None:
    case = cases("outranking")
    placed = ranks(np.column_stack([np.array(column, dtype=np.float64) for column in case["columns"].values()]))
    ahead = (placed[:, None, :] < placed[None, :, :]).mean(axis=2) + (
        (placed[:, None, :] == placed[None, :, :]).mean(axis=2) / 2
    )
    for pair in ("[2,1]", "[3,1]", "[4,1]"):
        first, second = (int(unit) - 1 for unit in pair.strip("[]").split(","))
        assert ahead[first, second] == pytest.approx(case[f"M{pair}"], abs=1e-15)
    assert int((ahead == 1).sum()) == case["n_dominant_pairs"]
    pairs = len(placed) * (len(placed) - 1) / 2
    assert (ahead == 1).sum() / pairs == case["fraction_dominant"]


def test_the_strengths_and_weaknesses_of_spain_follow_from_the_ranks() -> None:
    """Ranks of the raw values, after direction; an indicator where Spain has no value or the last rank is left out."""
    data = table("ASEM_iData.csv")
    spain = [row["uCode"] for row in data].index("ESP")
    found = {}
    for line in table("ASEM_iMeta.csv"):
        if line["Type"] == "Indicator":
            values = np.array([number(row[line["iCode"]]) for row in data]) * float(line["Direction"])
            placed = ranks(values)
            if not np.isnan(placed[spain]) and placed[spain] < np.nanmax(placed):
                found[line["iCode"]] = int(placed[spain])
    case = cases("strengths_weaknesses_ESP_raw")
    by_rank = sorted(found.values())
    assert "CultServ" not in found
    for name, published, expected in (
        ("strengths", case["strengths"], by_rank[:5]),
        ("weaknesses", case["weaknesses"], by_rank[-5:]),
    ):
        assert [rank for _, rank in published] == expected, name
        assert {code: found[code] for code, _ in published} == dict(published), name


@pytest.fixture(scope="module")
def asem(tmp_path_factory: pytest.TempPathFactory) -> Asem:
    return Asem(tmp_path_factory.mktemp("asem"))


@pytest.mark.parametrize("node", cases("unit_summary_IND"))
def test_the_summary_of_india_is_the_published_one(node: str, asem: Asem) -> None:
    india = asem.units.index("IND")
    column = asem.scores().of(node)
    score, rank = cases("unit_summary_IND")[node]
    assert [round(float(column[india]), 2), ranks(column)[india]] == [score, rank]


def test_the_first_six_are_the_published_ones_with_their_sub_indices(asem: Asem) -> None:
    index = asem.scores()
    placed = ranks(index.of("Index"))
    columns = [index.of(node) for node in ("Index", "Conn", "Sust")]
    found = [
        [asem.units[unit], int(placed[unit]), *(round(float(column[unit]), 2) for column in columns)]
        for unit in np.argsort(placed)[:6]
    ]
    assert found == cases("top6_results")
