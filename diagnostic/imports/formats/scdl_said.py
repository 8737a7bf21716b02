"""What a grant says by its purpose and its beneficiary: whether it is international, and how its line is called."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from diagnostic.imports.formats.scdl_persons import Beneficiary, countries_in, purpose_apart, without_names
from diagnostic.imports.links.lexicon import Lexicon
from diagnostic.imports.links.verdict import Verdict, judge
from diagnostic.imports.reading import Said
from diagnostic.territory.folding import fold
from diagnostic.texts import Texts


def verdict_on(who: Beneficiary, name: str, purpose: str, lexicon: Lexicon) -> Verdict | None:
    """Return what purpose and name say, read as one text; None where it is nothing international.

    A person's name says nothing; what only the name of one who may be a person says is to be checked.
    """
    words, named = fold(purpose).split(), fold(name).split()
    repeated = set(named) if who is Beneficiary.UNNUMBERED and not purpose_apart(purpose, name, lexicon) else set()
    alone = judge((), ["/", *(word for word in words if word not in repeated)], (), lexicon)
    if who is Beneficiary.PERSON:
        return alone if alone and alone.chosen else None
    verdict = judge((), [*named, "/", *words], (), lexicon)
    if who is Beneficiary.BODY or verdict is None or not verdict.chosen or (alone and alone.chosen):
        return verdict
    countries = ", ".join(countries_in(name, lexicon))
    return replace(verdict, chosen=False, why=Said("why.scdl_unnumbered", MappingProxyType({"words": countries})))


def label_of(who: Beneficiary, name: str, purpose: str, lexicon: Lexicon, texts: Texts) -> str:
    """Return the label of a line of the budget, without the name of whoever may be a person."""
    if who is Beneficiary.PERSON:
        return texts("import.label.scdl_persons")
    shown, said = name, without_names(purpose)
    if who is Beneficiary.UNNUMBERED:
        shown = texts("import.label.scdl_unnumbered", countries=", ".join(countries_in(name, lexicon)))
        said = purpose_apart(purpose, name, lexicon)
    return " – ".join(part for part in (said, shown) if part)
