"""An assessment as text that a person reads and checks: one line a thing, in the ids of the framework."""

from __future__ import annotations

from collections.abc import Iterable

from diagnostic.assessment.results import Assessment, CountryRow, Finding, IndicatorResult, Interval
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.formats import money, number, percent
from diagnostic.framework.model import Framework
from diagnostic.strategy.results import Proposal, SchemeOpening

FIRST_ROWS = 8
FIRST_NAMED = 5
FIRST_ANSWERS = 5
COLUMNS = ("people", "students", "associations", "ties", "partnerships", "alive", "silent", "money")


def write_assessment(
    snapshot: Snapshot,
    assessment: Assessment,
    framework: Framework,
    proposals: Iterable[Proposal],
    schemes: Iterable[SchemeOpening],
    express: Assessment,
) -> str:
    """Return the whole text, "—" for what is unknown; `express` is the reading of the express pass alone."""
    sections = (
        _heading(snapshot, assessment),
        ["POSITION", f"  {assessment.position or 'undecided'}"],
        _nodes("AXES AND DOMAINS", assessment, framework),
        _indicators(assessment, framework),
        _findings("ASSETS, by the points they bring", assessment.assets),
        _findings("GAPS, by the points at stake", assessment.gaps),
        _readings(assessment, framework),
        _countries(assessment.matrix),
        _useful(assessment),
        _proposals(proposals),
        _schemes(schemes),
        _nodes("EXPRESS READING, apart", express, framework),
    )
    return "\n\n".join("\n".join(line.rstrip() for line in lines) for lines in sections) + "\n"


def _heading(snapshot: Snapshot, assessment: Assessment) -> list[str]:
    territory = snapshot.territory
    kind = territory.type.value if territory.type else "territory"
    return [
        f"{territory.name}: {kind} of {number(territory.population, 'en')} inhabitants, on {snapshot.campaign.day}",
        f"by {assessment.framework} {assessment.framework_version}",
    ]


def _nodes(title: str, assessment: Assessment, framework: Framework) -> list[str]:
    lines = [f"{title:<28}{'low':>7}{'mid':>7}{'high':>7}{'known':>8}"]
    for node in framework.nodes:
        result = assessment.node(node.id)
        note = "" if result.published or not result.interval.applicable else "   too little known: interval alone"
        lines.append(f"{('  ' if node.parent else '') + node.id:<28}{_interval(result.interval)}{note}")
    return lines


def _interval(interval: Interval) -> str:
    if not interval.applicable:
        return "   not applicable"
    scores = "".join(f"{number(score, 'en', 1):>7}" for score in (interval.low, interval.mid, interval.high))
    return f"{scores}{percent(100 * interval.known, 'en', 1):>8}"


def _indicators(assessment: Assessment, framework: Framework) -> list[str]:
    lines = [f"{'INDICATORS':<28}{'state':<16}{'value':>12}{'score':>14}{'share':>8}"]
    for result in assessment.indicators:
        value = _value(result, framework)
        reason = f"   {result.measure.reason}" if result.measure.reason else ""
        share = percent(100 * result.share, "en", 1)
        lines.append(f"  {result.id:<26}{result.state.value:<16}{value:>12}{_score(result):>14}{share:>8}{reason}")
    return lines


def _value(result: IndicatorResult, framework: Framework) -> str:
    if result.option:
        return result.option
    value = number(result.measure.value, "en", framework.indicator(result.id).digits)
    return f"≥ {value}" if result.measure.at_least else value


def _score(result: IndicatorResult) -> str:
    if result.score is not None:
        return number(result.score, "en", 1)
    return f"{number(result.low, 'en', 1)} to {number(result.high, 'en', 1)}" if result.share else "—"


def _findings(title: str, findings: Iterable[Finding]) -> list[str]:
    lines = [
        f"  {finding.indicator:<28}{number(finding.points, 'en', 1):>6}   score {number(finding.score, 'en', 1)}"
        f"{', planned' if finding.planned else ''}{', tied with the next' if finding.tied else ''}"
        for finding in findings
    ]
    return [title, *(lines or ["  none"])]


def _readings(assessment: Assessment, framework: Framework) -> list[str]:
    lines = []
    for reading in framework.readings:
        named = assessment.carrying(reading.id)
        first = [f"{row.country} {number(row.strength(reading.id), 'en', 1)}" for row in named[:FIRST_NAMED]]
        strongest = f"   strongest: {', '.join(first)}" if first else ""
        lines.append(f"  {reading.id:<28}{len(named):>6}{strongest}")
    return [f"COUNTRY READINGS, countries in all: {len(assessment.matrix)}", *lines]


def _countries(matrix: tuple[CountryRow, ...]) -> list[str]:
    header = f"{'FIRST COUNTRIES':<18}" + "".join(f"{column:>13}" for column in COLUMNS)
    lines = []
    for row in matrix[:FIRST_ROWS]:
        lines.append(f"  {row.country:<16}" + "".join(f"{number(getattr(row, name), 'en'):>13}" for name in COLUMNS))
        for reading in row.readings:
            figures = ", ".join(f"{name} {number(figure, 'en')}" for name, figure in reading.figures.items())
            lines.append(f"      {reading.id}: {figures}")
    return [header, *(lines or ["  none"])]


def _useful(assessment: Assessment) -> list[str]:
    lines = [
        f"  {answer.indicator:<28}{number(answer.narrowing, 'en', 1):>6} points of {answer.axis}"
        for answer in assessment.useful[:FIRST_ANSWERS]
    ]
    return [f"MOST USEFUL ANSWERS, first of {len(assessment.useful)}", *(lines or ["  none"])]


def _proposals(proposals: Iterable[Proposal]) -> list[str]:
    lines = []
    for proposal in proposals:
        reasons = (f"{one} (planned)" if one in proposal.planned else one for one in proposal.reasons)
        lines.append(f"  {proposal.recommendation:<28}{number(proposal.points, 'en', 1):>6}   {', '.join(reasons)}")
    return ["PROPOSALS, in order, with the points at stake", *(lines or ["  none"])]


def _schemes(schemes: Iterable[SchemeOpening]) -> list[str]:
    lines = [
        f"  {scheme.scheme:<20}1% of {money(scheme.budget, 'en')} is {money(scheme.ceiling, 'en')}"
        f", used {money(scheme.used, 'en')}"
        for scheme in schemes
    ]
    return ["1% SCHEMES", *(lines or ["  none open"])]
