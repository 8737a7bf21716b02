"""The express pass: a framework reduced to the few indicators that a first meeting can answer."""

from __future__ import annotations

from dataclasses import replace

from diagnostic.errors import WorldError
from diagnostic.framework.model import Framework

SUFFIX = "-express"


def express_only(framework: Framework) -> Framework:
    """Return the same tree restricted to its express indicators, under a version of its own ("1.1-express").

    Weights, scales, thresholds and the least known share stay: a score is published under the same rule, over fewer
    questions. It never compares with a full one: `assessment.comparing` refuses the two versions. A node left without
    indicator goes. WorldError("framework_no_express") when no indicator is flagged.
    """
    kept = tuple(indicator for indicator in framework.indicators if indicator.express)
    if not kept:
        raise WorldError("framework_no_express", file="", entry=framework.id)
    parents = {node.id: node.parent for node in framework.nodes}
    held: set[str] = set()
    for indicator in kept:
        place = indicator.parent
        while place:
            held.add(place)
            place = parents[place]
    return replace(
        framework,
        version=framework.version + SUFFIX,
        indicators=kept,
        nodes=tuple(node for node in framework.nodes if node.id in held),
    )


def is_express(version: str) -> bool:
    """Return whether a version is that of an express reading, to label what is shown of it."""
    return version.endswith(SUFFIX)
