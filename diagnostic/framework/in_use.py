"""Which framework a campaign is read with: the one it was made with, when that can still be had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from diagnostic.errors import WorldError
from diagnostic.framework.load import load_texts
from diagnostic.framework.model import Framework


class Origin(StrEnum):
    """Where the framework in use comes from."""

    SHIPPED = "shipped"
    """the campaign was made with the program's own edition"""
    KEPT = "kept"
    """the dossier keeps another one: an earlier edition, or the users' own"""
    REPLACED = "replaced"
    """the one it was made with is not in the dossier, or cannot be read: the program's edition stands in for it"""


@dataclass(frozen=True, slots=True)
class InUse:
    """The framework that a campaign is read with, and why that one. `fault` says why a kept one cannot be read."""

    framework: Framework
    origin: Origin
    fault: WorldError | None = None


def framework_in_use(code: str, version: str, sources: Mapping[str, str] | None, shipped: Framework) -> InUse:
    """Return what to read a campaign with, that was made with a framework's `version`.

    `sources` are the files that the dossier keeps of it, None when it keeps none.
    """
    same = (code, version) == (shipped.id, shipped.version)
    if sources is None:
        return InUse(shipped, Origin.SHIPPED if same else Origin.REPLACED)
    if dict(sources) == dict(shipped.sources):
        return InUse(shipped, Origin.SHIPPED)
    try:
        return InUse(load_texts(sources, whole=True), Origin.KEPT)
    except WorldError as fault:
        return InUse(shipped, Origin.REPLACED, fault)
