"""A table of one's own whose columns are named as fields are: read without asking, as our own CSV files are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case, Format, Look
from diagnostic.imports.layout import Layout, Match, headless, matches
from diagnostic.imports.mapping import FORMAT as ID
from diagnostic.imports.mapping import Mapper, read_mapped
from diagnostic.imports.persons import person_titles
from diagnostic.imports.reading import Reading
from diagnostic.imports.recognise import look_at, titles_in, unknown
from diagnostic.imports.source import Source, check_single
from diagnostic.imports.titles import lists_people
from diagnostic.imports.words import Words, load_words
from diagnostic.texts import load_texts
from diagnostic.watching import Watch, unwatched

MATCHABLE = frozenset({"import_unknown", "import_two_kinds", "import_persons", "import_essential"})
"""The faults of a table whose columns can still be matched by hand."""
_NO_TABLE = frozenset({"import_unknown", "import_essential"})
"""The faults of a sheet that is no table of the kind looked for."""
_CHECKED = frozenset({FieldType.COUNTRY, FieldType.COUNT, FieldType.AMOUNT, FieldType.YEAR, FieldType.CHOICE})


def told_layout(look: Look, lang: str, words: Words) -> Layout:
    """Return the layout that the names of a table's columns leave no doubt about: of the first sheet that is a table.

    At least half of the columns are named, and all that the kind of row needs: what remains is asked of the user.
    WorldError: import_unknown, import_persons (a list of people), import_two_kinds (as much one kind as another),
    import_no_line.
    """
    return _first_sheet(look, lambda each: _told(each, lang, words))


def _told(look: Look, lang: str, words: Words) -> Layout:
    found = matches(look.records, words) if look.records else []
    if not found or not _plain(found[0], look):
        raise _unnamed(look, words)
    best, *others = found
    rivals = [each.kind for each in (best, *others) if each.as_good_as(best)]
    if len(rivals) > 1:
        texts = load_texts(lang)
        labels = texts.listing([texts(f"exports.sheet.{kind}") for kind in rivals])
        raise WorldError("import_two_kinds", file=look.name, kinds=labels, ids=" | ".join(rivals))
    return _filled(best, look)


def asked_layout(look: Look, kind: str, case: Case, words: Words) -> Layout:
    """Return the layout of a table that the user says is of a kind of row: of the first sheet that can be one.

    Without titles its fields go in their declared order, where the first line's countries and numbers bear it out.
    WorldError: import_essential (what a row needs is named by no column), import_persons, import_no_line.
    """
    return _first_sheet(look, lambda each: _asked(each, kind, case, words))


def _first_sheet(look: Look, layout_of: Callable[[Look], Layout]) -> Layout:
    """Return the layout of the first sheet that has one.

    Without any, the WorldError of the first sheet that is a table in part, else that of the first.
    """
    faults: list[WorldError] = []
    for each in look.each_sheet():
        try:
            return layout_of(each)
        except WorldError as fault:
            if fault.key == "import_two_kinds":
                raise
            faults.append(fault)
    raise next((fault for fault in faults if fault.key not in _NO_TABLE), faults[0])


def _asked(look: Look, kind: str, case: Case, words: Words) -> Layout:
    match = matches(look.records, words, kind)[0] if look.records else Match(kind, 0, {})
    if not match.missing():
        return _filled(match, look)
    if look.records and not match.columns:
        layout = headless(look.records, kind, separator=look.separator, sheet=look.sheet)
        if _borne_out(layout, look.records[0], case, words):
            return layout
    header = look.records[match.above] if look.records else ()
    if lists_people(header, kind, words, asked=True):
        raise _persons(look, header, asked=True)
    texts = load_texts(case.lang)
    missing = texts.listing([texts(f"field.{kind}.{name}") for name in match.missing()])
    raise WorldError("import_essential", file=look.name, missing=missing, found=titles_in(header))


def read_asked(source: Source, look: Look, kind: str, case: Case, watch: Watch = unwatched) -> Reading:
    """Return the rows of a file said to be a table of a kind. WorldError as `asked_layout`, `read_mapped`."""
    check_single(source)
    return read_mapped(source, asked_layout(look, kind, case, load_words()), case, watch)


def _plain(match: Match, look: Look) -> bool:
    named = [cell for cell in look.records[match.above] if cell.strip()]
    return len(named) > 1 and 2 * len(match.columns) >= len(named) and not match.missing()


def _filled(match: Match, look: Look) -> Layout:
    if len(look.records) == match.above + 1:
        raise WorldError("import_no_line", file=look.name, found=titles_in(look.records[match.above]))
    return Layout(
        kind=match.kind, columns=match.columns, separator=look.separator, sheet=look.sheet, above=match.above
    )  # fmt: skip


def _unnamed(look: Look, words: Words) -> WorldError:
    """Return why a table is not read: it lists people, or says nothing to the program."""
    for header in look.records[:1]:
        if any(lists_people(header, kind, words, asked=False) for kind in ("partnership", "association")):
            return _persons(look, header, asked=False)
    return unknown(look.name, look.records[0] if look.records else ())


def _persons(look: Look, header: Sequence[str], *, asked: bool) -> WorldError:
    return WorldError("import_persons", file=look.name, found=titles_in(person_titles(header, asked=asked)))


def _borne_out(layout: Layout, record: Sequence[str], case: Case, words: Words) -> bool:
    """Return whether a first line reads in the order of the fields: all it needs, and a country or a number at least.

    A title over the table, or titles that name nothing, do not.
    """
    specs = specs_of(RECORDS[layout.kind])
    said = {name: record[place] for place, name in layout.columns.items() if place < len(record)}
    said = {name: text for name, text in said.items() if text.strip()}
    checked = [name for name in said if specs[name].kind in _CHECKED]
    mapper = Mapper(layout, case, words)
    needed = all(name in said for name, spec in specs.items() if spec.needed)
    return needed and bool(checked) and all(mapper.cell(specs[name], said[name]).why is None for name in checked)


def _recognises(look: Look) -> bool:
    """Return whether a table is one's own, be it one that cannot be read: what is in its way is said by `_read`."""
    try:
        told_layout(look, "fr", load_words())
    except WorldError as fault:
        return fault.key != "import_unknown"
    return True


def _read(source: Source, case: Case, watch: Watch = unwatched) -> Reading:
    return read_mapped(source, told_layout(look_at(source), case.lang, load_words()), case, watch)


FORMAT = Format(ID, _recognises, _read)
