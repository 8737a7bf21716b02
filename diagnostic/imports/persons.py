"""Which titles of columns say that the lines of a table are people: no person's name is brought in."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.territory.folding import fold

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


def _of_person(folded: str) -> bool:
    return folded in _PERSON or bool(_PERSON_WORDS & set(folded.split()))


def _of_reaching(folded: str) -> bool:
    return folded in _REACHED or bool(_REACHED_WORDS & set(folded.split()))
