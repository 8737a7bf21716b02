"""What must hold across the entries of a framework: references, tree, weights, scales, thresholds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from diagnostic.dossier.vocabulary import TerritoryKind
from diagnostic.errors import WorldError
from diagnostic.framework import known
from diagnostic.framework.entry import Entry
from diagnostic.framework.model import Framework, Indicator, Input
from diagnostic.framework.parse import Purpose

Origins = Mapping[str, tuple[Entry, ...]]
AXES = 2
"""Of the method (rule 1): what the world brings, and what is done with it."""


def check_ids(origins: Origins) -> None:
    """Raise WorldError when two nodes or indicators, or two entries of another list, have one id."""
    for names in (("node", "indicator"), ("reading",), ("position",), ("recommendation",)):
        seen: dict[str, Entry] = {}
        for entry in (entry for name in names for entry in origins[name]):
            id_ = entry.text("id")
            if id_ in seen:
                raise entry.fault("duplicate", value=id_, other=seen[id_].file)
            seen[id_] = entry


def check_tree(origins: Origins, file: str) -> None:
    """Raise WorldError for an unknown parent, a cycle, a branch without indicator or without weight.

    `file` is the one with the head: what is lacking altogether is said of it.
    """
    parents = {entry.text("id"): entry for entry in origins["node"]}
    for entry in origins["indicator"]:
        _known(entry, "parent", (entry.text("parent"),), parents)
    for entry in origins["node"]:
        _known(entry, "parent", (entry.text("parent", ""),), ("", *parents))
    for entry in origins["node"]:
        _no_cycle(entry, parents)
    if not origins["indicator"]:
        raise WorldError("framework_empty", file=file, entry="indicator")
    for id_, entry in parents.items():
        below = [child for name in ("node", "indicator") for child in origins[name] if child.text("parent", "") == id_]
        if not below:
            raise entry.fault("childless")
        if not any(child.number("weight", 1.0) for child in below):
            raise entry.fault("weightless")


def _no_cycle(entry: Entry, parents: Mapping[str, Entry]) -> None:
    path = [entry.text("id")]
    while parent := parents[path[-1]].text("parent", ""):
        if parent in path:
            raise entry.fault("cycle", path=" > ".join((*path, parent)))
        path.append(parent)


def check_references(framework: Framework, origins: Origins, purpose: Purpose) -> None:
    """Raise WorldError when an entry refers to something that is not there, or when a scale is missing."""
    recommendations = {item.id for item in framework.recommendations}
    for indicator, entry in _paired(framework.indicators, origins["indicator"]):
        _known(entry, "recommendations", indicator.recommendations, recommendations)
        _known(entry, "sdg", indicator.sdg, known.SDGS)
        _known(entry, "step", (indicator.step,), known.STEPS)
        _known(entry, "needs", (indicator.needs,), ("", *known.TABLES))
        _check_scale(indicator, entry)
    nodes = {node.id for node in framework.nodes}
    for entry in origins["node"]:
        _known(entry, "opposite", (entry.text("opposite", ""),), ("", *nodes))
    axes = {node.id for node in framework.axes()}
    for entry in origins["position"]:
        _known(entry, "strong", entry.texts("strong"), axes)
    for entry in origins["reading"]:
        _check_reading(entry)


def check_axes(framework: Framework, entry: Entry) -> None:
    """Raise WorldError when the nodes without parent are not two: the diagnostic is read on two axes."""
    if len(framework.axes()) != AXES:
        raise entry.fault("axes", count=len(framework.axes()), wanted=AXES)


def check_thresholds(framework: Framework, entry: Entry) -> None:
    """Raise WorldError when a threshold that the diagnostic needs is missing."""
    for name in known.THRESHOLDS:
        if name not in framework.thresholds:
            raise entry.fault("missing_field", field=name)
    for name in ("alive_months", "largest_communities"):
        if framework.thresholds[name] < 1:
            raise entry.fault("out_of_bounds", field=name, value=framework.thresholds[name], bounds="1 …")
    for name in known.RANKING:
        if framework.thresholds.get(name, 1.0) <= 0:
            raise entry.fault("out_of_bounds", field=name, value=framework.thresholds[name], bounds="> 0")
    _check_references_by_size(framework, entry)


def _check_references_by_size(framework: Framework, entry: Entry) -> None:
    named = (known.PARTNERSHIP_BEYOND, *TerritoryKind)
    for name in framework.thresholds:
        limit = name.removeprefix(known.PARTNERSHIP_REFERENCE)
        if limit != name and not limit.isdecimal():
            _known(entry, known.PARTNERSHIP_REFERENCE, (limit,), named)


def _check_scale(indicator: Indicator, entry: Entry) -> None:
    if indicator.input is Input.MEASURE:
        _known(entry, "measure", (indicator.measure,), known.MEASURES)
    if indicator.input in (Input.MEASURE, Input.NUMBER) and indicator.goalposts is None:
        raise entry.fault("goalposts_missing")
    if indicator.input is Input.CHOICE and not indicator.options:
        raise entry.fault("options_missing")
    ids = [option.id for option in indicator.options]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise entry.fault("duplicate", value=id_, other=entry.file)


def _check_reading(entry: Entry) -> None:
    _known(entry, "id", (entry.text("id"),), known.READINGS)
    thresholds = entry.table("thresholds")
    needed = known.READINGS[entry.text("id")]
    for name in needed:
        if thresholds is None or not thresholds.has(name):
            raise entry.fault("missing_field", field=f"thresholds.{name}")
    _known(entry, "thresholds", thresholds.raw if thresholds else (), (*needed, *known.READING_SHARES))


def _paired(indicators: Iterable[Indicator], entries: tuple[Entry, ...]) -> Iterable[tuple[Indicator, Entry]]:
    by_id = {entry.text("id"): entry for entry in entries}
    return ((indicator, by_id[indicator.id]) for indicator in indicators)


def _known(entry: Entry, field: str, values: Iterable[str], names: Iterable[str]) -> None:
    allowed = set(names)
    for value in values:
        if value not in allowed:
            listing = ", ".join(sorted(name for name in allowed if name))
            raise entry.fault("unknown_reference", field=field, value=value, known=listing)
