"""Text fit for a word processor's file: cleaned as for the PDF, and nothing that XML 1.0 forbids."""

from __future__ import annotations

from diagnostic.brief.pdf.scripts import clean

_FORBIDDEN = dict.fromkeys((0xFFFE, 0xFFFF), "\N{REPLACEMENT CHARACTER}")


def fit(text: str) -> str:
    """Return the text composed, without control, invisible or half characters; new lines stay."""
    return clean(text).translate(_FORBIDDEN).strip()


def fit_line(text: str) -> str:
    """Return the text on one line."""
    return fit(text).replace("\n", " ")
