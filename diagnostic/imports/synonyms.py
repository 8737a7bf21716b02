"""What columns are usually called in people's own files, beside the labels of the fields. Matched folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_EVIDENCE = {
    "source": ("origine", "provenance", "origin"),
    "source_date": ("date", "date source", "mise a jour", "updated"),
    "confidence": ("confiance", "reliability"),
    "comment": ("remarque", "remarques", "observation", "observations", "commentaires", "notes", "remark", "comments"),
}
_COUNTRY = ("pays", "nationalite", "pays de naissance", "pays d origine", "code pays", "country", "nationality", "iso")
_CONTACT = ("referent", "interlocuteur", "courriel", "email", "e mail", "mail", "telephone", "contacts")

SYNONYMS: Mapping[str, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "diaspora": {
            "country": _COUNTRY,
            "people": ("nombre", "effectif", "effectifs", "population", "habitants", "nombre de personnes", "people",
                       "number", "count", "persons", "residents"),
            "definition": ("type", "nature", "mode de comptage"),
        },
        "student_group": {
            "institution": ("ecole", "universite", "nom de l etablissement", "libelle de l etablissement", "university",
                            "school"),
            "country": _COUNTRY,
            "level": ("cycle", "cursus", "diplome", "degree"),
            "people": ("nombre", "effectif", "effectifs", "etudiants", "nombre d etudiants", "etudiants etrangers",
                       "students", "number", "foreign students", "personnes", "people"),
            "institution_total": ("total", "total des etudiants", "effectif total", "all students"),
        },
        "partnership": {
            "name": ("nom", "partenaire etranger", "collectivite partenaire", "ville partenaire", "partner", "name",
                     "ville ou collectivite", "collectivite etrangere", "ville jumelle", "villes jumelles",
                     "ville jumelee", "collectivite jumelee", "commune jumelle", "commune jumelee", "twin town",
                     "twin city", "twinned town", "sister city"),
            "place": ("ville", "localite", "commune", "city", "town"),
            "country": ("pays partenaire", "country", "iso"),
            "form": ("type", "type de partenariat", "nature", "forme de cooperation", "form of partnership"),
            "fields": ("thematique", "thematiques", "theme", "themes", "domaine", "domaines d action", "topics"),
            "sdg": ("sdg", "objectifs de developpement durable"),
            "since": ("debut", "annee de debut", "date de debut", "annee", "date de signature", "start", "begun"),
            "until": ("fin", "annee de fin", "date de fin", "echeance", "end"),
            "last_activity": ("derniere action", "dernier echange", "last action"),
            "agreement": ("convention", "accord", "signed agreement"),
            "evaluated": ("evaluation",),
            "yearly_cost": ("cout", "budget", "budget annuel", "cost"),
            "led_with": ("partenaires francais", "chef de file", "french partners"),
            "state": ("statut", "situation", "status"),
            "contact": _CONTACT,
        },
        "network_membership": {
            "name": ("nom", "nom du reseau", "network", "name"),
            "fee": ("cotisation", "montant", "montant de la cotisation", "membership fee"),
            "since": ("adhesion", "annee d adhesion", "date d adhesion", "annee", "joined"),
        },
        "association": {
            "name": ("nom", "nom de l association", "titre", "denomination", "raison sociale", "organisation",
                     "asso", "name"),
            "rna": ("rna", "waldec", "id", "identifiant", "numero waldec", "numero d association"),
            "objects": ("objet social", "objet de l association", "but", "activite", "purpose"),
            "countries": ("pays d intervention", "pays d action", "zone geographique", "country"),
            "type": ("type", "type d association", "categorie"),
            "works_with": ("partenaire de la collectivite", "travaille avec la ville"),
            "grant": ("subvention", "montant", "montant de la subvention", "subvention accordee"),
            "contact": _CONTACT,
        },
        "economic_tie": {
            "name": ("entreprise", "societe", "raison sociale", "denomination", "company", "nom de l entreprise"),
            "type": ("type", "nature", "categorie", "lien", "type de lien", "lien economique", "tie",
                     "nature du lien economique"),
            "country": _COUNTRY,
        },
        "budget_line": {
            "year": ("exercice", "annee budgetaire", "fiscal year"),
            "label": ("intitule", "designation", "objet", "description", "ligne"),
            "direction": ("depense recette", "sens d r", "type"),
            "chart": ("nomenclature comptable", "instruction budgetaire"),
            "function": ("code fonction", "fonction comptable"),
            "nature": ("compte", "code nature", "article", "account"),
            "amount": ("montant", "montant ttc", "realise", "mandate", "montant realise", "credits", "sum"),
            "funder": ("bailleur", "cofinanceur", "origine des fonds"),
            "partnership": ("cooperation", "projet", "partenaire"),
            "country": _COUNTRY,
            "scheme": ("1", "dispositif", "loi"),
        },
        "action": {
            "title": ("titre", "intitule", "nom", "nom de l action"),
            "owner": ("pilote", "responsable", "service"),
            "due": ("date", "delai", "calendrier", "deadline"),
            "cost": ("cout", "budget", "montant"),
            "raised": ("recette", "recettes", "cofinancement"),
            "funding": ("financeurs", "sources de financement"),
            "success": ("indicateur", "indicateur de reussite", "resultat attendu"),
            "state": ("statut", "avancement", "status"),
        },
    }
)  # fmt: skip
"""By kind of row and field; a name is the first field's that has it."""


def synonyms_of(kind: str, field: str) -> tuple[str, ...]:
    """Return the usual names of a field of a kind of row."""
    return (*SYNONYMS.get(kind, {}).get(field, ()), *_EVIDENCE.get(field, ()))
