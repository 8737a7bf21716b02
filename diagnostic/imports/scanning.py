"""Reading one territory out of a national file: its lines are found among the bytes, and only these are decoded."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from diagnostic.errors import WorldError
from diagnostic.imports.decoding import LONGEST_LINE, decoded, lines, wide_encoding
from diagnostic.imports.source import Source
from diagnostic.watching import Watch, unwatched

Line = tuple[int, str]
"""The number of a line in the file (from 1), and its text without its end."""

_ENDS = "\r\n"


def lines_with(source: Source, needles: Collection[str], watch: Watch = unwatched) -> Iterator[Line]:
    """Yield the first line of a text file, then each line that holds one of the needles (ASCII), wherever in it.

    For tables whose records each stand on one line. A needle in another column than the one meant is yielded too: the
    reader tells them apart once it has the cells. WorldError import_not_text, or those of `Source.blocks`.
    """
    head = source.head()
    if wide_encoding(head) or (b"\n" not in head and b"\r" in head):
        yield from _among_decoded(source, needles, watch)
        return
    wanted = tuple(needle.encode("ascii") for needle in needles)
    for number, line in _among_bytes(source, wanted, watch):
        if b"\x00" in line:
            raise WorldError("import_not_text", file=source.name, row=number)
        yield number, decoded(line).strip(_ENDS).replace("\ufeff", "")


def _among_bytes(source: Source, needles: tuple[bytes, ...], watch: Watch) -> Iterator[tuple[int, bytes]]:
    number = 1
    for text, done, last in _whole_lines(source, watch):
        if number == 1:
            head = text.find(b"\n", done) + 1 or last
            yield number, text[done:head]
            number, done = 2, head
        for start, end in _hits(text, needles, done, last):
            number += text.count(b"\n", done, start)
            yield number, text[start:end]
            done, number = end, number + 1
        number += text.count(b"\n", done, last)


def _whole_lines(source: Source, watch: Watch) -> Iterator[tuple[bytes, int, int]]:
    """Yield the content as blocks with the bounds of their whole lines; a line that a block cuts comes by itself.

    Blocks are not copied: that would cost as much as searching them.
    """
    rest = b""
    for block in source.blocks(watch):
        first, last = block.find(b"\n") + 1, block.rfind(b"\n") + 1
        if first:
            yield rest + block[:first], 0, len(rest) + first
            yield block, first, last
            rest = block[last:]
        else:
            rest += block
        if len(rest) > LONGEST_LINE:
            raise WorldError("import_not_text", file=source.name, row="–")
    if rest:
        yield rest, 0, len(rest)


def _hits(text: bytes, needles: tuple[bytes, ...], begin: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield where the lines that hold a needle start and end, in order, each once.

    Most blocks hold none: `rfind` says so in half the time that `find` takes for long texts.
    """
    needles = tuple(needle for needle in needles if text.rfind(needle, begin, last) >= 0)
    ahead = {needle: text.find(needle, begin, last) for needle in needles}
    while (found := min((place for place in ahead.values() if place >= 0), default=-1)) >= 0:
        start = max(text.rfind(b"\n", begin, found) + 1, begin)
        end = text.find(b"\n", found, last) + 1 or last
        yield start, end
        ahead.update({needle: text.find(needle, end, last) for needle, place in ahead.items() if 0 <= place < end})


def _among_decoded(source: Source, needles: Collection[str], watch: Watch) -> Iterator[Line]:
    for number, line in enumerate(lines(source, watch), 1):
        if number == 1 or any(needle in line for needle in needles):
            yield number, line.strip(_ENDS)
