"""The official charts of accounts of French local authorities: what a function and a nature are called."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

INTERNATIONAL = "04"
"""The heading of international action among the functions."""


@dataclass(frozen=True, slots=True)
class Charts:
    """The names of functions and natures, by chart, kind and code."""

    names: Mapping[tuple[str, str, str], str]

    def know(self, chart: str) -> bool:
        """Return whether the functions of a chart are known."""
        return (chart, "function", INTERNATIONAL) in self.names

    def heading(self, chart: str, function: str) -> str:
        """Return "04" (international action) or "05" (European funds) for a function under it, "" for another."""
        heading = function[:2]
        return heading if (chart, "function", heading) in self.names else ""

    def label(self, chart: str, function: str, nature: str) -> str:
        """Return the official French names of a nature and, where there is one, of its function."""
        parts = (self._nature(chart, nature), self.names.get((chart, "function", function), function))
        return " – ".join(part for part in parts if part)

    def function(self, chart: str, code: str) -> str:
        """Return the official French name of a function, that of the heading it is under, or "" where none is known."""
        known = (code[:length] for length in range(len(code), 1, -1))
        return next((name for own in known if (name := self.names.get((chart, "function", own)))), "")

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
