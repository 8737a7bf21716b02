"""What a file is wrapped in, and all that can be wrong with it before a single row is read."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostic.errors import WorldError
from diagnostic.imports import source as sources
from diagnostic.imports.decoding import LONGEST_LINE, lines, text_of
from diagnostic.imports.delimited import records
from diagnostic.imports.source import Source, open_source
from diagnostic.texts import LANGUAGES, Texts, load_texts
from diagnostic.watching import Cancelled

TABLE = "code;libellé\r\n01;Évian\r\n".encode()


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return path


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def content(source: Source) -> bytes:
    return b"".join(source.blocks())


def refused(path: Path, texts: Texts) -> str:
    with pytest.raises(WorldError) as fault:
        content(open_source(path))
    assert path.name in texts.error(fault.value)
    return fault.value.key


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    source = open_source(written(tmp_path / "a.csv", TABLE))
    assert (content(source), source.size, source.name, source.workbook) == (TABLE, len(TABLE), "a.csv", False)


def test_the_table_inside_an_archive_is_opened(tmp_path: Path) -> None:
    members = {"readme.pdf": b"%PDF", "data/table.CSV": TABLE, "meta_table.csv": b"COD_VAR;LIB\n", "data/": b""}
    source = open_source(archive(tmp_path / "a.zip", members))
    assert (content(source), source.name) == (TABLE, "a.zip › data/table.CSV")


def test_an_archive_may_call_itself_a_table(tmp_path: Path) -> None:
    assert content(open_source(archive(tmp_path / "a.csv", {"table.csv": TABLE}))) == TABLE


@pytest.mark.parametrize(
    ("members", "key"),
    [
        ({}, "import_archive_none"),
        ({"a.pdf": b"1"}, "import_archive_none"),
        ({"a.csv": TABLE, "b.csv": TABLE}, "import_archive"),
        ({"a.csv": b"0" * (64 << 20)}, "import_bomb"),
        ({"xl/workbook.xml": b"<a/>", "xl/vbaProject.bin": b"1"}, "import_macros"),
    ],
)
def test_archives_that_are_refused(tmp_path: Path, texts: Texts, members: dict[str, bytes], key: str) -> None:
    assert refused(archive(tmp_path / "a.zip", members), texts) == key


@pytest.mark.parametrize(
    ("name", "start", "key"),
    [
        ("a.csv", b"", "import_empty"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old", "import_old_workbook"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1secret", "import_protected"),
        ("a.zip", b"PK\x03\x04 cut short", "import_damaged"),
    ],
)
def test_files_that_are_refused_at_once(tmp_path: Path, texts: Texts, name: str, start: bytes, key: str) -> None:
    assert refused(written(tmp_path / name, start), texts) == key


def test_what_is_not_there_is_said(tmp_path: Path, texts: Texts) -> None:
    assert refused(tmp_path / "nowhere.csv", texts) == "import_missing"
    assert refused(tmp_path, texts) == "import_folder"


def test_a_member_with_a_password_is_refused(tmp_path: Path, texts: Texts) -> None:
    path = archive(tmp_path / "a.zip", {"a.csv": TABLE})
    raw = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + place] |= 1
    assert refused(written(path, bytes(raw)), texts) == "import_protected"


def test_a_packing_that_python_does_not_read_is_said(tmp_path: Path, texts: Texts) -> None:
    path = archive(tmp_path / "a.zip", {"a.csv": TABLE})
    raw = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        raw[raw.index(mark) + place] = 9  # Deflate64, which Windows uses for large files
    assert refused(written(path, bytes(raw)), texts) == "import_packing"


def test_a_member_that_was_altered_is_damaged(tmp_path: Path, texts: Texts) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_STORED) as file:
        file.writestr("a.csv", TABLE)
    raw = (tmp_path / "a.zip").read_bytes().replace(b"vian", b"VIAN")
    assert refused(written(tmp_path / "a.zip", raw), texts) == "import_damaged"


def test_a_member_larger_than_it_says_is_not_swallowed(tmp_path: Path, texts: Texts) -> None:
    path = archive(tmp_path / "a.zip", {"a.csv": b"0" * (32 << 20)})
    raw = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = raw.index(mark) + place
        raw[start : start + 4] = (1000).to_bytes(4, "little")
    assert refused(written(path, bytes(raw)), texts) == "import_damaged"


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "BLOCK", 8)
    path = written(tmp_path / "a.csv", TABLE)
    for after in (TABLE + b"02;Dax\r\n", TABLE[:12], TABLE[::-1]):
        source = open_source(written(path, TABLE))
        reading = source.blocks()
        next(reading)
        path.write_bytes(after)
        with pytest.raises(WorldError, match="import_changed"):
            list(reading)


def test_a_file_that_vanishes_is_said(tmp_path: Path) -> None:
    for path in (written(tmp_path / "a.csv", TABLE), archive(tmp_path / "a.zip", {"a.csv": TABLE})):
        source = open_source(path)
        path.unlink()
        with pytest.raises(WorldError, match="import_vanished"):
            content(source)
        with pytest.raises(WorldError, match="import_vanished"):
            source.head()


def test_an_archive_replaced_by_another_is_said(tmp_path: Path) -> None:
    source = open_source(archive(tmp_path / "a.zip", {"a.csv": TABLE}))
    archive(tmp_path / "a.zip", {"b.csv": TABLE})
    with pytest.raises(WorldError, match="import_changed"):
        content(source)


def test_the_watch_is_told_of_each_block_and_may_stop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "BLOCK", 10)
    source = open_source(written(tmp_path / "a.csv", TABLE))
    told: list[int] = []

    def watch(done: int, total: int) -> None:
        told.append(done)
        if done >= 20:
            raise Cancelled

    with pytest.raises(Cancelled):
        list(source.blocks(watch))
    assert told == [10, 20]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    source = open_source(written(tmp_path / "a.csv", "code;libellé\n1;Évian\n".encode(encoding)))
    assert list(lines(source)) == ["code;libellé\n", "1;Évian\n"]
    assert text_of(source.head()).startswith("code;libellé")


def test_a_file_of_two_encodings_is_read_line_by_line(tmp_path: Path) -> None:
    mixed = "1;Évian\n".encode() + "2;Bègles\n".encode("cp1252") + "3;Œuilly\n".encode() + b"4;\x81\xe9\n"
    assert list(lines(open_source(written(tmp_path / "a.csv", mixed)))) == [
        "1;Évian\n",
        "2;Bègles\n",
        "3;Œuilly\n",
        "4;\x81é\n",
    ]


def test_byte_order_marks_in_the_middle_are_dropped(tmp_path: Path) -> None:
    glued = b"\xef\xbb\xbfcode;nom\n1;a\n" + b"\xef\xbb\xbfcode;nom\n2;b\n"
    assert list(lines(open_source(written(tmp_path / "a.csv", glued)))) == [
        "code;nom\n",
        "1;a\n",
        "code;nom\n",
        "2;b\n",
    ]


@pytest.mark.parametrize(
    "content", [b"PNG\x00\x01\n" * 3, b"x" * (LONGEST_LINE + sources.BLOCK + 1), b"head\n\x00\n"], ids=len
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(WorldError, match="import_not_text"):
        list(lines(open_source(written(tmp_path / "a.csv", content))))


@given(raw=st.binary(min_size=1, max_size=300), block=st.integers(1, 9))
def test_any_bytes_give_lines_or_a_sentence(tmp_path_factory: pytest.TempPathFactory, raw: bytes, block: int) -> None:
    path = tmp_path_factory.getbasetemp() / "any.bin"
    path.write_bytes(raw)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "BLOCK", block)
        try:
            assert "".join(lines(open_source(path))) is not None
        except WorldError:
            return


@given(rows=st.lists(st.text(alphabet='aé;"\n\r œ', max_size=9), max_size=12), block=st.integers(1, 7))
def test_blocks_cut_anywhere_give_the_same_text(
    tmp_path_factory: pytest.TempPathFactory, rows: list[str], block: int
) -> None:
    text = "x" + "\n".join(rows)
    path = tmp_path_factory.getbasetemp() / "cut.txt"
    path.write_bytes(text.encode())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "BLOCK", block)
        found = list(lines(open_source(path)))
    assert "".join(found) == text
    assert all(line.rstrip("\r\n").count("\n") == 0 for line in found)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_damaged_archive_gives_its_content_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = archive(tmp_path_factory.getbasetemp() / "damaged.zip", {"a.csv": TABLE * 9, "b.txt": b""})
    raw = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(raw) - 1))
        raw[start : start + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    path.write_bytes(bytes(raw) or b"P")
    try:
        source = open_source(path)
        assert isinstance(source.head(), bytes)
        assert isinstance(content(source), bytes)
    except WorldError:
        return


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_of_a_library_are_not_ours(tmp_path: Path, lang: str) -> None:
    with pytest.raises(WorldError) as fault:
        open_source(written(tmp_path / "a.zip", b"PK\x03\x04 cut short"))
    sentence = load_texts(lang).error(fault.value)
    assert sentence.endswith(".")
    assert "zip" not in sentence.replace("a.zip", "")
    long = written(tmp_path / "a.csv", b"a;b\n" + b"x" * 140_000 + b";1\n")
    with pytest.raises(WorldError) as fault:
        list(records(open_source(long), ";"))
    sentence = load_texts(lang).error(fault.value)
    assert "131072" in "".join(sentence.split())
    assert "field" not in sentence
