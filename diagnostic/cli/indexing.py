"""The command that scores any table of values by any framework: index."""

from __future__ import annotations

import argparse
import math
from typing import TYPE_CHECKING, Any

from diagnostic.cli.json_form import dumps
from diagnostic.cli.session import Session
from diagnostic.framework.load import load_framework
from diagnostic.framework.model import Framework

if TYPE_CHECKING:
    from diagnostic.assessment.index import IndexScores
    from diagnostic.cli.value_table import ValueTable


def index(session: Session, arguments: argparse.Namespace) -> None:
    """Print the score of every node for every unit."""
    # numpy: only the commands that score wait for it
    from diagnostic.assessment.index import index_scores
    from diagnostic.cli.value_table import read_values

    framework = load_framework(arguments.tree)
    table = read_values(arguments.values, framework)
    found = index_scores(framework, table.units, table.values, table.applicable)
    if arguments.json:
        print(dumps(_document(framework, table, found)))
        return
    print("\t".join([session.texts("cli.index_unit"), *found.nodes]))
    for row, unit in enumerate(found.units):
        print("\t".join([unit, *(_words(session, found, row, place) for place in range(len(found.nodes)))]))
    for row, unit in enumerate(found.units):
        if names := beyond(framework, table, row):
            session.say("cli.told.capped", unit=unit, indicators=", ".join(names))


def beyond(framework: Framework, table: ValueTable, row: int) -> tuple[str, ...]:
    """Return the indicators whose value for a unit is beyond their goalposts, and counts as the goalpost."""
    capped = []
    for place, indicator in enumerate(framework.indicators):
        posts, value = indicator.goalposts, float(table.values[row, place])
        if posts and not min(posts.worst, posts.best) <= value <= max(posts.worst, posts.best) and value == value:
            capped.append(indicator.id)
    return tuple(capped)


def _words(session: Session, found: IndexScores, row: int, place: int) -> str:
    """Return a score to two decimals; where values are missing its interval and the known share, alone or with it."""
    texts = session.texts
    if math.isnan(found.low[row, place]):
        return session.texts("cli.not_applicable")
    low, mid, high = (texts.number(float(each[row, place]), 2) for each in (found.low, found.mid, found.high))
    share = float(found.known[row, place])
    if share >= 1 - 1e-9:
        return mid if found.published[row, place] else f"[{low}–{high}]"
    key = "cli.score" if found.published[row, place] else "cli.score_hidden"
    return texts(key, mid=mid, low=low, high=high, known=texts.percent(min(100 * share, 99.0)))


def _document(framework: Framework, table: ValueTable, found: IndexScores) -> dict[str, Any]:
    return {
        "format": "rosedesvents.index/1",
        "framework": {"id": framework.id, "version": framework.version},
        "units": [
            {
                "unit": unit,
                "nodes": [_node(found, row, place) for place in range(len(found.nodes))],
                "capped": list(beyond(framework, table, row)),
            }
            for row, unit in enumerate(found.units)
        ],
    }


def _node(found: IndexScores, row: int, place: int) -> dict[str, Any]:
    published = bool(found.published[row, place])
    return {
        "id": found.nodes[place],
        "low": _number(found.low[row, place]),
        "mid": _number(found.mid[row, place]) if published else None,
        "high": _number(found.high[row, place]),
        "known": _number(found.known[row, place]),
        "published": published,
    }


def _number(value: float) -> float | None:
    return None if math.isnan(value) else float(value)
