"""What a user is told of a file that is no dossier, or one that cannot be written."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from diagnostic.dossier import operations
from diagnostic.dossier.header import APPLICATION_ID, SCHEMA_VERSION, read_header
from diagnostic.dossier.opening import copy_dossier, create_dossier, open_dossier
from diagnostic.dossier.records import Diaspora, Territory
from diagnostic.dossier.snapshot import Campaign
from diagnostic.dossier.store import Dossier
from diagnostic.errors import WorldError
from diagnostic.texts import Texts, load_texts

CAMPAIGN = Campaign(year=2026, day="2026-11-21", framework="f", framework_version="1")


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A dossier with one row, closed."""
    dossier = create_dossier(tmp_path / "ville é&.rose", Territory(name="Ville"), CAMPAIGN)
    dossier.apply(operations.add(Diaspora(country="MA", people=10)))
    dossier.close()
    return dossier.path


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> Texts:
    """Each language in turn."""
    return load_texts(request.param)


def refusal(path: Path) -> WorldError:
    """Return the fault that opening gives, which leaves the file and its folder as they were."""
    before = {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()}
    with pytest.raises(WorldError) as caught:
        open_dossier(path)
    assert {each: each.read_bytes() for each in path.parent.iterdir() if each.is_file()} == before
    return caught.value


def test_the_header_carries_our_mark_and_the_schema(closed: Path) -> None:
    with sqlite3.connect(closed) as connection:
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_foreign_keys_and_full_synchronisation_are_on(closed: Path) -> None:
    dossier = open_dossier(closed)
    with dossier._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    dossier.close()


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"", "empty_file"),
        ("Un texte renommé".encode(), "not_a_dossier"),
        (b"SQLite", "damaged"),
        (b"SQLite format 3\x00" + bytes(20), "damaged"),
    ],
)
def test_what_is_no_dossier_is_refused_in_words(tmp_path: Path, content: bytes, key: str, language: Texts) -> None:
    path = tmp_path / "faux.rose"
    path.write_bytes(content)
    fault = refusal(path)
    assert fault.key == key
    assert str(path) in language.error(fault)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "autre.rose"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    assert refusal(path).key == "not_a_dossier"


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.95])
def test_a_dossier_cut_short_is_damaged(closed: Path, kept: float) -> None:
    content = closed.read_bytes()
    closed.write_bytes(content[: int(len(content) * kept)])
    assert refusal(closed).key == "damaged"


