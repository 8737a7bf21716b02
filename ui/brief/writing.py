"""Writing a brief beside the screen: never from the dossier, only from frozen snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.model import Framework
from diagnostic.territory.countries import Countries
from diagnostic.texts import load_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A brief to write: from what, in which language, where."""

    snapshot: Snapshot
    previous: Snapshot | None
    framework: Framework
    countries: Countries
    lang: str
    path: Path


def write(order: Order) -> Path:
    """Write a brief and return where. WorldError where the file cannot be written.

    The heavy library is imported here, so that the program starts without it.
    """
    from diagnostic.brief.press import print_brief

    texts = load_texts(order.lang)
    print_brief(order.snapshot, order.previous, order.framework, texts, order.countries, order.path)
    return order.path
