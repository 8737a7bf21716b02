"""The annex on robustness: every score, every pair of domains and every indicator under the variations."""

from __future__ import annotations

from diagnostic.assessment.variations import Variations
from diagnostic.brief.compose.firm_words import DOUBTFUL, SURE, Removal, is_published, removals, score_of, share_words
from diagnostic.brief.compose.firmness import firm_items
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.stairs import stairs
from diagnostic.brief.content import Block, Column, ColumnKind, Figure, Items, Paragraph, Section, Table, Voice
from diagnostic.formats import UNKNOWN
from diagnostic.framework.model import Node

ASSET, GAP = "▲", "▼"
HEADS = (("without", 0.14), ("change", 0.1), ("kept", 0.17))
FIGURE = 0.68
"""Share of the line that the staircase takes."""


def robustness(desk: Desk) -> Section | None:
    """Return the section, None where no variation was run or no score is published."""
    run = desk.inputs.variations
    nodes = _nodes(run, desk) if run else []
    if run is None or not nodes:
        return None
    blocks: list[Block] = [Paragraph(_how(run, desk), Voice.NOTE), Items(firm_items(desk))]
    blocks += [_scores(run, nodes, desk), *_order(run, desk)]
    label = desk.texts("firm.brief.annex")
    blocks += _indicators(run, desk)
    return Section(id="robustness", label=label, title=label, blocks=tuple(blocks))


def _how(run: Variations, desk: Desk) -> str:
    texts = desk.texts
    least, most = (texts.number(factor, 2) for factor in (1 - run.spread, 1 + run.spread))
    return texts("firm.brief.annex_how", draws=texts.number(run.draws), least=least, most=most, seed=run.seed)


def _nodes(run: Variations, desk: Desk) -> list[Node]:
    nodes = [node for axis in desk.framework.axes() for node in (axis, *desk.framework.children(axis.id))]
    return [node for node in nodes if node.id in run.spreads and is_published(node.id, desk)]


def _scores(run: Variations, nodes: list[Node], desk: Desk) -> Table:
    texts = desk.texts
    heads = ("score", "low", "high", "geometric")
    columns = [Column(texts("firm.brief.column_node"), 0.48)]
    columns += [Column(texts(f"firm.brief.column_{name}"), 0.13, ColumnKind.NUMBER) for name in heads]
    rows = []
    for node in nodes:
        spread = run.spreads[node.id]
        scores = (score_of(node.id, desk), spread.low, spread.high, spread.geometric)
        rows.append((node.title[desk.lang], *(texts.number(score, 1) for score in scores)))
    strong = tuple(place for place, node in enumerate(nodes) if not node.parent)
    caption = texts("firm.brief.scores_caption")
    return Table(columns=tuple(columns), rows=tuple(rows), caption=caption, strong=strong, dense=True)


def _order(run: Variations, desk: Desk) -> tuple[Block, ...]:
    drawing, texts = stairs(run, desk), desk.texts
    if drawing is None:
        return ()
    sure, doubtful = texts.percent(100 * SURE), texts.percent(100 * DOUBTFUL)
    legend = texts("firm.order.legend", sure=sure, doubtful=doubtful)
    return (Figure(drawing=drawing, title=texts("firm.brief.order_title"), legend=legend, width=FIGURE),)


def _indicators(run: Variations, desk: Desk) -> tuple[Block, ...]:
    """Return the table of the indicators whose axis is published, and of those that are an asset or a gap."""
    out = {one.indicator: one for one in removals(run, desk, least=0.0)}
    axes = [axis.id for axis in desk.framework.axes()]
    listed = sorted({*out, *run.assets, *run.gaps}, key=lambda id_: _rank(id_, axes, out.get(id_), desk))
    if not listed:
        return ()
    texts = desk.texts
    columns = (
        Column(texts("firm.brief.column_indicator"), 0.45),
        Column(texts("firm.brief.column_axis"), 0.14),
        *(Column(texts(f"firm.brief.column_{name}"), share, ColumnKind.NUMBER) for name, share in HEADS),
    )
    rows = tuple(_row(id_, out.get(id_), run, desk) for id_ in listed)
    caption = texts("firm.brief.out_caption", leading=run.leading)
    return (Table(columns=columns, rows=rows, caption=caption, dense=True),)


def _rank(id_: str, axes: list[str], moved: Removal | None, desk: Desk) -> tuple[int, float, str]:
    """Return where an indicator comes: by axis, the one that moves it most first."""
    return (axes.index(desk.assessment.indicator(id_).axis), -abs(moved.change) if moved else 0.0, id_)


def _row(id_: str, moved: Removal | None, run: Variations, desk: Desk) -> tuple[str, ...]:
    number = desk.texts.number
    axis = desk.framework.node(desk.assessment.indicator(id_).axis).short[desk.lang]
    change = round(moved.change, 1) + 0.0 if moved else 0.0  # no minus before zero
    moving = (
        (number(moved.after, 1), f"{'+' if change > 0 else ''}{number(change, 1)}") if moved else (UNKNOWN, UNKNOWN)
    )
    return (desk.framework.indicator(id_).title[desk.lang], axis, *moving, _kept(id_, run, desk))


def _kept(indicator: str, run: Variations, desk: Desk) -> str:
    if indicator in run.assets:
        return f"{ASSET} {share_words(run.assets[indicator], desk)}"
    return f"{GAP} {share_words(run.gaps[indicator], desk)}" if indicator in run.gaps else UNKNOWN
