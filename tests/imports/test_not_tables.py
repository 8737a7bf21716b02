"""What is no table is called what it is; the only table of an archive is taken, whatever lies beside it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from diagnostic.dossier.records import Partnership
from diagnostic.errors import WorldError
from diagnostic.imports.bringing import read_as_before
from diagnostic.imports.not_tables import NotTable
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.remembered import Remembered
from diagnostic.imports.source import open_source
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import LANGUAGES, load_texts
from tests.imports.reading_for import Reader
from tests.imports.test_source import archive, written

TABLE = "Partenaire;Pays;Depuis\nSégou;Mali;1985\n".encode()


class Desk:
    """Reads files for Rennes."""

    def __init__(self, reader: Reader, folder: Path) -> None:
        self._reader = reader
        self.folder = folder

    def __call__(self, path: Path, kind: str = "") -> list[str]:
        """Return the partners of a file."""
        reading = read_as_before(path, self._reader.case("35238"), FORMATS, Remembered(), kind)
        return [each.row.name for each in reading.candidates if isinstance(each.row, Partnership)]

    def refused(self, path: Path, kind: str = "") -> WorldError:
        """Return why a file is not read; both languages have words for it, none of which names an option."""
        with pytest.raises(WorldError) as fault:
            self(path, kind)
        assert all("--kind" not in load_texts(lang).error(fault.value, "cli") for lang in LANGUAGES)
        return fault.value


@pytest.fixture
def desk(places: Places, countries: Countries, tmp_path: Path) -> Desk:
    """A desk at Rennes."""
    return Desk(Reader(places, countries), tmp_path)


def workbook() -> bytes:
    """Return a workbook of one partner."""
    made, content = Workbook(), io.BytesIO()
    for row in (("Partenaire", "Pays"), ("Ségou", "Mali")):
        made.active.append(row)
    made.save(content)
    return content.getvalue()


def packed(members: dict[str, bytes]) -> bytes:
    """Return an archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name, each in members.items():
            file.writestr(name, each)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"%PDF-1.4 xx", NotTable.PDF),
        (b"\x89PNG\r\n\x1a\n\x00", NotTable.PICTURE),
        (b"\xff\xd8\xff\xe0 jpeg", NotTable.PICTURE),
        (b"<!DOCTYPE html><html><body>Erreur 404</body></html>", NotTable.WEB_PAGE),
        (b"\xef\xbb\xbf\n <HTML><table><tr><td>Pays</td></tr></table>", NotTable.WEB_PAGE),
        (b"<?xml version='1.0'?><a/>", NotTable.XML),
        (b"{\\rtf1 texte}", NotTable.DOCUMENT),
        (packed({"word/document.xml": b"<a/>"}), NotTable.DOCUMENT),
        (packed({"content.xml": b"<a/>", "META-INF/manifest.xml": b"<a/>"}), NotTable.OPEN_DOCUMENT),
    ],
)
def test_what_is_no_table_is_called_what_it_is(desk: Desk, content: bytes, what: NotTable) -> None:
    for kind in ("", "partnership"):
        fault = desk.refused(written(desk.folder / "a.csv", content), kind)
        assert (fault.key, fault.params["what"]) == ("import_not_a_table", what)
    texts = load_texts("fr")
    assert texts.label(what) in texts.error(fault)


@pytest.mark.parametrize("content", [b'{"a":1}', b'{"format":', b"[1,2]", b"[" * 200_000, b"[\n" * 60_000])
def test_a_json_that_is_no_dossier_is_said_and_does_not_hang(desk: Desk, content: bytes) -> None:
    assert desk.refused(written(desk.folder / "a.json", content)).key == "import_json_unknown"


def test_a_title_without_end_names_nothing(desk: Desk) -> None:
    path = written(desk.folder / "a.csv", b"(" * 60_000 + b";Pays\nx;Mali\n")
    with pytest.raises(WorldError, match="import_essential"):
        desk(path, "partnership")


@pytest.mark.parametrize(
    "members",
    [
        {"table.csv": TABLE, "lisezmoi.txt": "Bonjour, voici les données.\nBien à vous".encode()},
        {"table.csv": TABLE, "__MACOSX/._table.csv": b"\x00\x05"},
        {"table.txt": TABLE, "lisezmoi.txt": b"x"},
        {"table.csv": TABLE, "metadata.json": b'{"licence": "ouverte"}'},
        {"dossier/table.xlsx": workbook(), "lisezmoi.txt": b"x"},
        {"table": TABLE, "image.png": b"\x89PNG"},
    ],
)
def test_the_only_table_of_an_archive_is_taken(desk: Desk, members: dict[str, bytes]) -> None:
    assert desk(archive(desk.folder / "a.zip", members)) == ["Ségou"]


@pytest.mark.parametrize(
    ("members", "key"),
    [
        ({"in.zip": packed({"table.csv": TABLE})}, "import_archive_inside"),
        ({"in.csv": packed({"table.csv": TABLE})}, "import_archive_inside"),
        ({"notes.pdf": b"%PDF"}, "import_archive_none"),
        ({"a.csv": TABLE, "b.csv": TABLE, "lisezmoi.txt": b"x"}, "import_archive"),
        ({"a.xlsx": packed({"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b"1"})}, "import_macros"),
    ],
)
def test_an_archive_that_is_refused_says_what_it_holds(desk: Desk, members: dict[str, bytes], key: str) -> None:
    fault = desk.refused(archive(desk.folder / "a.zip", members))
    assert fault.key == key
    if key.startswith("import_archive"):
        assert str(fault.params["found"]).split(", ")[0] in members


def test_a_workbook_that_unfolds_inside_an_archive_is_a_bomb(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "in.xlsx", "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b"0" * (64 << 20))
    path = archive(tmp_path / "a.zip", {"in.xlsx": (tmp_path / "in.xlsx").read_bytes()})
    with pytest.raises(WorldError, match="import_bomb"):
        open_source(path)
