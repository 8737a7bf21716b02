"""A sheet's XML without the rows in which nothing stands: a million of them are as dear to parse as full ones."""

from __future__ import annotations

import io
import re
from typing import IO

_BLOCK = 1 << 20
_LONGEST = 1 << 22
"""Bytes of a row that is waited for: a longer one is let through as it comes."""
_EMPTY = re.compile(rb'(?:<row\b[^<>]*?\br="([0-9]+)"[^<>]*(?:/>|(?<!/)>(?:<c\b[^<>]*/>)*</row>)\s*)+')


class WithoutEmptyRows(io.RawIOBase):
    """A sheet's file in which a run of empty rows is its last one alone: those after it keep their numbers."""

    def __init__(self, file: IO[bytes] | io.RawIOBase) -> None:
        super().__init__()
        self._file = file
        self._rest = b""
        self._plain = True

    def read(self, size: int = -1) -> bytes:
        """Return a part of the sheet, whatever its size; b"" at the end."""
        while block := self._file.read(_BLOCK):
            block = self._rest + block
            # text kept as it stands, or left out, may look like rows
            self._plain = self._plain and b"<!" not in block and b"![CDATA[" not in block
            end = block.rfind(b"<row")
            end = end if self._plain and end >= 0 and len(block) - end < _LONGEST else len(block)
            block, self._rest = block[:end], block[end:]
            if block:
                return self._thinned(block)
        last, self._rest = self._rest, b""
        return self._thinned(last)

    def close(self) -> None:
        """Close the sheet's file."""
        self._file.close()
        super().close()

    def _thinned(self, block: bytes) -> bytes:
        return _EMPTY.sub(rb'<row r="\1"/>', block) if self._plain else block
