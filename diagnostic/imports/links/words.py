"""The folded words of a text, fast enough for a register: what `fold` gives, one letter at a time."""

from __future__ import annotations

from diagnostic.territory.folding import fold

_WRITTEN_OUT = {"st": "saint", "ste": "sainte"}


class Letters(dict[int, str]):
    """Each letter folded once, when it is first met: a text is then folded in one pass."""

    def __missing__(self, code: int) -> str:
        # Between two letters: an accent that stands by itself vanishes there, and what parts words stays a space.
        self[code] = folded = fold(f"a{chr(code)}a")[1:-1]
        return folded

    def words(self, text: str) -> list[str]:
        """Return the words of a text as `fold` writes them."""
        words = text.translate(self).split()
        if "st" in words or "ste" in words:
            return [_WRITTEN_OUT.get(word, word) for word in words]
        return words
