"""One pass over the words of a text: which of them speak of another country, and which only seem to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from diagnostic.imports.links.lexicon import Entry, Lexicon, Sense

_NEAR, _FAR, _FURTHEST = 3, 6, 14
"""Words looked back at for what a country belongs to: its noun is close, a journey further, lists are passed over."""
_FRENCH = frozenset({"francais", "francaise", "francaises"})
_OF_COUNTRY = frozenset({Sense.NAME, Sense.ADJECTIVE})
PLACED = frozenset({Sense.NAME, Sense.ADJECTIVE, Sense.COMBINING, Sense.OPEN, Sense.REGION})
"""The senses that point at a part of the world outside France."""


class Doubt(StrEnum):
    """Why a word of country shows no link by itself."""

    PRACTICE = "practice"
    LANGUAGE = "language"
    TRAVEL = "travel"


@dataclass(frozen=True, slots=True)
class Hit:
    """A word found. `bond`: it names both sides of a link by itself ("franco-malien", "France-Pologne").

    `part`: in which of the texts it stands, where several are read as one, "/" between them.
    """

    entry: Entry
    doubt: Doubt | None = None
    bond: bool = False
    part: int = 0


def scan(words: Sequence[str], lexicon: Lexicon) -> tuple[Hit, ...]:
    """Return what the folded words of a text say of other countries, in their order."""
    if lexicon.entries.keys().isdisjoint(words):
        return ()
    return tuple(_hits(words, lexicon))


def _hits(words: Sequence[str], lexicon: Lexicon) -> Iterator[Hit]:
    free = 0
    entries = lexicon.entries
    for place in [place for place, word in enumerate(words) if word in entries]:
        if place < free:
            continue
        found = _longest(words, place, lexicon)
        if found is None:
            continue
        entry, length = found
        free, part = place + length, words[:place].count("/")
        if entry.sense is Sense.COMBINING:
            if _compound(words, free, lexicon):
                yield Hit(entry, bond=True, part=part)
        elif entry.sense is not Sense.NEVER and not _is_elsewhere(words, place, entry, lexicon):
            bond = entry.sense in _OF_COUNTRY and _bound(words, place, free)
            yield Hit(entry, None if bond else _doubt(words, place, entry, lexicon), bond, part)


def _longest(words: Sequence[str], place: int, lexicon: Lexicon) -> tuple[Entry, int] | None:
    for phrase, entry in lexicon.entries[words[place]]:
        length = len(phrase)
        if length == 1 or (
            place + length <= len(words)
            and words[place + 1] == phrase[1]
            and (length == 2 or tuple(words[place : place + length]) == phrase)
        ):
            return entry, length
    return None


def _compound(words: Sequence[str], after: int, lexicon: Lexicon) -> bool:
    """Return whether a first half is followed by an adjective of country: "franco" alone says nothing."""
    if after >= len(words):
        return False
    if words[after] in _FRENCH:
        return True
    found = _longest(words, after, lexicon) if words[after] in lexicon.entries else None
    return found is not None and found[0].sense in PLACED | {Sense.HOME}


def _bound(words: Sequence[str], place: int, after: int) -> bool:
    before = words[place - 1] if place else ""
    return before in ("france", "franco") or (after < len(words) and words[after] in ("france", *_FRENCH))


def _is_elsewhere(words: Sequence[str], place: int, entry: Entry, lexicon: Lexicon) -> bool:
    """Return whether a word of country is part of an address, a shop sign or somebody's name."""
    before = words[place - 1] if place else ""
    if (entry.sense is Sense.NAME or entry.language) and before in lexicon.sets["people"]:
        return True
    if entry.sense not in (Sense.NAME, Sense.OPEN, Sense.REGION):
        return False
    back = place - 1
    while back >= 0 and place - back < _FAR and words[back] in lexicon.sets["linking"]:
        back -= 1
    return back >= 0 and words[back] in lexicon.sets["places"]


def _doubt(words: Sequence[str], place: int, entry: Entry, lexicon: Lexicon) -> Doubt | None:
    if entry.sense is Sense.PRACTICE:
        return Doubt.PRACTICE
    if entry.sense not in PLACED or not lexicon.sets["lifts"].isdisjoint(words):
        return None
    if entry.language and place and words[place - 1] in lexicon.sets["language_before"]:
        return Doubt.LANGUAGE
    steps = 0
    for back in range(place - 1, max(place - _FURTHEST, 0) - 1, -1):
        if words[back] in lexicon.sets["supports"]:
            return None
        if steps < _NEAR and words[back] in lexicon.sets["practices"]:
            return Doubt.PRACTICE
        if steps < _FAR and words[back] in lexicon.sets["travels"]:
            return Doubt.TRAVEL
        steps += not _is_one_of_several(words[back], lexicon)
    return None


def _is_one_of_several(word: str, lexicon: Lexicon) -> bool:
    """Return whether a word only carries on a list: "danses grecques, turques et arméniennes"."""
    return word in lexicon.entries or word in _FRENCH or word in lexicon.sets["linking"]
