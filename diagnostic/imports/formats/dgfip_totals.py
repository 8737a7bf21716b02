"""What a collectivité spends in all, from the movements of its accounts."""

from __future__ import annotations

from diagnostic.imports.formats.dgfip_movements import ANNEX, MAIN, Movement
from diagnostic.territory.folding import fold

NOT_PAID = ("675", "676", "68")
"""Value of what was sold, differences on sales, depreciation and provisions: charges without a payment."""
NOT_RAISED = ("775", "776", "777", "78")
"""Sales of assets, their differences, grants written back, write-backs: income that is not the year's resources."""
ADVANCES = ("237", "238")
TURNED_OVER = ("166", "16449")
"""Debt refinanced and credit lines: they turn over within the year and pay for nothing."""


class Totals:
    """The totals of a collectivité's budgets, in cents, filled in movement by movement.

    `operating`: the real operating expenditure of the main budget, as the regulation for article 113 of the finance
    law of 30 December 2022 has it (JORFARTI000047688710): budgetary operations net of cancellations, without order
    operations, on the accounts of charges (class 6), without 675, 676 and 68; here less the credits of these accounts
    (refunds of pay, discounts), so that the charges left to the collectivité remain. 739 is no charge.

    `investment`: the real debits of classes 1 and 2 and of works for others (45), less advances given back; debt
    repaid is in it, debt turned over is not.

    `annex_operating`: the same as `operating` for each annex budget, which is in no total.

    `services`: by field of the territory, the real operating income of the annex budgets that the file surely tells.
    """

    def __init__(self) -> None:
        self.operating = 0
        self.investment = 0
        self.has_main = False
        self.annexes: dict[str, str] = {}
        self.annex_operating: dict[str, int] = {}
        self.services: dict[str, int] = {}

    def add(self, movement: Movement) -> None:
        """Count a movement in the budget that it belongs to."""
        if movement.budget == MAIN:
            self.has_main = True
            self.operating += charge(movement)
            self.investment += _invested(movement)
        elif movement.budget == ANNEX:
            self.annexes[movement.identity] = movement.name
            self.annex_operating[movement.identity] = self.annex_operating.get(movement.identity, 0) + charge(movement)
            service = service_of(movement.nomenclature, movement.name)
            if service:
                self.services[service] = self.services.get(service, 0) + resource(movement)


def charge(movement: Movement) -> int:
    """Return the cents of operating expenditure of a movement."""
    paid = movement.account.startswith("6") and not movement.account.startswith(NOT_PAID)
    return movement.paid - movement.received if paid else 0


def resource(movement: Movement) -> int:
    """Return the cents of operating income of a movement."""
    raised = movement.account.startswith("7") and not movement.account.startswith(NOT_RAISED)
    return movement.received - movement.paid if raised else 0


def service_of(nomenclature: str, name: str) -> str:
    """Return the field of the territory that an annex budget feeds; "" where its chart and its name do not say it.

    M43 is the chart of passenger transport, M41 of electricity and gas, M49 of water and sanitation alike: there the
    name decides, when it says one of the two.
    """
    chart = nomenclature.upper()
    if chart.startswith("M43"):
        return "mobility_budget"
    if chart.startswith("M41"):
        return "energy_budget"
    return _of_water(fold(name)) if chart.startswith("M49") else ""


def _of_water(name: str) -> str:
    words = name.replace("eaux usees", "assainissement").split()
    sanitation = any(word.startswith(("assain", "spanc")) for word in words)
    water = any(word in ("eau", "eaux") for word in words)
    if sanitation == water:
        return ""
    return "sanitation_budget" if sanitation else "water_budget"


def _invested(movement: Movement) -> int:
    account = movement.account
    if account.startswith(TURNED_OVER) or not account.startswith(("1", "2", "45")):
        return 0
    return movement.paid - (movement.received if account.startswith(ADVANCES) else 0)
