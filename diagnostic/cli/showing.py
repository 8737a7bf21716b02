"""The command that tells what a dossier holds: show."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from diagnostic.cli.json_form import dumps, snapshot_document
from diagnostic.cli.session import Session
from diagnostic.cli.weighing import warn_of_stand_in
from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.records import TABLES, Answer, Territory
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.values import empty
from diagnostic.dossier.values import show as shown
from diagnostic.dossier.vocabulary import AnswerState, TableState
from diagnostic.framework.model import Framework, Indicator
from diagnostic.imports.answered import answer_words

ROWS_SHOWN = 20
LONGEST = 60
"""Letters of a cell: the rest of a long text is in the JSON."""
_EVIDENCE = frozenset({"source", "source_date", "confidence", "comment"})


def show(session: Session, arguments: argparse.Namespace) -> None:
    """Print what a dossier holds."""
    dossier = session.reading(arguments.file, arguments.campaign)
    warn_of_stand_in(session, dossier)
    snapshot = dossier.snapshot()
    if arguments.json:
        print(dumps(snapshot_document(snapshot)))
        return
    years = ", ".join(str(campaign.year) for campaign in dossier.campaigns())
    session.say("cli.show_heading", territory=snapshot.territory.name, year=snapshot.campaign.year, years=years)
    if snapshot.territory.fictional:
        session.say("cli.fictional")
    print("\n".join(_territory(session, snapshot.territory)))
    for kind in (*TABLES, "action"):
        print("\n".join(_table(session, snapshot, kind)))
    print("\n".join(_answers(session, snapshot, session.framework(dossier))))


def _territory(session: Session, territory: Territory) -> Iterator[str]:
    for name, spec in specs_of(Territory).items():
        value = getattr(territory, name)
        if value != empty(spec) and name != "name":
            label = session.texts(f"field.territory.{name}")
            said = shown(spec, value, session.texts, session.countries)
            yield "  " + session.texts("cli.line", label=label, value=said)


def _table(session: Session, snapshot: Snapshot, kind: str) -> Iterator[str]:
    rows = snapshot.rows(kind)
    standing = snapshot.standing(kind)
    note = f" ({session.texts.label(standing)})" if standing is not TableState.OPEN else ""
    yield _count(session, kind, rows) + note
    for row in rows[:ROWS_SHOWN]:
        yield f"  {row.id}. {_line(session, row)}"
    if len(rows) > ROWS_SHOWN:
        yield "  " + session.texts("cli.and_more", count=len(rows) - ROWS_SHOWN)


def _count(session: Session, kind: str, rows: tuple[Row, ...]) -> str:
    """Return how many things the rows are; of diasporas, how many countries, which can have several rows each."""
    if kind != "diaspora":
        return session.texts.plural(f"kind.{kind}", len(rows))
    countries = {country for row in rows if (country := getattr(row, "country", ""))}
    said = session.texts.plural("kind.diaspora", len(countries))
    return said if len(countries) == len(rows) else f"{said} · {session.texts.plural('cli.told.lines', len(rows))}"


def _line(session: Session, row: Row) -> str:
    return " · ".join(_cells(session, row))


def _cells(session: Session, row: Row) -> Iterator[str]:
    for name, spec in specs_of(type(row)).items():
        if name in _EVIDENCE or spec.personal:
            continue
        value = getattr(row, name)
        if value != empty(spec):
            said = " ".join(shown(spec, value, session.texts, session.countries).split())[:LONGEST]
        elif spec.kind is FieldType.COUNTRY:
            said = row.unread.get(name) or session.texts("cli.told.without_country")
        else:
            continue
        yield session.texts("cli.line", label=_label(session, row, spec), value=said)


def _label(session: Session, row: Row, spec: FieldSpec) -> str:
    return session.texts(f"field.{row.kind}.{spec.name}")


def _answers(session: Session, snapshot: Snapshot, framework: Framework) -> Iterator[str]:
    questions = {question.id: question for question in framework.questions()}
    given = [row for row in snapshot.answers.values() if row.state not in (None, AnswerState.UNANSWERED) or row.unread]
    order = list(questions)
    given.sort(key=lambda row: order.index(row.indicator) if row.indicator in questions else len(order))
    total = session.texts.number(len(questions))
    yield session.texts.plural("cli.show_answers", len(given), total=total)
    for row in given:
        question = questions.get(row.indicator)
        title = question.title[session.texts.lang] if question else row.indicator
        label = session.texts("cli.told.answer", indicator=row.indicator, question=title) if question else title
        yield "  " + session.texts("cli.line", label=label, value=_answer(session, row, question))


def _answer(session: Session, row: Answer, question: Indicator | None) -> str:
    texts = session.texts
    if row.unread:
        return texts("cli.unread_kept", text="; ".join(row.unread.values()))
    return answer_words(row, question, texts)
