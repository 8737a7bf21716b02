"""From a campaign to its brief on disk: the one path that the screen and the command line share."""

from __future__ import annotations

from pathlib import Path

from diagnostic.assessment.assess import assess
from diagnostic.assessment.express_reading import express_reading
from diagnostic.assessment.facts.counting import counted
from diagnostic.assessment.variations import vary
from diagnostic.benchmark.compare import set_beside
from diagnostic.benchmark.panel import load_panel
from diagnostic.brief.compose.inputs import BriefInputs
from diagnostic.brief.compose.whole import compose
from diagnostic.brief.content import BriefContent
from diagnostic.brief.pdf.document import write_pdf
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.model import Framework
from diagnostic.strategy.directory import load_directory
from diagnostic.strategy.funding import advise
from diagnostic.strategy.propose import propose
from diagnostic.strategy.schemes import scheme_openings
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts


def content_of(
    snapshot: Snapshot, previous: Snapshot | None, framework: Framework, texts: Texts, countries: Countries
) -> BriefContent:
    """Return what the brief of a campaign says, in the language of `texts`."""
    snapshot = counted(snapshot)
    assessment = assess(snapshot, framework, previous)
    inputs = BriefInputs(
        snapshot=snapshot,
        assessment=assessment,
        framework=framework,
        proposals=propose(assessment, framework, snapshot.priorities),
        openings=scheme_openings(snapshot),
        advice=advise(snapshot, framework, load_directory(), texts.lang),
        variations=vary(assessment, framework),
        comparison=set_beside(snapshot, assessment, load_panel()),
        previous=(previous, assess(previous, framework)) if previous else None,
        express=express_reading(snapshot, framework, previous, assessment),
    )
    return compose(inputs, texts, countries)


def print_brief(
    snapshot: Snapshot,
    previous: Snapshot | None,
    framework: Framework,
    texts: Texts,
    countries: Countries,
    path: Path,
) -> None:
    """Write the brief of a campaign as PDF. WorldError cannot_write if the file cannot be written."""
    write_pdf(content_of(snapshot, previous, framework, texts, countries), path)
