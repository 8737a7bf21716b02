"""The brief step's page."""

from __future__ import annotations

from ui.brief.page import BriefPage

__all__ = ["BriefPage"]
