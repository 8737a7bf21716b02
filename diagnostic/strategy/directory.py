"""Who can help: the shipped entries (resources/directory), and the same with the users' own rows over them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

from diagnostic.dossier.decisions import Ally
from diagnostic.dossier.vocabulary import AllyKind, OnePercentScheme
from diagnostic.framework.entry import Entry
from diagnostic.framework.model import Bilingual
from diagnostic.strategy.results import Listed


@dataclass(frozen=True, slots=True, kw_only=True)
class ShippedEntry:
    """A network or a funder that the program knows: the fields of `Ally` in both languages, None where not known."""

    id: str
    type: AllyKind
    name: Bilingual
    brings: Bilingual
    source: Bilingual
    source_date: str
    region: str
    minimum: float | None
    maximum: float | None
    local_share: float | None
    years: int | None
    needs_oda: bool | None
    valid_year: int | None
    scheme: str

    def as_ally(self, lang: str) -> Ally:
        """Return it as a row not stored yet: what the users' own row begins from."""
        return Ally(
            entry=self.id,
            name=self.name[lang],
            type=self.type,
            region=self.region,
            brings=self.brings[lang],
            minimum=self.minimum,
            maximum=self.maximum,
            local_share=self.local_share,
            years=self.years,
            needs_oda=self.needs_oda,
            valid_year=self.valid_year,
            source=self.source[lang],
            source_date=self.source_date,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OdaDeclaration:
    """Declaring the ODA: the question that says whether it is done, and the action that would do it.

    `words` in an action's title say that it is about that.
    """

    indicator: str
    title: Bilingual
    first_step: Bilingual
    success: Bilingual
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Directory:
    """The shipped entries, in the files' order, and what they say of the ODA."""

    entries: tuple[ShippedEntry, ...]
    declaration: OdaDeclaration

    def listed(self, allies: Sequence[Ally], lang: str) -> tuple[Listed, ...]:
        """Return what is shown: each entry, or the users' row in its place, then their own. Left out: not there."""
        return tuple(one for one in self.everything(allies, lang) if not one.ally.left_out)

    def left_out(self, allies: Sequence[Ally], lang: str) -> tuple[Listed, ...]:
        """Return what the users left out."""
        return tuple(one for one in self.everything(allies, lang) if one.ally.left_out)

    def everything(self, allies: Sequence[Ally], lang: str) -> tuple[Listed, ...]:
        """Return all lines, left out or not. Of two rows for one entry the last counts; the other is a line apart."""
        over = {ally.entry: ally for ally in allies if ally.entry}
        known = {entry.id for entry in self.entries}
        shipped = [
            Listed(ally=over.get(entry.id) or entry.as_ally(lang), scheme=entry.scheme) for entry in self.entries
        ]
        own = [Listed(ally=ally) for ally in allies if ally.entry not in known or over[ally.entry] is not ally]
        return (*shipped, *own)


def load_directory() -> Directory:
    """Return the shipped directory, of all the files of resources/directory."""
    folder = files("resources") / "directory"
    texts = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".toml")}
    return read_directory(texts)


def read_directory(texts: Mapping[str, str]) -> Directory:
    """Return the directory of the texts of TOML files, by their names.

    WorldError framework_… naming the file, the entry and the field that is missing, unknown or of the wrong type.
    """
    entries: list[ShippedEntry] = []
    declarations: list[OdaDeclaration] = []
    for file, text in sorted(texts.items()):
        raw = Entry(file, "", tomllib.loads(text))
        head = raw.table("directory") or raw
        entries += [_entry(one, head) for one in _named(raw.tables("entry"))]
        if (declaration := raw.table("declaration")) is not None:
            declarations.append(_declaration(declaration))
        raw.close()
    _once(entries, texts)
    if len(declarations) != 1:
        raise Entry(", ".join(sorted(texts)), "declaration", {}).fault("missing_field", field="declaration")
    return Directory(entries=tuple(entries), declaration=declarations[0])


def _named(entries: Iterable[Entry]) -> list[Entry]:
    return [Entry(entry.file, entry.text("id"), entry.raw) for entry in entries]


def _entry(entry: Entry, head: Entry) -> ShippedEntry:
    found = ShippedEntry(
        id=entry.text("id"),
        type=entry.term("type", AllyKind),
        name=entry.bilingual("name"),
        brings=entry.bilingual("brings", needed=False),
        source=(entry if entry.has("source") else head).bilingual("source"),
        source_date=entry.text("source_date", head.text("source_date")),
        region=entry.text("region", ""),
        minimum=entry.optional_number("minimum"),
        maximum=entry.optional_number("maximum"),
        local_share=entry.optional_number("local_share"),
        years=entry.whole("years") if entry.has("years") else None,
        needs_oda=entry.flag("needs_oda") if entry.has("needs_oda") else None,
        valid_year=entry.whole("valid_year"),
        scheme=entry.term("scheme", OnePercentScheme).value if entry.has("scheme") else "",
    )
    entry.close()
    return found


def _declaration(entry: Entry) -> OdaDeclaration:
    found = OdaDeclaration(
        indicator=entry.text("indicator"),
        title=entry.bilingual("title"),
        first_step=entry.bilingual("first_step"),
        success=entry.bilingual("success"),
        words=entry.texts("words"),
    )
    entry.close()
    return found


def _once(entries: Sequence[ShippedEntry], texts: Mapping[str, str]) -> None:
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise Entry(", ".join(sorted(texts)), entry.id, {}).fault("duplicate", value=entry.id, other=entry.id)
        seen.add(entry.id)
