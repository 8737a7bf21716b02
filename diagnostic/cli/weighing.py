"""The commands about what counts, and by how much: weights, weigh, framework."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from diagnostic.assessment.results import Assessment, IndicatorState
from diagnostic.brief.compose.versions import framework_words, weight_words, why_words
from diagnostic.cli.entering import read_value
from diagnostic.cli.json_form import dumps
from diagnostic.cli.session import Refused, Session
from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.founding import kept
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.weighing import unweigh, weigh, weighting_of
from diagnostic.framework.in_use import Origin
from diagnostic.framework.load import load_diagnostic, load_framework
from diagnostic.framework.model import Framework, Indicator, Node
from diagnostic.framework.weights import Refusal, edition_weights, item_of, refusals

_SPACES = re.compile(r"[ \t\r\n]+")
"""Not the no-break ones, which stay."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """An item with its depth in the tree, the edition's weight, and its share of its axis (None: not applicable)."""

    item: Node | Indicator
    depth: int
    given: float
    share: float | None


def weights(session: Session, arguments: argparse.Namespace) -> None:
    """Print every weight: the edition's, the dossier's, and what each comes to."""
    dossier = session.reading(arguments.file, arguments.campaign)
    warn_of_stand_in(session, dossier)
    snapshot, framework = dossier.snapshot(), session.framework(dossier)
    found = list(_weighed(framework, session.assessment(dossier)))
    if arguments.json:
        items = [_item_document(each, snapshot, session.texts.lang) for each in found]
        named = {"id": framework.id, "version": framework.version}
        print(dumps({"format": "rosedesvents.weights/1", "framework": named, "items": items}))
        return
    for each in found:
        print(_line(each, snapshot, framework, session))


def change(session: Session, arguments: argparse.Namespace) -> None:
    """Change a weight, with who and why; or go back to the edition's."""
    item, typed = arguments.item, arguments.weight
    if arguments.reset_all == bool(item) or (item and bool(typed) == arguments.reset):
        arguments.usage_error(session.texts("cli.weighing.needs_item"))
    dossier = session.writing(arguments.file, arguments.campaign)
    if arguments.reset_all:
        _reset_all(session, dossier)
        return
    framework = session.in_use(dossier).framework
    given = edition_weights(framework)
    if item not in given and not (arguments.reset and weighting_of(dossier.snapshot(), item)):
        raise Refused(session.texts("cli.weighing.no_item", item=item))
    if arguments.reset:
        _reset(session, dossier, item, given.get(item))
    else:
        _weigh(session, dossier, framework, arguments)


def framework(session: Session, arguments: argparse.Namespace) -> None:
    """Say which framework a campaign is read with, adopt another one, or check one."""
    if arguments.check is not None:
        found = load_framework(arguments.check)
        session.say("cli.weighing.sound", framework=framework_words(found, session.texts), **_counts(found, session))
        if (found.id, found.version) == (session.shipped.id, session.shipped.version) and found != session.shipped:
            session.say("cli.told.same_version", version=found.version)
        return
    if arguments.file is None:
        arguments.usage_error(session.texts("cli.usage_fault.missing", what=session.texts("cli.word.file")))
    if arguments.load is not None or arguments.edition:
        _adopt(session, arguments)
    else:
        _tell(session, arguments)


def warn_of_stand_in(session: Session, dossier: Dossier) -> None:
    """Say on standard error that the framework a campaign was made with could not be had."""
    if session.in_use(dossier).origin is Origin.REPLACED:
        campaign = dossier.campaign
        figures = {"code": campaign.framework, "version": campaign.framework_version}
        said = session.texts("cli.weighing.replaced", **figures, shipped=session.shipped.version)
        print(f"rosedesvents: {said}", file=sys.stderr)


def weight_doubt(session: Session, row: Weighting, snapshot: Snapshot, framework: Framework) -> str:
    """Return why a weight is not counted, "" for one that is."""
    why = refusals(framework, snapshot.weights).get(row.item)
    if why is None:
        return ""
    return session.texts("cli.weighing.not_counted", item=row.item, why=_refusal(why, session))


def _refusal(why: Refusal, session: Session) -> str:
    return session.texts(f"cli.weighing.refusal.{why.value}")


def _weighed(framework: Framework, assessment: Assessment) -> Iterator[Weighed]:
    given = edition_weights(framework)

    def below(parent: str, depth: int) -> Iterator[Weighed]:
        for node in framework.children(parent):
            result = assessment.node(node.id)
            share = result.share if result.interval.applicable else None
            yield Weighed(node, depth, given[node.id], share)
            yield from below(node.id, depth + 1)
        for indicator in framework.indicators_of(parent):
            found = assessment.indicator(indicator.id)
            applies = found.state is not IndicatorState.NOT_APPLICABLE
            yield Weighed(indicator, depth, given[indicator.id], found.share if applies else None)

    for axis in framework.axes():
        yield from below(axis.id, 0)


