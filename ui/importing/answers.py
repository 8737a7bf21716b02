"""What the user answered about files and the program keeps for their like; how a file is read with it. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from diagnostic.imports.bringing import case_of
from diagnostic.imports.format import Case
from diagnostic.imports.layout import Layout
from diagnostic.imports.preview import preview
from diagnostic.imports.remembered import read_remembered, write_remembered
from diagnostic.watching import Watch
from ui.importing.reading import Outcome, read
from ui.importing.session import Seen, SourceFile
from ui.wizard.context import Context


class Answers:
    """The countries of names and the columns of tables, kept in the user's `folder`."""

    def __init__(self, context: Context, folder: Path) -> None:
        self._context = context
        self._folder = folder
        self.remembered = read_remembered(folder)

    def take_countries(self, answers: Mapping[str, str]) -> None:
        """Remember the countries of names. WorldError where they cannot be kept: they hold until the program ends."""
        self.remembered = self.remembered.with_countries(answers)
        write_remembered(self._folder, self.remembered)

    def take_columns(self, signature: str, layout: Layout | None) -> None:
        """Remember how tables of these columns are read, None to forget it. WorldError as for countries."""
        self.remembered = self.remembered.with_layout(signature, layout.to_json() if layout else None)
        write_remembered(self._folder, self.remembered)

    def case(self, file: SourceFile) -> Case:
        """Return for whom a file is read."""
        return self._case(file)()

    def work(self, file: SourceFile) -> Callable[[Watch], Outcome]:
        """Return how a file is read and compared with the dossier as it is now: work for beside the screen.

        The territory's communes are found there too: a région has thousands, looked for among all of France's.
        """
        case, remembered, path, layout = self._case(file), self.remembered, file.path, file.layout
        snapshot = self._context.snapshot

        def work(watch: Watch) -> Outcome:
            found = read(path, case(), remembered, layout, watch)
            return Outcome(found.reading, found.layout, Seen(snapshot, preview(found.reading, snapshot)))

        return work

    def _case(self, file: SourceFile) -> Callable[[], Case]:
        context, names, year = self._context, {**self.remembered.countries}, file.year
        snapshot, places, countries, lang = context.snapshot, context.places, context.countries, context.texts.lang
        day = date.today().isoformat()
        return lambda: case_of(snapshot, places, countries, lang=lang, day=day, year=year, names=names)
