"""Everything of a campaign as tables: one per kind of row, and the results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diagnostic.assessment.results import Assessment, IndicatorResult, NodeResult
from diagnostic.dossier.fields import FieldType
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.exports.cells import Cell, shown_specs, teller_of
from diagnostic.framework.model import Framework
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts

RESULTS = "results"


@dataclass(frozen=True, slots=True)
class Table:
    """A table to write: `id` names its file, `title` its sheet."""

    id: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables_of(
    snapshot: Snapshot,
    assessment: Assessment,
    framework: Framework,
    texts: Texts,
    countries: Countries,
    *,
    contacts: bool = False,
) -> tuple[Table, ...]:
    """Return all that a campaign holds, then its results; personal data only with `contacts`."""
    teller = teller_of(snapshot, texts, countries)
    found = []
    for kind in RECORDS:
        shown = shown_specs(kind, contacts=contacts)
        specs = tuple(spec for spec in shown if spec.kind is not FieldType.PICTURE)  # no cell holds one
        header = tuple(texts(f"field.{kind}.{spec.name}") for spec in specs)
        rows = tuple(tuple(teller.cell(spec, row) for spec in specs) for row in snapshot.rows(kind))
        found.append(Table(kind, texts(f"exports.sheet.{kind}"), header, rows))
    return (*found, _results(snapshot, assessment, framework, texts))


def _results(snapshot: Snapshot, assessment: Assessment, framework: Framework, texts: Texts) -> Table:
    header = tuple(texts(f"exports.result.{name}") for name in _RESULT)
    nodes = {node.id: node for node in assessment.nodes}
    rows: list[tuple[Cell, ...]] = []
    for node in framework.nodes:
        rows.append(_node(nodes[node.id], node.title[texts.lang], snapshot, texts))
        for indicator in framework.indicators_of(node.id):
            rows.append(_indicator(assessment.indicator(indicator.id), framework, snapshot, texts))
    return Table(RESULTS, texts("exports.sheet.results"), header, tuple(rows))


_RESULT = ("year", "level", "name", "score", "low", "high", "known", "state", "value", "unit", "share", "id")


def _node(result: NodeResult, title: str, snapshot: Snapshot, texts: Texts) -> tuple[Cell, ...]:
    interval = result.interval
    level = texts("exports.level.axis" if result.id == result.axis else "exports.level.domain")
    scores: tuple[Cell, ...] = (interval.mid if result.published else None, interval.low, interval.high)
    if not interval.applicable:
        scores = (None, None, None)
    known = None if not interval.applicable else round(100 * interval.known, 1)
    state = texts("exports.state.not_applicable") if not interval.applicable else None
    return (snapshot.campaign.year, level, title, *map(_tenth, scores), known, state, None, None, None, result.id)


def _indicator(result: IndicatorResult, framework: Framework, snapshot: Snapshot, texts: Texts) -> tuple[Cell, ...]:
    indicator = framework.indicator(result.id)
    scores: tuple[Cell, ...] = (result.score, result.low, result.high)
    return (
        snapshot.campaign.year,
        texts("exports.level.indicator"),
        indicator.title[texts.lang],
        *map(_tenth, scores),
        None,
        texts(f"exports.state.{result.state.value}"),
        result.measure.value,
        indicator.unit[texts.lang],
        _tenth(100 * result.share),
        result.id,
    )


def _tenth(value: Cell) -> Cell:
    return round(value, 1) if isinstance(value, float) else value


def campaign_lines(snapshot: Snapshot, texts: Texts) -> Iterator[tuple[str, Cell]]:
    """Yield what the tables are about: territory, year, day, framework."""
    campaign = snapshot.campaign
    yield texts("exports.about.territory"), snapshot.territory.name
    yield texts("exports.about.year"), campaign.year
    yield texts("exports.about.day"), campaign.day
    yield texts("exports.about.framework"), f"{campaign.framework} {campaign.framework_version}".strip()
