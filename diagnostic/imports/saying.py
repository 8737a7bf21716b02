"""What a reader says, as a sentence of one language."""

from __future__ import annotations

from diagnostic.imports.reading import Said
from diagnostic.texts import Texts

_PLAIN = frozenset({"year", "line"})
"""Numbers whose digits are not grouped."""


def sentence(said: Said, texts: Texts) -> str:
    """Return the sentence of what a reader said."""
    params = {name: _shown(name, value, texts) for name, value in said.params.items()}
    return texts(f"import.{said.key}", **params)


def _shown(name: str, value: object, texts: Texts) -> object:
    return texts.number(value) if isinstance(value, int | float) and name not in _PLAIN else value
