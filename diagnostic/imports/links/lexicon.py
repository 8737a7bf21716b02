"""The words by which a text speaks of other countries, ready to be looked up."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files
from typing import Any

from diagnostic.territory.countries import Countries, Country
from diagnostic.territory.demonyms import Demonym, load_demonyms
from diagnostic.territory.folding import fold_lines

Words = tuple[str, ...]
"""Folded words, in order."""


class Sense(StrEnum):
    """What an entry of the lexicon says."""

    NEVER = "never"
    NAME = "name"
    ADJECTIVE = "adjective"
    COMBINING = "combining"
    OPEN = "open"
    """two countries answer to it"""
    REGION = "region"
    HOME = "home"
    """a territory of France: another link than with another country"""
    STRONG = "strong"
    WEAK = "weak"
    BESIDE = "beside"
    MEMORY = "memory"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase. `shown` as French writes it; `code` a country, or the name of an open pair or a kind.

    `language`: a masculine singular, which names a language as well.
    """

    shown: str
    sense: Sense
    code: str = ""
    language: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries by their first word, longest first, and the sets of words that give them their context.

    `within`: the countries whose names a longer name holds (Guinea in Guinea-Bissau).
    """

    entries: Mapping[str, tuple[tuple[Words, Entry], ...]]
    hints: Mapping[str, Mapping[str, tuple[str, ...]]]
    sets: Mapping[str, frozenset[str]]
    kinds: Mapping[str, frozenset[str]]
    within: Mapping[Entry, frozenset[str]]


def load_lexicon(countries: Countries) -> Lexicon:
    """Return the lexicon of French, built from the references; some thirty milliseconds, the caller keeps it."""
    text = (files("resources") / "reference" / "link_words.toml").read_text("utf-8")
    said = tomllib.loads(text)
    known = tuple(_entries(said, countries))
    folded = fold_lines("\n".join(entry.shown for entry in known)).split("\n")
    found: dict[Words, Entry] = {}
    for words, entry in zip(folded, known, strict=True):
        if words:
            found.setdefault(tuple(words.split(" ")), entry)
    for phrase in _cut(_folded(said["never_phrases"]["cut"]), found):
        found[phrase] = Entry("-".join(phrase), Sense.NEVER)
    return Lexicon(
        within=_within(found),
        entries=_by_first_word(found),
        hints={name: {code: _folded(pair[code]) for code in pair if code != "words"} for name, pair in _pairs(said)},
        sets=_sets(said),
        kinds={kind: frozenset(_folded(words)) for kind, words in said["kinds"].items()},
    )


def _pairs(said: Mapping[str, Any]) -> Iterable[tuple[str, Mapping[str, list[str]]]]:
    return said["open"].items()  # type: ignore[no-any-return]  # TOML is untyped


def _sets(said: Mapping[str, Any]) -> Mapping[str, frozenset[str]]:
    sets = {
        name: frozenset(_folded(said[name]["words"]))
        for name in ("places", "practices", "travels", "supports", "lifts")
    }
    return sets | {
        "people": frozenset(_folded(said["people"]["words"])),
        "linking": frozenset(_folded(said["places"]["linking"])),
        "language_before": frozenset(_folded(said["practices"]["language_before"])),
    }


def _entries(said: Mapping[str, Any], countries: Countries) -> Iterator[Entry]:
    """Yield the entries; of two that are written alike, the first counts."""
    yield from _all(said["never_phrases"]["names"], Sense.NEVER)
    yield from _all(said["practices"]["phrases"], Sense.PRACTICE)
    yield from _all(said["memory"]["words"], Sense.MEMORY)
    yield from _all(said["regions"]["home"], Sense.HOME)
    for name, pair in _pairs(said):
        yield from _all(pair["words"], Sense.OPEN, name)
    for code, names in said["never"]["also"].items():
        yield from _all(names, Sense.NAME, code)
    never = set(_folded(said["never"]["names"]))
    for country in countries.all():
        names = (country.name_fr, *country.other_names, country.name_en)
        kept = [name for name, folded in zip(names, _folded(names), strict=True) if folded not in never]
        if country.code != "FR":
            yield from _all([name for name in kept if len(name) > 3 or name == "USA"], _sense(country), country.code)
    for demonym in load_demonyms():
        yield from _demonym(demonym, countries)
    yield from _all(said["regions"]["names"], Sense.REGION)
    for kind, words in said["strong"].items():
        yield from _all(words, Sense.STRONG, kind)
    yield from _all(said["weak"]["title"], Sense.WEAK)
    yield from _all(said["weak"]["beside_code"], Sense.BESIDE)


def _demonym(demonym: Demonym, countries: Countries) -> Iterator[Entry]:
    country = countries.get(demonym.code)
    home = country is not None and country.home
    for form in demonym.forms():
        language = form in demonym.masculines() or form in demonym.others
        yield Entry(form, Sense.HOME if home else Sense.ADJECTIVE, demonym.code, language)
    yield from _all(demonym.combining, Sense.COMBINING, "" if home else demonym.code)


def _sense(country: Country) -> Sense:
    return Sense.HOME if country.home else Sense.NAME


def _all(words: Iterable[str], sense: Sense, code: str = "") -> Iterator[Entry]:
    return (Entry(word, sense, code) for word in words)


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold_lines("\n".join(words)).split("\n"))


def _by_first_word(found: Mapping[Words, Entry]) -> Mapping[str, tuple[tuple[Words, Entry], ...]]:
    grouped: dict[str, list[tuple[Words, Entry]]] = {}
    for words, entry in found.items():
        grouped.setdefault(words[0], []).append((words, entry))
    return {first: tuple(sorted(group, key=lambda pair: -len(pair[0]))) for first, group in grouped.items()}


def _cut(words: Iterable[str], found: Mapping[Words, Entry]) -> list[Words]:
    """Return the two halves of words that a country's name parts: a hyphen there is a play on the word."""
    names = [phrase[0] for phrase, entry in found.items() if len(phrase) == 1 and entry.sense is Sense.NAME]
    begun = [(name, word.removeprefix(name)) for word in words for name in names if word.startswith(name)]
    ended = [(word.removesuffix(name), name) for word in words for name in names if word.endswith(name)]
    return [halves for halves in (*begun, *ended) if all(halves)]


def _within(found: Mapping[Words, Entry]) -> Mapping[Entry, frozenset[str]]:
    names = {phrase: entry for phrase, entry in found.items() if entry.sense is Sense.NAME}
    pairs: dict[Entry, frozenset[str]] = {}
    for phrase, whole in names.items():
        spans = ((start, end) for start in range(len(phrase)) for end in range(start + 1, len(phrase) + 1))
        codes = {names[phrase[start:end]].code for start, end in spans if phrase[start:end] in names} - {whole.code}
        if codes:
            pairs[whole] = frozenset(codes)
    return pairs
