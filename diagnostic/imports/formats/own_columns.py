"""A table of one's own whose columns are named as fields are: read without asking, as our own CSV files are."""

from __future__ import annotations

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.layout import Layout, guess
from diagnostic.imports.mapping import FORMAT as ID
from diagnostic.imports.mapping import read_mapped
from diagnostic.imports.reading import Reading
from diagnostic.imports.recognise import look_at
from diagnostic.imports.source import Source
from diagnostic.imports.words import load_words
from diagnostic.watching import Watch, unwatched


def plain_layout(look: Look) -> Layout | None:
    """Return the layout that the names of a table's columns leave no doubt about, None where there is one.

    At least half of the columns are named, and all that the kind of row needs: what remains is asked of the user.
    """
    named = [cell for cell in (look.records[0] if look.records else ()) if cell.strip()]
    if len(look.records) < 2 or len(named) < 2:
        return None
    found = guess(look.records, load_words(), separator=look.separator, sheet=look.sheets[0] if look.sheets else "")
    if found is None or 2 * len(found.columns) < len(named):
        return None
    needed = {name for name, spec in specs_of(RECORDS[found.kind]).items() if spec.needed}
    return found if needed <= set(found.columns.values()) else None


def _recognises(look: Look) -> bool:
    return plain_layout(look) is not None


def _read(source: Source, case: Case, watch: Watch = unwatched) -> Reading:
    look = look_at(source)
    layout = plain_layout(look)
    if layout is None:
        found = ", ".join(cell for cell in (look.records[0] if look.records else ()) if cell)[:120]
        raise WorldError("import_unknown", file=source.name, found=found or "–")
    return read_mapped(source, layout, case, watch)


FORMAT = Format(ID, _recognises, _read)
