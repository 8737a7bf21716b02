"""Associations of the dossier that the register says dissolved: a remark on each, if the user wants it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from diagnostic.dossier.records import Association
from diagnostic.imports.reading import Candidate, Said
from diagnostic.texts import Texts


@dataclass(frozen=True, slots=True)
class Dissolved:
    """An association with a number that the dossier has; `day` of its end (ISO), "" where the register leaves it out.

    A dossier has no state for one that is no more: nothing is removed or counted otherwise without the user.
    """

    line: int
    rna: str
    name: str
    day: str

    def candidate(self, texts: Texts) -> Candidate:
        """Return the remark to be proposed, not taken unless asked for; what the user noted stays before it."""
        day = texts("import.remark.day", day=texts.date(self.day)) if self.day else ""
        return Candidate(
            row=Association(name=self.name, rna=self.rna),
            brought=frozenset(),
            line=self.line,
            why=Said("why.rna_dissolved", MappingProxyType({"day": day})),
            chosen=False,
            only_held=True,
            remark=texts("import.remark.rna_dissolved", day=day),
        )
