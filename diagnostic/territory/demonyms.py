"""French adjectives and names of inhabitants, by country: malien, malienne, maliens, franco-malien."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Demonym:
    """The words of one country. `others` are further spellings and peoples, `combining` first halves ("sino")."""

    code: str
    masculine: str
    feminine: str
    others: tuple[str, ...] = ()
    combining: tuple[str, ...] = ()

    def masculines(self) -> tuple[str, ...]:
        """Return the masculine singular, which is often the name of a language as well; () when there is none."""
        return (self.masculine,) if self.masculine else ()

    def forms(self) -> tuple[str, ...]:
        """Return every form, singular and plural, each once."""
        words = [word for word in (self.masculine, self.feminine, *self.others) if word]
        return tuple(dict.fromkeys(form for word in words for form in (word, plural(word))))


def plural(word: str) -> str:
    """Return the plural of an adjective of country, all of which are regular."""
    return word if word.endswith(("s", "x", "z")) else f"{word}s"


def load_demonyms() -> tuple[Demonym, ...]:
    """Read the resource, in well under a millisecond; the caller keeps what it gets."""
    text = (files("resources") / "reference" / "demonyms.tsv").read_text("utf-8")
    _, *lines = [line for line in text.splitlines() if not line.startswith("#")]
    return tuple(_demonym(*line.split("\t")) for line in lines)


def _demonym(code: str, masculine: str, feminine: str, others: str, combining: str) -> Demonym:
    return Demonym(code, masculine, feminine, _several(others), _several(combining))


def _several(text: str) -> tuple[str, ...]:
    return tuple(text.split("|")) if text else ()
