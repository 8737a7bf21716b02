"""The census year of an INSEE file: what its first lines or its name say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from diagnostic.errors import WorldError
from diagnostic.imports.format import Case

_NAMED = re.compile(r"(?:^|[^0-9])(?:rp|RP|en |_)((?:19|20)\d{2})(?![0-9])")


def year_of(texts: Iterable[str], case: Case, file: str) -> int | None:
    """Return the year that the file's name or first lines give, else the one asked for.

    The name comes first: a table of 2022 may also say in which year it was published. WorldError import_other_year
    when another year was asked for.
    """
    found = next((int(match[1]) for text in texts for match in [_NAMED.search(text)] if match), None)
    if found and case.year and found != case.year:
        raise WorldError("import_other_year", file=file, asked=case.year, found=found)
    return found or case.year
