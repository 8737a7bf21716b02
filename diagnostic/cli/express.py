"""The express reading on the command line: as lines under a heading of its own, and as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from diagnostic.assessment.express_reading import ExpressReading, express_reading
from diagnostic.assessment.results import Assessment, NodeResult
from diagnostic.brief.compose.express_words import lead_words, nodes_of
from diagnostic.cli.json_form import node_form
from diagnostic.cli.session import Session
from diagnostic.dossier.store import Dossier


def reading_of(session: Session, dossier: Dossier, full: Assessment) -> ExpressReading | None:
    """Return the express reading of the campaign looked at, None where it tells nothing more than the full one."""
    return express_reading(dossier.snapshot(), session.framework(dossier), dossier.previous(), full)


def lines(session: Session, reading: ExpressReading, interval: Callable[[NodeResult], str]) -> Iterator[str]:
    """Return the heading, what it rests on, each score as `interval` words it, and the caution."""
    texts = session.texts
    yield texts("express.title")
    yield f"  {lead_words(reading, texts)}"
    for node in nodes_of(reading):
        indent = "    " if node.parent else "  "
        value = interval(reading.assessment.node(node.id))
        yield indent + texts("cli.line", label=node.title[texts.lang], value=value)
    yield f"  {texts('express.caution')}"


def document(reading: ExpressReading | None) -> dict[str, Any] | None:
    """Return the reading as JSON data, None where there is none."""
    if reading is None:
        return None
    found = reading.assessment
    return {
        "framework": {"id": found.framework, "version": found.framework_version},
        "asked": reading.asked,
        "settled": reading.settled,
        "nodes": [node_form(node) for node in found.nodes],
    }
