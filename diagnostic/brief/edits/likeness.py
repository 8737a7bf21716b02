"""How alike two passages are once their figures are left out."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from difflib import SequenceMatcher

ALIKE = 0.72
"""Share of words in the same order from which two passages are taken for one: judgement, of what composed sentences
keep when their figures change."""
SHARED_NAMES = 0.6
"""Share of names that two passages must have in common: "Maroc" is not "Sénégal" in another year."""
_FIGURE = re.compile(r"[+−-]?\d+(?:[\s.,]\d+)*")
_WORD = re.compile(r"\w+(?:[’']\w+)*|[^\w\s]")
_ENDS = frozenset(".!?:;•–")
_SHORT = 3
"""Letters: a first word that short is an article, not a name."""
_FIGURE_MARK = "0"


@dataclass(frozen=True, slots=True)
class Gist:
    """A passage without its figures: its words, and the names among them."""

    words: tuple[str, ...]
    names: frozenset[str]


def gist(text: str, numerals: Collection[str]) -> Gist:
    """Return a passage without its figures. `numerals` are the language's words for numbers, in small letters."""
    tokens = _WORD.findall(_FIGURE.sub(_FIGURE_MARK, text))
    words: list[str] = []
    names: set[str] = set()
    first = True
    for token in tokens:
        small = token.casefold()
        figure = small in numerals or token == _FIGURE_MARK
        words.append(_FIGURE_MARK if figure else small)
        if token[0].isupper() and not figure and not (first and len(token) <= _SHORT):
            names.add(small)
        first = token in _ENDS
    return Gist(tuple(words), frozenset(names))


def likeness(one: Gist, other: Gist) -> float:
    """Return how alike two passages are, 0 to 1; 0 where they do not speak of the same names."""
    named = one.names | other.names
    if named and len(one.names & other.names) < SHARED_NAMES * len(named):
        return 0.0
    if one.words == other.words:
        return 1.0
    first, second = sorted((one.words, other.words))  # the matcher does not give the same both ways
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
