"""How to recompute every number by hand: the rules in half a page, and the weights that are not the edition's."""

from __future__ import annotations

from diagnostic.brief.compose.annex_numbers import LOOSE_TOLERANCE, TOLERANCE, exact
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.content import Block, Column, ColumnKind, Heading, Table
from diagnostic.framework.model import Indicator, Mean, Node

RULES = ("row", "scale", "mean_of", "unknown", "share", "reading", "money", "rounding")


def rules(desk: Desk) -> list[Block]:
    """Return what each number is made from, and how near a computation by hand must come."""
    texts, thresholds = desk.texts, desk.framework.thresholds
    limits = {name: exact(thresholds.get(name, 0.0), desk) for name in ("asset_score", "gap_score", "strong_axis")}
    names = [rule for rule in RULES if rule != "reading" or set(limits) <= set(thresholds)]
    if any(node.mean is not Mean.ARITHMETIC for node in desk.framework.nodes):
        names.insert(names.index("mean_of") + 1, "other_means")
    figures = {"tolerance": exact(TOLERANCE, desk), "loose": exact(LOOSE_TOLERANCE, desk), **limits}
    columns = (Column(texts("annex.column.rule"), 0.16), Column(texts("annex.column.rule_text"), 0.84))
    rows = tuple((texts(f"annex.{name}.lead"), texts(f"annex.{name}.text", **figures)) for name in names)
    return [Table(columns=columns, rows=rows, caption="", dense=True)]


def changed_weights(desk: Desk) -> list[Block]:
    """Return the weights that the users chose in place of the edition's, why and by whom; nothing if none is."""
    edition, rows = desk.framework.edition_weights, {row.item: row for row in desk.snapshot.weightings}
    if not edition:
        return []
    texts = desk.texts
    columns = (
        Column(texts("annex.column.item"), 0.32),
        Column(texts("annex.column.edition_weight"), 0.12, ColumnKind.NUMBER),
        Column(texts("annex.column.own_weight"), 0.12, ColumnKind.NUMBER),
        Column(texts("annex.column.reason"), 0.28),
        Column(texts("annex.column.author"), 0.16),
    )
    unknown = texts("brief.word.unknown")
    table = Table(
        columns=columns,
        rows=tuple(
            (
                _item(item, desk).title[desk.lang],
                exact(weight, desk, 4),
                exact(_item(item, desk).weight, desk, 4),
                (rows[item].reason.strip() if item in rows else "") or unknown,
                (rows[item].author.strip() if item in rows else "") or unknown,
            )
            for item, weight in edition.items()
        ),
        caption=texts("annex.weights_caption"),
        dense=True,
    )
    return [Heading(texts("annex.weights"), 3), table]


def _item(id_: str, desk: Desk) -> Node | Indicator:
    """Return the domain or the indicator of that id."""
    items: tuple[Node | Indicator, ...] = (*desk.framework.nodes, *desk.framework.indicators)
    return next(item for item in items if item.id == id_)
