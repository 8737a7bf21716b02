"""What a workbook keeps outside its sheets: where they are, the texts that cells share, which cells hold dates."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any
from xml.etree.ElementTree import Element, SubElement
from xml.parsers import expat

from defusedxml import DefusedXmlException, DTDForbidden
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH

from diagnostic.errors import WorldError
from diagnostic.imports.row_data import whole
from diagnostic.imports.source import Source

_BLOCK = 1 << 16
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Parts:
    """`sheets` are the names of the sheets with where each is kept; `dates` the styles of cells that hold dates."""

    sheets: Mapping[str, str]
    strings: tuple[str, ...]
    dates: frozenset[int]
    epoch: datetime


@contextmanager
def opened(source: Source) -> Iterator[zipfile.ZipFile]:
    """Give a workbook's archive. WorldError: import_damaged, import_bomb, import_vanished, import_unreadable."""
    try:
        with ExitStack() as held:
            archive = held.enter_context(zipfile.ZipFile(source.path))
            if source.member:  # a workbook inside an archive
                archive = held.enter_context(zipfile.ZipFile(held.enter_context(archive.open(source.member))))
            yield archive
    except DefusedXmlException:
        raise WorldError("import_bomb", file=source.name) from None
    except FileNotFoundError:
        raise WorldError("import_vanished", file=source.name) from None
    except OSError as fault:
        raise WorldError("import_unreadable", file=source.name, reason=fault) from fault
    except (zipfile.BadZipFile, zipfile.LargeZipFile, expat.ExpatError, EOFError, KeyError) as fault:
        raise WorldError("import_damaged", file=source.name) from fault
    except (ValueError, LookupError, NotImplementedError, RuntimeError, zlib.error) as fault:
        raise WorldError("import_damaged", file=source.name) from fault


def elements(file: IO[bytes] | io.RawIOBase, *wanted: str) -> Iterator[tuple[str, Element]]:
    """Yield the elements of these names as they end, names without their namespace: memory stays constant.

    A workbook has one of two namespaces. A document that declares a type, hence entities, is refused (DTDForbidden).
    """
    reader = _Reader(frozenset(wanted))
    while block := file.read(_BLOCK):
        reader.parser.Parse(block, False)
        yield from reader.taken()
    reader.parser.Parse(b"", True)
    yield from reader.taken()


class _Reader:
    """Builds the wanted elements alone: a sheet of a million rows is a stream of small trees."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self._open: list[Element] = []
        self._ended: list[tuple[str, Element]] = []
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def taken(self) -> list[tuple[str, Element]]:
        """Return the elements that ended since the last time."""
        ended, self._ended = self._ended, []
        return ended

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        plain_name = name.rpartition("}")[2]
        if self._open:
            self._open.append(SubElement(self._open[-1], plain_name, attributes))
        elif plain_name in self._wanted:
            self._open.append(Element(plain_name, attributes))

    def _end(self, name: str) -> None:
        if self._open:
            element = self._open.pop()
            if not self._open:
                self._ended.append((element.tag, element))

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].text = (self._open[-1].text or "") + text


def _refuse(name: str, system: str | None, public: str | None, internal: bool) -> None:
    raise DTDForbidden(name, system, public)


def text_in(element: Element | None) -> str:
    """Return the text of a cell or of a shared text: its pieces together, what is said of how it sounds left out."""
    if element is None:
        return ""
    found = "".join(_pieces(element))
    return whole(_ESCAPED.sub(lambda mark: chr(int(mark[1], 16)), found)) if "_x" in found else found


def child(element: Element, name: str) -> Element | None:
    """Return the first child of that name."""
    return next((each for each in element if each.tag == name), None)


def sheet_places(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the names of the sheets, in order, with the file of each inside the archive."""
    targets: dict[str, str] = {}
    with archive.open("xl/_rels/workbook.xml.rels") as file:
        for _, link in elements(file, "Relationship"):
            targets[link.get("Id", "")] = posixpath.normpath(posixpath.join("/xl", link.get("Target", ""))).lstrip("/")
    places: dict[str, str] = {}
    with archive.open("xl/workbook.xml") as file:
        for _, sheet in elements(file, "sheet"):
            number = next((value for key, value in sheet.items() if key.endswith("}id")), "")
            if "worksheets" in targets.get(number, ""):
                places[sheet.get("name", "")] = targets[number]
    return places


def parts_of(archive: zipfile.ZipFile) -> Parts:
    """Return what the sheets of a workbook need to be read."""
    names = set(archive.namelist())
    strings = tuple(_strings(archive)) if "xl/sharedStrings.xml" in names else ()
    dates = _dates(archive) if "xl/styles.xml" in names else frozenset()
    with archive.open("xl/workbook.xml") as file:
        old = any(properties.get("date1904") in ("1", "true") for _, properties in elements(file, "workbookPr"))
    return Parts(sheet_places(archive), strings, dates, MAC_EPOCH if old else WINDOWS_EPOCH)


def _pieces(element: Element) -> Iterator[str]:
    for each in element:
        if each.tag == "t":
            yield each.text or ""
        elif each.tag != "rPh":
            yield from _pieces(each)


def _strings(archive: zipfile.ZipFile) -> Iterator[str]:
    with archive.open("xl/sharedStrings.xml") as file:
        for _, item in elements(file, "si"):
            yield text_in(item)


def _dates(archive: zipfile.ZipFile) -> frozenset[int]:
    """Return the numbers of the cell styles that show a number as a date."""
    formats: dict[int, Any] = dict(BUILTIN_FORMATS)
    dates: set[int] = set()
    with archive.open("xl/styles.xml") as file:
        for name, element in elements(file, "numFmt", "cellXfs"):
            if name == "numFmt":
                formats[int(element.get("numFmtId", "0"))] = element.get("formatCode", "")
                continue
            for place, style in enumerate(element):
                if is_date_format(formats.get(int(style.get("numFmtId", "0")), "")):
                    dates.add(place)
    return frozenset(dates)
