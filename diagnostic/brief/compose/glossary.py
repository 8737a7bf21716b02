"""The glossary: the field's terms that the brief uses, in the alphabet's order of its language."""

from __future__ import annotations

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.content import Item, Items, Section
from diagnostic.territory.folding import fold

TERMS = (
    "aeict",
    "cgct",
    "completeness",
    "country_link",
    "decentralised_cooperation",
    "deliberation",
    "diaspora",
    "effective_number",
    "epci",
    "evaluation",
    "express",
    "ficol",
    "function",
    "geometric_mean",
    "goalpost",
    "international_student",
    "interval",
    "mondialite",
    "oda",
    "one_percent",
    "own_euro",
    "points_at_stake",
    "regional_network",
    "sdg",
    "sister_city",
    "transversality",
)


def glossary(desk: Desk) -> Section:
    """Return the annex."""
    texts, label = desk.texts, desk.texts("brief.annex.glossary")
    terms = [(texts(f"glossary.{term}.name"), texts(f"glossary.{term}.text")) for term in TERMS]
    items = tuple(Item(name, text) for name, text in sorted(terms, key=lambda pair: fold(pair[0])))
    return Section(id="glossary", label=label, title=label, blocks=(Items(items),))
