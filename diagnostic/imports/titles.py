"""Which field the title of a column names: exactly, in both languages at once, or by its words.

A title that gives a person's name (a bare "Nom" beside "Prénom" or "Téléphone") names none: a surname is no partner.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from diagnostic.imports.persons import is_surname, person_titles
from diagnostic.imports.words import Words
from diagnostic.territory.folding import fold

_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_TONGUES = re.compile(r"[/|\n]")
_LINKS = frozenset(("de", "du", "des", "d", "of"))
_STOPS = _LINKS | frozenset(
    (
        "la",
        "le",
        "les",
        "l",
        "un",
        "une",
        "en",
        "et",
        "ou",
        "a",
        "au",
        "aux",
        "par",
        "pour",
        "sur",
        "dans",
        "the",
        "in",
        "for",
        "by",
        "and",
        "or",
        "n",
        "no",
    )
)
LONGEST = 300
"""Letters: a longer text is no title of a column."""
_CLEAR = frozenset(("nom", "noms", "name", "names", "intitule", "libelle", "designation", "liste"))
"""Words that say no more than that a thing is named."""
_NEUTRAL = frozenset(
    (
        "etranger",
        "etrangere",
        "etrangers",
        "etrangeres",
        "international",
        "internationale",
        "internationaux",
        "annuel",
        "annuelle",
        "partenaire",
        "partenaires",
        "euro",
        "euros",
        "eur",
        "ttc",
        "ht",
        "estime",
        "estimee",
        "principal",
        "principale",
        "exact",
        "officiel",
        "officielle",
        "complet",
        "complete",
        "collectivite",
        "structure",
        "organisme",
        "cooperation",
        "intervention",
        "origine",
        "residence",
        "actuel",
        "actuelle",
        "foreign",
        "partner",
        "partners",
        "yearly",
        "annual",
        "estimated",
        "main",
        "full",
    )
)
"""Words that change nothing of which field a title names."""


class Titles:
    """The names that the fields of a kind go by."""

    def __init__(self, kind: str, words: Words) -> None:
        self._fields = words.fields(kind)
        self._sets: dict[frozenset[str], str] = {}
        for name, field in self._fields.items():
            self._sets.setdefault(frozenset(_content(name)), field)
        self._sets.pop(frozenset(), None)

    def named(self, header: Sequence[str], *, asked: bool = False) -> dict[int, str]:
        """Return the fields by place; a field goes to the first column of its name, an exact name before the others."""
        people = bool(person_titles(header, asked=asked))
        found: dict[int, str] = {}
        for reads in (self._exact, self._alike):
            for place, title in enumerate(header):
                if place in found or len(title) > LONGEST or (people and is_surname(title)):
                    continue
                field = reads(title)
                if field and field not in found.values():
                    found[place] = field
        return dict(sorted(found.items()))

    def suggested(self, header: Sequence[str], named: Mapping[int, str]) -> dict[int, str]:
        """Return the fields that are `named`, and those that a word of the other titles suggests, by place.

        The word that a title begins with, but for those that only say that a thing is named, is the one that tells.
        """
        people = bool(person_titles(header, asked=True))
        found = dict(named)
        for place, title in enumerate(header):
            if place in found or len(title) > LONGEST or (people and (is_surname(title) or person_titles([title]))):
                continue
            ranked = sorted(self._beginning(_content(fold(_BRACKETS.sub(" ", title)))), reverse=True)
            field = next((field for *_, field in ranked if field not in found.values()), "")
            if field:
                found[place] = field
        return dict(sorted(found.items()))

    def _beginning(self, said: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Yield how many words of a title a name takes, its first among them, and the name's field."""
        first = next((word for word in said if word not in _CLEAR), "")
        for names, field in self._sets.items():
            if first in names and names <= set(said):
                yield len(names), field

    def _exact(self, title: str) -> str:
        """Return the field of a title, with or without its brackets, or said in two languages that agree."""
        for said in (title, _BRACKETS.sub(" ", title)):
            if field := self._fields.get(fold(said)):
                return field
        return self._in_tongues(title, self._fields.get)

    def _alike(self, title: str) -> str:
        said = _BRACKETS.sub(" ", title)
        if _TONGUES.search(said):
            return self._in_tongues(said, self._by_words)
        return self._by_words(said)

    @staticmethod
    def _in_tongues(title: str, read: Callable[[str], str | None]) -> str:
        pieces = [piece for piece in map(fold, _TONGUES.split(_BRACKETS.sub(" ", title))) if piece]
        fields = {field for piece in pieces if (field := read(piece))}
        return fields.pop() if len(pieces) > 1 and len(fields) == 1 else ""

    def _by_words(self, title: str) -> str:
        """Return the field of the longest name all of whose words stand in a title; "" where another word matters."""
        said = _content(fold(title))
        ranked = sorted(self._within(said), reverse=True)
        if not ranked:
            return ""
        best = ranked[0]
        rivals = {field for *rank, _, field in ranked if rank == list(best[:2])}
        linked = bool(_LINKS & set(fold(title).split()))
        return best[3] if len(rivals) == 1 or linked else ""

    def _within(self, said: Sequence[str]) -> Iterator[tuple[int, bool, int, str]]:
        """Yield how many words of a title a name takes, whether they say more than a name, how early, and its field."""
        for names, field in self._sets.items():
            left = set(said) - names
            if names <= set(said) and all(self._adds_nothing(word, names, field) for word in left):
                yield len(names), not names <= _CLEAR, -min(said.index(name) for name in names), field

    def _adds_nothing(self, word: str, names: frozenset[str], field: str) -> bool:
        if word in _NEUTRAL or word in _CLEAR or word.isdecimal():
            return True
        return any(word in other and (len(names) > 1 or whose == field) for other, whose in self._sets.items())


def lists_people(header: Sequence[str], kind: str, words: Words, *, asked: bool) -> bool:
    """Return whether a table would be of that kind but for its names, which are those of people."""
    people = person_titles(header, asked=asked)
    if any(map(is_surname, people)):
        return True
    others = [title for title in header if title.strip() not in people]
    return bool(people) and "name" in Titles(kind, words).named(others, asked=True).values()


def _content(folded: str) -> list[str]:
    return [word for word in folded.split() if word not in _STOPS]
