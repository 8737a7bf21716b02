"""The one page for the elected official, and the same in two. They must fit, whatever the data: all is cut by rule."""

from __future__ import annotations

from diagnostic.assessment.results import Finding, FindingKind
from diagnostic.brief.compose.decisions import Decision, decisions, total_words
from diagnostic.brief.compose.findings import gap_note
from diagnostic.brief.compose.first_pass import caution
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.reach import reach_words
from diagnostic.brief.compose.scores import ahead_words
from diagnostic.brief.compose.versions import stand_in_words
from diagnostic.brief.compose.wording import colon, fraction_words, number_words, short, value_words
from diagnostic.brief.content import (
    Beside,
    Block,
    Column,
    ColumnKind,
    Figure,
    Heading,
    Item,
    Items,
    Mark,
    Paragraph,
    Section,
    Table,
    Voice,
)
from diagnostic.charts.position import position
from diagnostic.charts.rose import rose
from diagnostic.charts.wording import score_words

LEFT = 0.55
"""The left column\'s share of the width: the rose is wider than the square, and what stands below lines up."""
MOST = 3
TITLE, VALUE, OWNER, SUCCESS = 90, 90, 40, 120


def summary(desk: Desk) -> Section:
    """Return the page."""
    blocks = (*_reading(desk), *decision_blocks(desk), Paragraph(unknown_words(desk), Voice.NOTE), *caution(desk))
    label = desk.texts("brief.summary.label")
    return Section(id="summary", label=label, title=position_title(desk), blocks=blocks, one_page=True)


def first_page(desk: Desk) -> Section:
    """Return where the territory stands: the first of the two pages; `decide.second_page` is the other."""
    label = desk.texts("brief.summary.stands")
    blocks = (*_reading(desk), Paragraph(unknown_words(desk), Voice.NOTE))
    return Section(id="summary", label=label, title=position_title(desk), blocks=blocks, one_page=True)


def _reading(desk: Desk) -> tuple[Block, ...]:
    """Return the position, its figures, the first assets and gaps."""
    warned = stand_in_words(desk)
    return (
        *((Paragraph(warned),) if warned else ()),
        Paragraph(_lead(desk), Voice.LEAD),
        _figures(desk),
        Beside(_findings(desk, FindingKind.ASSET), _findings(desk, FindingKind.GAP), share=LEFT),
    )


def position_title(desk: Desk) -> str:
    """Return the reading of the two axes in a line, or what is sure of it while it stays open."""
    for item in desk.framework.positions:
        if item.id == desk.assessment.position:
            return short(item.title[desk.lang], TITLE)
    if desk.nothing_applies:
        return desk.texts("applying.title")
    return ahead_words(desk) or desk.texts("brief.summary.undecided")


def _lead(desk: Desk) -> str:
    if desk.nothing_applies:
        return desk.texts("applying.nothing")
    meanings = [p.meaning[desk.lang] for p in desk.framework.positions if p.id == desk.assessment.position]
    first = short(meanings[0], 260) if meanings else _undecided(desk)
    return f"{first} {reach_words(desk)}"


def _undecided(desk: Desk) -> str:
    """Return that the reading stays open, with what is known of each axis."""
    axes = [
        colon(axis.short[desk.lang], score_words(desk.assessment.node(axis.id), desk.texts), desk)
        for axis in desk.framework.axes()[:2]
    ]
    return desk.texts(
        "brief.summary.undecided_lead",
        axes=desk.texts("brief.separator").join(axes),
        strong=desk.texts.number(desk.framework.thresholds.get("strong_axis", 50.0)),
    )


def _figures(desk: Desk) -> Beside:
    texts = desk.texts
    left = Figure(
        drawing=rose(desk.assessment, desk.framework, texts),
        title=texts("brief.figure.rose"),
        legend=texts("brief.figure.rose_legend"),
    )
    right = Figure(
        drawing=position(desk.assessment, desk.framework, texts),
        title=texts("brief.figure.position"),
        legend=texts("brief.figure.position_legend"),
        width=0.9,
    )
    return Beside((left,), (right,), share=LEFT)


def _findings(desk: Desk, kind: FindingKind) -> tuple[Block, ...]:
    found = (desk.assessment.assets if kind is FindingKind.ASSET else desk.assessment.gaps)[:MOST]
    mark = Mark.ASSET if kind is FindingKind.ASSET else Mark.GAP
    texts = desk.texts
    if not found:
        words = texts(f"brief.summary.no_{kind.value}")
        return (Heading(texts(f"brief.summary.{kind.value}_none"), 3, mark), Paragraph(words))
    heading = texts(f"brief.summary.{kind.value}.{len(found)}")
    return (Heading(heading, 3, mark), Items(tuple(_item(finding, desk) for finding in found), mark))


def _item(finding: Finding, desk: Desk) -> Item:
    result = desk.assessment.indicator(finding.indicator)
    title = short(desk.framework.indicator(finding.indicator).title[desk.lang], TITLE)
    value, fraction = short(value_words(result, desk), VALUE), fraction_words(result, desk)
    text = f"{value} ({fraction})" if fraction else value
    note = gap_note(finding, desk) if finding.kind is FindingKind.GAP else ""
    return Item(colon(title, "", desk).rstrip(), text, note)


def decision_blocks(desk: Desk) -> list[Block]:
    """Return the first decisions to take, with what they cost and can raise."""
    texts, found = desk.texts, decisions(desk, MOST)
    if not found:
        return [Heading(texts("brief.summary.decisions.none"), 3), Paragraph(texts("brief.summary.no_decision"))]
    columns = (
        Column(texts("brief.column.decision"), 0.34),
        Column(texts("brief.column.owner"), 0.17),
        Column(texts("brief.column.cost"), 0.12, ColumnKind.NUMBER),
        Column(texts("brief.column.raised"), 0.12, ColumnKind.NUMBER),
        Column(texts("brief.column.success"), 0.25),
    )
    table = Table(columns=columns, rows=tuple(_row(d, desk) for d in found), caption="")
    return [
        Heading(texts(f"brief.summary.decisions.{len(found)}"), 3),
        table,
        Paragraph(total_words(found, desk)),
    ]


def _row(decision: Decision, desk: Desk) -> tuple[str, ...]:
    texts = desk.texts
    title = short(decision.title, TITLE)
    return (
        texts("brief.summary.proposed", title=title) if decision.proposed else title,
        short(decision.owner, OWNER) or texts("brief.word.to_name"),
        number_words(decision.cost, desk),
        number_words(decision.raised, desk),
        short(decision.success, SUCCESS) or texts("brief.word.to_set"),
    )


def unknown_words(desk: Desk) -> str:
    """Return what is not known yet: the unknown share of weight of each axis and the most useful answers."""
    texts, assessment = desk.texts, desk.assessment
    if desk.nothing_applies:
        return texts("applying.nothing")
    shares = [1 - assessment.node(axis.id).interval.known for axis in desk.framework.axes()[:2]]
    if not any(shares):
        return texts("brief.unknown.nothing")
    first = texts(
        "brief.unknown.shares", territory=texts.percent(shares[0] * 100), institution=texts.percent(shares[1] * 100)
    )
    titles = [desk.framework.indicator(u.indicator).title[desk.lang] for u in assessment.useful[:MOST]]
    useful = (
        texts("brief.unknown.useful", titles=desk.texts("brief.separator").join(short(t, TITLE) for t in titles))
        if titles
        else ""
    )
    return f"{first} {useful}".strip()