def _item_document(each: Weighed, snapshot: Snapshot, lang: str) -> dict[str, Any]:
    row = weighting_of(snapshot, each.item.id) or Weighting(item=each.item.id)
    return {
        "item": each.item.id,
        "parent": each.item.parent,
        "title": each.item.title[lang],
        "edition_weight": each.given,
        "weight": each.item.weight,
        "share": each.share,
        "reason": row.reason or None,
        "author": row.author or None,
        "decided_on": row.source_date or None,
    }


def _line(each: Weighed, snapshot: Snapshot, framework: Framework, session: Session) -> str:
    texts, item = session.texts, each.item
    share = texts("weights.not_applicable") if each.share is None else texts.percent(100 * each.share, 1)
    words = {
        "indent": "  " * each.depth,
        "item": item.id,
        "title": item.title[texts.lang],
        "weight": weight_words(item.weight, session.texts),
        "share": share,
    }
    if item.id not in framework.edition_weights:
        return texts("cli.weighing.line", **words)
    why = _SPACES.sub(" ", why_words(item.id, snapshot, texts))
    return texts("cli.weighing.own", **words, given=weight_words(each.given, session.texts), why=why)


def _weigh(session: Session, dossier: Dossier, framework: Framework, arguments: argparse.Namespace) -> None:
    item, snapshot = arguments.item, dossier.snapshot()
    weight = read_value(
        session, specs_of(Weighting)["weight"], arguments.weight, session.texts("field.weighting.weight")
    )
    if refusals(framework, {**snapshot.weights, item: weight}).get(item):
        found = item_of(framework, item)
        branch = framework.node(found.parent).title[session.texts.lang] if found else item
        weight = weight_words(weight, session.texts)
        raise Refused(session.texts("cli.weighing.refused", branch=branch, item=item, weight=weight))
    told = {name: text for name in ("reason", "author") if (text := getattr(arguments, name))}
    unread = {name: text for name, text in _unread(snapshot, item).items() if name != "weight" and name not in told}
    today = date.today().isoformat()
    dossier.apply(weigh(snapshot, item, weight=weight, unread=unread, source_date=today, **told))
    weighed = _weighed(session.framework(dossier), session.assessment(dossier))
    now = next(each for each in weighed if each.item.id == item)
    share = session.texts.percent(100 * (now.share or 0.0), 1)
    words = {"weight": weight_words(weight, session.texts), "given": weight_words(now.given, session.texts)}
    session.say("cli.weighing.weighed", item=item, share=share, **words)


def _unread(snapshot: Snapshot, item: str) -> dict[str, str]:
    row = weighting_of(snapshot, item)
    return dict(row.unread) if row else {}


def _reset(session: Session, dossier: Dossier, item: str, given: float | None) -> None:
    operation = unweigh(dossier.snapshot(), [item])
    if operation is None:
        session.say("cli.weighing.untouched")
        return
    dossier.apply(operation)
    if given is None:
        print(session.texts.plural("cli.weighing.reset_all", 1))
        return
    session.say("cli.weighing.reset", item=item, weight=weight_words(given, session.texts))


def _reset_all(session: Session, dossier: Dossier) -> None:
    operation = unweigh(dossier.snapshot())
    if operation is None:
        session.say("cli.weighing.untouched")
        return
    dossier.apply(operation)
    print(session.texts.plural("cli.weighing.reset_all", len(operation.changes)))


def _adopt(session: Session, arguments: argparse.Namespace) -> None:
    wanted = session.shipped if arguments.edition else load_diagnostic(arguments.load)
    dossier = session.writing(arguments.file, arguments.campaign)
    dossier.adopt(kept(wanted))
    named = framework_words(wanted, session.texts)
    session.say("cli.weighing.adopted", year=dossier.campaign.year, framework=named)


def _tell(session: Session, arguments: argparse.Namespace) -> None:
    dossier = session.reading(arguments.file, arguments.campaign)
    in_use, campaign = session.in_use(dossier), dossier.campaign
    found = in_use.framework
    fault = session.texts.error(in_use.fault) if in_use.fault else ""
    if arguments.json:
        print(
            dumps(
                {
                    "format": "rosedesvents.framework/1",
                    "id": found.id,
                    "version": found.version,
                    "title": found.title[session.texts.lang],
                    "origin": in_use.origin.value,
                    "made_with": {"id": campaign.framework, "version": campaign.framework_version},
                    "indicators": len(found.indicators),
                    "domains": len(found.domains()),
                    "fault": fault or None,
                }
            )
        )
        return
    session.say("cli.weighing.in_use", framework=framework_words(found, session.texts), **_counts(found, session))
    print(session.texts(f"cli.weighing.origin.{in_use.origin.value}"))
    if fault:
        print(fault)
    warn_of_stand_in(session, dossier)


def _counts(found: Framework, session: Session) -> dict[str, str]:
    texts = session.texts
    return {
        "indicators": texts.plural("weights.indicators", len(found.indicators)),
        "domains": texts.plural("weights.domains", len(found.domains())),
    }
