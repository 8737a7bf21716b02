"""From bytes to lines of text: byte-order marks, UTF-8 or else Windows-1252, and files that mix the two."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from diagnostic.errors import WorldError
from diagnostic.imports.source import Source
from diagnostic.watching import Watch, unwatched

_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BOM = "\ufeff"
LONGEST_LINE = 1 << 20
"""Bytes: no line of a published table is as long; a file without line ends would fill the memory."""


def wide_encoding(head: bytes) -> str:
    """Return "utf-16" or "utf-32" for a file that begins with such a mark, "" for one of single bytes or UTF-8."""
    return next((name for mark, name in _WIDE_MARKS if head.startswith(mark)), "")


def text_of(head: bytes) -> str:
    """Return the first bytes of a file as text, without its last, cut line."""
    encoding = wide_encoding(head)
    if encoding:
        return head[: len(head) // 4 * 4].decode(encoding, "replace")
    lines = head.splitlines(keepends=True)
    whole = lines[:-1] if len(lines) > 1 and not lines[-1].endswith((b"\n", b"\r")) else lines
    return "".join(decoded(line) for line in whole).replace(_BOM, "")


def lines(source: Source, watch: Watch = unwatched) -> Iterator[str]:
    """Yield the lines of a text file with their ends. WorldError import_not_text, or those of `Source.blocks`.

    Each line is read as UTF-8, or else as Windows-1252: registers are glued together from both.
    """
    encoding = wide_encoding(source.head())
    found = _wide_lines(source, encoding, watch) if encoding else _lines(source, watch)
    for number, line in enumerate(found, 1):
        if "\x00" in line:
            raise WorldError("import_not_text", file=source.name, row=number)
        yield line.replace(_BOM, "") if _BOM in line else line


def _lines(source: Source, watch: Watch) -> Iterator[str]:
    rest = b""
    for block in source.blocks(watch):
        head, end, tail = block.rpartition(b"\n")
        if end:
            yield from _split(rest + head + end)
        rest = tail if end else rest + tail
        if len(rest) > LONGEST_LINE:
            raise WorldError("import_not_text", file=source.name, row="–")
    yield from _split(rest)


def _split(block: bytes) -> Iterator[str]:
    """Yield the lines of whole lines of bytes; only \\n, \\r and \\r\\n end one."""
    try:
        text = block.decode("utf-8")
    except UnicodeDecodeError:
        text = "".join(decoded(line) for line in block.splitlines(keepends=True))
    return iter(io.StringIO(text, newline=""))


def decoded(line: bytes) -> str:
    """Return a line as text: UTF-8, or else Windows-1252, in which no accented word makes UTF-8 by accident."""
    for name in ("utf-8", "cp1252"):
        try:
            return line.decode(name)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")  # the five bytes that Windows-1252 leaves without a letter


def _wide_lines(source: Source, encoding: str, watch: Watch) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    rest = ""
    for block in source.blocks(watch):
        head, end, tail = (rest + decoder.decode(block)).rpartition("\n")
        yield from io.StringIO(head + end, newline="")
        rest = tail
        if len(rest) > LONGEST_LINE:
            raise WorldError("import_not_text", file=source.name, row="–")
    yield from io.StringIO(rest + decoder.decode(b"", final=True), newline="")
