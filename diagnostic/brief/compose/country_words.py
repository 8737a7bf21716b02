"""Countries in a sentence, with the words their names want: le Mali, du Mali, aux Pays-Bas."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.brief.compose.inputs import Desk
from diagnostic.territory.articles import Case


def phrase(code: str, case: Case, desk: Desk) -> str:
    """Return a country's name with the words before it; its code when no name is known."""
    found = desk.countries.get(code) if code else None
    return found.phrase(desk.lang, case) if found else code


def phrases(codes: Sequence[str], case: Case, desk: Desk) -> str:
    """Return several countries as in a sentence: "le Maroc, les Comores et Cuba"."""
    return desk.texts.listing([phrase(code, case, desk) for code in codes])
