"""Recent dossiers are kept, forgotten and shown whatever became of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from diagnostic.dossier.store import Dossier
from diagnostic.errors import WorldError
from diagnostic.texts import Texts
from ui.shell.dossier_card import Card, card_of
from ui.shell.file_paths import file_name, free_path, typed_path
from ui.shell.recent import FILE, KEPT, add_recent, read_recent, remove_recent
from ui.shell.recent_list import RecentModel
from ui.shell.two_lines import ASIDE


def paths(folder: Path) -> list[str]:
    return [recent.path.name for recent in read_recent(folder)]


def test_the_latest_dossier_comes_first_and_only_once(tmp_path: Path) -> None:
    for name, day in (("a.rose", "2026-01-01"), ("b.rose", "2026-01-02"), ("a.rose", "2026-01-03")):
        add_recent(tmp_path / "new" / "folder", tmp_path / name, day)
    assert paths(tmp_path / "new" / "folder") == ["a.rose", "b.rose"]
    assert read_recent(tmp_path / "new" / "folder")[0].day == "2026-01-03"


def test_the_list_stays_short(tmp_path: Path) -> None:
    for number in range(KEPT + 5):
        add_recent(tmp_path, tmp_path / f"{number}.rose", "2026-01-01")
    assert len(paths(tmp_path)) == KEPT


def test_a_dossier_taken_off_the_list_stays_on_the_disk(tmp_path: Path) -> None:
    file = tmp_path / "a.rose"
    file.write_bytes(b"x")
    add_recent(tmp_path, file, "2026-01-01")
    remove_recent(tmp_path, file)
    assert paths(tmp_path) == []
    assert file.exists()


@pytest.mark.parametrize("content", ["", "{", "[1, {}, null]", '{"a": 1}', '[{"path": 3}]'])
def test_a_damaged_list_is_an_empty_list(tmp_path: Path, content: str) -> None:
    (tmp_path / FILE).write_text(content, encoding="utf-8")
    assert read_recent(tmp_path) == ()
    add_recent(tmp_path, tmp_path / "a.rose", "2026-01-01")
    assert paths(tmp_path) == ["a.rose"]


def test_what_is_not_json_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    read_recent(tmp_path)
    assert (tmp_path / f"{FILE}.damaged").read_text(encoding="utf-8") == "{"


def test_a_folder_that_takes_no_file_is_the_worlds_fault(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    with pytest.raises(WorldError) as caught:
        add_recent(in_the_way, tmp_path / "a.rose", "2026-01-01")
    assert caught.value.key == "cannot_write"


def test_nothing_but_the_list_is_left_after_writing(tmp_path: Path) -> None:
    add_recent(tmp_path, tmp_path / "a.rose", "2026-01-01")
    assert [file.name for file in tmp_path.iterdir()] == [FILE]
    assert json.loads((tmp_path / FILE).read_text(encoding="utf-8"))[0]["day"] == "2026-01-01"


def test_a_card_tells_the_territory_and_year_without_opening_the_dossier(dossier: Dossier) -> None:
    dossier.start_campaign(2027, "2027-01-01")
    card = card_of(dossier.path, "2026-11-21")
    assert (card.present, card.territory, card.year) == (True, "Rennes", 2027)


def test_a_card_of_something_else_still_stands(tmp_path: Path) -> None:
    text = tmp_path / "a.rose"
    text.write_text("bonjour", encoding="utf-8")
    assert card_of(text, "") == Card(text, "", present=True)
    assert card_of(tmp_path / "gone.rose", "") == Card(tmp_path / "gone.rose", "", present=False)


def test_a_dossier_that_is_gone_is_said_to_be(
    qtbot: QtBot, texts: Texts, tmp_path: Path, qtmodeltester: object
) -> None:
    model = RecentModel(texts)
    model.set_cards([Card(tmp_path / "a.rose", "2026-11-21", present=False)])
    qtmodeltester.check(model)
    assert model.index(0).data(ASIDE) == "introuvable"


def test_a_file_is_named_after_the_territory_and_never_written_over(tmp_path: Path) -> None:
    assert file_name('L\'Haÿ/les:Roses <b> "2026"') == "L'Haÿ les Roses b 2026"
    assert file_name(" ../.. ") == ""
    first = free_path(tmp_path, "Rennes 2026", ".rose")
    first.write_bytes(b"")
    assert free_path(tmp_path, "Rennes 2026", ".rose").name == "Rennes 2026 (2).rose"


def test_a_typed_path_gets_its_folder_and_suffix(tmp_path: Path) -> None:
    assert typed_path("rennes", tmp_path, ".rose") == tmp_path / "rennes.rose"
    assert typed_path(" rennes v1.2 ", tmp_path, ".rose") == tmp_path / "rennes v1.2.rose"
    assert typed_path("/ailleurs/r.rose", tmp_path, ".rose") == Path("/ailleurs/r.rose")
    assert typed_path("~personne-ici/r", tmp_path, ".rose") == tmp_path / "~personne-ici" / "r.rose"
    for nothing in ("", " ", "/", ".", "..", "\x00", "a/.."):
        assert typed_path(nothing, tmp_path, ".rose") is None
