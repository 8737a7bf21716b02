"""The spaces of French, which keyboards do not give: no line of the document begins with a colon."""

from __future__ import annotations

import re

from diagnostic.formats import NARROW, NO_BREAK

_COLON = re.compile(r"(?<=\S) (?=:(?!\w))")
_BEFORE = re.compile(r"(?<=\S) (?=[;!?»%€‰](?!\w))")
_AFTER = re.compile(r"(?<=«) (?=\S)")


def typeset(text: str, lang: str) -> str:
    """Return a text whose plain spaces are those that the language asks for; every other sign stays as it is."""
    if lang != "fr":
        return text
    return _AFTER.sub(NARROW, _BEFORE.sub(NARROW, _COLON.sub(NO_BREAK, text)))
