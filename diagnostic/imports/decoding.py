"""From bytes to lines of text: byte-order marks, UTF-8 or else Windows-1252, and files that mix the two."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator

from diagnostic.errors import WorldError
from diagnostic.imports.source import Source, Watch, unwatched

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BOM = "\ufeff"
LONGEST_LINE = 1 << 20
"""Bytes: no line of a published table is as long; a file without line ends would fill the memory."""


def encoding_of(head: bytes) -> str:
    """Return the encoding of a file from its first bytes: that of its mark, UTF-8 if it reads so, or Windows-1252."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    try:
        head[: head.rfind(b"\n") + 1 or len(head)].decode("utf-8")
    except UnicodeDecodeError as fault:
        return "utf-8" if fault.end >= len(head) - 3 and fault.reason == "unexpected end of data" else "cp1252"
    return "utf-8"


def text_of(head: bytes) -> str:
    """Return the first bytes of a file as text, without its last, cut line."""
    encoding = encoding_of(head)
    if encoding in ("utf-16", "utf-32"):
        return head[: len(head) // 4 * 4].decode(encoding, "replace")
    lines = head.splitlines(keepends=True)
    whole = lines[:-1] if len(lines) > 1 and not lines[-1].endswith((b"\n", b"\r")) else lines
    return "".join(_decode(line, encoding) for line in whole).replace(_BOM, "")


def lines(source: Source, watch: Watch = unwatched) -> Iterator[str]:
    """Yield the lines of a text file with their ends. WorldError import_not_text, or those of `Source.blocks`.

    Each line that is not of the file's encoding is read in the other one: registers are glued together from both.
    """
    encoding = encoding_of(source.head())
    found = (
        _wide_lines(source, encoding, watch) if encoding in ("utf-16", "utf-32") else _lines(source, encoding, watch)
    )
    for number, line in enumerate(found, 1):
        if "\x00" in line:
            raise WorldError("import_not_text", file=source.name, row=number)
        yield line.replace(_BOM, "") if _BOM in line else line


def _lines(source: Source, encoding: str, watch: Watch) -> Iterator[str]:
    rest = b""
    for block in source.blocks(watch):
        head, end, tail = block.rpartition(b"\n")
        if end:
            yield from _split(rest + head + end, encoding)
        rest = tail if end else rest + tail
        if len(rest) > LONGEST_LINE:
            raise WorldError("import_not_text", file=source.name, row="–")
    yield from _split(rest, encoding)


def _split(block: bytes, encoding: str) -> Iterator[str]:
    """Yield the lines of whole lines of bytes; only \\n, \\r and \\r\\n end one."""
    try:
        text = block.decode(encoding)
    except UnicodeDecodeError:
        text = "".join(_decode(line, encoding) for line in block.splitlines(keepends=True))
    return iter(io.StringIO(text, newline=""))


def _decode(line: bytes, encoding: str) -> str:
    for name in (encoding, "utf-8", "cp1252"):
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
