"""What is wrong with a framework file, as terms that each language words (`term.Expected.*`, `term.Slip.*`)."""

from __future__ import annotations

import re
from enum import StrEnum

from diagnostic.errors import WorldError

_PLACE = re.compile(r"(?P<said>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)", re.DOTALL)


class Expected(StrEnum):
    """The form that a field should have."""

    TEXT = "text"
    NUMBER = "number"
    WHOLE = "whole"
    FLAG = "flag"
    TEXTS = "texts"
    TABLE = "table"
    TABLES = "tables"


class Slip(StrEnum):
    """What a slip in TOML is."""

    VALUE = "value"
    TWICE = "twice"
    UNCLOSED = "unclosed"
    STRING = "string"
    KEY = "key"
    CHARACTER = "character"
    OTHER = "other"


_SLIPS = (
    ("Invalid value", Slip.VALUE),
    ("Invalid date", Slip.VALUE),
    ("Cannot ", Slip.TWICE),
    ("Duplicate ", Slip.TWICE),
    ("Unclosed ", Slip.UNCLOSED),
    ("Expected ']", Slip.UNCLOSED),
    ("Unterminated ", Slip.STRING),
    ("Expected newline", Slip.STRING),
    ("Unescaped ", Slip.STRING),
    ("Invalid hex", Slip.STRING),
    ("Escaped ", Slip.STRING),
    ("Expected '\"", Slip.STRING),
    ("Expected \"'", Slip.STRING),
    ("Expected '='", Slip.KEY),
    ("Invalid initial character", Slip.KEY),
    ("Invalid statement", Slip.KEY),
    ("Illegal character '\\n'", Slip.STRING),
    ("Illegal character", Slip.CHARACTER),
    ("Found invalid character", Slip.CHARACTER),
)
"""How the messages of `tomllib` begin, and what they mean to a writer of frameworks."""


def malformed(file: str, message: str) -> WorldError:
    """Return the fault of a file that is not TOML, from what `tomllib` says of it."""
    found = _PLACE.fullmatch(message)
    said = found["said"] if found else message
    slip = next((slip for beginning, slip in _SLIPS if said.startswith(beginning)), Slip.OTHER)
    if found is None or found["line"] is None:
        return WorldError("framework_malformed_at_end", file=file, slip=slip)
    return WorldError("framework_malformed", file=file, slip=slip, line=int(found["line"]), column=int(found["column"]))


def not_utf8(file: str, content: bytes, fault: UnicodeDecodeError) -> WorldError:
    """Return the fault of a file in another encoding, with the first line that shows it."""
    return WorldError("framework_not_utf8", file=file, line=content[: fault.start].count(b"\n") + 1)
