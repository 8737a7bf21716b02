"""The foreword, the logo and the colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diagnostic.brief.content import BriefContent, Kind, Paragraph, Section
from diagnostic.brief.edits.passages import lines_of
from diagnostic.brief.edits.typography import typeset
from diagnostic.dossier.dressing import BriefLook, colour_of
from diagnostic.dossier.pictures import is_picture
from diagnostic.texts import Texts

FOREWORD = "foreword"
"""The section's id."""
AFTER = "summary"
"""The section that it follows: page 2 alone must do for the elected official."""


def dressed(content: BriefContent, look: BriefLook) -> BriefContent:
    """Return a brief with the collectivité's logo and colour; what is neither is left out."""
    logo = look.logo if is_picture(look.logo) else b""
    return replace(content, logo=logo or content.logo, accent=colour_of(look.colour) or content.accent)


def with_foreword(sections: Sequence[Section], look: BriefLook, kind: Kind, texts: Texts) -> tuple[Section, ...]:
    """Return the sections with the foreword of the language after the summary page; the summary alone has none."""
    own = typeset({"fr": look.foreword_fr, "en": look.foreword_en}.get(texts.lang, ""), texts.lang)
    others = tuple(section for section in sections if section.id != FOREWORD)
    paragraphs = [Paragraph(line) for line in lines_of(own)]
    if not paragraphs or kind is Kind.SUMMARY:
        return others
    if look.signed.strip():
        paragraphs.append(Paragraph(look.signed.strip()))
    label = texts("brief_edits.foreword")
    section = Section(id=FOREWORD, label=label, title=label, blocks=tuple(paragraphs))
    place = next((number for number, each in enumerate(others, 1) if each.id == AFTER), 0)
    return (*others[:place], section, *others[place:])
