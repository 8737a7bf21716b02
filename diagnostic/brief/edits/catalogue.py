"""The sections that each document can have, in the program's order: a campaign's own has those with something to say.

A test holds it against what is composed. The cover, the contents and the notices are no sections: they stay.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diagnostic.brief.content import Kind
from diagnostic.brief.edits.look import FOREWORD

_FULL = "identity scores findings world partners means strategy plan funding followup missing method"
_YEARLY = "year planned means followup plan missing lines sources notes"
_ANNEXES = "indicators robustness matrix partners_list lines panel ranks sources glossary notes"

SECTIONS: Mapping[Kind, tuple[str, ...]] = MappingProxyType(
    {
        Kind.FULL: ("summary", FOREWORD, *_FULL.split(), *_ANNEXES.split()),
        Kind.EXPRESS: ("summary", FOREWORD, "identity", "scores", "next", "first", "notes"),
        Kind.SUMMARY: ("summary", "decide", "notes"),
        Kind.YEARLY: (FOREWORD, *_YEARLY.split()),
    }
)
