"""Since the campaign before: each domain then and now, and what became of the actions."""

from __future__ import annotations

from diagnostic.assessment.results import Assessment
from diagnostic.brief.compose.decisions import title_words
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import colon
from diagnostic.brief.content import Block, Column, ColumnKind, Heading, Item, Items, Paragraph, Section, Table
from diagnostic.charts.wording import score_words
from diagnostic.dossier.records import Action
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.strategy.heirs import heirs


def followup(desk: Desk) -> Section | None:
    """Return the section, or None without an earlier campaign."""
    if desk.inputs.previous is None:
        return None
    before, then = desk.inputs.previous
    texts, year = desk.texts, before.campaign.year
    same = _version(before) == _version(desk.snapshot)
    blocks: list[Block] = [_scores(then, year, desk) if same else Paragraph(texts("brief.followup.other_version"))]
    if before.actions:
        blocks += [Heading(texts("brief.followup.actions", year=year)), _actions(before, desk)]
    label = texts("brief.followup.label", year=year)
    return Section(id="followup", label=label, title=label, blocks=tuple(blocks))


def _version(snapshot: Snapshot) -> tuple[str, str]:
    """Return what a campaign was answered in: the same questions with other goalposts would not compare."""
    return snapshot.campaign.framework, snapshot.campaign.framework_version


def _scores(then: Assessment, year: int, desk: Desk) -> Table:
    texts, now = desk.texts, desk.assessment
    columns = (
        Column(texts("brief.column.domain"), 0.4),
        Column(str(year), 0.2, ColumnKind.NUMBER),
        Column(str(desk.snapshot.campaign.year), 0.2, ColumnKind.NUMBER),
        Column(texts("brief.column.change"), 0.2, ColumnKind.NUMBER),
    )
    nodes = [node for axis in desk.framework.axes() for node in (axis, *desk.framework.children(axis.id))]
    rows = tuple(
        (
            node.title[desk.lang],
            score_words(then.node(node.id), texts),
            score_words(now.node(node.id), texts),
            _change(node.id, then, desk),
        )
        for node in nodes
    )
    strong = tuple(place for place, node in enumerate(nodes) if not node.parent)
    return Table(columns=columns, rows=rows, caption=texts("brief.followup.caption"), strong=strong)


def _change(id_: str, then: Assessment, desk: Desk) -> str:
    """Return the change of two published scores, and whether their intervals leave it sure."""
    old, new = then.node(id_), desk.assessment.node(id_)
    texts = desk.texts
    if not (old.published and new.published) or old.interval.mid is None or new.interval.mid is None:
        return texts("brief.followup.not_comparable")
    change = new.interval.mid - old.interval.mid
    words = ("+" if change >= 0.05 else "") + texts.number(change, 1)
    sure = old.interval.high < new.interval.low or new.interval.high < old.interval.low
    return words if sure or not change else texts("brief.followup.unsure", change=words)


def _actions(before: Snapshot, desk: Desk) -> Items:
    """Return each action of then with what it is now: its state, its new title, or that it left the plan."""
    return Items(
        tuple(
            Item(colon(title_words(then, desk), "", desk).rstrip(), _became(then, now, desk))
            for then, now in heirs(before.actions, desk.snapshot.actions)
        )
    )


def _became(then: Action, now: Action | None, desk: Desk) -> str:
    texts = desk.texts
    if now is None:
        return texts("brief.followup.gone")
    state = texts.label(now.state) if now.state else texts("brief.word.unknown")
    if now.title == then.title:
        return state
    return texts("brief.followup.renamed", state=state, title=now.title)
