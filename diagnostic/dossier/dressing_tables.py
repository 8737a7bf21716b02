"""The mapped classes of the rows in which the users make the brief their own (`dressing`)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from diagnostic.dossier.row_table import RowTable


class BriefEditTable(RowTable):
    """A passage that the users wrote again."""

    __tablename__ = "brief_edit"

    lang: Mapped[str]
    section: Mapped[str]
    part: Mapped[str | None]
    original: Mapped[str] = mapped_column(Text)
    text: Mapped[str] = mapped_column(Text)


class BriefLayoutTable(RowTable):
    """Where a section stands in a document, and whether at all."""

    __tablename__ = "brief_layout"
    __table_args__: Any = (UniqueConstraint("campaign_id", "document", "section"), {"sqlite_autoincrement": True})

    document: Mapped[str | None]
    section: Mapped[str]
    place: Mapped[int | None]
    hidden: Mapped[bool | None]


class BriefLookTable(RowTable):
    """The foreword, the logo and the colour of a campaign's brief."""

    __tablename__ = "brief_look"
    __table_args__: Any = (UniqueConstraint("campaign_id"), {"sqlite_autoincrement": True})

    foreword_fr: Mapped[str] = mapped_column(Text)
    foreword_en: Mapped[str] = mapped_column(Text)
    signed: Mapped[str]
    logo: Mapped[bytes]
    colour: Mapped[str]
