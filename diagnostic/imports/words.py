"""The words people use for fields and terms, in both languages, whatever the program's own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.imports.synonyms import synonyms_of
from diagnostic.territory.folding import fold
from diagnostic.texts import LANGUAGES, Texts, load_texts

_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of all the program's languages."""

    texts: tuple[Texts, ...]
    _known: dict[FieldSpec, Mapping[str, str]] = field(default_factory=dict, compare=False, repr=False)
    """the terms of each field of choices, found once: they are asked for at every cell"""

    def of(self, lang: str) -> Texts:
        """Return the texts of one language."""
        return next(texts for texts in self.texts if texts.lang == lang)

    def fields(self, kind: str) -> Mapping[str, str]:
        """Return the field of each name, folded: labels with and without their brackets, the fields' own, synonyms."""
        specs = specs_of(RECORDS[kind])
        labels = {name: [*self._labels(kind, name)] for name in specs}
        known: dict[str, str] = {}
        for name in specs:
            for said in (*labels[name], name):
                known.setdefault(fold(said), name)
        for name in specs:
            for said in (*(_BRACKETS.sub("", label) for label in labels[name]), *synonyms_of(kind, name)):
                known.setdefault(fold(said), name)
        known.pop("", None)
        return known

    def day(self, text: str) -> str:
        """Return a date in words ("12 mars 2024", "March 2024") as it is typed; the text itself where it is not one."""
        pieces = fold(text).replace("1er ", "1 ").split()
        for texts in self.texts:
            months = fold(texts("word.months")).split()
            if len(pieces) in (2, 3) and pieces[-2] in months and pieces[-1].isdecimal():
                day = f"{pieces[0]}/" if len(pieces) == 3 else ""
                return f"{day}{months.index(pieces[-2]) + 1}/{pieces[-1]}"
        return text

    def all_countries(self, text: str) -> bool:
        """Return whether a text is how tables say that all countries are meant together."""
        return fold(text) in {fold(texts("table.all_countries")) for texts in self.texts}

    def coded(self, spec: FieldSpec, text: str) -> str:
        """Return what was written in a field of choices with codes for labels; the text itself where it is not known.

        Several are apart by semicolons or line ends; by commas where that gives nothing.
        """
        if spec.options is None:
            return text
        terms = self._terms(spec)
        whole = terms.get(fold(text))
        if whole or spec.kind is not FieldType.CHOICES:
            return whole or text
        parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
        if len(parts) == 1:
            parts = [part.strip() for part in text.split(",") if part.strip()]
        codes = [terms.get(fold(part), part) for part in parts]
        return "; ".join(codes)

    def _labels(self, kind: str, name: str) -> Iterator[str]:
        for texts in self.texts:
            yield texts(f"field.{kind}.{name}")
            if texts.has(f"table.header.{kind}.{name}"):
                yield texts(f"table.header.{kind}.{name}")

    def _terms(self, spec: FieldSpec) -> Mapping[str, str]:
        if spec not in self._known:
            self._known[spec] = self._named(spec)
        return self._known[spec]

    def _named(self, spec: FieldSpec) -> Mapping[str, str]:
        known: dict[str, str] = {}
        for term in spec.options or ():
            for said in (term.value, *(texts.label(term) for texts in self.texts)):
                known.setdefault(fold(said), term.value)
        return known


def load_words() -> Words:
    """Return the words of all languages, read from the translation files."""
    return Words(tuple(load_texts(lang) for lang in LANGUAGES))
