"""Which field the title of a column names: exactly, in both languages at once, or by its words.

A title that gives a person's name (a bare "Nom" beside "Prénom" or "Téléphone") names none: a surname is no partner.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

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
_SURNAMES = frozenset(
    ("nom", "noms", "name", "names", "nom de famille", "nom d usage", "nom de naissance", "surname", "last name",
     "family name")
)  # fmt: skip
"""Titles that beside a person's other columns are a surname."""
_PERSON_WORDS = frozenset(("prenom", "prenoms", "forename", "civilite"))
_PERSON = frozenset(
    fold(each)
    for each in (
        "Date de naissance", "Né le", "Née le", "Né(e) le", "Date of birth", "Birth date", "Birthdate", "First name",
        "Given name", "Nom de famille", "Nom d’usage", "Nom de naissance", "Surname", "Last name", "Family name",
        "Sexe",
    )
)  # fmt: skip
_REACHED_WORDS = frozenset(
    ("telephone", "telephones", "tel", "courriel", "courriels", "email", "emails", "mail", "mel", "phone", "gsm")
)
_REACHED = frozenset(fold(each) for each in ("Portable", "Mobile", "E-mail", "Adresse électronique"))


def person_titles(header: Sequence[str], *, asked: bool = False) -> tuple[str, ...]:
    """Return the titles that say the lines are people. `asked`: the user said what they are, and can be reached by."""
    return tuple(
        title.strip() for title in header if _of_person(fold(title)) or (not asked and _of_reaching(fold(title)))
    )


def is_surname(title: str) -> bool:
    """Return whether a title is that of people's surnames, or may be."""
    return fold(title) in _SURNAMES


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
                if place in found or (people and is_surname(title)):
                    continue
                field = reads(title)
                if field and field not in found.values():
                    found[place] = field
        return dict(sorted(found.items()))

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


def _content(folded: str) -> list[str]:
    return [word for word in folded.split() if word not in _STOPS]


def _of_person(folded: str) -> bool:
    return folded in _PERSON or bool(_PERSON_WORDS & set(folded.split()))


def _of_reaching(folded: str) -> bool:
    return folded in _REACHED or bool(_REACHED_WORDS & set(folded.split()))
