"""One spelling for every way of writing a name."""

import unicodedata
from functools import lru_cache

_LETTERS = {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i"}


@lru_cache(maxsize=8192)  # the titles and names of a table are asked for again and again
def fold(text: str) -> str:
    """Return `text` in lower case without accents, words apart by one space, "st" and "ste" written out.

    Hyphens, apostrophes and any other punctuation count as spaces. "" when nothing but punctuation is left.
    """
    return fold_lines(text.replace("\n", " "))


def fold_lines(text: str) -> str:
    """Return `text` with each of its lines folded, the number of lines kept.

    Folding 36,000 names at once costs a tenth of folding them one by one.
    """
    # Either step can undo the other ("𝑨" is no capital until it is decomposed), hence the second decomposition.
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    for letter in set(text):
        if not (letter.isascii() and letter.isalnum()) and letter not in " \n":
            text = text.replace(letter, _plain(letter))
    padded = f" {text} ".replace("\n", " \n ").replace(" ", "  ")
    padded = padded.replace(" st ", " saint ").replace(" ste ", " sainte ")
    while "  " in padded:
        padded = padded.replace("  ", " ")
    return padded.replace(" \n", "\n").replace("\n ", "\n").strip(" ")


def _plain(letter: str) -> str:
    if unicodedata.combining(letter):
        return ""
    return _LETTERS.get(letter, letter if letter.isalnum() else " ")
