"""Composing and writing a brief beside the screen: never from the dossier, only from frozen snapshots. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from diagnostic.brief.content import BriefContent, Kind
from diagnostic.brief.edits.edited import Edited
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.model import Framework
from diagnostic.territory.countries import Countries
from diagnostic.texts import load_texts

if TYPE_CHECKING:
    from diagnostic.watching import Watch

_PRESS = Lock()
"""The libraries that set type keep their fonts for the whole process: one document at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A document to compose: from what, which one, in which language."""

    snapshot: Snapshot
    previous: Snapshot | None
    framework: Framework
    countries: Countries
    lang: str
    kind: Kind = Kind.FULL


def composed(order: Order, watch: Watch) -> Edited:
    """Return what a brief says, as its users edited it.

    The heavy libraries are imported here, so that the program starts without them.
    """
    from diagnostic.brief.press import edited_of

    texts = load_texts(order.lang)
    with _PRESS:
        watch(0, 1)
        return edited_of(order.snapshot, order.previous, order.framework, texts, order.countries, order.kind)


def printed(content: BriefContent, watch: Watch) -> bytes:
    """Return a brief as PDF."""
    from diagnostic.brief.pdf.document import render_pdf

    with _PRESS:
        watch(0, 1)
        return render_pdf(content)


def write(order: Order, path: Path) -> Path:
    """Write a brief in the form that the path's end names, and return where. WorldError where it cannot be written."""
    from diagnostic.brief.press import print_brief

    texts = load_texts(order.lang)
    with _PRESS:
        print_brief(order.snapshot, order.previous, order.framework, texts, order.countries, path, kind=order.kind)
    return path
