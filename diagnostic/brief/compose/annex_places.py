"""The numbers by which the annex names axes (A, B), domains (1, 2) and indicators (1.1, 1.2)."""

from __future__ import annotations

from itertools import pairwise
from string import ascii_uppercase

from diagnostic.brief.compose.inputs import Desk
from diagnostic.framework.model import Framework, Node


def domain_place(id_: str, framework: Framework) -> int:
    """Return a domain's number, from 1."""
    return [domain.id for domain in framework.domains()].index(id_) + 1


def indicator_place(id_: str, framework: Framework) -> str:
    """Return an indicator's number: its domain's, then its own."""
    parent = framework.indicator(id_).parent
    own = [indicator.id for indicator in framework.indicators_of(parent)].index(id_) + 1
    return f"{domain_place(parent, framework)}.{own}"


def node_place(node: Node, framework: Framework) -> str:
    """Return a domain's number, an axis's letter, or "" for what stands between them."""
    if any(domain.id == node.id for domain in framework.domains()):
        return str(domain_place(node.id, framework))
    roots = [axis.id for axis in framework.axes()]
    return ascii_uppercase[roots.index(node.id) % 26] if node.id in roots else ""


def gathered(node: Node, desk: Desk) -> str:
    """Return the numbers of what a node is the mean of: "1 à 4", "1.1 à 1.5"."""
    framework = desk.framework
    nodes = [node_place(child, framework) or child.short[desk.lang] for child in framework.children(node.id)]
    leaves = [indicator_place(indicator.id, framework) for indicator in framework.indicators_of(node.id)]
    return desk.texts("brief.separator").join(_run(places, desk) for places in (nodes, leaves) if places)


def _run(places: list[str], desk: Desk) -> str:
    """Return the first and last of numbers that follow each other, or them all."""
    if len(places) < 3 or not _consecutive(places):
        return ", ".join(places)
    return desk.texts("annex.from_to", first=places[0], last=places[-1])


def _consecutive(places: list[str]) -> bool:
    ends = [place.rpartition(".")[2] for place in places]
    if not all(end.isdecimal() for end in ends):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(ends))
