"""A territory's lines are found in a national file wherever its blocks are cut, and without reading the rest."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diagnostic.errors import WorldError
from diagnostic.imports import source as sources
from diagnostic.imports.scanning import lines_with
from diagnostic.imports.source import open_source
from diagnostic.watching import Cancelled, unwatched


def found(content: bytes, *needles: str, path: Path) -> list[tuple[int, str]]:
    path.write_bytes(content)
    return list(lines_with(open_source(path), needles))


def test_the_header_and_the_lines_of_the_needle_come_with_their_numbers(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbfa;b\r\n1;x\r\n2;x213502388y\r\n\r\n3;213502388;213502388\r\n4;\xe9"
    lines = found(content, "213502388", path=tmp_path / "a.csv")
    assert lines == [(1, "a;b"), (3, "2;x213502388y"), (5, "3;213502388;213502388")]


@given(
    rows=st.lists(st.sampled_from(["", "12", "1", "21", "121;é", "x;112", "a;;b", "2" * 9]), min_size=1, max_size=30),
    block=st.integers(1, 12),
    end=st.sampled_from(["\n", "\r\n"]),
    closed=st.booleans(),
)
def test_wherever_the_blocks_are_cut_the_same_lines_are_found(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str], block: int, end: str, closed: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "cut.csv"
    content = ("head" + end + end.join(rows) + (end if closed else "")).encode("iso-8859-1")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "BLOCK", block)
        lines = found(content, "12", "222", path=path)
    wanted = [(n, row) for n, row in enumerate(rows, 2) if "12" in row or "222" in row]
    assert lines == [(1, "head"), *wanted]


@pytest.mark.parametrize(("encoding", "end"), [("utf-16", "\r\n"), ("utf-32", "\n"), ("cp1252", "\r")])
def test_wide_encodings_and_old_line_ends_are_read_too(tmp_path: Path, encoding: str, end: str) -> None:
    content = end.join(["tête", "é1", "é2"]).encode(encoding)
    assert found(content, "2", path=tmp_path / "a.csv") == [(1, "tête"), (3, "é2")]


def test_a_file_inside_an_archive_is_scanned_and_its_progress_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("table.csv", b"head\n" + b"".join(b"%07d\n" % n for n in range(400_000)))
    told: list[tuple[int, int]] = []
    source = open_source(path)
    lines = list(lines_with(source, ("0399999",), lambda done, total: told.append((done, total))))
    assert lines == [(1, "head"), (400_001, "0399999")]
    assert len(told) > 2
    assert told[-1] == (source.size, source.size)


def test_the_watch_stops_the_reading(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"head\n" + b"1\n" * 2_000_000)

    def stop(done: int, total: int) -> None:
        if done < total:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(lines_with(open_source(path), ("2",), stop))


def test_what_is_no_table_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="import_not_text"):
        found(b"x" * (3 << 20), "12", path=tmp_path / "a.csv")
    with pytest.raises(WorldError, match="import_not_text"):
        found(b"head\n\x0012\n", "12", path=tmp_path / "b.csv")


def test_a_file_that_grows_meanwhile_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"head\n" + (b"1" * 999 + b"\n") * 3_000)
    source = open_source(path)
    lines = lines_with(source, ("1",), unwatched)
    next(lines)
    with path.open("ab") as file:
        file.write(b"1\n")
    with pytest.raises(WorldError, match="import_changed"):
        list(lines)
