"""The formats that the program knows, the most particular first."""

from __future__ import annotations

from diagnostic.imports.format import Format

FORMATS: tuple[Format, ...] = ()
