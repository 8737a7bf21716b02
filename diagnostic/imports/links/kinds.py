"""The object codes of the register that tell an international life, and the kind that an association is likely of."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from diagnostic.dossier.vocabulary import AssociationKind as Kind
from diagnostic.imports.links.lexicon import Lexicon, Sense
from diagnostic.imports.links.scan import Hit

STRONG_CODES: Mapping[str, Kind] = MappingProxyType(
    {
        "009050": Kind.CULTURE,
        "020020": Kind.SOLIDARITY,
        "014040": Kind.DIASPORA,
        "003050": Kind.RIGHTS,
        "019025": Kind.RIGHTS,
    }
)
"""Codes of the register's nomenclature (waldec) that are enough by themselves, with the kind that they make likely."""
WEAK_CODES = frozenset({"001025", "003010", "015085", "020000", "020015", "006110", "014045"})
"""Codes that need a word beside them."""


def kind_of(
    codes: Collection[str], title: Sequence[str], purpose: Sequence[str], hits: Collection[Hit], lexicon: Lexicon
) -> Kind | None:
    """Return the likely kind: what a strong word says, then the code, then the words of title and purpose; or None."""
    strong = [hit.entry.code for hit in hits if hit.entry.sense is Sense.STRONG]
    if Kind.TWINNING.value in strong:
        return Kind.TWINNING
    if code := next((code for code in codes if code in STRONG_CODES), ""):
        return STRONG_CODES[code]
    if strong:
        return Kind(strong[0])
    by_words = _by_words(title, lexicon) or _by_words(purpose, lexicon)
    return Kind(by_words) if by_words else None


def _by_words(words: Sequence[str], lexicon: Lexicon) -> str:
    return next((kind for kind, signs in lexicon.kinds.items() if not signs.isdisjoint(words)), "")
