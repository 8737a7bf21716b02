"""Which half of the rose a domain stands on, read from the framework's tree."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.charts.drawing import Role
from diagnostic.framework.model import Framework, Node


@dataclass(frozen=True, slots=True)
class Hue:
    """The three roles of one axis."""

    main: Role
    light: Role
    text: Role


TERRITORY = Hue(Role.TERRITORY, Role.TERRITORY_LIGHT, Role.TERRITORY_TEXT)
INSTITUTION = Hue(Role.INSTITUTION, Role.INSTITUTION_LIGHT, Role.INSTITUTION_TEXT)


def hue_of(node: str, framework: Framework) -> Hue:
    """Return the hue of a node: the first axis is the territory, any other the institution."""
    return TERRITORY if root_of(node, framework) == framework.axes()[0].id else INSTITUTION


def root_of(node: str, framework: Framework) -> str:
    """Return the id of the axis above a node (itself for an axis)."""
    current = framework.node(node)
    while current.parent:
        current = framework.node(current.parent)
    return current.id


def bearings(framework: Framework) -> dict[str, float]:
    """Return each domain's compass bearing: first axis on the right half, each other domain opposite its opposite."""
    domains = framework.domains()
    right = [node for node in domains if root_of(node.id, framework) == framework.axes()[0].id]
    left = [node for node in domains if node not in right]
    found = {node.id: 180 * (place + 0.5) / len(right) for place, node in enumerate(right)}
    order = sorted(left, key=lambda node: _rank(node, right, left))
    found.update({node.id: 180 + 180 * (place + 0.5) / len(order) for place, node in enumerate(order)})
    return found


def _rank(node: Node, right: list[Node], left: list[Node]) -> float:
    """Return where a domain comes on the left half: its opposite's place, or its own when it has none."""
    for place, other in enumerate(right):
        if node.id == other.opposite or node.opposite == other.id:
            return float(place)
    return left.index(node) + 0.5
