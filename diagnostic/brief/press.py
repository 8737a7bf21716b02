"""From a campaign to its brief on disk: the one path that the screen and the command line share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from diagnostic.assessment.assess import assess
from diagnostic.assessment.express_reading import express_reading
from diagnostic.assessment.facts.counting import counted
from diagnostic.assessment.variations import vary
from diagnostic.benchmark.compare import set_beside
from diagnostic.benchmark.panel import load_panel
from diagnostic.brief.compose.inputs import BriefInputs
from diagnostic.brief.compose.whole import compose
from diagnostic.brief.content import BriefContent, Kind
from diagnostic.brief.edits.edited import Edited, edited_for
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.errors import WorldError
from diagnostic.framework.model import Framework
from diagnostic.strategy.directory import load_directory
from diagnostic.strategy.funding import advise
from diagnostic.strategy.propose import propose
from diagnostic.strategy.schemes import scheme_openings
from diagnostic.territory.accounts import load_charts
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts

Writer = Callable[[BriefContent, Path], None]


def content_of(
    snapshot: Snapshot,
    previous: Snapshot | None,
    framework: Framework,
    texts: Texts,
    countries: Countries,
    kind: Kind = Kind.FULL,
) -> BriefContent:
    """Return what a kind of brief of a campaign says, in the language of `texts`, as its users edited it.

    WorldError nothing_to_report for a yearly report of which nothing can be said.
    """
    return edited_of(snapshot, previous, framework, texts, countries, kind).content


def edited_of(
    snapshot: Snapshot,
    previous: Snapshot | None,
    framework: Framework,
    texts: Texts,
    countries: Countries,
    kind: Kind = Kind.FULL,
) -> Edited:
    """Return the same, and what became of each edit."""
    content = compose(inputs_of(snapshot, previous, framework, texts.lang), texts, countries, kind)
    return edited_for(content, snapshot, texts)


def inputs_of(snapshot: Snapshot, previous: Snapshot | None, framework: Framework, lang: str) -> BriefInputs:
    """Return all that a brief of the campaign is made from; the directory's words are in `lang`."""
    snapshot = counted(snapshot)
    assessment = assess(snapshot, framework, previous)
    return BriefInputs(
        snapshot=snapshot,
        assessment=assessment,
        framework=framework,
        proposals=propose(assessment, framework, snapshot.priorities),
        openings=scheme_openings(snapshot),
        advice=advise(snapshot, framework, load_directory(), lang),
        variations=vary(assessment, framework),
        comparison=set_beside(snapshot, assessment, load_panel()),
        previous=(previous, assess(previous, framework)) if previous else None,
        charts=load_charts(),
        express=express_reading(snapshot, framework, previous, assessment),
    )


def print_brief(
    snapshot: Snapshot,
    previous: Snapshot | None,
    framework: Framework,
    texts: Texts,
    countries: Countries,
    path: Path,
    kind: Kind = Kind.FULL,
) -> Edited:
    """Write a brief of a campaign, and return it; the end of the path's name chooses its form.

    WorldError brief_format for another end, and those of `content_of` and of `errors.writing_fault`.
    """
    write = writer_of(path)
    found = edited_of(snapshot, previous, framework, texts, countries, kind)
    write(found.content, path)
    return found


def writer_of(path: Path) -> Writer:
    """Return what writes the form that the path's name ends in. WorldError brief_format for any other."""
    load = WRITERS.get(path.suffix.lower())
    if load is None:
        raise WorldError("brief_format", file=path, formats=", ".join(WRITERS))
    return load()


def _pdf() -> Writer:
    from diagnostic.brief.pdf.document import write_pdf  # each renderer's library is slow to load

    return write_pdf


def _docx() -> Writer:
    from diagnostic.brief.docx.document import write_docx

    return write_docx


def _odt() -> Writer:
    from diagnostic.brief.odt.document import write_odt

    return write_odt


WRITERS: Mapping[str, Callable[[], Writer]] = MappingProxyType({".pdf": _pdf, ".docx": _docx, ".odt": _odt})
"""The forms in which a brief is written, by the end of the file's name."""
