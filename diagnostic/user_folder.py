"""The user's own folder: the one place outside a dossier where the program writes."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from pathlib import Path

VARIABLE = "ROSEDESVENTS_DATA"
"""Names another folder, for a stick or for tests."""


def data_folder(environ: Mapping[str, str]) -> Path:
    """Return the user's data folder; it may not exist yet."""
    if environ.get(VARIABLE):
        return Path(environ[VARIABLE])
    from platformdirs import user_data_path

    return user_data_path("RoseDesVents", appauthor=False)


def keep_matplotlib_home(environ: MutableMapping[str, str]) -> None:
    """Have matplotlib keep its list of fonts in the user's data folder, and not in the home folder."""
    environ.setdefault("MPLCONFIGDIR", str(data_folder(environ) / "matplotlib"))