def test_a_dossier_with_scrambled_pages_is_damaged(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[4096:12288] = bytes(range(256)) * 32
    closed.write_bytes(content)
    assert refusal(closed).key == "damaged"


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    assert refusal(tmp_path / "absent.rose").key == "missing"
    (tmp_path / "sac.rose").mkdir()
    assert refusal(tmp_path / "sac.rose").key == "is_folder"


def test_a_newer_dossier_is_left_alone_and_can_be_read(closed: Path) -> None:
    connection = sqlite3.connect(closed)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    assert refusal(closed).key == "newer"
    reading = open_dossier(closed, read_only=True)
    assert reading.snapshot().diasporas[0].people == 10
    with pytest.raises(WorldError, match="opened_read_only"):
        reading.apply(operations.add(Diaspora(country="SN")))
    reading.close()


@pytest.mark.parametrize(
    "renamed", ["diaspora RENAME COLUMN people TO persons", "framework RENAME COLUMN code TO name"]
)
def test_a_newer_dossier_of_another_shape_is_said_to_be_too_new(closed: Path, language: Texts, renamed: str) -> None:
    connection = sqlite3.connect(closed)
    connection.execute(f"ALTER TABLE {renamed}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(WorldError, match="too_new") as caught:
        open_dossier(closed, read_only=True)
    assert str(closed) in language.error(caught.value)


CUT = """
import os, sqlite3, sys
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA cache_size = 1")
c.execute("PRAGMA cache_spill = 1")
c.execute("BEGIN IMMEDIATE")
c.execute("UPDATE diaspora SET people = 99")
row = "INSERT INTO campaign (year, day, framework, framework_version, frozen) VALUES (1, ?, 1, 1, 0)"
for n in range(300):
    c.execute(row, ("x" * 900,))
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def cut_short(closed: Path) -> Path:
    """A dossier whose program died in the middle of a commit: its journal is hot."""
    subprocess.run([sys.executable, "-c", CUT, str(closed)], check=False)
    assert closed.with_name(f"{closed.name}-journal").stat().st_size > 0
    return closed


def test_a_commit_cut_short_is_taken_back_on_opening(cut_short: Path) -> None:
    dossier = open_dossier(cut_short)
    assert dossier.snapshot().diasporas[0].people == 10
    assert len(dossier.campaigns()) == 1
    dossier.close()


def test_a_commit_cut_short_does_not_stop_reading_and_is_not_touched(cut_short: Path) -> None:
    before = cut_short.read_bytes()
    reading = open_dossier(cut_short, read_only=True)
    assert reading.snapshot().diasporas[0].people == 10
    reading.close()
    assert cut_short.read_bytes() == before


def test_a_dossier_reached_by_a_link_has_the_same_lock(dossier: Dossier, tmp_path: Path) -> None:
    link = tmp_path / "lien.rose"
    link.symlink_to(dossier.path)
    with pytest.raises(WorldError, match="held"):
        open_dossier(link)


def test_a_dossier_without_any_campaign_is_damaged(closed: Path) -> None:
    connection = sqlite3.connect(closed)
    for table in ("territory", "diaspora", "campaign"):
        connection.execute(f"DELETE FROM {table}")
    connection.commit()
    connection.close()
    assert refusal(closed).key == "damaged"


def test_a_copy_that_the_disk_refuses_leaves_no_half_file(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def cramped(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.execute("PRAGMA max_page_count = 2")
        return connection

    monkeypatch.setattr("diagnostic.dossier.migration.sqlite3.connect", cramped)
    with pytest.raises(WorldError):
        copy_dossier(closed, tmp_path / "copie.rose")
    assert not (tmp_path / "copie.rose").exists()


@pytest.mark.parametrize("name", ["a?b#c%20d.rose", "é à ï.rose", "100 %.rose"])
def test_names_that_an_address_would_misread_are_opened(tmp_path: Path, name: str) -> None:
    create_dossier(tmp_path / name, Territory(name="V"), CAMPAIGN).close()
    assert read_header(tmp_path / name).version == SCHEMA_VERSION
    open_dossier(tmp_path / name).close()


def test_a_dossier_open_elsewhere_is_said_so_and_can_be_read(dossier: Dossier) -> None:
    with pytest.raises(WorldError, match="held"):
        open_dossier(dossier.path)
    reading = open_dossier(dossier.path, read_only=True)
    assert reading.snapshot().territory.name == "Rennes"
    reading.close()


def test_closing_lets_the_file_go_and_leaves_nothing_beside(closed: Path) -> None:
    open_dossier(closed).close()
    open_dossier(closed).close()
    assert [each.name for each in closed.parent.iterdir()] == [closed.name]


@pytest.fixture
def protected(closed: Path) -> Iterator[Path]:
    """A dossier that nobody may write."""
    closed.chmod(stat.S_IREAD)
    yield closed
    closed.chmod(stat.S_IREAD | stat.S_IWRITE)


def test_a_protected_file_can_be_read(protected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.access(protected, os.W_OK):  # the administrator may write everything: say no in its place
        monkeypatch.setattr("diagnostic.dossier.opening.os.access", lambda path, mode: False)
    assert refusal(protected).key == "unwritable"
    reading = open_dossier(protected, read_only=True)
    assert len(reading.snapshot().diasporas) == 1
    reading.close()


def test_nothing_that_exists_is_written_over(closed: Path) -> None:
    before = closed.read_bytes()
    with pytest.raises(WorldError, match="exists"):
        create_dossier(closed, Territory(name="Autre"), CAMPAIGN)
    with pytest.raises(WorldError, match="exists"):
        copy_dossier(closed, closed)
    assert closed.read_bytes() == before


def test_a_dossier_in_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="no_folder"):
        create_dossier(tmp_path / "nulle" / "part.rose", Territory(name="X"), CAMPAIGN)


def test_a_copy_is_a_whole_dossier_even_while_the_first_is_open(dossier: Dossier, tmp_path: Path) -> None:
    dossier.apply(operations.add(Diaspora(country="MA", people=3)))
    copy_dossier(dossier.path, tmp_path / "copie.rose")
    copy = open_dossier(tmp_path / "copie.rose")
    assert copy.snapshot() == dossier.snapshot()
    copy.close()


def test_a_copied_file_is_complete(closed: Path, tmp_path: Path) -> None:
    shutil.copy(closed, tmp_path / "cle-usb.rose")
    assert read_header(tmp_path / "cle-usb.rose").version == SCHEMA_VERSION
    copy = open_dossier(tmp_path / "cle-usb.rose")
    assert copy.snapshot().diasporas[0].people == 10
    copy.close()
