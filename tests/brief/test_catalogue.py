"""The sections that a document can have, held against those that it has."""

from __future__ import annotations

import pytest

from diagnostic.brief.content import Kind
from diagnostic.brief.edits.catalogue import SECTIONS
from diagnostic.brief.edits.look import FOREWORD
from tests.brief.test_kinds import TERRITORIES, kinds


@pytest.mark.parametrize("name", TERRITORIES)
def test_every_section_composed_is_in_the_catalogue_in_its_order(name: str) -> None:
    for content in kinds(name, "fr"):
        ids = [section.id for section in content.sections]
        assert ids == [each for each in SECTIONS[content.kind] if each in ids]


def test_every_section_in_the_catalogue_is_composed_somewhere() -> None:
    made: dict[Kind, set[str]] = {kind: {FOREWORD, "notes"} for kind in Kind}
    for name in TERRITORIES:
        for content in kinds(name, "fr"):
            made[content.kind] |= {section.id for section in content.sections}
    assert {kind: set(ids) - made[kind] for kind, ids in SECTIONS.items()} == {kind: set() for kind in Kind}
