"""The brief of each of the twelve fictional territories, in both languages, against its golden text.

A failure shows what changed, as a unified diff. When the change is meant, rewrite the files and read the diff:

    ROSE_WRITE_GOLDEN=1 .venv/bin/python -m pytest tests/brief/test_goldens.py
    git diff tests/brief/golden

Nothing rewrites them without ROSE_WRITE_GOLDEN=1 in the environment.
"""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

import pytest

from diagnostic.brief.content import Kind
from diagnostic.brief.press import content_of
from diagnostic.errors import WorldError
from diagnostic.framework.load import load_edition
from diagnostic.territory.countries import load_countries
from diagnostic.texts import load_texts
from tests.brief.annex_briefs import campaigns
from tests.brief.plain import plain
from tests.panel.members import PANEL

GOLDEN = Path(__file__).parent / "golden"
MOST_ROWS = 6
"""Rows of an annex's table that a golden file holds: the figures themselves are those of tests/panel/golden."""
SHORT_KINDS = {"mid_size_city": Kind.YEARLY, "market_town": Kind.EXPRESS, "university_city": Kind.SUMMARY}
"""The other kinds, each for one territory: their rooms are those of the full brief."""
CASES = [(name, Kind.FULL) for name in PANEL] + list(SHORT_KINDS.items())


def file_of(name: str, kind: Kind, lang: str) -> Path:
    return GOLDEN / f"{name}.{kind.value}.{lang}.txt"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(("name", "kind"), CASES)
def test_territory_reads_as_its_golden_brief(name: str, kind: Kind, lang: str) -> None:
    now, before = campaigns(name, lang)
    content = content_of(now, before, load_edition(), load_texts(lang), load_countries(), kind)
    found, file = plain(content, MOST_ROWS), file_of(name, kind, lang)
    if os.environ.get("ROSE_WRITE_GOLDEN") == "1":
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8", newline="\n")
    golden = file.read_text(encoding="utf-8") if file.exists() else ""
    if found != golden:
        pytest.fail(_difference(file.name, golden, found), pytrace=False)


def test_each_golden_file_has_its_territory() -> None:
    expected = {file_of(name, kind, lang).name for name, kind in CASES for lang in ("fr", "en")}
    assert {file.name for file in GOLDEN.iterdir()} == expected


def test_a_hamlet_of_which_nothing_is_known_has_no_yearly_report() -> None:
    now, before = campaigns("hamlet", "fr")
    with pytest.raises(WorldError, match="nothing_to_report"):
        content_of(now, before, load_edition(), load_texts("fr"), load_countries(), Kind.YEARLY)


def _difference(name: str, golden: str, found: str) -> str:
    lines = unified_diff(
        golden.splitlines(), found.splitlines(), f"golden/{name}", "what the brief says now", lineterm="", n=1
    )
    meant = "If this is meant: ROSE_WRITE_GOLDEN=1 python -m pytest tests/brief/test_goldens.py, then read the diff."
    return "\n".join((*lines, "", meant))
