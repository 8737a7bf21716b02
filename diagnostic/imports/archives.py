"""Which of the files in an archive are tables: by their names, and by what they hold where several may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_HEAD = 8192
_LINES = 20
_MARKS = (b";", b"\t", b"|", b",")
_TEXTS, _OTHERS = (".csv", ".txt", ".tsv"), (".xlsx", ".json")
_DESCRIBING = ("meta_", "varmod")
"""How the files are called that describe the columns of published ones."""


def tables_in(archive: ZipFile) -> list[ZipInfo]:
    """Return the members of an archive that are tables.

    Beside others, what describes them, a text that is none and a JSON of another program are left out. What `ZipFile`
    raises for one that is damaged.
    """
    members = [each for each in archive.infolist() if not each.is_dir() and not _left_by_a_system(each)]
    found = [each for each in members if each.filename.lower().endswith((*_TEXTS, *_OTHERS))]
    if not found:
        return [each for each in members if not PurePosixPath(each.filename).suffix and _tabular(archive, each)]
    for keeps in _sieves(archive):
        if len(found) > 1:
            found = [each for each in found if keeps(each)] or found
    return found


def readable(member: ZipInfo) -> bool:
    """Return whether Python can unpack a member without a password."""
    return not member.flag_bits & 0x1 and member.compress_type in (ZIP_STORED, ZIP_DEFLATED)


def packed_again(archive: ZipFile) -> Sequence[str]:
    """Return the names of the archives inside an archive."""
    return [
        each.filename for each in archive.infolist() if each.filename.lower().endswith((".zip", ".7z", ".rar", ".gz"))
    ]


def _sieves(archive: ZipFile) -> Iterator[Callable[[ZipInfo], bool]]:
    yield lambda each: not PurePosixPath(each.filename).name.lower().startswith(_DESCRIBING)
    yield lambda each: not each.filename.lower().endswith(".txt") or _tabular(archive, each)
    yield lambda each: not each.filename.lower().endswith(".json") or b"rosedesvents" in _head(archive, each)


def _left_by_a_system(member: ZipInfo) -> bool:
    name = member.filename
    return name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith("._")


def _head(archive: ZipFile, member: ZipInfo) -> bytes:
    with archive.open(member) as file:
        return file.read(_HEAD)


def _tabular(archive: ZipFile, member: ZipInfo) -> bool:
    """Return whether most of the first lines of a text are cut alike; so is one that cannot be looked at."""
    if not readable(member):
        return True
    lines = [line for line in _head(archive, member).splitlines()[:_LINES] if line.strip()]
    for mark in _MARKS:
        counts = [line.count(mark) for line in lines]
        most = max((counts.count(count) for count in set(counts) if count), default=0)
        if most > 1 and 5 * most >= 4 * len(lines):
            return True
    return False
