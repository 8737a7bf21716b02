"""What is read of a file for the screen: by its format, or by columns matched before. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from diagnostic.imports.bringing import known_layout, read_file
from diagnostic.imports.format import Case
from diagnostic.imports.layout import Layout
from diagnostic.imports.reading import Reading
from diagnostic.imports.recognise import look_at
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.remembered import Remembered
from diagnostic.imports.source import open_source
from diagnostic.watching import Watch
from ui.importing.session import Seen


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read, the columns it was read by (None: a published format), and what it would do if that was seen."""

    reading: Reading
    layout: Layout | None = None
    seen: Seen | None = None


def read(path: Path, case: Case, remembered: Remembered, layout: Layout | None, watch: Watch) -> Outcome:
    """Return what a file holds. WorldError import_unknown where columns have to be matched; Cancelled from `watch`."""
    # what the user matched goes before what would be guessed
    known = layout or known_layout(look_at(open_source(path)), remembered, FORMATS)
    return _mapped(path, case, known, watch) if known else Outcome(read_file(path, case, FORMATS, "", watch))


def _mapped(path: Path, case: Case, layout: Layout, watch: Watch) -> Outcome:
    from diagnostic.imports.mapping import read_mapped

    return Outcome(read_mapped(open_source(path), layout, case, watch), layout)
