"""The field's terms: the closed lists that the dossier's rows choose from."""

from __future__ import annotations

from enum import StrEnum


class TerritoryKind(StrEnum):
    """What sort of territory the diagnostic is about."""

    COMMUNE = "commune"
    EPCI = "epci"
    EPT = "ept"
    DEPARTEMENT = "departement"
    REGION = "region"
    OTHER = "other"


class Competence(StrEnum):
    """Powers the collectivité holds; the first five open a 1 % scheme or an energy scheme."""

    WATER = "water"
    SANITATION = "sanitation"
    WASTE = "waste"
    MOBILITY = "mobility"
    ENERGY = "energy"
    ECONOMY = "economy"
    TOURISM = "tourism"
    PLANNING = "planning"
    CULTURE = "culture"
    EDUCATION = "education"


class Confidence(StrEnum):
    """How sure a figure is."""

    OFFICIAL = "official"
    INTERNAL = "internal"
    ESTIMATE = "estimate"
    WORKSHOP = "workshop"


class DiasporaDefinition(StrEnum):
    """What the number of people counts."""

    NATIONALITY = "nationality"
    BIRTHPLACE = "birthplace"
    ESTIMATE = "estimate"


CENSUS = frozenset({DiasporaDefinition.BIRTHPLACE, DiasporaDefinition.NATIONALITY})
"""What the census counts of everybody."""


class StudyLevel(StrEnum):
    """Level of the students counted."""

    ALL = "all"
    BACHELOR = "bachelor"
    MASTER = "master"
    DOCTORATE = "doctorate"
    OTHER = "other"


class PartnershipForm(StrEnum):
    """The nine forms of action of the 2021 study."""

    DECENTRALISED_COOPERATION = "decentralised_cooperation"
    ATTRACTIVENESS = "attractiveness"
    PARTNERSHIP = "partnership"
    NETWORK = "network"
    SOLIDARITY = "solidarity"
    TWINNING = "twinning"
    INTERCULTURAL = "intercultural"
    CROSS_BORDER = "cross_border"
    OTHER = "other"


class ActionField(StrEnum):
    """The twelve fields of action of the 2021 study."""

    SUSTAINABLE = "sustainable"
    EDUCATION_YOUTH = "education_youth"
    ECONOMY = "economy"
    SPORT_CULTURE = "sport_culture"
    CITIZENSHIP = "citizenship"
    INNOVATION = "innovation"
    EMERGENCY = "emergency"
    PLANNING = "planning"
    AGRICULTURE_WATER_FOOD = "agriculture_water_food"
    POVERTY = "poverty"
    PEACE_RIGHTS = "peace_rights"
    OTHER = "other"


class Sdg(StrEnum):
    """The 17 Sustainable Development Goals of the United Nations, by number."""

    SDG1 = "1"
    SDG2 = "2"
    SDG3 = "3"
    SDG4 = "4"
    SDG5 = "5"
    SDG6 = "6"
    SDG7 = "7"
    SDG8 = "8"
    SDG9 = "9"
    SDG10 = "10"
    SDG11 = "11"
    SDG12 = "12"
    SDG13 = "13"
    SDG14 = "14"
    SDG15 = "15"
    SDG16 = "16"
    SDG17 = "17"


class PartnershipState(StrEnum):
    """Where a partnership stands."""

    ACTIVE = "active"
    DORMANT = "dormant"
    PROJECT = "project"
    ENDED = "ended"


class AssociationKind(StrEnum):
    """What an association mostly does with other countries."""

    DIASPORA = "diaspora"
    TWINNING = "twinning"
    SOLIDARITY = "solidarity"
    CULTURE = "culture"
    RIGHTS = "rights"
    STUDENTS = "students"
    OTHER = "other"


class EconomicTieKind(StrEnum):
    """Kinds of international economic ties."""

    EXPORTER = "exporter"
    FOREIGN_INVESTOR = "foreign_investor"
    CLUSTER = "cluster"
    FAIR = "fair"
    LABEL = "label"
    TOURISM = "tourism"
    EVENT = "event"
    OTHER = "other"


class BudgetDirection(StrEnum):
    """Whether a budget line goes out or comes in."""

    EXPENSE = "expense"
    INCOME = "income"


class BudgetSection(StrEnum):
    """Section of the local budget."""

    OPERATING = "operating"
    INVESTMENT = "investment"


class ChartOfAccounts(StrEnum):
    """French local charts of accounts."""

    M57 = "M57"
    M14 = "M14"
    M52 = "M52"
    M4 = "M4"
    OTHER = "other"


class OnePercentScheme(StrEnum):
    """The legal schemes that let a share of a utility's income go abroad."""

    WATER_SANITATION = "water_sanitation"
    WASTE = "waste"
    MOBILITY = "mobility"
    ENERGY = "energy"


class AnswerState(StrEnum):
    """The states an answer keeps apart; VALUE carries a number or a chosen option."""

    DONE = "done"
    PLANNED = "planned"
    NOT_DONE = "not_done"
    UNANSWERED = "unanswered"
    NOT_APPLICABLE = "not_applicable"
    VALUE = "value"


class ActionState(StrEnum):
    """What became of a proposed or added action."""

    KEPT = "kept"
    DROPPED = "dropped"
    STARTED = "started"
    DONE = "done"


class PriorityLevel(StrEnum):
    """How much the users want a recommendation."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class AllyKind(StrEnum):
    """What an ally is to an international action."""

    NETWORK = "network"
    REGIONAL_NETWORK = "regional_network"
    FUNDER = "funder"
    THINKING = "thinking"
    OTHER = "other"


class BriefDocument(StrEnum):
    """The documents that a brief can be; `diagnostic.brief.content.Kind` has the same terms."""

    FULL = "full"
    EXPRESS = "express"
    SUMMARY = "summary"
    YEARLY = "yearly"


class BriefPart(StrEnum):
    """What a passage of the brief is."""

    TITLE = "title"
    """of a section"""
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LEAD = "lead"
    """the bold words that begin an item of a list"""
    ITEM = "item"
    """the text of an item"""
    NOTE = "note"
    """the quiet words after an item"""


class TableState(StrEnum):
    """What the user says of a whole table."""

    OPEN = "open"
    COMPLETE = "complete"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
