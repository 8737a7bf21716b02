"""From the files of a framework to a checked `Framework`. The format's reference: docs/framework.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from diagnostic.framework import check
from diagnostic.framework import parse as p
from diagnostic.framework.model import Framework, Indicator, Node
from diagnostic.framework.source_files import RawFramework, read_sources, read_texts

EDITION = "edition-1"
"""The edition shipped with the program, a folder of resources/framework."""


def load_edition() -> Framework:
    """Return the framework shipped with the program."""
    return load_texts(read_texts(files("resources") / "framework" / EDITION))


def load_framework(path: Path) -> Framework:
    """Return the framework of a folder of TOML files, or of one TOML file.

    Raise WorldError("framework_…", file, entry, …) naming the file, the entry and what to mend.
    """
    return load_texts(read_texts(path))


def load_diagnostic(path: Path) -> Framework:
    """Return the same, to read a dossier with. WorldError too for an index alone: `framework_not_diagnostic`."""
    return load_texts(read_texts(path), whole=True)


def load_texts(texts: Mapping[str, str], *, whole: bool = False) -> Framework:
    """Return the framework of the texts of TOML files, by their names. WorldError as `load_framework`.

    `whole` refuses an index alone, as `load_diagnostic`.
    """
    raw = read_sources(texts)
    if not raw.head.raw:
        raise raw.head.fault("headless")
    purpose = raw.head.term("purpose", p.Purpose, p.Purpose.DIAGNOSTIC)
    if whole and purpose is not p.Purpose.DIAGNOSTIC:
        raise raw.head.fault("not_diagnostic")
    check.check_ids(raw.entries)
    check.check_tree(raw.entries, raw.head.file)
    framework = replace(_parse(raw, purpose), sources=texts)
    raw.head.close()
    check.check_references(framework, raw.entries, purpose)
    if purpose is p.Purpose.DIAGNOSTIC:
        check.check_thresholds(framework, raw.thresholds)
        check.check_axes(framework, raw.head)
    return framework


def _parse(raw: RawFramework, purpose: p.Purpose) -> Framework:
    known_share = p.parse_share(raw.head, p.DEFAULT_KNOWN_SHARE)
    nodes = _parents_first(tuple(p.parse_node(entry, known_share) for entry in raw.entries["node"]))
    indicators = tuple(p.parse_indicator(entry, purpose) for entry in raw.entries["indicator"])
    return Framework(
        id=raw.head.text("id"),
        version=raw.head.text("version"),
        title=raw.head.bilingual("title"),
        nodes=nodes,
        indicators=_by_node(indicators, nodes),
        readings=tuple(p.parse_reading(entry) for entry in raw.entries["reading"]),
        positions=tuple(p.parse_position(entry) for entry in raw.entries["position"]),
        recommendations=tuple(
            sorted((p.parse_recommendation(e) for e in raw.entries["recommendation"]), key=lambda item: item.number)
        ),
        thresholds=MappingProxyType(dict(raw.thresholds.numbers())),
    )


def _parents_first(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Return the nodes in the files' order, each before the nodes under it."""
    ordered: list[Node] = []

    def descend(parent: str) -> None:
        for node in nodes:
            if node.parent == parent:
                ordered.append(node)
                descend(node.id)

    descend("")
    return tuple(ordered)


def _by_node(indicators: tuple[Indicator, ...], nodes: tuple[Node, ...]) -> tuple[Indicator, ...]:
    place = {node.id: order for order, node in enumerate(nodes)}
    return tuple(sorted(indicators, key=lambda indicator: place[indicator.parent]))
