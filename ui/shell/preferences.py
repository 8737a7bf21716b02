"""What the user prefers, kept from one day to the next."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from pathlib import Path

from diagnostic.texts import LANGUAGES
from ui.shell.user_data import read_json, write_json

FILE = "preferences.json"
THEMES = ("system", "light", "dark", "high_contrast")
LEAST_ZOOM, MOST_ZOOM = 80, 250


@dataclass(frozen=True, slots=True)
class Preferences:
    """`language` "" follows the system; `zoom` in per cent; `geometry` is Qt's own, in base64, "" for none."""

    language: str = ""
    theme: str = "system"
    zoom: int = 100
    panel_folded: bool = False
    geometry: str = ""

    def mended(self) -> Preferences:
        """Return the same with every value that makes no sense put back to its default."""
        return Preferences(
            language=self.language if self.language in LANGUAGES else "",
            theme=self.theme if self.theme in THEMES else "system",
            zoom=max(LEAST_ZOOM, min(MOST_ZOOM, self.zoom)),
            panel_folded=self.panel_folded,
            geometry=self.geometry,
        )


def read_preferences(folder: Path) -> Preferences:
    """Return the preferences kept in the user's folder; the defaults for what is missing or damaged."""
    said = read_json(folder / FILE)
    if not isinstance(said, dict):
        return Preferences()
    defaults = Preferences()
    known = {
        field.name: said[field.name]
        for field in fields(Preferences)
        if type(said.get(field.name)) is type(getattr(defaults, field.name))
    }
    return Preferences(**known).mended()


def write_preferences(folder: Path, preferences: Preferences) -> None:
    """Keep the preferences. WorldError cannot_write."""
    write_json(folder / FILE, asdict(preferences))
