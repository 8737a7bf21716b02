"""What a reader says, as a sentence of one language."""

from __future__ import annotations

from diagnostic.imports.reading import Said
from diagnostic.texts import Texts

_PLAIN = frozenset({"year", "line", "later"})
"""Numbers whose digits are not grouped."""


def sentence(said: Said, texts: Texts) -> str:
    """Return the sentence of what a reader said."""
    key = f"import.{said.key}"
    params = {name: _shown(name, value, texts) for name, value in said.params.items()}
    if not texts.has(f"{key}.one"):
        return texts(key, **params)
    count = said.params.get("count")
    if isinstance(count, int | float):
        params.pop("count")
        return texts.plural(key, count, **params)
    return texts(f"{key}.other", **params)  # a count that is written out already


def _shown(name: str, value: object, texts: Texts) -> object:
    if name == "cell":  # "diaspora.people": a reader knows no language
        return texts(f"field.{value}")
    return texts.number(value) if isinstance(value, int | float) and name not in _PLAIN else value
