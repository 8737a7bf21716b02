"""Which beneficiaries of grants are persons, whose names are never kept."""

from __future__ import annotations

import re

from diagnostic.imports.links.lexicon import Lexicon
from diagnostic.territory.folding import fold

_CIVILITY = frozenset(
    {"m", "mr", "mme", "mlle", "mm", "monsieur", "madame", "mademoiselle", "messieurs", "mesdames", "dr"}
)
_BODIES = frozenset(
    {
        "academie", "agence", "alliance", "amicale", "amis", "amities", "asso", "association", "associations",
        "atelier", "ateliers", "cafe", "caisse", "ccas", "centre", "cercle", "chambre", "choeur", "cinema", "club",
        "collectif", "college", "comite", "commune", "communaute", "compagnie", "confederation", "conseil",
        "cooperative", "croix", "culture", "departement", "ecole", "editions", "ensemble", "entreprise", "epicerie",
        "etablissement", "eurl", "federation", "festival", "fondation", "forum", "foyer", "gie", "groupe",
        "groupement", "hopital", "institut", "jumelage", "ligue", "lycee", "mairie", "maison", "medecins",
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


def is_person(name: str, siret: str, rna: str, lexicon: Lexicon) -> bool:
    """Return whether a beneficiary may be a person; on a doubt it is: a name that was kept cannot be forgotten.

    A body has a number, or a word of a body in its name. A number does not make one of a sole trader, who is known by
    a civility or a first name.
    """
    words = fold(name).split()
    if not words or words[0] in _CIVILITY:
        return True
    if rna or not _BODIES.isdisjoint(words):
        return False
    named = len(words) <= _MOST and not lexicon.sets["people"].isdisjoint(words)
    return named or not siret


def without_names(text: str) -> str:
    """Return a purpose in which whoever is named after a civility is left out."""
    return _NAMED.sub("…", text)
