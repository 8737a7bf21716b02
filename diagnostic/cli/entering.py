"""The commands that write: new, add, edit, remove, answer, stand, campaign."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from diagnostic.cli.catalogue import ALWAYS, KINDS, STATES, accepted
from diagnostic.cli.keyed import check_key
from diagnostic.cli.placing import find_territory
from diagnostic.cli.session import Refused, Session
from diagnostic.dossier import operations
from diagnostic.dossier.checks import remarks
from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.founding import kept, new_campaign, own_territory
from diagnostic.dossier.opening import create_dossier, restore_dossier
from diagnostic.dossier.picture_files import load_picture
from diagnostic.dossier.records import RECORDS, Answer, Territory
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.values import Unreadable, read
from diagnostic.dossier.vocabulary import AnswerState, TableState
from diagnostic.framework.bounds import fractional, out_of_bounds
from diagnostic.framework.model import Indicator, Input
from diagnostic.territory.places import PlaceKind


def new(session: Session, arguments: argparse.Namespace) -> None:
    """Create a dossier for a place of the reference, for a territory of one's own, or out of a JSON export."""
    if arguments.type and arguments.territory is None:
        arguments.usage_error(session.texts("cli.place.type_alone"))
    if arguments.origin:
        _restore(session, arguments)
        return
    today = date.today()
    territory = _named(session, arguments)
    campaign_ = new_campaign(session.shipped, arguments.year or today.year, today.isoformat())
    session.keep(create_dossier(arguments.file, territory, campaign_, kept(session.shipped)))
    session.say("cli.created", file=arguments.file, territory=territory.name, year=campaign_.year)


def add(session: Session, arguments: argparse.Namespace) -> None:
    """Add a row, or complete the territory, which every dossier has once."""
    record = _record(session, arguments)
    values = _values(session, arguments, record)
    dossier = session.writing(arguments.file, arguments.campaign)
    _check_links(session, dossier.snapshot(), record, values)
    check_key(session, dossier, record, values)
    if record is Territory:
        _report(session, dossier, _edited(dossier.snapshot().territory, values))
    else:
        _report(session, dossier, operations.add(record(**values)))


def edit(session: Session, arguments: argparse.Namespace) -> None:
    """Change some fields of a row."""
    record = _record(session, arguments)
    values = _values(session, arguments, record)
    dossier = session.writing(arguments.file, arguments.campaign)
    _check_links(session, dossier.snapshot(), record, values)
    row = _row(session, dossier.snapshot(), arguments)
    check_key(session, dossier, record, values, row.id)
    _report(session, dossier, _edited(row, values))


def remove(session: Session, arguments: argparse.Namespace) -> None:
    """Remove a row."""
    record = _record(session, arguments)
    if record is Territory:
        arguments.usage_error(session.texts("cli.territory_stays"))
    dossier = session.writing(arguments.file, arguments.campaign)
    row = _row(session, dossier.snapshot(), arguments)
    dossier.apply(operations.remove(dossier.snapshot(), [row]))
    session.say("cli.removed", kind=row.kind, id=row.id, title=session.title(row))


def answer(session: Session, arguments: argparse.Namespace) -> None:
    """Answer a question of the framework."""
    dossier = session.writing(arguments.file, arguments.campaign)
    indicator = _question(session, dossier, arguments.indicator)
    values = _answer_values(session, indicator, arguments.value)
    evidence = {name: text for name in ("source", "comment") if (text := getattr(arguments, name))}
    dossier.apply(operations.answer(dossier.snapshot(), indicator.id, **values, **evidence))
    session.say("cli.answered", indicator=indicator.id, value=arguments.value)


def stand(session: Session, arguments: argparse.Namespace) -> None:
    """Say of a whole table that it is complete, unknown, not applicable, or under way."""
    dossier = session.writing(arguments.file, arguments.campaign)
    state = TableState(arguments.state)
    dossier.apply(operations.stand(dossier.snapshot(), arguments.table, state))
    session.say("cli.stood", table=arguments.table, state=session.texts.label(state))
    _remark(session, dossier, dossier.snapshot().standings[arguments.table])


def campaign(session: Session, arguments: argparse.Namespace) -> None:
    """Begin a new campaign with the rows of the last one."""
    today = date.today()
    dossier = session.writing(arguments.file, None)
    framework = kept(session.in_use(dossier).framework)
    begun = dossier.start_campaign(arguments.year or today.year, today.isoformat(), framework)
    session.say("cli.campaign_begun", year=begun.year)


def _restore(session: Session, arguments: argparse.Namespace) -> None:
    """Create a dossier out of the JSON export of one: all its campaigns, and the frameworks it keeps."""
    from diagnostic.imports.source import open_source
    from diagnostic.imports.whole import read_whole

    if arguments.year:
        arguments.usage_error(session.texts("cli.usage_fault.not_with", what="--year", other="--from"))
    whole = read_whole(open_source(arguments.origin), session.countries)
    made_with = {(each.campaign.framework, each.campaign.framework_version) for each in whole.campaigns}
    known = {(each.code, each.version) for each in whole.frameworks}
    shipped = kept(session.shipped)
    ours = (shipped.code, shipped.version)
    frameworks = (*whole.frameworks, shipped) if ours in made_with - known else whole.frameworks
    campaigns = [(each.campaign, each.rows) for each in whole.campaigns]
    dossier = session.keep(restore_dossier(arguments.file, campaigns, frameworks))
    territory = dossier.snapshot().territory.name
    years = ", ".join(str(each.campaign.year) for each in whole.campaigns)
    session.say("cli.restored", file=arguments.file, territory=territory, years=years)
    for code, version in sorted(made_with - known - {ours}):
        session.say("cli.restored_without_framework", framework=code or "–", version=version or "–")
    if not whole.contacts:
        session.say("cli.restored_without_contacts")


