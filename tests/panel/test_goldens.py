"""Twelve fictional territories, each against its golden assessment in `golden/<name>.txt`.

A failure shows what changed, as a unified diff. When the change is meant (a goalpost, a threshold, a new indicator),
rewrite the files and read the diff before committing it:

    ROSE_WRITE_GOLDEN=1 .venv/bin/python -m pytest tests/panel
    git diff tests/panel/golden

Nothing rewrites them without ROSE_WRITE_GOLDEN=1 in the environment.
"""

from __future__ import annotations

import os
import re
from difflib import unified_diff
from pathlib import Path

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.framework.express import express_only
from diagnostic.framework.model import Framework
from diagnostic.strategy.propose import propose
from diagnostic.strategy.schemes import scheme_openings
from tests.panel.members import PANEL
from tests.panel.writing import write_assessment

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", PANEL)
def test_territory_reads_as_its_golden_assessment(name: str, framework: Framework) -> None:
    found = _written(name, framework)
    assert not re.search(r"\b(nan|inf|None)\b", found)
    file = GOLDEN / f"{name}.txt"
    if os.environ.get("ROSE_WRITE_GOLDEN") == "1":
        file.write_text(found, encoding="utf-8", newline="\n")
    golden = file.read_text(encoding="utf-8") if file.exists() else ""
    if found != golden:
        pytest.fail(_difference(name, golden, found), pytrace=False)


def test_each_golden_file_has_its_territory() -> None:
    assert {file.name for file in GOLDEN.iterdir()} == {f"{name}.txt" for name in PANEL}


def _written(name: str, framework: Framework) -> str:
    member = PANEL[name]
    snapshot = member.now()
    before = member.before() if member.before else None
    assessment = assess(snapshot, framework, before)
    express = assess(snapshot, express_only(framework), before)
    proposals, schemes = propose(assessment, framework), scheme_openings(snapshot)
    return write_assessment(snapshot, assessment, framework, proposals, schemes, express)


def _difference(name: str, golden: str, found: str) -> str:
    lines = unified_diff(
        golden.splitlines(), found.splitlines(), f"golden/{name}.txt", "what the method says now", lineterm="", n=2
    )
    meant = "If this is meant: ROSE_WRITE_GOLDEN=1 python -m pytest tests/panel, then read the diff."
    return "\n".join((*lines, "", meant))
