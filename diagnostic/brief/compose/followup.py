"""Since the campaign before: each domain then and now, and what became of the actions."""

from __future__ import annotations

from diagnostic.assessment.comparing import LEAST_POINTS, Comparison, NodeChange, comparable, compare
from diagnostic.assessment.results import IndicatorResult
from diagnostic.brief.compose.decisions import title_words
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.since_figure import since_figure
from diagnostic.brief.compose.strategy import state_words
from diagnostic.brief.compose.versions import reweighed_words, versions_words
from diagnostic.brief.compose.wording import colon, value_words
from diagnostic.brief.content import Block, Column, ColumnKind, Heading, Item, Items, Paragraph, Section, Table
from diagnostic.charts.wording import score_words
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.strategy.heirs import heirs

MOVES = 5
"""How many indicators explain the change: the others are in the annex of each campaign."""


def followup(desk: Desk) -> Section | None:
    """Return the section, or None without an earlier campaign."""
    if desk.inputs.previous is None:
        return None
    before, then = desk.inputs.previous
    texts, year = desk.texts, before.campaign.year
    if comparable(before.campaign, desk.snapshot.campaign):
        changes = compare(then, desk.assessment)
        drawn = since_figure(changes, year, desk)
        scored = [drawn, _scores(changes, year, desk), *_moves(changes, desk)]
        blocks: list[Block] = [*_reweighed(before, desk), *scored]
        blocks += [Paragraph(line) for line in known_lines(changes, year, desk)]
    else:
        made = versions_words(before.campaign, desk.snapshot.campaign, desk.framework, texts)
        blocks = [Paragraph(f"{texts('brief.followup.other_version')} {made}")]
    if before.actions:
        blocks += [Heading(texts("brief.followup.actions", year=year)), _actions(before, desk)]
    label = texts("brief.followup.label", year=year)
    return Section(id="followup", label=label, title=label, blocks=tuple(blocks))


def _reweighed(before: Snapshot, desk: Desk) -> list[Block]:
    said = reweighed_words(before, desk.snapshot, desk.framework, desk.texts)
    return [Paragraph(said)] if said else []


def _scores(changes: Comparison, year: int, desk: Desk) -> Table:
    texts = desk.texts
    columns = (
        Column(texts("brief.column.domain"), 0.4),
        Column(str(year), 0.2, ColumnKind.NUMBER),
        Column(str(desk.snapshot.campaign.year), 0.2, ColumnKind.NUMBER),
        Column(texts("brief.column.change"), 0.2, ColumnKind.NUMBER),
    )
    nodes = [node for axis in desk.framework.axes() for node in (axis, *desk.framework.children(axis.id))]
    rows = tuple((node.title[desk.lang], *_change(changes.node(node.id), desk)) for node in nodes)
    strong = tuple(place for place, node in enumerate(nodes) if not node.parent)
    return Table(columns=columns, rows=rows, caption=texts("brief.followup.caption"), strong=strong)


def _change(change: NodeChange, desk: Desk) -> tuple[str, str, str]:
    """Return a score then and now, and their difference where both are published, said unsure while intervals meet."""
    texts = desk.texts
    then, now = score_words(change.before, texts), score_words(change.after, texts)
    if change.points is None:
        return then, now, texts("brief.followup.not_comparable")
    words = _signed(change.points, desk)
    return then, now, words if change.sure else texts("brief.followup.unsure", change=words)


def _moves(changes: Comparison, desk: Desk) -> list[Block]:
    """Return the indicators that moved their axis most, with their values then and now."""
    texts = desk.texts
    if not changes.moved:
        return []
    items = tuple(
        Item(
            colon(desk.framework.indicator(move.id).title[desk.lang], "", desk).rstrip(),
            texts(
                "brief.followup.move",
                then=_quoted(move.before, desk),
                now=_quoted(move.after, desk),
                points=_signed(move.points, desk),
            ),
        )
        for move in changes.moved[:MOVES]
    )
    return [Heading(texts("brief.followup.moves")), Items(items)]


def _quoted(result: IndicatorResult, desk: Desk) -> str:
    """Return a value in words, an answer chosen from a list in quotes."""
    words = value_words(result, desk)
    return desk.texts("brief.followup.quoted", text=words) if result.option else words


def known_lines(comparison: Comparison, then: int, desk: Desk) -> tuple[str, ...]:
    """Return what the two campaigns do not know alike: part of a change may come from there."""
    found = (("learnt", comparison.learnt), ("lost", comparison.lost))
    return tuple(desk.texts.plural(f"results.since.{name}", len(ids), then=then) for name, ids in found if ids)


def _signed(points: float, desk: Desk) -> str:
    return ("+" if points >= LEAST_POINTS else "") + desk.texts.number(points, 1)


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
    state = state_words(now, desk)
    if now.title == then.title:
        return state
    return texts("brief.followup.renamed", state=state, title=now.title)
