"""The rows in which the users make the brief their own: its words, its sections, its looks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from diagnostic.dossier import fields as f
from diagnostic.dossier import vocabulary as v
from diagnostic.dossier.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefEdit(Row):
    """A passage that the users wrote again: the program's words it was written over, and theirs ("": taken out).

    It holds in every document that has the passage in that section (its id) and language ("fr", "en").
    """

    kind: ClassVar[str] = "brief_edit"

    lang: str = f.text(needed=True)
    section: str = f.text(needed=True)
    part: v.BriefPart | None = f.choice(v.BriefPart)
    original: str = f.note()
    text: str = f.note()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLayout(Row):
    """Where a section stands in a document, counted from 1 (None: where the program puts it), and whether at all."""

    kind: ClassVar[str] = "brief_layout"

    document: v.BriefDocument | None = f.choice(v.BriefDocument)
    section: str = f.text(needed=True)
    place: int | None = f.count()
    hidden: bool | None = f.flag()


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLook(Row):
    """The foreword in each language, who signs it, the collectivité's logo, and its colour ("#1f6f78"). One row."""

    kind: ClassVar[str] = "brief_look"

    foreword_fr: str = f.note()
    foreword_en: str = f.note()
    signed: str = f.text()
    logo: bytes = f.picture()
    colour: str = f.text()


def colour_of(typed: str) -> str:
    """Return a colour as "#rrggbb", "" where there is none in what was typed."""
    text = typed.strip()
    text = text if text.startswith("#") else f"#{text}"
    return text.lower() if re.fullmatch("#[0-9a-fA-F]{6}", text) else ""
