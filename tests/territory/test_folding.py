import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostic.territory.folding import fold, fold_lines


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("L'Haÿ-les-Roses", "l hay les roses"),
        ("L’Haÿ les  Roses ", "l hay les roses"),
        ("Œuilly", "oeuilly"),
        ("Lætitia", "laetitia"),
        ("St-Denis", "saint denis"),
        ("Ste-Maxime", "sainte maxime"),
        ("Best", "best"),
        ("st st", "saint saint"),
        ("𝑨", "a"),
        ("CÔTE D'IVOIRE", "cote d ivoire"),
        ("Curaçao", "curacao"),
        ("(…)", ""),
        ("", ""),
    ],
)
def test_every_way_of_writing_gives_one_spelling(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(st.characters(exclude_characters="\n")), min_size=1))
def test_lines_fold_as_they_would_one_by_one(lines: list[str]) -> None:
    inner = ["edge", *lines, "edge"]
    assert fold_lines("\n".join(inner)).split("\n") == [fold(line) for line in inner]
