"""A line of a preview in words, and the reasons that guesses share. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.operations import title_of
from diagnostic.dossier.records import Answer
from diagnostic.dossier.row import Row
from diagnostic.dossier.values import empty, show
from diagnostic.framework.model import Framework
from diagnostic.imports.answered import PARTS, Questions
from diagnostic.imports.layout import in_order
from diagnostic.imports.preview import Fate, Line
from diagnostic.imports.reading import EVIDENCE, Said
from diagnostic.imports.saying import sentence
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts

LONGEST = 80
"""Characters of a cell quoted in a line."""
_WORDS = ("title", "purpose", "words")
"""What a guess names the words of a file by, joined by commas."""
_HIDDEN = "…"
_FIGURES = frozenset({FieldType.COUNT, FieldType.AMOUNT, FieldType.FIGURE, FieldType.YEAR})

Reason = tuple[str, str]
"""What lines are grouped by: ("key", a kind of guess) or ("word", a word of the file)."""


@dataclass(frozen=True, slots=True)
class LineWords:
    """Says the lines of previews in one language."""

    texts: Texts
    countries: Countries
    framework: Framework

    def title(self, row: Row) -> str:
        """Return what a row is called."""
        if isinstance(row, Answer):
            known = {item.id: item.title[self.texts.lang] for item in self.framework.indicators}
            return known.get(row.indicator, row.indicator)
        country = self.countries.get(getattr(row, "country", "") or "") if row.kind == "diaspora" else None
        if country is not None:
            return country.name(self.texts.lang)
        if row.kind == "diaspora":
            return self.texts("importing.no_country")
        return _short(title_of(row)) or self.texts(f"importing.kind.{row.kind}")

    def content(self, line: Line) -> str:
        """Return what the file says: what would change, before and after; else what the row holds."""
        if line.fate is Fate.CHANGED:
            return " · ".join(self.changes(line))
        title, row = self.title(line.after), line.after
        if isinstance(row, Answer):
            return self._questions.answered(row) or "–"
        cells = [(spec, self._shown(spec, row)) for spec in in_order(row.kind) if self._tells(spec, row)]
        return " · ".join(self._named(spec, row, cell) for spec, cell in cells if cell != title)

    def changes(self, line: Line) -> Iterator[str]:
        """Yield each change of a line: the field, before → after."""
        specs = specs_of(type(line.after))
        answer = self._questions.changed(line.before, line.after, line.fields)
        if answer is not None:
            label = self.texts("exports.question.answer")
            yield self.texts("importing.change", field=label, before=answer[0], after=answer[1])
        for name in line.fields:
            if answer is not None and name in PARTS:
                continue
            label = self.texts(f"field.{line.after.kind}.{name}")
            before = self._shown(specs[name], line.before) if line.before else ""
            after = self._shown(specs[name], line.after)
            yield self.texts("importing.change", field=label, before=before or "–", after=after or "–")

    def why(self, line: Line) -> str:
        """Return why a line is left alone, and what a guess rests on; "" where nothing was guessed."""
        return " ".join(sentence(said, self.texts) for said in line.reasons)

    def details(self, line: Line) -> str:
        """Return all of a line, one thing under the other."""
        row = line.after
        place = self.texts("importing.line_number", line=line.candidate.line) if line.candidate.line else ""
        head = " · ".join(part for part in (self.title(row), self.texts(f"importing.kind.{row.kind}"), place) if part)
        source = self.texts("importing.source", source=row.source) if row.source else ""
        told = "\n".join(self.changes(line)) if line.fate is Fate.CHANGED else self.content(line)
        return "\n".join(part for part in (head, told, source, self.why(line)) if part)

    def reason(self, reason: Reason) -> str:
        """Return a group of guesses in words."""
        kind, name = reason
        if kind == "word":
            return self.texts("importing.reason_word", word=name)
        if kind == "code":
            return self.texts("importing.reason_code", code=name)
        return _blank(self.texts.entries[f"import.{name}"])

    @property
    def _questions(self) -> Questions:
        return Questions(self.framework, self.texts)

    def _named(self, spec: FieldSpec, row: Row, cell: str) -> str:
        """Return a cell as it stands among others: a figure says what it counts."""
        if spec.kind not in _FIGURES or spec.name in row.unread:
            return cell
        short = f"table.header.{row.kind}.{spec.name}"
        label = self.texts(short if self.texts.has(short) else f"field.{row.kind}.{spec.name}")
        return self.texts("importing.figure", field=label, value=cell)

    def _tells(self, spec: FieldSpec, row: Row) -> bool:
        named = spec.name in EVIDENCE or spec.personal
        return not named and (getattr(row, spec.name) != empty(spec) or spec.name in row.unread)

    def _shown(self, spec: FieldSpec, row: Row) -> str:
        if spec.personal:
            return _HIDDEN
        said = row.unread.get(spec.name) or show(spec, getattr(row, spec.name), self.texts, self.countries)
        return _short(said)


def reasons_of(line: Line) -> frozenset[Reason]:
    """Return the groups that a line is in: its kind of guess, and each word or code of the file that it rests on."""
    found: set[Reason] = set()
    for said in line.reasons:
        found |= {("key", said.key), *(("word", word) for word in _words(said))}
        if code := said.params.get("code"):
            found.add(("code", str(code)))
    return frozenset(found)


def ranked(groups: Iterable[frozenset[Reason]]) -> list[tuple[Reason, int]]:
    """Return all reasons with how many lines each has: the kinds first, then words and codes, most frequent first."""
    counts = Counter(reason for group in groups for reason in group)
    return sorted(counts.items(), key=lambda item: (item[0][0] != "key", -item[1], item[0]))


def _words(why: Said) -> Iterator[str]:
    for name in _WORDS:
        yield from (word.strip() for word in str(why.params.get(name, "")).split(",") if word.strip())


class _Blanks(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return _HIDDEN


def _blank(text: str) -> str:
    """Return a sentence with dots for all that fills it in."""
    return text.format_map(_Blanks()).rstrip(".")


def _short(text: str) -> str:
    line = " ".join(text.split(" ")).replace("\n", " ")
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
