"""What the official charts of accounts say of a line of local accounts: is it international, and what is it called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from diagnostic.dossier.vocabulary import ChartOfAccounts

INTERNATIONAL, EUROPEAN_FUNDS = "04", "05"
GLOBAL_GRANT = "041"
COOPERATION = "6562"
"""Participations to decentralised cooperation in M57 and M52; in M14, equipment of the groups of elected officials."""
_CHAPTER = re.compile(r"9[0-3](0[45]\d*)")
"""A budget voted by function writes the chapter before the function: 93048 is 048, of the operating chapter 930."""


@dataclass(frozen=True, slots=True)
class Charts:
    """The names of functions and natures, by chart, kind and code."""

    names: Mapping[tuple[str, str, str], str]

    def know(self, chart: ChartOfAccounts) -> bool:
        """Return whether the functions of a chart are known."""
        return (chart.value, "function", INTERNATIONAL) in self.names

    def heading(self, chart: ChartOfAccounts, function: str) -> str:
        """Return "04" (international action) or "05" (European funds) for a function under it, "" for another."""
        heading = function[:2]
        return heading if (chart.value, "function", heading) in self.names else ""

    def label(self, chart: ChartOfAccounts, function: str, nature: str) -> str:
        """Return the official French names of a nature and, where there is one, of its function."""
        parts = (self._nature(chart.value, nature), self.names.get((chart.value, "function", function), function))
        return " – ".join(part for part in parts if part)

    def _nature(self, chart: str, code: str) -> str:
        """Return the name of the longest known beginning of a code, after that of its account of four digits."""
        known = (code[:length] for length in range(len(code), 1, -1))
        own = next((found for found in known if (chart, "nature", found) in self.names), "")
        if not own:
            return code
        name = self.names[chart, "nature", own]
        heading = self.names.get((chart, "nature", own[:4]), "") if len(own) > 4 else ""
        return f"{heading} : {name}" if heading else name


def load_charts() -> Charts:
    """Return the charts of accounts. Source: resources/reference/SOURCES.md."""
    text = (files("resources") / "reference" / "accounts.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return Charts({(chart, kind, code): name for chart, kind, code, name in rows})


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
