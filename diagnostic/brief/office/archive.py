"""A package of parts as a zip file whose bytes depend on the parts alone."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can say."""
STORED = ("mimetype",)
"""Parts that must be readable without unpacking. Source: OpenDocument 1.3 part 2, 3.3."""


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the zip file of the parts, in their order."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in parts.items():
            entry = ZipInfo(name, EPOCH)
            entry.create_system = 0  # the same on every system
            entry.external_attr = 0
            entry.compress_type = ZIP_STORED if name in STORED else ZIP_DEFLATED
            archive.writestr(entry, data)
    return target.getvalue()
