"""Any index from a framework file and a table of values, by the command line; the documented example among them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DOCS = Path(__file__).parents[2] / "docs" / "framework.md"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The framework that docs/framework.md gives as its example."""
    text = re.search(r"## Example\n```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert text
    path = tmp_path / "example.toml"
    path.write_text(text[1], encoding="utf-8")
    return path


def values(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "values.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_the_documented_example_gives_the_documented_scores(run: Run, tree: Path, tmp_path: Path) -> None:
    table = values(tmp_path, "unit,life,income\nA,72,1000\nB,72,\nC,72,na\nD,na,na\n")
    found = json.loads(run("index", tree, table, "--json").out)["units"]
    scores = {unit["unit"]: unit["nodes"][0] for unit in found}
    assert scores["A"]["mid"] == pytest.approx(70, abs=1e-12)
    assert (scores["B"]["low"], scores["B"]["high"]) == pytest.approx((160 / 3, 260 / 3))
    assert scores["B"]["known"] == pytest.approx(2 / 3)
    assert scores["C"]["mid"] == pytest.approx(80)
    assert scores["D"] == {"id": "health", "low": None, "mid": None, "high": None, "known": 1.0, "published": False}


def test_a_french_table_is_read_and_shown_as_french(run: Run, tree: Path, tmp_path: Path) -> None:
    table = values(tmp_path, "\ufeffcommune;note;income;life\nÉvry;vu;1\u202f000;72,0\n\n")
    assert run("index", tree, table).out.splitlines() == ["unité\thealth", "Évry\t70,00"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "vide"),
        ("unit,life,income\n", "vide"),
        ("unit,life\nA,1\n", "income"),
        ("unit,life,income\nA,1,beaucoup\n", "beaucoup"),
        ("unit,life,income\nA,1,inf\n", "inf"),
        ("unit,life,income\nA,1\n", "ligne 2"),
        ("unit,life,income\nA,1,2\nA,1,2\n", "ligne 3"),
    ],
)
def test_a_bad_table_names_its_row_and_column(run: Run, tree: Path, tmp_path: Path, text: str, word: str) -> None:
    ran = run("index", tree, values(tmp_path, text))
    assert ran.code == 1
    assert word in ran.err


def test_a_table_in_another_encoding_and_a_missing_one_are_told(run: Run, tree: Path, tmp_path: Path) -> None:
    assert run("index", tree, values(tmp_path, "unit,life,income\né,1,2\n", "latin-1")).code == 1
    assert run("index", tree, tmp_path / "absent.csv").code == 1


def test_a_bad_framework_names_its_entry(run: Run, tree: Path, tmp_path: Path) -> None:
    tree.write_text(tree.read_text(encoding="utf-8").replace("best = 85", "best = 20"), encoding="utf-8")
    ran = run("index", tree, values(tmp_path, "unit,life,income\nA,1,2\n"))
    assert ran.code == 1
    assert "life" in ran.err


def test_a_score_with_something_missing_is_not_printed_like_a_full_one(run: Run, tree: Path, tmp_path: Path) -> None:
    table = values(tmp_path, "unit,life,income\nA,72,1000\nB,72,\nC,72,na\nD,,1000\n")
    lines = run("index", tree, table).out.splitlines()[1:]
    assert lines[0] == "A\t70,00"
    assert lines[1].replace("\u202f", " ") == "B\t80,00 [53,33–86,67], connu à 67 %"
    assert lines[2] == "C\t80,00"
    assert "50,00 [" not in lines[3], "too little is known to publish it"
    assert "trop peu" in lines[3]
    assert "33" in lines[3]
    documented = run("index", tree, table, "--lang", "en").out.splitlines()[2].partition("\t")[2]
    assert f"`{documented}`" in DOCS.read_text(encoding="utf-8")


def test_a_value_beyond_the_goalposts_is_marked(run: Run, tree: Path, tmp_path: Path) -> None:
    table = values(tmp_path, "unit,life,income\nA,90,1000\nB,85,100\nC,,50\n")
    found = run("index", tree, table).out.splitlines()
    assert [line for line in found if "bornes" in line] == found[4:]
    assert found[4].startswith("A")
    assert found[4].endswith("life")
    assert found[5].startswith("C")
    assert found[5].endswith("income")
    units = json.loads(run("index", tree, table, "--json").out)["units"]
    assert [unit["capped"] for unit in units] == [["life"], [], ["income"]]


def test_a_unit_without_a_name_is_refused_with_its_row(run: Run, tree: Path, tmp_path: Path) -> None:
    ran = run("index", tree, values(tmp_path, "unit,life,income\nA,72,1000\n ,70,900\n"))
    assert ran.code == 1
    assert "ligne 3" in ran.err
    assert "pas de nom" in ran.err


def test_missing_columns_are_counted_and_few_are_named(run: Run, tree: Path, tmp_path: Path) -> None:
    table = values(tmp_path, "unit,life\nA,1\n")
    assert "pas de colonne pour" in run("index", tree, table).err
    assert "pas de colonnes pour" in run("index", tree, values(tmp_path, "unit,x\nA,1\n")).err
    text = tree.read_text(encoding="utf-8")
    for wanted, more in ((10, 2), (9, 2)):
        extra = "".join(
            f'[[indicator]]\nid = "i{n}"\nparent = "health"\ntitle = {{ fr = "I", en = "I" }}\n'
            "goalposts = { worst = 0, best = 1 }\n"
            for n in range(wanted)
        )
        tree.write_text(text + "\n" + extra, encoding="utf-8")
        err = run("index", tree, values(tmp_path, "unit,life,income\nA,1,2\n")).err
        assert len([n for n in range(wanted) if f"i{n}," in err]) == wanted - more
        assert f"{more} autres" in err


def test_a_table_that_cannot_be_read_is_told_in_french_with_its_row(run: Run, tree: Path, tmp_path: Path) -> None:
    latin = run("index", tree, values(tmp_path, "unit,life,income\né,1,2\n", "latin-1")).err
    assert "ligne 2" in latin
    assert "UTF-8" in latin
    absent = run("index", tree, tmp_path / "absent.csv").err
    assert "introuvable" in absent
    long = run("index", tree, values(tmp_path, f"unit,life,income\n{'x' * 140_000},1,2\n")).err
    assert "ligne 2" in long
    folder = run("index", tree, tmp_path).err
    assert not any(word in latin + absent + long + folder for word in ("Errno", "codec", "field larger"))
