"""The words before a country's name in a sentence: d’Albanie, du Mali, aux Pays-Bas, the Netherlands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files


class Case(StrEnum):
    """What the name does in the sentence. English tells `OF` and `TO` by a preposition that stands before any name."""

    THE = "the"
    """by itself: "le Mali", "the Netherlands" """
    OF = "of"
    """where someone comes from: "du Mali", "from the Netherlands" """
    TO = "to"
    """where one is or goes: "au Mali", "in the Netherlands" """


@dataclass(frozen=True, slots=True)
class Articles:
    """The French words for each case, and the English article; "" for none."""

    the: str = ""
    of: str = ""
    to: str = ""
    english: str = ""

    def before(self, name: str, lang: str, case: Case) -> str:
        """Return a name with the words that its language wants before it in that case."""
        if lang == "fr":
            return _joined({Case.THE: self.the, Case.OF: self.of, Case.TO: self.to}[case], name)
        article = _joined(self.english, name)
        return {Case.THE: article, Case.OF: f"from {article}", Case.TO: f"in {article}"}[case]


def _joined(word: str, name: str) -> str:
    return name if not word else word + name if word.endswith("’") else f"{word} {name}"


def load_articles() -> Mapping[str, Articles]:
    """Read the resource, by ISO code; the caller keeps what it gets."""
    text = (files("resources") / "reference" / "country_articles.tsv").read_text("utf-8")
    _, *lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {code: Articles(*words) for code, *words in (line.split("\t") for line in lines)}
