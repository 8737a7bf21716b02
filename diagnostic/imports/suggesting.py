"""What the columns of a table may be, offered to whoever matches them: any word that names a field suggests it."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.imports.format import Look
from diagnostic.imports.layout import KINDS, Layout, Match, guess, likelihood, matches
from diagnostic.imports.titles import Titles
from diagnostic.imports.words import Words


def suggested(records: Sequence[Sequence[str]], words: Words, kind: str = "", *, separator: str = "") -> Layout | None:
    """Return the likeliest layout of a table, for one kind of row or any; None where no column names anything.

    What is named leaves no doubt, and comes first; the rest is suggested by the words within the titles. The kind is
    one that has all it needs where there is one, then that of most columns.
    """
    best = _best(records, words, kind)
    if best is None or not best.columns:
        return guess(records, words, kind, separator=separator)
    return Layout(kind=best.kind, columns=best.columns, separator=separator, above=best.above)


def likeliest_sheet(look: Look, words: Words, sheet: str = "") -> Look:
    """Return the look of the sheet of that name; where there is none, of the first that is likeliest to be a table."""
    sheets = list(look.each_sheet())
    if wanted := next((each for each in sheets if sheet and each.sheet == sheet), None):
        return wanted
    found = [(likelihood(best), each) for each in sheets if (best := _best(each.records, words))]
    return min(found, key=lambda pair: pair[0])[1] if found else look


def _best(records: Sequence[Sequence[str]], words: Words, kind: str = "") -> Match | None:
    kinds = (kind,) if kind else KINDS
    return min((_widened(each, records, words) for each in kinds), key=likelihood) if records else None


def _widened(kind: str, records: Sequence[Sequence[str]], words: Words) -> Match:
    """Return what the titles of a table name for a kind of row, and what their words suggest beside."""
    (match,) = matches(records, words, kind)
    header = records[match.above]
    return Match(kind, match.above, Titles(kind, words).suggested(header, match.columns))
