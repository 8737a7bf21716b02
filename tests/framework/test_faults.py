"""A framework file with a fault: the sentence names the file, the entry and what to mend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from diagnostic.errors import WorldError
from diagnostic.framework.in_use import Origin, framework_in_use
from diagnostic.framework.load import load_diagnostic, load_framework
from diagnostic.framework.load import load_texts as load_texts_of
from diagnostic.framework.model import Framework
from diagnostic.texts import Texts, load_texts

SOUND = """
[framework]
id = "petit"
version = "1"
purpose = "index"
title = { fr = "Petit", en = "Small" }

[[node]]
id = "top"
title = { fr = "Tout", en = "All" }

[[node]]
id = "branch"
parent = "top"
title = { fr = "Branche", en = "Branch" }

[[indicator]]
id = "one"
parent = "branch"
title = { fr = "Un", en = "One" }
goalposts = { worst = 1, best = 10 }

[[indicator]]
id = "two"
parent = "branch"
title = { fr = "Deux", en = "Two" }
input = "choice"
options = [{ id = "a", score = 0, label = { fr = "A", en = "A" } }]

[[recommendation]]
id = "act"
number = 1
effort = 1
title = { fr = "Agir", en = "Act" }
why = { fr = "Car", en = "Since" }
first_step = { fr = "Un pas", en = "A step" }
success = { fr = "Fait", en = "Done" }
"""

FAULTS = {
    "missing_translation": ('fr = "Un", en = "One"', 'fr = "Un"', "indicator one"),
    "missing_field": ('id = "one"\nparent = "branch"', 'id = "one"', "indicator one"),
    "unknown_field": ('id = "one"', 'id = "one"\nwieght = 2', "indicator one"),
    "wrong_type": ('id = "one"', 'id = "one"\nweight = "lourd"', "indicator one"),
    "unknown_reference": ('parent = "branch"\ntitle = { fr = "Un"', 'parent = "nowhere"\ntitle = { fr = "Un"', "one"),
    "duplicate": ('id = "two"', 'id = "one"', "indicator one"),
    "cycle": ('id = "top"', 'id = "top"\nparent = "branch"', "node top"),
    "childless": ('id = "branch"\nparent = "top"', 'id = "branch"\nparent = "top"\n[[node]]\nid="alone"', "alone"),
    "weight": ('id = "one"', 'id = "one"\nweight = -1', "indicator one"),
    "weightless": ('parent = "top"', 'parent = "top"\nweight = 0', "node top"),
    "goalposts_equal": ("best = 10", "best = 1", "indicator one"),
    "goalposts_reversed": ("worst = 1,", "worst = 20,", "indicator one"),
    "goalposts_logarithm": ("worst = 1,", "logarithm = true, worst = 0,", "indicator one"),
    "goalposts_missing": ("goalposts = { worst = 1, best = 10 }", "", "indicator one"),
    "options_missing": ('options = [{ id = "a", score = 0, label = { fr = "A", en = "A" } }]', "", "indicator two"),
    "out_of_bounds": ("score = 0", "score = 120", "indicator two"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_names_file_entry_and_mend(fault: str, tmp_path: Path) -> None:
    before, after, entry = FAULTS[fault]
    assert SOUND.count(before) >= 1
    file = tmp_path / "mien.toml"
    file.write_text(SOUND.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_framework(file)
    assert caught.value.key == f"framework_{fault}"
    for lang in ("fr", "en"):
        sentence = load_texts(lang).error(caught.value)
        assert "mien.toml" in sentence
        assert entry in sentence
        assert "\n" not in sentence


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("recommendations", '["ailleurs"]'),
        ("sdg", '["18"]'),
        ("step", '"lune"'),
        ("input", '"devinette"'),
        ("measure", '"inconnue"\ninput = "measure"'),
        ("needs", '"lune"'),
    ],
)
def test_a_reference_to_nothing_is_named_with_what_exists(field: str, value: str, tmp_path: Path) -> None:
    file = tmp_path / "mien.toml"
    file.write_text(SOUND.replace('id = "one"', f'id = "one"\n{field} = {value}'), encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_framework(file)
    assert caught.value.key == "framework_unknown_reference"
    assert caught.value.params["field"] == field


def test_a_file_that_is_not_toml_says_where(tmp_path: Path) -> None:
    file = tmp_path / "casse.toml"
    file.write_text("[framework\nid = 3", encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_framework(file)
    assert caught.value.key == "framework_malformed"
    for lang, words in (("fr", "ligne 1, colonne 11, un crochet"), ("en", "line 1, column 11, a bracket")):
        assert words in load_texts(lang).error(caught.value)


SLIPS = {
    "a = un": "une valeur ne se lit pas",
    "a = 1\na = 2": "donné deux fois",
    "[a]\n[a]": "donné deux fois",
    'a = "un\n': "des guillemets ou une fin de ligne manquent",
    "a 1": "son signe = manque",
    "a = [1, 2\nb = 3": "crochet",
    "a = 1 b = 2": "fin de ligne",
    "a = [1,": "le fichier se termine avant",
    "a = " + "[" * 5000: "crochet",
}


@pytest.mark.parametrize("text", SLIPS, ids=lambda text: text[:20])
def test_a_slip_in_toml_is_said_in_french_alone(text: str) -> None:
    with pytest.raises(WorldError) as caught:
        load_texts_of({"casse.toml": text})
    sentence = load_texts("fr").error(caught.value)
    assert SLIPS[text] in sentence
    assert "casse.toml" in sentence
    assert not re.search("Invalid|Cannot|Expected|Unclosed|Illegal| at ", sentence)


def test_a_file_in_another_encoding_is_refused_with_its_line(tmp_path: Path, texts: Texts) -> None:
    file = tmp_path / "latin.toml"
    file.write_bytes("# rien\ntitle = 'é'".encode("latin-1"))
    with pytest.raises(WorldError) as caught:
        load_framework(file)
    sentence = texts.error(caught.value)
    assert "latin.toml" in sentence
    assert "ligne 2" in sentence
    assert "codec" not in sentence


def test_a_file_without_a_framework_is_named(tmp_path: Path, texts: Texts) -> None:
    file = tmp_path / "vide.toml"
    for content in ("", SOUND.replace("[framework]", "[thresholds]").split("id =")[0]):
        file.write_text(content, encoding="utf-8")
        with pytest.raises(WorldError) as caught:
            load_framework(file)
        assert caught.value.key == "framework_headless"
        assert "vide.toml" in texts.error(caught.value)


@pytest.mark.parametrize(
    ("before", "after", "entry"),
    [
        ("best = 10", "best = inf", "indicator one"),
        ("best = 10", "best = nan", "indicator one"),
        ('id = "one"', 'id = "one"\nweight = inf', "indicator one"),
        ('id = "one"', 'id = "one"\nmaximum = -inf', "indicator one"),
        ('id = "one"', 'id = "one"\nweight = 1' + "0" * 400, "indicator one"),
        ("score = 0", "score = nan", "indicator two"),
        ("effort = 1", "effort = inf", "recommendation act"),
        ("[[node]]", "[thresholds]\nasset_score = inf\n\n[[node]]", "thresholds"),
    ],
)
def test_a_number_without_end_is_refused_with_its_entry(
    before: str, after: str, entry: str, tmp_path: Path, texts: Texts
) -> None:
    file = tmp_path / "mien.toml"
    file.write_text(SOUND.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_framework(file)
    assert caught.value.key == "framework_not_finite"
    assert f"mien.toml, entrée «\u202f{entry}" in texts.error(caught.value)


@pytest.mark.parametrize("digits", [-1, 7, 99])
def test_digits_that_cannot_be_shown_are_refused(digits: int, tmp_path: Path, texts: Texts) -> None:
    file = tmp_path / "mien.toml"
    file.write_text(SOUND.replace('id = "one"', f'id = "one"\ndigits = {digits}'), encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_framework(file)
    assert (caught.value.key, caught.value.params["field"]) == ("framework_out_of_bounds", "digits")
    assert "indicator one" in texts.error(caught.value)


def test_the_heads_own_known_share_is_blamed_on_the_head(tmp_path: Path) -> None:
    file = tmp_path / "mien.toml"
    file.write_text(SOUND.replace('version = "1"', 'version = "1"\nknown_share = 65'), encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_framework(file)
    assert (caught.value.params["entry"], caught.value.params["field"]) == ("framework", "known_share")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('id = "one"', 'id = "one"\nweight = "lourd"', "Attendu\u00a0: un nombre."),
        ('id = "one"', 'id = "one"\nexpress = 1', "Attendu\u00a0: true ou false."),
        ("best = 10", "best = 1", "valent 1."),
        ("worst = 1,", "worst = 20.5,", "20,5 et 10"),
    ],
)
def test_a_fault_is_worded_and_its_figures_written_as_the_language_does(
    before: str, after: str, words: str, tmp_path: Path, texts: Texts
) -> None:
    file = tmp_path / "mien.toml"
    file.write_text(SOUND.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_framework(file)
    assert words in texts.error(caught.value)


@pytest.mark.parametrize("name", ["absent", "vide"])
def test_a_place_without_framework_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "vide").mkdir()
    with pytest.raises(WorldError) as caught:
        load_framework(tmp_path / name)
    assert caught.value.key == "framework_missing"
    assert name in load_texts("fr").error(caught.value)


def test_a_diagnostic_without_its_thresholds_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mien.toml"
    texts = "".join(
        f'{field} = {{ fr = "x", en = "y" }}\n'
        for field in ("question", "definition", "formula", "unit", "help", "evidence", "done", "denominator")
    )
    whole = SOUND.replace('purpose = "index"\n', "").replace("best = 10 }", 'best = 10, source = {fr="s", en="s"} }')
    whole = whole.replace('id = "one"\n', f'id = "one"\ninput = "number"\n{texts}').replace(
        'id = "two"\n', f'id = "two"\n{texts}'
    )
    file.write_text(whole, encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_framework(file)
    assert (caught.value.key, caught.value.params["field"]) == ("framework_missing_field", "asset_score")


DORMANT = """
[[reading]]
id = "dormant_potential"
title = { fr = "D", en = "D" }
meaning = { fr = "D", en = "D" }
next_step = { fr = "D", en = "D" }
thresholds = { people = 1, percent = 1, floor = 1, students = 1, associations = 1, people_share = 1 }
"""


def test_a_reading_may_set_shares_and_nothing_unknown(tmp_path: Path) -> None:
    file = tmp_path / "mien.toml"
    file.write_text(SOUND + DORMANT, encoding="utf-8")
    assert load_framework(file).reading("dormant_potential").thresholds["people_share"] == 1
    file.write_text(SOUND + DORMANT.replace("people_share", "poeple_share"), encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_framework(file)
    assert (caught.value.key, caught.value.params["value"]) == ("framework_unknown_reference", "poeple_share")


def test_a_reference_of_partnerships_is_for_a_population_or_a_kind_of_territory(framework: Framework) -> None:
    texts = dict(framework.sources)
    texts["framework.toml"] = texts["framework.toml"].replace("reference_departement", "reference_departament")
    with pytest.raises(WorldError) as caught:
        load_texts_of(texts)
    assert caught.value.params["value"] == "departament"
    assert "departement" in str(caught.value.params["known"])


def test_an_edition_before_shares_and_floors_still_loads(framework: Framework) -> None:
    """A dossier keeps the edition it was made with: version 1.0 knew none of these thresholds."""
    new = ("density_least_population", "partnerships_reference_departement", "partnerships_reference_region")
    lines = framework.sources["framework.toml"].splitlines()
    older = "\n".join(line for line in lines if not line.startswith(new))
    readings = re.sub(r"\w+_share = [\d.]+, |, \w+_share = [\d.]+", "", framework.sources["readings.toml"])
    loaded = load_texts_of({**framework.sources, "framework.toml": older, "readings.toml": readings})
    assert set(framework.thresholds) - set(loaded.thresholds) == set(new)
    assert not [name for one in loaded.readings for name in one.thresholds if name.endswith("_share")]


def test_an_index_alone_is_no_framework_to_read_a_dossier_with(
    tmp_path: Path, framework: Framework, texts: Texts
) -> None:
    file = tmp_path / "indice.toml"
    file.write_text(SOUND, encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_diagnostic(file)
    assert "indice.toml" in texts.error(caught.value)
    assert "index" in texts.error(caught.value)
    kept = framework_in_use("petit", "1", {"indice.toml": SOUND}, framework)
    assert (kept.framework, kept.origin) == (framework, Origin.REPLACED)


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ('id = "citizens"\nparent = "institution"\n', 'id = "citizens"\n', 3),
        ('id = "institution"\n', 'id = "institution"\nparent = "territory"\n', 1),
    ],
)
def test_a_diagnostic_has_two_axes(framework: Framework, texts: Texts, before: str, after: str, count: int) -> None:
    sources = {name: text for name, text in framework.sources.items() if name != "positions.toml"}
    sources["framework.toml"] = sources["framework.toml"].replace(before, after)
    with pytest.raises(WorldError) as caught:
        load_texts_of(sources)
    assert (caught.value.key, caught.value.params["count"]) == ("framework_axes", count)
    assert f"{count} branches" in texts.error(caught.value)


def test_a_sound_file_gives_its_tree_parents_first(tmp_path: Path) -> None:
    file = tmp_path / "mien.toml"
    file.write_text(SOUND, encoding="utf-8")
    framework = load_framework(file)
    assert [node.id for node in framework.nodes] == ["top", "branch"]
    assert [indicator.id for indicator in framework.indicators] == ["one", "two"]


def test_a_folder_of_files_makes_one_framework(tmp_path: Path) -> None:
    head, tail = SOUND.split("[[recommendation]]")
    (tmp_path / "a.toml").write_text(head, encoding="utf-8")
    (tmp_path / "b.toml").write_text("[[recommendation]]" + tail, encoding="utf-8")
    (tmp_path / "notes.txt").write_text("rien", encoding="utf-8")
    assert load_framework(tmp_path).recommendation("act").number == 1


def test_two_files_with_the_same_head_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(SOUND, encoding="utf-8")
    (tmp_path / "b.toml").write_text('[framework]\nid = "autre"\n', encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        load_framework(tmp_path)
    assert caught.value.key == "framework_duplicate"
    assert caught.value.params["other"] == "a.toml"
