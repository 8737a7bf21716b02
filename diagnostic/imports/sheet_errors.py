"""What a spreadsheet shows in a cell whose formula failed: no name, no number, and nothing to be kept as one."""

from __future__ import annotations

import re

_ERRORS = re.compile(
    r"#(?:N/A|N/D|REF!|VALUE!|VALEUR!|DIV/0!|NOM\?|NAME\?|NUL!|NULL!|NOMBRE!|NUM!|CALC!|SPILL!|PROPAGATION!|#+)|Err:[0-9]{3}",
    re.IGNORECASE,
)


def is_error(text: str) -> bool:
    """Return whether a cell shows a spreadsheet's error, in French or English; a column too narrow shows "####"."""
    return bool(_ERRORS.fullmatch(text.replace("\u00a0", "").replace("\u202f", "").replace(" ", "")))
