"""COINr's ASEM index (COINr 1.1.14, MIT): 51 countries, 49 indicators. The test prepares the data, the engine scores.

Preparation, as published: denominators; means of the group where a value is missing; winsorising of at most five
values while |skewness| ≥ 2 and kurtosis ≥ 3.5. Skipped where the published files are not beside the project.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from diagnostic.assessment.index import IndexScores, index_scores
from diagnostic.assessment.robustness import mean_rank_change, rank_statistics, ranks, sobol, without
from diagnostic.assessment.scale import Floats
from diagnostic.assessment.tree import compile_tree
from diagnostic.framework.load import load_framework
from diagnostic.framework.model import Framework

FILES = Path(__file__).parents[3] / "shared" / "data" / "method" / "coinr_v1"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the published ASEM files are not here")
MOST_WINSORISED = 5


def table(name: str) -> list[dict[str, str]]:
    with (FILES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float:
    return float(text) if text not in ("", "NA") else np.nan


def skewness(x: Floats) -> float:
    n, m = len(x), x - x.mean()
    return float(np.mean(m**3) / np.mean(m**2) ** 1.5 * np.sqrt(n * (n - 1)) / (n - 2))


def kurtosis(x: Floats) -> float:
    n, m = len(x), x - x.mean()
    return float(((n + 1) * (np.mean(m**4) / np.mean(m**2) ** 2 - 3) + 6) * (n - 1) / ((n - 2) * (n - 3)))


def passes(x: Floats) -> bool:
    return abs(skewness(x)) < 2 or kurtosis(x) < 3.5


def winsorised(values: Floats) -> Floats:
    x, done = values.copy(), np.zeros(len(values), dtype=bool)
    while not passes(x) and done.sum() < MOST_WINSORISED:
        sign = 1.0 if skewness(x) > 0 else -1.0
        done |= sign * x == (sign * x[~done]).max()
        x[done] = sign * (sign * x[~done]).max()
    return x


def prepared(meta: list[dict[str, str]], data: list[dict[str, str]]) -> dict[str, Floats]:
    groups = np.array([row["EurAsia_group"] for row in data])
    found = {}
    for line in meta:
        values = np.array([number(row[line["iCode"]]) for row in data])
        if line["Denominator"]:
            values = values / np.array([number(row[line["Denominator"]]) for row in data])
        for group in set(groups):
            values[(groups == group) & np.isnan(values)] = np.nanmean(values[groups == group])
        found[line["iCode"]] = winsorised(values)
    return found


def framework_text(meta: list[dict[str, str]], values: Mapping[str, Floats]) -> str:
    """Write the published structure as a framework file, its goalposts the least and greatest prepared values."""
    lines = ['[framework]\nid = "asem"\nversion = "1"\npurpose = "index"\ntitle = { fr = "ASEM", en = "ASEM" }\n']
    aggregates = [line for line in meta if line["Type"] == "Aggregate"]
    for line in sorted(aggregates, key=lambda line: -float(line["Level"])):
        parent = f'parent = "{line["Parent"]}"\n' if line["Parent"] else ""
        lines.append(f'[[node]]\nid = "{line["iCode"]}"\n{parent}weight = {line["Weight"]}\n{title(line)}')
    for line in meta:
        if line["Type"] == "Indicator":
            low, high = float(values[line["iCode"]].min()), float(values[line["iCode"]].max())
            posts = (low, high, "up") if float(line["Direction"]) > 0 else (high, low, "down")
            lines.append(
                f'[[indicator]]\nid = "{line["iCode"]}"\nparent = "{line["Parent"]}"\nweight = {line["Weight"]}\n'
                f"{title(line)}goalposts = {{ worst = {posts[0]!r}, best = {posts[1]!r}, "
                f'direction = "{posts[2]}" }}\n'
            )
    return "\n".join(lines)


def title(line: Mapping[str, str]) -> str:
    return f"title = {{ fr = {json.dumps(line['iName'])}, en = {json.dumps(line['iName'])} }}\n"


class Asem:
    """The index as the engine makes it."""

    def __init__(self, folder: Path) -> None:
        meta, data = table("ASEM_iMeta.csv"), table("ASEM_iData.csv")
        values = prepared([line for line in meta if line["Type"] == "Indicator"], data)
        path = folder / "asem.toml"
        path.write_text(framework_text(meta, values), encoding="utf-8")
        self.framework: Framework = load_framework(path)
        self.units = [row["uCode"] for row in data]
        self.values = np.column_stack([values[indicator.id] for indicator in self.framework.indicators])

    def scores(self, weights: Floats | None = None) -> IndexScores:
        return index_scores(self.framework, self.units, self.values, weights=weights)


@pytest.fixture(scope="module")
def asem(tmp_path_factory: pytest.TempPathFactory) -> Asem:
    return Asem(tmp_path_factory.mktemp("asem"))


def test_the_51_published_scores_are_reproduced(asem: Asem) -> None:
    published = {row["uCode"]: float(row["Score"]) for row in table("index_nominal_EXPECTED.csv")}
    found = dict(zip(asem.units, asem.scores().of("Index"), strict=True))
    assert len(published) == 51
    assert found == pytest.approx(published, abs=1e-9, rel=0)


def test_the_published_ranks_are_reproduced(asem: Asem) -> None:
    published = [
        float({row["uCode"]: row["Rank"] for row in table("index_nominal_EXPECTED.csv")}[u]) for u in asem.units
    ]
    assert ranks(asem.scores().of("Index")).tolist() == published


def test_leaving_each_pillar_out_changes_ranks_as_published(asem: Asem) -> None:
    expected = json.loads((FILES / "leave_one_out_EXPECTED.json").read_text(encoding="utf-8"))
    published = expected["remove_elements_level2_MeanAbsDiff_EXPECTED"]
    nominal = ranks(asem.scores().of("Index"))
    tree = compile_tree(asem.framework)
    for pillar, change in published.items():
        other = ranks(asem.scores(without(tree, pillar)).of("Index"))
        assert mean_rank_change(nominal, other) == pytest.approx(change, abs=5e-7), pillar


@pytest.mark.parametrize(("name", "used"), [("UA", None), ("SA", 200)])
def test_rank_statistics_of_the_published_replications(name: str, used: int | None) -> None:
    """Of the sensitivity runs, the samples A and B alone are independent: the published statistics use those."""
    rows = table(f"{name}_ranks_replications.csv")
    runs = np.array([[float(row[f"r_{n}"]) for n in range(1, len(row) - 1)] for row in rows])
    found = rank_statistics(runs[:, :used])
    published = {row["uCode"]: row for row in table(f"{name}_rankstats_EXPECTED.csv")}
    for place, row in enumerate(rows):
        expected = published[row["uCode"]]
        got = [found.mean[place], found.median[place], found.q5[place], found.q95[place]]
        assert got == pytest.approx([float(expected[key]) for key in ("Mean", "Median", "Q5", "Q95")], abs=1e-9)


def test_sobol_indices_of_the_published_runs() -> None:
    rows = table("SA_ranks_replications.csv")
    runs = np.array([[float(row[f"r_{n}"]) for n in range(1, len(row) - 1)] for row in rows])
    nominal = np.array([float(row["Nominal"]) for row in rows])
    target = np.abs(runs - nominal[:, None]).mean(axis=0)
    published = table("SA_sensitivity_EXPECTED.csv")
    found = sobol(target, len(published))
    assert found.first == pytest.approx([float(row["Si"]) for row in published], abs=1e-9)
    assert found.total == pytest.approx([float(row["STi"]) for row in published], abs=1e-9)
