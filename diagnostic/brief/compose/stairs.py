"""The staircase of domains, drawn from the variations: the same on the screen and in the annex."""

from __future__ import annotations

from itertools import combinations

from diagnostic.assessment.variations import Variations
from diagnostic.brief.compose.firm_words import DOUBTFUL, SURE, pair_words, pairs, ranked_domains, share_sign
from diagnostic.brief.compose.inputs import Desk
from diagnostic.charts.drawing import Drawing
from diagnostic.charts.layout import hue_of
from diagnostic.charts.pairs import Cell, Step, pair_stairs

FEWEST = 2


def stairs(run: Variations, desk: Desk) -> Drawing | None:
    """Return the drawing, None under two domains whose score is published. Its alternative text says every pair."""
    ranked = ranked_domains(run, desk)
    if len(ranked) < FEWEST:
        return None
    steps = [Step(node.id, node.short[desk.lang], hue_of(node.id, desk.framework).text) for node in ranked]
    cells = {(one.id, other.id): _cell(one.id, other.id, run, desk) for one, other in combinations(ranked, 2)}
    alt = ". ".join([desk.texts("firm.order.title"), *(pair_words(pair, desk) for pair in pairs(run, desk))])
    return pair_stairs(steps, cells, f"{alt}.")


def stair_names(run: Variations, desk: Desk) -> dict[str, str]:
    """Return what each cell's key stands for, in words."""
    ranked = [node.id for node in ranked_domains(run, desk)]
    said = {frozenset((pair.ahead, pair.behind)): pair_words(pair, desk) for pair in pairs(run, desk)}
    return {f"pair:{one}:{other}": said[frozenset((one, other))] for one, other in combinations(ranked, 2)}


def _cell(one: str, other: str, run: Variations, desk: Desk) -> Cell:
    there, back = run.ahead.get((one, other), 0.0), run.ahead.get((other, one), 0.0)
    hue = hue_of(one if there >= back else other, desk.framework)
    if there == back == 0:
        return Cell("=", hue, sure=False, doubtful=False)
    firmest = max(there, back)
    return Cell(share_sign(there, desk), hue, sure=firmest >= SURE, doubtful=firmest < DOUBTFUL)
