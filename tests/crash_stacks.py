"""Says where a worker of the suite died, beside the test that it took along: the stack that Python wrote last."""

from __future__ import annotations

import faulthandler
import os
from pathlib import Path

import pytest

FOLDER = Path(".cache") / "stacks"
SHOWN = 18
"""Lines of the thread that died; its first calls say most."""


@pytest.hookimpl(trylast=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Have each worker keep its last words in a file of its own: on the screen they mix with the others' dots."""
    folder = session.config.rootpath / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker:
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        faulthandler.enable(os.open(folder / f"{worker}.txt", flags), all_threads=True)
    else:
        for old in folder.glob("*.txt"):
            old.unlink()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show the last words of the workers that died."""
    for file in sorted((config.rootpath / FOLDER).glob("*.txt")):
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        if lines:
            terminalreporter.section(f"where {file.stem} died")
            begun = next((place for place, line in enumerate(lines) if line.startswith("Current thread")), 0)
            for line in (lines[0], *lines[begun : begun + SHOWN]):
                terminalreporter.line(line)
