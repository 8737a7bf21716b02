"""An association of the register with an international life, as a row proposed to the dossier."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.dossier.records import Association
from diagnostic.dossier.vocabulary import Confidence
from diagnostic.imports.links.verdict import Verdict
from diagnostic.imports.reading import Candidate
from diagnostic.texts import Texts

_BROUGHT = frozenset({"name", "rna", "source", "source_date"})
"""What the register says. Countries and kind are guesses, the objects our words: what a user makes of them stays."""


@dataclass(frozen=True, slots=True)
class Found:
    """An association kept while the file is read: nothing personal, and no purpose."""

    line: int
    rna: str
    name: str
    codes: tuple[str, ...]
    verdict: Verdict


def candidate_of(found: Found, name: str, said: str, day: str, texts: Texts) -> Candidate:
    """Return the row proposed, under a readable name, with its source (`said`) and its day."""
    verdict = found.verdict
    row = Association(
        name=name,
        rna=found.rna,
        objects=" ; ".join(_object(code, texts) for code in found.codes),
        countries=verdict.countries,
        type=verdict.kind,
        source=said,
        source_date=day,
        confidence=Confidence.OFFICIAL if "code" in verdict.why.params else Confidence.ESTIMATE,
    )
    return Candidate(
        row=row,
        brought=_BROUGHT,
        respelt=frozenset({"name"}),
        line=found.line,
        why=verdict.why,
        chosen=verdict.chosen,
    )


def _object(code: str, texts: Texts) -> str:
    """Return an object code with its meaning, for those that tell an international life; alone for others."""
    key = f"import.object.{code}"
    return f"{texts(key)} ({code})" if texts.has(key) else code
