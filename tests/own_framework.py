"""A framework of the users' own, for tests: the edition under another name, one question more and one less."""

from __future__ import annotations

from pathlib import Path

from diagnostic.framework.model import Framework

GONE, NEW = "governance_oda", "governance_ours"
"""The question it has no more, and the one it adds."""
CODE = "chez-nous"


def sources_of(framework: Framework, version: str = "2.0") -> dict[str, str]:
    """Return the files of the users' own framework."""
    sources = dict(framework.sources)
    head, _, rest = sources["framework.toml"].partition('id = "rose-des-vents"')
    rest = rest.replace(f'version = "{framework.version}"', f'version = "{version}"', 1)
    sources["framework.toml"] = f'{head}id = "{CODE}"{rest}'
    file = next(name for name, text in sources.items() if f'id = "{GONE}"' in text)
    renamed = sources[file].replace(f'id = "{GONE}"', f'id = "{NEW}"')
    ours = "Avez-vous un comité des relations internationales à vous ?"
    before = framework.indicator(GONE).question["fr"]
    assert before in renamed
    sources[file] = renamed.replace(before, ours)
    return sources


def write_own(folder: Path, framework: Framework, version: str = "2.0") -> Path:
    """Write the users' own framework in a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in sources_of(framework, version).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
