"""Makes the diagnostic again from the printed annex, by the rules that the annex itself states."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from tests.brief.annex_reader import Annex, Mean, Row


@dataclass
class Made:
    """What a computation by hand gives: the three scores and the known share, in per cent. `low` None: no score."""

    low: float | None
    mid: float | None
    high: float | None
    known: float
    weight: float


def value(row: Row, annex: Annex) -> float | None:
    """Return the printed value, or None where an answer is in words or not known."""
    found = re.search(rf" v [=≥] €?{annex.n}", row.text)
    return annex.number(found[1]) if found else None


def value_from_parts(row: Row, annex: Annex) -> float | None:
    """Return the value made again from its numerator and denominator by a formula that is a division, or None."""
    n, of = annex.n, annex.words["of"]
    parts = re.search(rf" v [=≥] .*? {n} {of} {n}(?= |$)", row.text)
    formula = row.text.partition(" v ")[0]
    if not parts or "÷" not in formula:
        return None
    factor = re.search(rf" {n} × ", formula)
    return (annex.number(factor[1]) if factor else 1.0) * annex.number(parts[1]) / annex.number(parts[2])


def score(row: Row, annex: Annex) -> tuple[float, float] | None:
    """Return the low and high score of a row, None where it does not apply."""
    words = annex.words
    if row.state == words["out"]:
        return None
    if row.state in (words["known"], words["planned"]):
        made = _on_scale(row, annex)
        return made, made
    return (0.0 if value(row, annex) is None else _on_scale(row, annex)), 100.0


def _on_scale(row: Row, annex: Annex) -> float:
    words, v = annex.words, value(row, annex)
    if v is None:
        return _answered(row, annex)
    ends = re.search(words["ends"].replace("{n}", annex.n), row.text)
    assert ends, row
    a, b = annex.number(ends[1]), annex.number(ends[2])
    v = min(max(v, min(a, b)), max(a, b))
    if words["logarithm"] in row.text[ends.end() :]:
        return 100 * math.log(v / a) / math.log(b / a)
    return 100 * (v - a) / (b - a)


def _answered(row: Row, annex: Annex) -> float:
    """Return the score written beside the chosen option, or that of done, planned and not done."""
    words = annex.words
    mark = words["scale"] if words["scale"] in row.text else words["status"]
    answer, _, scale = row.text.rpartition(mark)
    answer = re.sub(rf" {words['source']} .*| \({words['planned']}\)(?= |$)", "", answer).strip()
    options = re.findall(rf"(.+?) {annex.n}(?: ?; |$)", scale.strip()) if mark == words["scale"] else []
    chosen = [(label, annex.number(points)) for label, points in options if answer.endswith(f" {label}")]
    if chosen:
        return max(chosen, key=lambda option: len(option[0]))[1]
    if answer.endswith((f" {words['not_done']}", f" {words['planned']}")):
        return 0.0
    assert answer.endswith(f" {words['done']}"), row
    return 100.0


def domain(mark: str, annex: Annex) -> Made:
    """Return a domain made again from its indicators' values."""
    rows = [row for row in annex.rows.values() if row.place.split(".")[0] == mark]
    mean = annex.means[mark]
    if not rows:
        nothing = mean.low is None
        return Made(*((None, None, None, 100.0) if nothing else (0.0, None, 100.0, 0.0)), mean.weight or 1.0)
    children = []
    for row in rows:
        ends = score(row, annex)
        known = row.state in (annex.words["known"], annex.words["planned"])
        low, high = ends or (None, None)
        children.append(Made(low, low if known else None, high, 100.0 if known else 0.0, row.weight))
    return gather(children, mean, annex)


def axis(mark: str, annex: Annex) -> Made:
    """Return an axis made again from the values of all that stands under it."""
    first, last = re.findall(r"\d+", annex.means[mark].gathers)
    return gather([domain(str(n), annex) for n in range(int(first), int(last) + 1)], annex.means[mark], annex)


def gather(children: list[Made], mean: Mean, annex: Annex) -> Made:
    """Return the mean of what applies: the unknown worst, left out, and best."""
    weight = mean.weight or 1.0
    due = [child for child in children if child.low is not None and child.weight]
    if not due:
        return Made(None, None, None, 100.0, weight)
    geometric = mean.kind == annex.words["geometric"]
    low, high = (_mean([(getattr(c, end), c.weight) for c in due], geometric) for end in ("low", "high"))
    heard = [(child.mid, child.weight) for child in due if child.mid is not None]
    mid = min(max(_mean(heard, geometric), low), high) if heard else None
    return Made(low, mid, high, _mean([(child.known, child.weight) for child in due], False), weight)


def _mean(pairs: list[tuple[float, float]], geometric: bool) -> float:
    whole = sum(weight for _, weight in pairs)
    if not geometric:
        return sum(points * weight for points, weight in pairs) / whole
    inside = math.exp(sum(math.log(1 + 0.99 * points) * weight for points, weight in pairs) / whole)
    return (inside - 1) / 0.99


def share(row: Row, annex: Annex) -> float:
    """Return a row's share of its axis, in per cent, from the weights printed."""
    mark = row.place.split(".")[0]
    siblings = [r for r in annex.rows.values() if r.place.split(".")[0] == mark and r.state != annex.words["out"]]
    family = next(axis_ for axis_ in annex.means.values() if axis_.weight is None and mark in _marks(axis_))
    nodes = [annex.means[one] for one in _marks(family) if annex.means[one].low is not None]
    of_domain = (annex.means[mark].weight or 0.0) / sum(node.weight or 0.0 for node in nodes)
    return 100 * of_domain * row.weight / sum(sibling.weight for sibling in siblings)


def _marks(mean: Mean) -> list[str]:
    first, last = re.findall(r"\d+", mean.gathers)
    return [str(n) for n in range(int(first), int(last) + 1)]
