"""An association of a file that the dossier may have under another name."""

from __future__ import annotations

from collections.abc import Collection
from types import MappingProxyType

from diagnostic.dossier.records import Association
from diagnostic.dossier.row import Row
from diagnostic.imports.reading import Said
from diagnostic.territory.folding import fold

_SMALL = frozenset({"a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les"})


def maybe_renamed(row: Row, others: Collection[Row]) -> Said | None:
    """Return the doubt that an association without a number is one of `others`, which no line of its file is.

    Its name is all in the other's or holds it all, and they are turned towards the same countries. Where nothing of the
    name is left, nothing tells.
    """
    if not isinstance(row, Association) or row.rna:
        return None
    words = _words(row)
    for other in others:
        if isinstance(other, Association) and set(other.countries) == set(row.countries) and other.countries:
            theirs = _words(other)
            if words and theirs and (words <= theirs or theirs <= words):
                return Said("doubt.renamed", MappingProxyType({"name": other.name}))
    return None


def _words(row: Association) -> frozenset[str]:
    return frozenset(fold(row.name).split()) - _SMALL
