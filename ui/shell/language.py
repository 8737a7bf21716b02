"""Which of the program's two languages someone reads."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""Where a POSIX system says its language, the strongest first."""


def spoken(names: Iterable[str]) -> str:
    """Return "fr" or "en" for the system's languages ("en_GB.UTF-8", "fr-FR"), the first of ours that is named.

    French where neither is: the program is written for French collectivités.
    """
    for name in names:
        start = name.strip().lower()[:2]
        if start in ("fr", "en"):
            return start
    return "fr"


def language_of(environ: Mapping[str, str]) -> str:
    """Return the language that the environment asks for."""
    said = (environ[variable] for variable in VARIABLES if environ.get(variable))
    return spoken(name for value in said for name in value.split(":"))
