"""The formats that the program knows, the most particular first."""

from __future__ import annotations

from diagnostic.imports.format import Format
from diagnostic.imports.formats import (
    dgfip,
    insee_export,
    insee_long,
    mesr,
    own_columns,
    own_export,
    own_json,
    own_workbook,
    rna,
    scdl,
)

FORMATS: tuple[Format, ...] = (
    own_workbook.FORMAT,
    own_json.FORMAT,
    own_export.FORMAT,
    dgfip.BY_FUNCTION,
    dgfip.SIMPLE,
    insee_long.FORMAT,
    insee_export.FORMAT,
    mesr.FORMAT,
    rna.FORMAT,
    scdl.FORMAT,
    own_columns.FORMAT,  # last: any table whose columns say what they are
)
