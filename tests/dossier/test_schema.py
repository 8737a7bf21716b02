"""The mapped classes, the records and the migrations say the same thing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

import migrations
from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.header import SCHEMA_VERSION, read_header
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.tables import TABLE_OF, Base, core_table

MUSEUM = sorted((Path(__file__).parent / "museum").glob("*.rose"))


def test_every_field_of_a_record_is_a_column_and_no_column_is_more() -> None:
    assert set(TABLE_OF) == set(RECORDS)
    for kind, record in RECORDS.items():
        columns = set(core_table(TABLE_OF[kind]).c.keys())
        assert columns == {"id", "campaign_id", "unread", *specs_of(record)}


def test_the_migrations_build_what_the_mapped_classes_describe(dossier: Dossier) -> None:
    with dossier._engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_header_version_is_the_number_of_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    head = ScriptDirectory.from_config(config).get_current_head()
    assert head is not None
    assert int(head) == SCHEMA_VERSION


@pytest.mark.parametrize("exhibit", MUSEUM, ids=lambda path: path.stem)
def test_a_dossier_of_every_past_schema_opens_with_all_its_rows(exhibit: Path, tmp_path: Path) -> None:
    path = tmp_path / exhibit.name
    path.write_bytes(exhibit.read_bytes())
    with sqlite3.connect(path) as connection:
        held = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        before = {
            kind: connection.execute(f"SELECT count(*) FROM {kind}").fetchone()[0] if kind in held else 0
            for kind in RECORDS
        }
    assert sum(before.values()) > 10
    dossier = open_dossier(path)
    snapshot = dossier.snapshot()
    dossier.close()
    assert {kind: len(snapshot.rows(kind)) for kind in RECORDS} == before
    assert read_header(path).version == SCHEMA_VERSION


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A dossier of the first schema, in a folder of its own."""
    path = tmp_path / "ancien" / "v1.rose"
    path.parent.mkdir()
    path.write_bytes((Path(__file__).parent / "museum" / "v1.rose").read_bytes())
    return path


def test_an_older_dossier_is_kept_beside_before_it_is_migrated(old: Path) -> None:
    before = read_header(old).version
    open_dossier(old).close()
    (kept,) = [each for each in old.parent.iterdir() if each != old]
    assert kept.suffix == ".rose"
    assert read_header(kept).version == before == 1
    backup = open_dossier(kept, read_only=True)
    assert backup.snapshot().diasporas[0].people == 120
    backup.close()


def test_a_migration_that_fails_midway_leaves_the_file_as_it_was(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()

    def broken(*arguments: object, **options: object) -> None:
        raise OSError("power cut")

    monkeypatch.setattr("alembic.op.add_column", broken)
    with pytest.raises(OSError, match="power cut"):
        open_dossier(old)
    assert old.read_bytes() == before
    monkeypatch.undo()
    open_dossier(old).close()
    assert read_header(old).version == SCHEMA_VERSION


def test_an_older_dossier_in_a_protected_place_is_read_without_being_touched(old: Path) -> None:
    before = old.read_bytes()
    dossier = open_dossier(old, read_only=True)
    assert dossier.snapshot().partnerships[0].unread == {"since": "vers 1990"}
    dossier.close()
    assert old.read_bytes() == before
    assert list(old.parent.iterdir()) == [old]
