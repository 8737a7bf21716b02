"""What the brief lacks, step by step, and the words for it. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.assessment.results import Assessment
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.model import Framework
from diagnostic.texts import Texts
from ui.wizard.flow import STEPS, progress


@dataclass(frozen=True, slots=True)
class MissingStep:
    """A step that is not settled: its name, and how much of it is."""

    step: str
    name: str
    known: str


def missing_steps(
    snapshot: Snapshot, assessment: Assessment, framework: Framework, texts: Texts
) -> tuple[MissingStep, ...]:
    """Return the steps that are not complete, those least filled in first."""
    found = []
    for step in STEPS:
        done = progress(step, snapshot, framework, assessment)
        if done.total and not done.complete:
            known = texts("briefpage.known", done=texts.number(done.done), total=texts.number(done.total))
            found.append((done.percent, MissingStep(step.id, texts(f"step.{step.id}.name"), known)))
    return tuple(missing for _, missing in sorted(found, key=lambda pair: pair[0]))
