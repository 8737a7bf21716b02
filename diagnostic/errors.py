"""The world's faults: what went wrong outside the program, as a message key and its figures."""

from __future__ import annotations


class WorldError(Exception):
    """Something outside the program is wrong: a file, a disk, a value.

    `key` names the sentence `error.<key>` of the translations, `params` fill it. The sentence says what
    happened, to what, what is safe and what to do next. Our own mistakes are never a WorldError.
    """

    def __init__(self, key: str, **params: object) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params
