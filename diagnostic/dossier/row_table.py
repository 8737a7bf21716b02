"""What every mapped class of a dossier shares: the schema's base, the columns of all rows, two types of column."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Dialect, ForeignKey, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Strings(TypeDecorator[tuple[str, ...]]):
    """A list of codes kept as a JSON array."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """Return the JSON text of a list of codes."""
        return json.dumps([str(item) for item in value or ()], ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """Return the codes of a JSON array."""
        return tuple(json.loads(value)) if value else ()


class Typed(TypeDecorator[Mapping[str, str]]):
    """What was typed in some fields and could not be read, by field, kept as a JSON object."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """Return the JSON text of the typed words by field."""
        return json.dumps(dict(value or {}), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Mapping[str, str]:
        """Return the typed words by field."""
        return MappingProxyType(json.loads(value) if value else {})


class Base(DeclarativeBase):
    """The dossier's schema."""


class RowTable(Base):
    """What all kinds of row share."""

    __abstract__ = True
    __table_args__: Any = {"sqlite_autoincrement": True}  # noqa: RUF012  # SQLAlchemy declares it so

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-3)
    campaign_id: Mapped[int] = mapped_column(ForeignKey("campaign.id", ondelete="CASCADE"), index=True, sort_order=-2)
    source: Mapped[str] = mapped_column(default="")
    source_date: Mapped[str] = mapped_column(default="")
    confidence: Mapped[str | None]
    comment: Mapped[str] = mapped_column(Text, default="")
    unread: Mapped[Mapping[str, str]] = mapped_column(Typed, default=dict)
