"""Every sentence that a reader may say can be said, in both languages, whatever is counted."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest

from diagnostic.imports.reading import Said
from diagnostic.imports.saying import sentence
from diagnostic.texts import LANGUAGES, load_texts

HERE = Path(__file__).parents[2] / "diagnostic" / "imports"
FAMILIES = ("note.", "skip.", "why.", "doubt.")
CALLS = {"Said": "", "aside": "skip.", "_aside": "skip."}
"""What says something, with what it puts before the key; a `_said` of a module says itself what it puts there."""


def _strings(node: ast.expr) -> Iterator[str]:
    """Yield the words that an expression may be: a constant, or either side of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_strings(node.body), *_strings(node.orelse))


def _names(call: ast.Call) -> frozenset[str] | None:
    """Return the parameters that a call hands over: by name, or in a mapping; None where they are not in sight."""
    named = {each.arg for each in call.keywords if each.arg and each.arg != "example"}
    mapped = [each for each in ast.walk(call) if isinstance(each, ast.Dict)]
    for each in mapped:
        named |= {key.value for key in each.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)}
    hidden = any(each.arg is None for each in call.keywords) or any(None in each.keys for each in mapped)
    handed = not isinstance(call.func, ast.Attribute) and len(call.args) > 1 and not mapped
    return None if hidden or handed else frozenset(named)


def _calls(tree: ast.Module) -> Mapping[str, str]:
    """Return what says something in a module, with what it puts before the key."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name == "_said":
            made = next((each for each in ast.walk(node) if isinstance(each, ast.JoinedStr)), None)
            return {**CALLS, "_said": made.values[0].value if made else ""}  # type: ignore[attr-defined] # "note."
    return CALLS


def said_in_code() -> Iterator[tuple[str, frozenset[str] | None]]:
    """Yield each key that the code says, with its parameters."""
    texts = load_texts("fr")
    for path in sorted(HERE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = _calls(tree)
        for node in ast.walk(tree):
            name = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
            if name not in calls or not isinstance(node, ast.Call):
                continue
            for word in (word for each in node.args[:2] for word in _strings(each)):
                key = f"{calls[name]}{word}"
                known = texts.has(f"import.{key}") or texts.has(f"import.{key}.one")
                if key.startswith(FAMILIES) and known:
                    yield key, _names(node)


def said_surely() -> dict[str, frozenset[str]]:
    """Return every key that is written, with the parameters that everybody who is seen to say it hands over.

    Of a key that the code puts together, what its French sentence asks for.
    """
    found: dict[str, frozenset[str]] = {}
    for key, names in said_in_code():
        if names is not None:
            found[key] = found.get(key, names) & names
    for key, text in load_texts("fr").entries.items():
        bare = key.removeprefix("import.").removesuffix(".one").removesuffix(".other")
        if key.startswith("import.") and bare.startswith(FAMILIES):
            found.setdefault(bare, frozenset(name for _, name, _, _ in Formatter().parse(text) if name))
    return found


def test_the_code_is_seen_to_say_most_of_what_is_written() -> None:
    assert len({key for key, _ in said_in_code()}) > 60


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("value", [0, 1, 2, 12345, 1.5, "1", "beaucoup", None])
def test_whatever_a_reader_says_can_be_said(lang: str, value: object) -> None:
    texts = load_texts(lang)
    for key, names in said_surely().items():
        params = {name: "diaspora.people" if name == "cell" else value for name in names}
        said = sentence(Said(key, params), texts)
        assert said
        assert "{" not in said
