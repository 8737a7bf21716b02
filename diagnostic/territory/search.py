"""Finding a name among tens of thousands, with a few letters of it or a slip of the finger."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from heapq import nsmallest
from itertools import accumulate
from string import ascii_lowercase

from diagnostic.territory.folding import fold

_ARTICLES = ("le ", "la ", "les ", "l ")
# Words people put around a place's name; they are dropped only when the full text finds nothing.
_FILLERS = frozenset(
    {"l", "d", "le", "la", "les", "de", "du", "des", "et", "ville", "mairie", "commune", "communes"}
    | {"communaute", "agglomeration", "urbaine", "metropole", "conseil"}
    | {"departement", "departemental", "region", "regional"}
)
_SHORTEST_MISSPELT = 4
_LONGEST_MISSPELT = 30
"""No word of a French place is longer; trying the slips of a long text would take minutes."""
_FEW = 3
_EXACT, _PREFIX, _WORDS = range(3)


class NameIndex:
    """Folded names in the order in which ties are ranked; answers are positions in that order.

    A name that is the text (its leading article aside) comes first, then a name that begins with the
    text, then a name in which every word of the text begins a word, in any order. Within each of these
    the order of the names given to the index decides.
    """

    def __init__(self, names: Sequence[str], short_names: dict[int, str]) -> None:
        """Index `names` (already folded); `short_names` replaces some for the exact and prefix ranks."""
        self._names = names
        self._short_names = short_names
        lines = [f" {name}\n" for name in names]
        self._text = "".join(lines)
        self._starts = list(accumulate(map(len, lines), initial=0))

    def find(self, text: str, limit: int, accept: Callable[[int], bool]) -> tuple[int, ...]:
        """Return at most `limit` accepted positions, best first; () when nothing resembles the text.

        When the text finds nothing as typed, filler words are dropped ("ville de Rennes"). When only a few
        names answer and none is the text itself, names follow in which one letter of one word is wrong,
        missing, doubled or swapped with its neighbour.
        """
        words = fold(text).split()
        essential = [word for word in words if word not in _FILLERS]
        found = self._best([words], limit, accept) or self._best([essential], limit, accept)
        if len(found) >= _FEW or any(tier == _EXACT for tier, _ in found):
            return tuple(position for _, position in found)
        near = self._best(self._corrections(essential), limit, accept)
        return tuple(dict.fromkeys(position for _, position in found + near))[:limit]

    def _best(
        self, attempts: Iterable[Sequence[str]], limit: int, accept: Callable[[int], bool]
    ) -> list[tuple[int, int]]:
        ranked = (
            (self._tier(position, " ".join(words)), position)
            for words in attempts
            for position in self._with_all(words)
            if accept(position)
        )
        return nsmallest(limit, ranked)

    def _tier(self, position: int, text: str) -> int:
        name = self._short_names.get(position, self._names[position])
        bare = _without_article(name)
        if text in (name, bare):
            return _EXACT
        return _PREFIX if name.startswith(text) or bare.startswith(text) else _WORDS

    def _with_all(self, words: Sequence[str]) -> Iterator[int]:
        if not words:
            return
        starts = [f" {word}" for word in words]
        rarest = max(starts, key=len)
        for position in self._containing(rarest):
            padded = f" {self._names[position]}"
            if all(start in padded for start in starts):
                yield position

    def _containing(self, fragment: str) -> Iterator[int]:
        at = self._text.find(fragment)
        while at >= 0:
            position = bisect_right(self._starts, at) - 1
            yield position
            at = self._text.find(fragment, self._starts[position + 1] - 1)

    def _corrections(self, words: Sequence[str]) -> Iterator[Sequence[str]]:
        """The text with one word replaced by a word of the names that is a single slip away."""
        for at, word in enumerate(words):
            if _SHORTEST_MISSPELT <= len(word) <= _LONGEST_MISSPELT:
                for meant in sorted(slips(word) & self._vocabulary):
                    yield [*words[:at], meant, *words[at + 1 :]]

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return frozenset(self._text.split())


def _without_article(name: str) -> str:
    for article in _ARTICLES:
        if name.startswith(article):
            return name[len(article) :]
    return name


def slips(word: str) -> set[str]:
    """Every word that one letter added, removed, replaced or swapped with its neighbour makes of `word`."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    removed = {left + right[1:] for left, right in cuts if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    replaced = {left + letter + right[1:] for left, right in cuts if right for letter in ascii_lowercase}
    added = {left + letter + right for left, right in cuts for letter in ascii_lowercase}
    return (removed | swapped | replaced | added) - {word}
