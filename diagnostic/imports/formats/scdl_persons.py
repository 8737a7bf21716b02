"""Which beneficiaries of grants are persons, whose names are never kept."""

from __future__ import annotations

import re
from enum import StrEnum

from diagnostic.imports.links.lexicon import Lexicon, Sense
from diagnostic.imports.links.scan import scan
from diagnostic.territory.folding import fold

_CIVILITY = frozenset(
    {"m", "mr", "mme", "mlle", "mm", "monsieur", "madame", "mademoiselle", "messieurs", "mesdames", "dr"}
)
_BODIES = frozenset(
    {
        "academie", "agence", "alliance", "amicale", "amis", "amities", "asso", "association", "associations",
        "atelier", "ateliers", "cafe", "caisse", "ccas", "centre", "cercle", "chambre", "choeur", "cinema", "club",
        "collectif", "college", "comite", "commune", "communaute", "compagnie", "confederation", "conseil",
        "cooperation", "cooperative", "croix", "culture", "departement", "developpement", "echanges", "ecole",
        "editions", "enfants", "ensemble", "entraide", "entreprise", "epicerie", "etablissement", "etudiants", "eurl",
        "federation", "femmes", "festival", "fondation", "forum", "foyer", "frontieres", "gie", "groupe",
        "groupement", "hopital", "humanitaire", "institut", "international", "internationale", "jeunes", "jumelage",
        "jumelages", "ligue", "lycee", "mairie", "maison", "medecins",
        "ministere", "mission", "musee", "mutuelle", "office", "ong", "orchestre", "organisation", "paroisse",
        "region", "reseau", "sa", "sarl", "sas", "scic", "scop", "secours", "service", "societe", "solidarite",
        "sport", "sporting", "syndicat", "theatre", "troupe", "union", "universite", "ville",
    }
)  # fmt: skip
_NAMED = re.compile(
    r"\b(?:M\.|MM\.|Mr|Mme|Mlle|Monsieur|Madame|Mademoiselle|Dr)\.?\s+[^\W\d_][\w’'-]*(?:\s+[A-ZÀ-Ý][\w’'-]*){0,2}"
)
_MOST = 4
"""Words of the name of a person, at most."""
_SHORT = 2
"""Letters of a word that names nobody."""


class Beneficiary(StrEnum):
    """Who gets a grant, as far as its line tells."""

    BODY = "body"
    PERSON = "person"
    UNNUMBERED = "unnumbered"
    """a body or a person: no number, no word of a body, no first name, and a country in the name, which is not kept"""


def beneficiary(name: str, siret: str, rna: str, lexicon: Lexicon) -> Beneficiary:
    """Return who a beneficiary is; on a doubt a person: a name that was kept cannot be forgotten.

    A body has a number, or a word of a body in its name. A number does not make one of a sole trader, who is known by
    a civility or a first name.
    """
    words = fold(name).split()
    if not words or words[0] in _CIVILITY:
        return Beneficiary.PERSON
    if rna or not _BODIES.isdisjoint(words):
        return Beneficiary.BODY
    if len(words) <= _MOST and not lexicon.sets["people"].isdisjoint(words):
        return Beneficiary.PERSON
    if siret:
        return Beneficiary.BODY
    return Beneficiary.UNNUMBERED if countries_in(name, lexicon) else Beneficiary.PERSON


def countries_in(name: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the countries that a name gives by their own names: an adjective is as often a surname."""
    hits = scan(fold(name).split(), lexicon)
    return tuple(dict.fromkeys(hit.entry.shown for hit in hits if hit.entry.sense is Sense.NAME and hit.doubt is None))


def purpose_apart(purpose: str, name: str, lexicon: Lexicon) -> str:
    """Return a purpose that says nothing of a name but the countries in it; "" where it says more."""
    placed = {word for country in countries_in(name, lexicon) for word in fold(country).split()}
    said = {word for word in fold(name).split() if len(word) > _SHORT} - placed
    return without_names(purpose) if said.isdisjoint(fold(purpose).split()) else ""


def without_names(text: str) -> str:
    """Return a purpose in which whoever is named after a civility is left out."""
    return _NAMED.sub("…", text)
