"""The title of an association, written in capitals in the register, in a case that reads well."""

from __future__ import annotations

import re
from collections.abc import Mapping

from diagnostic.imports.links.lexicon import Lexicon, Sense
from diagnostic.territory.folding import fold

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?")
_SPACES = re.compile(r"\s+")
_SMALL = frozenset(
    {
        "a", "à", "au", "aux", "avec", "c", "ça", "ce", "ces", "chez", "d", "dans", "de", "des", "du", "elle",
        "en", "entre", "est", "et", "il", "l", "la", "le", "les", "leur", "leurs", "ou", "où", "par", "pour",
        "qu", "que", "qui", "s", "sans", "se", "son", "sous", "sur", "un", "une", "vers", "via", "y",
    }
)  # fmt: skip
_LETTERS = 5
"""The most letters of a word without vowels, or between brackets, that is taken for initials."""
_VOWELS = frozenset("AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒ")
_GEOGRAPHIC = frozenset({Sense.NAME, Sense.ADJECTIVE, Sense.HOME, Sense.OPEN})


def spellings(lexicon: Lexicon) -> Mapping[str, str]:
    """Return how single words of country are written with their accents, by their folded form."""
    return {
        first: entry.shown
        for first, group in lexicon.entries.items()
        for words, entry in group
        if len(words) == 1 and entry.sense in _GEOGRAPHIC
    }


def readable(title: str, written: Mapping[str, str]) -> str:
    """Return a title with its spaces tidied; one in capitals alone gets small letters, initials and accents apart."""
    title = _SPACES.sub(" ", title).strip()
    if any(letter.islower() for letter in title):
        return title
    found = _WORD.sub(lambda match: _word(match, title, written), title)
    return found[:1].upper() + found[1:]


def _word(match: re.Match[str], title: str, written: Mapping[str, str]) -> str:
    word = match[0]
    if _is_initials(word, title[match.start() - 1 : match.start()], title[match.end() : match.end() + 1]):
        return word
    small = word.lower()
    if small in _SMALL:
        return small
    small = written.get(fold(word), small)
    return small[:1].upper() + small[1:].lower()


def _is_initials(word: str, before: str, after: str) -> bool:
    if any(character.isdigit() for character in word) or "." in word[:-1]:
        return True
    bracketed = before in ("(", '"', "«") and after in (")", '"', "»") and len(word) <= _LETTERS
    bare = 1 < len(word) <= _LETTERS and not _VOWELS & set(word) and word not in ("ST", "STE")
    return bracketed or bare