def _named(session: Session, arguments: argparse.Namespace) -> Territory:
    own = arguments.own
    if own is None:
        return find_territory(session, arguments.territory, PlaceKind(arguments.type) if arguments.type else None)
    name = read_value(session, specs_of(Territory)["name"], own)
    if not name:
        raise Refused(session.texts("cli.no_name"))
    return own_territory(name)


def _record(session: Session, arguments: argparse.Namespace) -> type[Row]:
    if arguments.kind not in KINDS:
        arguments.usage_error(session.texts("cli.no_such_kind", kind=arguments.kind, kinds=", ".join(KINDS)))
    return RECORDS[arguments.kind]


def _values(session: Session, arguments: argparse.Namespace, record: type[Row]) -> dict[str, Any]:
    specs = specs_of(record)
    values: dict[str, Any] = {}
    for pair in arguments.pairs:
        name, mark, typed = pair.partition("=")
        if not mark:
            arguments.usage_error(session.texts("cli.not_a_pair", pair=pair))
        if name not in specs:
            arguments.usage_error(session.texts("cli.no_such_key", key=name, kind=record.kind, keys=", ".join(specs)))
        values[name] = read_value(session, specs[name], typed)
    return values


def _bounds(session: Session, indicator: Indicator) -> dict[str, str]:
    ends = {"least": indicator.minimum, "most": indicator.maximum}
    return {name: session.texts.number(end) if end is not None else "…" for name, end in ends.items()}


def read_value(session: Session, spec: FieldSpec, typed: str, name: str = "") -> Any:
    """Return the value of what was typed for a field; Refused, naming the field (or `name`), if it is none.

    A picture is typed as the path of its file, which is read at once.
    """
    if spec.kind is FieldType.PICTURE and typed:
        return load_picture(Path(typed))
    try:
        return read(spec, typed, session.countries)
    except Unreadable as fault:
        why = session.texts(f"cli.unread.{fault.key}", **fault.params)
        raise Refused(session.texts("cli.bad_value", key=name or spec.name, why=why)) from fault


def _check_links(session: Session, snapshot: Snapshot, record: type[Row], values: dict[str, Any]) -> None:
    for spec in specs_of(record).values():
        wanted = values.get(spec.name) if spec.kind is FieldType.LINK else None
        if wanted is not None and wanted not in {row.id for row in snapshot.rows(spec.link)}:
            raise Refused(session.texts("cli.no_row", kind=spec.link, id=wanted))


def _row(session: Session, snapshot: Snapshot, arguments: argparse.Namespace) -> Row:
    for row in snapshot.rows(arguments.kind):
        if row.id == arguments.id:
            return row
    raise Refused(session.texts("cli.no_row", kind=arguments.kind, id=arguments.id))


def _edited(row: Row, values: dict[str, Any]) -> operations.Operation:
    still_unread = {name: text for name, text in row.unread.items() if name not in values}
    return operations.edit(row, unread=still_unread, **values)


def _report(session: Session, dossier: Dossier, operation: operations.Operation) -> None:
    row = dossier.apply(operation).changes[-1].after
    if row is None:
        raise ValueError(operation)
    session.say("cli.stored", kind=row.kind, id=row.id, title=session.title(row))
    _remark(session, dossier, row)


def _remark(session: Session, dossier: Dossier, row: Row) -> None:
    for remark in remarks(row, dossier.snapshot()):
        session.say("cli.remark", key=remark.field, remark=session.texts(f"remark.{remark.key}", **remark.params))


def _question(session: Session, dossier: Dossier, wanted: str) -> Indicator:
    for indicator in session.framework(dossier).indicators:
        if indicator.id == wanted:
            if indicator.input is Input.MEASURE:
                raise Refused(session.texts("cli.computed", indicator=wanted, step=indicator.step))
            return indicator
    raise Refused(session.texts("cli.no_indicator", indicator=wanted))


def _answer_values(session: Session, indicator: Indicator, typed: str) -> dict[str, Any]:
    states = {state.value: state for state in (*(STATES if indicator.input is Input.STATUS else ()), *ALWAYS)}
    if typed in states:
        return {"state": states[typed]}
    if indicator.input is Input.CHOICE and typed in {option.id for option in indicator.options}:
        return {"state": AnswerState.VALUE, "choice": typed}
    if indicator.input is Input.NUMBER:
        number = read_value(session, specs_of(Answer)["number"], typed, indicator.id)
        if number is not None and fractional(indicator, number):
            raise Refused(session.texts("cli.told.not_whole", indicator=indicator.id, value=typed))
        if number is not None and out_of_bounds(indicator, number):
            raise Refused(
                session.texts("cli.out_of_bounds", indicator=indicator.id, value=typed, **_bounds(session, indicator))
            )
        return {"state": AnswerState.UNANSWERED if number is None else AnswerState.VALUE, "number": number}
    values = "; ".join(accepted(indicator, session.texts))
    raise Refused(session.texts("cli.bad_answer", indicator=indicator.id, value=typed, values=values))
