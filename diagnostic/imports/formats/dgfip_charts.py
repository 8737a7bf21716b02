"""What the codes of a line of local accounts say: its chart, its function, whether it is decentralised cooperation."""

from __future__ import annotations

import re

from diagnostic.dossier.vocabulary import ChartOfAccounts

EUROPEAN_FUNDS = "05"
GLOBAL_GRANT = "041"
COOPERATION = "6562"
"""Participations to decentralised cooperation in M57 and M52; in M14, equipment of the groups of elected officials."""
_CHAPTER = re.compile(r"9[0-3](0[45]\d*)")
"""A budget voted by function writes the chapter before the function: 93048 is 048, of the operating chapter 930."""


def chart_of(nomenclature: str) -> ChartOfAccounts:
    """Return the chart that a file names, abridged or developed: M57A is M57, M49 one of the family of M4."""
    for chart in (ChartOfAccounts.M57, ChartOfAccounts.M14, ChartOfAccounts.M52, ChartOfAccounts.M4):
        if nomenclature.upper().startswith(chart.value):
            return chart
    return ChartOfAccounts.OTHER


def plain_function(code: str) -> str:
    """Return a function without the chapter that a budget voted by function writes before it."""
    match = _CHAPTER.fullmatch(code)
    return match[1] if match else code


def is_cooperation(chart: ChartOfAccounts, nature: str) -> bool:
    """Return whether a nature is decentralised cooperation whatever its function."""
    return chart in (ChartOfAccounts.M57, ChartOfAccounts.M52) and nature.startswith(COOPERATION)
