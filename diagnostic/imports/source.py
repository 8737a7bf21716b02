"""A file being read: its bytes in blocks, what it is wrapped in, and what can go wrong with it meanwhile."""

from __future__ import annotations

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from diagnostic.errors import WorldError
from diagnostic.imports.archives import packed_again, readable, tables_in
from diagnostic.imports.not_tables import SEEN, what_begins, what_holds
from diagnostic.watching import Watch, unwatched

BLOCK = 1 << 20
HEAD = 1 << 16
"""Bytes looked at to recognise a file."""
MOST_MEMBER = 8 << 30
"""Bytes that the file inside an archive may hold: more is no published file."""
MOST_RATIO = 200
"""How many times larger than the archive its content may be: text packs to a tenth, a bomb to a thousandth."""
_ZIP, _OLE = (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, RuntimeError, ValueError, IndexError
)  # fmt: skip
"""What Python's reader of archives raises for one that is damaged, or packed in a way that nobody publishes."""


@dataclass(frozen=True, slots=True)
class Source:
    """A readable file, or the one table inside an archive (`member`). `size` in bytes, when it was looked at.

    `members` are the tables of an archive that holds several: each is read by itself (`part`).
    """

    path: Path
    size: int
    member: str = ""
    workbook: bool = False
    members: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Return the name to show: that of the file, and of what was taken inside it."""
        return f"{self.path.name} › {self.member}" if self.member else self.path.name

    def part(self, member: str) -> Source:
        """Return one of the tables of an archive. WorldError import_protected, import_packing, import_damaged."""
        with _faults(self.path.name), zipfile.ZipFile(self.path) as archive:
            return _table_in(self.path, archive, archive.getinfo(member))

    def head(self) -> bytes:
        """Return the first bytes of a text. WorldError import_as_text for a workbook."""
        if self.workbook:
            raise WorldError("import_as_text", file=self.name)
        with self._opened() as file:
            return _read(file, self, HEAD)

    def blocks(self, watch: Watch = unwatched) -> Iterator[bytes]:
        """Yield the content in blocks, telling `watch` of each.

        WorldError import_vanished, import_changed (another program wrote to it meanwhile), import_damaged.
        """
        done = 0
        with self._opened() as file:
            before = self._written()
            while block := _read(file, self, BLOCK):
                done += len(block)
                watch(done, self.size)
                yield block
            after = self._written()
        if done != self.size or before != after:
            raise WorldError("import_changed", file=self.name)

    def _written(self) -> tuple[int, int]:
        """Return what changes when the file is written to: its size, and when it was."""
        with _faults(self.name):
            found = self.path.stat()
        return found.st_size, found.st_mtime_ns

    @contextmanager
    def _opened(self) -> Iterator[IO[bytes]]:
        check_single(self)
        with ExitStack() as held:
            with _faults(self.name):
                if self.member:
                    archive = held.enter_context(zipfile.ZipFile(self.path))
                    file: IO[bytes] = held.enter_context(archive.open(self.member))
                else:
                    file = held.enter_context(self.path.open("rb"))
            yield file


def open_source(path: Path) -> Source:
    """Return a file to read: the table inside it where it is an archive, a workbook as such.

    WorldError: import_missing, import_folder, import_empty, import_protected, import_old_workbook, import_macros,
    import_not_a_table, import_archive_none (no table in it), import_archive_inside (another archive), import_packing,
    import_bomb, import_damaged, import_unreadable.
    """
    try:
        with path.open("rb") as file:
            start = file.read(SEEN)
            size = os.fstat(file.fileno()).st_size
    except FileNotFoundError:
        raise WorldError("import_missing", file=path.name) from None
    except OSError as fault:
        if path.is_dir():
            raise WorldError("import_folder", file=path.name) from None
        raise WorldError("import_unreadable", file=path.name, reason=fault) from fault
    if not start:
        raise WorldError("import_empty", file=path.name)
    if start.startswith(_OLE):
        old = path.suffix.lower() == ".xls"
        raise WorldError("import_old_workbook" if old else "import_protected", file=path.name)
    if what := what_begins(start):
        raise WorldError("import_not_a_table", file=path.name, what=what)
    return _unpacked(path, size) if start.startswith(_ZIP) else Source(path, size)


def check_single(source: Source) -> None:
    """Raise WorldError import_archive where a source holds several tables."""
    if source.members:
        raise several_tables(source.path.name, source.members)


def several_tables(file: str, members: Sequence[str]) -> WorldError:
    """Return the fault of an archive that was to hold one table."""
    return WorldError("import_archive", file=file, count=len(members), found=", ".join(members[:5]) or "–")


def _read(file: IO[bytes], source: Source, size: int) -> bytes:
    with _faults(source.name):
        return file.read(size)


@contextmanager
def _faults(name: str) -> Iterator[None]:
    """Say what goes wrong with a file that was there. Held around single steps, so that no fault of ours is hidden."""
    try:
        yield
    except FileNotFoundError:
        raise WorldError("import_vanished", file=name) from None
    except KeyError:  # another archive took its place
        raise WorldError("import_changed", file=name) from None
    except _DAMAGE as fault:
        raise WorldError("import_damaged", file=name) from fault
    except OSError as fault:
        raise WorldError("import_unreadable", file=name, reason=fault) from fault


def _unpacked(path: Path, size: int) -> Source:
    with _faults(path.name), zipfile.ZipFile(path) as archive:
        if _is_workbook(archive, path.name, size):
            return Source(path, size, workbook=True)
        tables = tables_in(archive)
        if len(tables) > 1:
            return Source(path, sum(each.file_size for each in tables), members=tuple(each.filename for each in tables))
        if not tables:
            raise _no_table(path.name, archive)
        return _table_in(path, archive, tables[0])


def _is_workbook(archive: zipfile.ZipFile, name: str, size: int) -> bool:
    """Return whether an archive of so many bytes is a workbook, once it is known to be none that does harm."""
    members = archive.infolist()
    if sum(member.file_size for member in members) > max(size * MOST_RATIO, BLOCK) or any(
        member.file_size > MOST_MEMBER for member in members
    ):
        raise WorldError("import_bomb", file=name)
    names = {member.filename for member in members}
    if "xl/workbook.xml" in names and "xl/vbaProject.bin" in names:
        raise WorldError("import_macros", file=name)
    if what := what_holds(names):
        raise WorldError("import_not_a_table", file=name, what=what)
    return "xl/workbook.xml" in names


def _no_table(name: str, archive: zipfile.ZipFile) -> WorldError:
    """Return the fault of an archive without a table: it may hold another archive."""
    if inner := packed_again(archive):
        return WorldError("import_archive_inside", file=name, found=", ".join(inner[:5]))
    found = [each.filename for each in archive.infolist() if not each.is_dir()]
    return WorldError("import_archive_none", file=name, found=", ".join(found[:5]) or "–")


def _table_in(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Source:
    if member.flag_bits & 0x1:
        raise WorldError("import_protected", file=path.name)
    if not readable(member):  # Windows has Deflate64
        raise WorldError("import_packing", file=path.name)
    table = Source(path, member.file_size, member.filename)
    with archive.open(member) as file:
        if not file.read(len(_ZIP[0])).startswith(_ZIP):
            return table
    with archive.open(member) as file, zipfile.ZipFile(file) as inner:
        if not _is_workbook(inner, table.name, member.file_size):
            raise WorldError("import_archive_inside", file=path.name, found=member.filename)
    return replace(table, workbook=True)
