"""The JSON that the commands print: documented in docs/commands.md, and changed only by adding."""

from __future__ import annotations

import dataclasses
import json
from base64 import b64encode
from collections.abc import Mapping
from enum import StrEnum
from functools import partial
from typing import Any

from diagnostic.assessment.results import Assessment, IndicatorResult, NodeResult
from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.model import Framework
from diagnostic.framework.weights import item_of


def dumps(document: Mapping[str, Any]) -> str:
    """Return a document as JSON text. NaN and infinities are our mistake: ValueError."""
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def snapshot_document(snapshot: Snapshot) -> dict[str, Any]:
    """Return a campaign with all its rows; personal data is left out."""
    return {
        "format": "rosedesvents.dossier/1",
        "campaign": dataclasses.asdict(snapshot.campaign),
        "rows": {kind: [_row(row) for row in snapshot.rows(kind)] for kind in RECORDS},
    }


def score_document(snapshot: Snapshot, assessment: Assessment) -> dict[str, Any]:
    """Return the scores of a campaign: axes and domains as intervals, indicators, findings, country matrix."""
    return {
        "format": "rosedesvents.score/1",
        "territory": snapshot.territory.name,
        "campaign": snapshot.campaign.year,
        "framework": {"id": assessment.framework, "version": assessment.framework_version},
        "position": assessment.position or None,
        "nodes": [node_form(node) for node in assessment.nodes],
        "indicators": [_indicator(indicator) for indicator in assessment.indicators],
        "assets": [_plain(finding) for finding in assessment.assets],
        "gaps": [_plain(finding) for finding in assessment.gaps],
        "countries": [_plain(row) for row in assessment.matrix],
        "useful_answers": [_plain(answer) for answer in assessment.useful],
    }


def weights_form(framework: Framework) -> list[dict[str, Any]]:
    """Return the weights that are not the framework's own: `item`, `edition_weight` and the `weight` in its place."""
    return [
        {"item": item.id, "edition_weight": framework.edition_weights[item.id], "weight": item.weight}
        for item in map(partial(item_of, framework), framework.edition_weights)
        if item is not None
    ]


def _row(row: Row) -> dict[str, Any]:
    shown = {name: _plain(getattr(row, name)) for name, spec in specs_of(type(row)).items() if not spec.personal}
    return {"id": row.id, **shown, "unread": dict(row.unread)}


def node_form(node: NodeResult) -> dict[str, Any]:
    """Return an axis or a domain; its score only where it is published."""
    interval = node.interval
    scores = {"low": interval.low, "mid": interval.mid if node.published else None, "high": interval.high}
    if not interval.applicable:
        scores = dict.fromkeys(scores)
    return {"id": node.id, "axis": node.axis, **scores, "known": interval.known, "published": node.published}


def _indicator(result: IndicatorResult) -> dict[str, Any]:
    measure = result.measure
    return {
        "id": result.id,
        "domain": result.domain,
        "state": result.state.value,
        "value": measure.value,
        "numerator": measure.numerator,
        "denominator": measure.denominator,
        "option": result.option or None,
        "score": result.score,
        "low": result.low,
        "high": result.high,
        "share": result.share,
        "at_stake": result.at_stake,
        "reason": measure.reason or None,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bytes):
        return b64encode(value).decode("ascii")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value
