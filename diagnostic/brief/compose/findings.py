"""Assets and gaps with their reasons."""

from __future__ import annotations

from diagnostic.assessment.results import Finding, FindingKind
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import fraction_words, value_words
from diagnostic.brief.content import Block, Column, ColumnKind, Heading, Mark, Paragraph, Section, Table, Voice

MOST = 8


def findings(desk: Desk) -> Section | None:
    """Return the section, or None when the data shows neither assets nor gaps."""
    assets, gaps = desk.assessment.assets, desk.assessment.gaps
    if not assets and not gaps:
        return None
    texts = desk.texts
    title = texts("brief.findings.title", assets=_count("asset", assets, desk), gaps=_count("gap", gaps, desk))
    blocks = [*_group(FindingKind.ASSET, assets, desk), *_group(FindingKind.GAP, gaps, desk)]
    blocks.append(Paragraph(texts("brief.findings.points"), Voice.NOTE))
    return Section(id="findings", label=texts("brief.findings.label"), title=title, blocks=tuple(blocks))


def gap_note(finding: Finding, desk: Desk) -> str:
    """Return the points at stake and, of the recommendations that answer a gap, those that the document holds."""
    numbers = _recommendations(finding, desk)
    key = "brief.findings.at_stake_tied" if finding.tied else "brief.findings.at_stake"
    stake = desk.texts(key, points=desk.texts.number(finding.points, 1))
    return f"{stake} · {numbers}" if numbers else stake


def _recommendations(finding: Finding, desk: Desk) -> str:
    linked = desk.framework.indicator(finding.indicator).recommendations
    linked = tuple(id_ for id_ in linked if desk.cited is None or id_ in desk.cited)
    numbers = sorted(desk.framework.recommendation(id_).number for id_ in linked)
    if not numbers:
        return ""
    key = "one" if len(numbers) == 1 else "other"
    return desk.texts(f"brief.findings.recommendation.{key}", numbers=desk.texts.listing([str(n) for n in numbers]))


def _count(kind: str, found: tuple[Finding, ...], desk: Desk) -> str:
    return desk.texts.plural(f"brief.findings.{kind}", len(found)) if found else desk.texts(f"brief.findings.no_{kind}")


def _group(kind: FindingKind, found: tuple[Finding, ...], desk: Desk) -> list[Block]:
    if not found:
        return []
    texts, asset = desk.texts, kind is FindingKind.ASSET
    last = Column(texts(f"brief.column.{'brings' if asset else 'at_stake'}"), 0.13, ColumnKind.NUMBER)
    columns = (
        Column(texts(f"brief.column.{kind.value}"), 0.36),
        Column(texts("brief.column.reason"), 0.38),
        Column(texts("brief.column.score"), 0.13, ColumnKind.NUMBER),
        last,
    )
    rows = tuple(_row(finding, desk) for finding in found[:MOST])
    caption = texts(f"brief.findings.{kind.value}_caption")
    if len(found) > MOST:
        caption += ". " + texts("brief.findings.more", shown=str(MOST), total=str(len(found)))
    mark = Mark.ASSET if asset else Mark.GAP
    return [
        Heading(texts(f"brief.findings.{kind.value}_title"), 2, mark),
        Table(columns=columns, rows=rows, caption=caption),
    ]


def _row(finding: Finding, desk: Desk) -> tuple[str, ...]:
    texts = desk.texts
    indicator = desk.framework.indicator(finding.indicator)
    domain = desk.framework.node(finding.domain).short[desk.lang]
    points = texts.number(finding.points, 1) + (texts("brief.findings.tied") if finding.tied else "")
    return (f"{indicator.title[desk.lang]}\n{domain}", _reason(finding, desk), texts.number(finding.score), points)


def _reason(finding: Finding, desk: Desk) -> str:
    result = desk.assessment.indicator(finding.indicator)
    fraction = fraction_words(result, desk)
    lines = [f"{value_words(result, desk)} ({fraction})" if fraction else value_words(result, desk)]
    if finding.kind is FindingKind.GAP and (numbers := _recommendations(finding, desk)):
        lines.append(numbers)
    return "\n".join(lines)
