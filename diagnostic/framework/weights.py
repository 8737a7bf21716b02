"""The users' own weights in the place of the edition's. Weights are relative to siblings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from types import MappingProxyType

from diagnostic.framework.model import Framework, Indicator, Node


class Refusal(StrEnum):
    """Why a weight of one's own cannot be used."""

    UNKNOWN_ITEM = "unknown_item"
    """the framework has no indicator and no domain of that id"""
    WEIGHTLESS = "weightless"
    """nothing would weigh any more under its parent"""


def weighted(framework: Framework, weights: Mapping[str, float]) -> Framework:
    """Return the framework with the users' weights by item, those that cannot be used left out (`refusals`)."""
    given = edition_weights(framework)
    own = {item: weight for item, weight in _usable(framework, weights).items() if weight != given[item]}
    if not own:
        return framework
    return replace(
        framework,
        nodes=tuple(replace(node, weight=own.get(node.id, node.weight)) for node in framework.nodes),
        indicators=tuple(replace(leaf, weight=own.get(leaf.id, leaf.weight)) for leaf in framework.indicators),
        edition_weights=MappingProxyType({item: given[item] for item in own}),
    )


def refusals(framework: Framework, weights: Mapping[str, float]) -> Mapping[str, Refusal]:
    """Return which of the users' weights cannot be used, and why."""
    given = edition_weights(framework)
    found = {item: Refusal.UNKNOWN_ITEM for item in weights if item not in given}
    for siblings in _families(framework):
        if not any(weights.get(item.id, given[item.id]) for item in siblings):
            found |= {item.id: Refusal.WEIGHTLESS for item in siblings if item.id in weights}
    return MappingProxyType(found)


def edition_weights(framework: Framework) -> Mapping[str, float]:
    """Return the edition's own weight of every indicator and domain by id; axes are never added up, and have none."""
    return MappingProxyType(
        {item.id: framework.edition_weights.get(item.id, item.weight) for item in _items(framework) if item.parent}
    )


def item_of(framework: Framework, id_: str) -> Node | Indicator | None:
    """Return the domain or the indicator of that id, None if the framework has none."""
    return next((item for item in _items(framework) if item.id == id_), None)


def weigh_alike(framework: Framework, one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Return whether two sets of the users' weights come to the same, item by item, in a framework."""
    given = edition_weights(framework)
    first, second = ({**given, **_usable(framework, weights)} for weights in (one, other))
    return first == second


def _usable(framework: Framework, weights: Mapping[str, float]) -> dict[str, float]:
    refused = refusals(framework, weights)
    return {item: weight for item, weight in weights.items() if item not in refused}


def _families(framework: Framework) -> list[list[Node | Indicator]]:
    """Return what shares a parent."""
    families: dict[str, list[Node | Indicator]] = {}
    for item in _items(framework):
        if item.parent:
            families.setdefault(item.parent, []).append(item)
    return list(families.values())


def _items(framework: Framework) -> tuple[Node | Indicator, ...]:
    return (*framework.nodes, *framework.indicators)
