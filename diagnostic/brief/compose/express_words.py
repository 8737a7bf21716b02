"""What the express reading says of itself, alike on the screen, in the brief and on the command line."""

from __future__ import annotations

from diagnostic.assessment.express_reading import ExpressReading, settled
from diagnostic.framework.model import Node
from diagnostic.texts import Texts


def lead_words(reading: ExpressReading, texts: Texts) -> str:
    """Return what it rests on, and how much of that is known."""
    asked, total = texts.number(reading.asked), texts.number(reading.total)
    rests = texts("express.lead", asked=asked, total=total)
    return f"{rests} {texts.plural('express.settled', reading.settled, asked=asked)}"


def settled_words(node: Node, reading: ExpressReading, texts: Texts) -> str:
    """Return how many of a node's express indicators are known: "2 / 2"."""
    below = reading.under(node.id)
    done = texts.number(settled(below, reading.assessment))
    return texts("express.of", done=done, total=texts.number(len(below)))


def nodes_of(reading: ExpressReading) -> tuple[Node, ...]:
    """Return each axis followed by its domains."""
    tree = reading.framework
    return tuple(node for axis in tree.axes() for node in (axis, *tree.children(axis.id)))
