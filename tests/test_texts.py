"""Both languages say everything the program asks them to say."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from diagnostic.texts import Texts

ROOT = Path(__file__).parent.parent
SOURCES = sorted([*(ROOT / "diagnostic").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])
FIELD = re.compile(r"{(\w*)")


def test_both_languages_have_the_same_texts(texts: Texts, english: Texts) -> None:
    assert set(texts.entries) ^ set(english.entries) == set()


def test_both_languages_fill_in_the_same_things(texts: Texts, english: Texts) -> None:
    differing = {
        key
        for key, sentence in texts.entries.items()
        if set(FIELD.findall(sentence)) != set(FIELD.findall(english.entries[key]))
    }
    assert differing == set()


def asked(source: Path) -> Iterator[tuple[str, bool]]:
    """Yield the keys that a module asks for in so many words, and whether as a plural."""
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = ast.unparse(node.func)
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            if name.rpartition(".")[2] in ("texts", "_texts", "say") and "." in first.value:
                yield first.value, False
            elif name.endswith("texts.plural") and "." in first.value:
                yield first.value, True
            elif name == "WorldError":
                yield f"error.{first.value}", False


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_text_asked_for_exists(source: Path, texts: Texts) -> None:
    for key, plural in asked(source):
        wanted = (f"{key}.one", f"{key}.other") if plural else (key,)
        assert all(texts.has(each) for each in wanted), key


def test_french_sets_its_spaces_before_high_punctuation(texts: Texts) -> None:
    """A narrow no-break space before ; ! ? » % and after «, a no-break one before a colon (Imprimerie nationale)."""
    wrong = re.compile("[\\w»)\u2019][ \u00a0][;!?»%‰]|«[ \u00a0]|[\\w»)][ \u202f]:")
    assert {key for key, sentence in texts.entries.items() if wrong.search(sentence)} == set()
