"""The commands that judge: score, check."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from diagnostic.assessment.results import NodeResult
from diagnostic.brief.compose.versions import framework_words
from diagnostic.cli.json_form import dumps, score_document, weights_form
from diagnostic.cli.session import Session
from diagnostic.cli.weighing import warn_of_stand_in, weight_doubt
from diagnostic.dossier.checks import remarks
from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.records import RECORDS, Answer
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.bounds import out_of_bounds
from diagnostic.framework.model import Framework


def score(session: Session, arguments: argparse.Namespace) -> None:
    """Print the scores of a campaign, as intervals, with what is known."""
    dossier = session.reading(arguments.file, arguments.campaign)
    warn_of_stand_in(session, dossier)
    assessment = session.assessment(dossier)
    from diagnostic.cli import express  # numpy: only the commands that score wait for it

    quick = express.reading_of(session, dossier, assessment)
    if arguments.json:
        document = score_document(dossier.snapshot(), assessment)
        weights = weights_form(session.framework(dossier))
        print(dumps({**document, "weights": weights, "express": express.document(quick)}))
        return
    texts, framework = session.texts, session.framework(dossier)
    print("\n".join(_heading(session, dossier.snapshot(), framework)))
    from diagnostic.assessment.position import nothing_applies

    positions = {position.id: position.title[texts.lang] for position in framework.positions}
    undecided = "applying.nothing" if nothing_applies(assessment, framework) else "cli.undecided"
    print(positions.get(assessment.position, texts(undecided)))
    for node in framework.nodes:
        indent = "  " if node.parent else ""
        interval = _interval(session, assessment.node(node.id))
        print(indent + texts("cli.line", label=node.title[texts.lang], value=interval))
    for heading, findings in (("cli.assets", assessment.assets), ("cli.gaps", assessment.gaps)):
        print(texts(heading))
        for finding in findings:
            title = framework.indicator(finding.indicator).title[texts.lang]
            points = texts("cli.points", points=texts.number(finding.points, 1))
            print("  " + texts("cli.line", label=title, value=points))
        if not findings:
            print(f"  {texts('cli.none')}")
    if quick:
        print("\n".join(express.lines(session, quick, lambda node: _interval(session, node))))


def _heading(session: Session, snapshot: Snapshot, framework: Framework) -> Iterator[str]:
    """Yield what the scores are of, what they are read with, and how many weights are not the framework's own."""
    texts, changed = session.texts, len(framework.edition_weights)
    yield texts("cli.told.heading", territory=snapshot.territory.name, year=snapshot.campaign.year)
    named = framework_words(framework, texts)
    if not changed:
        yield texts("weights.brief.cover", framework=named)
    else:
        yield texts("weights.brief.cover_weights", framework=named, weights=texts.plural("kind.weighting", changed))


def check(session: Session, arguments: argparse.Namespace) -> None:
    """Check the file, then say what in it is doubtful or could not be read."""
    dossier = session.reading(arguments.file, arguments.campaign)  # opening checks the file end to end
    snapshot, framework = dossier.snapshot(), session.framework(dossier)
    found = [
        (kind, row, *said)
        for kind in RECORDS
        for row in snapshot.rows(kind)
        for said in _doubts(session, row, snapshot, framework)
    ]
    if arguments.json:
        rows = [{"kind": kind, "id": row.id, "field": field, "remark": said} for kind, row, field, said in found]
        print(dumps({"format": "rosedesvents.check/1", "file": "sound", "remarks": rows}))
        return
    session.say("cli.sound", file=arguments.file)
    for kind, row, field, said in found:
        label = f"{kind} {row.id} ({session.title(row)}), {field}"
        print("  " + session.texts("cli.line", label=label, value=said))
    print(session.texts.plural("cli.remarks", len(found)))


def _doubts(session: Session, row: Row, snapshot: Snapshot, framework: Framework) -> Iterator[tuple[str, str]]:
    for field, typed in row.unread.items():
        yield field, session.texts("cli.unread_kept", text=typed)
    if isinstance(row, Answer) and _beyond(framework, row):
        yield "number", session.texts("reason.number_out_of_bounds")
    if isinstance(row, Weighting) and (said := weight_doubt(session, row, snapshot, framework)):
        yield "weight", said
    for remark in remarks(row, snapshot):
        yield remark.field, session.texts(f"remark.{remark.key}", **remark.params)


def _beyond(framework: Framework, row: Answer) -> bool:
    indicators = {indicator.id: indicator for indicator in framework.indicators}
    return (
        row.indicator in indicators and row.number is not None and out_of_bounds(indicators[row.indicator], row.number)
    )


def _interval(session: Session, node: NodeResult) -> str:
    texts, interval = session.texts, node.interval
    if not interval.applicable:
        return texts("cli.not_applicable")
    low, high = texts.number(interval.low), texts.number(interval.high)
    key = "cli.score" if node.published else "cli.score_hidden"
    return texts(key, mid=texts.number(interval.mid), low=low, high=high, known=texts.percent(100 * interval.known))
