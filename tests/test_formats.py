"""Dates as they are read aloud."""

from __future__ import annotations

import pytest

from diagnostic.texts import Texts


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2024", "2024"),
        ("2024-03", "mars 2024"),
        ("2024-03-01", "1er mars 2024"),
        ("2025-13", "2025-13"),
        ("hier", "hier"),
    ],
)
def test_a_date_is_said_in_words_and_what_is_none_as_written(iso: str, said: str, texts: Texts) -> None:
    assert texts.date(iso) == said
