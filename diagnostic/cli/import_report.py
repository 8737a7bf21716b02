"""What an import does, as lines to read and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from diagnostic.cli.session import Session
from diagnostic.dossier.fields import FieldSpec, specs_of
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.records import Answer
from diagnostic.dossier.row import Row
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.values import empty
from diagnostic.dossier.values import show as shown
from diagnostic.imports.answered import PARTS, Questions
from diagnostic.imports.preview import Fate, Line, Preview
from diagnostic.imports.reading import Skipped
from diagnostic.imports.saying import sentence
from diagnostic.texts import Texts

ROWS_SHOWN = 20
NUMBERS_SHOWN = 6
_LONGEST = 60
_EVIDENCE = frozenset({"source", "source_date", "confidence", "comment"})


@dataclass(frozen=True, slots=True)
class Import:
    """A file's preview, the places of its lines that are left out, and what is done (None: nothing)."""

    preview: Preview
    left_out: frozenset[int]
    applied: Operation | None

    def lines(self, fate: Fate) -> list[Line]:
        """Return the lines of one fate that are not left out."""
        return [
            line for place, line in enumerate(self.preview.lines) if line.fate is fate and place not in self.left_out
        ]

    def proposed(self) -> list[Line]:
        """Return the lines left out that would change something."""
        return [
            line
            for place, line in enumerate(self.preview.lines)
            if place in self.left_out and line.fate is not Fate.SAME
        ]


def lines_of(done: Import, session: Session, questions: Questions, *, dry_run: bool) -> Iterator[str]:
    """Yield what to read of an import: what is added, changed, left alone, proposed, skipped and asked."""
    texts, reading = session.texts, done.preview.reading
    yield texts("cli.import.heading", file=reading.file, format=texts(f"import.format.{reading.format}"))
    for fate in (Fate.ADDED, Fate.CHANGED, Fate.REMOVED):
        yield from _block(session, questions, f"cli.import.{fate.value}", done.lines(fate))
    if same := len(done.lines(Fate.SAME)):
        yield "  " + texts("cli.import.same", count=texts.number(same))
    yield from _block(session, questions, "cli.import.proposed", done.proposed())
    yield from _skipped(done.preview.skipped, texts)
    for said in reading.notes:
        yield "  " + texts("cli.import.note", note=sentence(said, texts))
    for each in reading.unmatched:
        key = "cli.import.asked" if len(each.lines) > 1 else "cli.import.asked_line"
        yield "  " + texts(key, name=each.name, lines=_numbers(each.lines, texts))
    yield "  " + texts(_outcome(done, dry_run=dry_run))


def document(files: Sequence[Mapping[str, Any]], dossier: Dossier, *, dry_run: bool) -> dict[str, Any]:
    """Return imports as JSON; personal data is left out."""
    return {
        "format": "rosedesvents.import/1",
        "territory": dossier.snapshot().territory.name,
        "campaign": dossier.campaign.year,
        "dry_run": dry_run,
        "files": list(files),
    }


def file_document(done: Import, texts: Texts) -> dict[str, Any]:
    """Return the import of one file as JSON."""
    reading = done.preview.reading
    return {
        "file": reading.file,
        "kind": reading.format,
        "year": reading.year,
        "proxy": reading.proxy or None,
        "applied": done.applied is not None,
        "rows": [
            _row_document(line, texts, taken=place not in done.left_out)
            for place, line in enumerate(done.preview.lines)
        ],
        "skipped": [
            {"reason": each.why.key, "why": sentence(each.why, texts), "lines": each.lines, "example": each.example}
            for each in done.preview.skipped
        ],
        "unmatched": [{"name": each.name, "lines": each.lines} for each in reading.unmatched],
        "notes": [{"note": said.key, "text": sentence(said, texts)} for said in reading.notes],
    }


def _row_document(line: Line, texts: Texts, *, taken: bool) -> dict[str, Any]:
    why = " ".join(sentence(said, texts) for said in line.reasons)
    return {
        "fate": line.fate.value,
        "taken": taken,
        "kind": line.after.kind,
        "line": line.candidate.line or None,
        "why": why or None,
        "changes": {name: getattr(line.before, name) for name in line.fields if not _specs(line)[name].personal},
        "row": {name: getattr(line.after, name) for name, spec in _specs(line).items() if not spec.personal},
    }


def _specs(line: Line) -> dict[str, FieldSpec]:
    return dict(specs_of(type(line.after)))


def _block(session: Session, questions: Questions, key: str, lines: list[Line]) -> Iterator[str]:
    if not lines:
        return
    yield "  " + session.texts(key, count=session.texts.number(len(lines)))
    for line in lines[:ROWS_SHOWN]:
        yield f"    {_line(session, questions, line)}"
    if len(lines) > ROWS_SHOWN:
        yield "    " + session.texts("cli.and_more", count=session.texts.number(len(lines) - ROWS_SHOWN))


def _line(session: Session, questions: Questions, line: Line) -> str:
    texts = session.texts
    parts = [_summary(session, questions, line.after)]
    if line.before is not None:
        titled = questions.asked(line.after.indicator) if isinstance(line.after, Answer) else session.title(line.after)
        parts[0] = titled or parts[0]
        parts.append(", ".join(_changes(session, questions, line)))
    parts += [sentence(said, texts) for said in line.reasons]
    number = texts("cli.import.line", line=line.candidate.line) + " " if line.candidate.line else ""
    return number + " — ".join(part for part in parts if part)


def _changes(session: Session, questions: Questions, line: Line) -> Iterator[str]:
    """Yield each change of a line; an answer is one cell."""
    answer = questions.changed(line.before, line.after, line.fields)
    if answer is not None:
        label = session.texts("exports.question.answer")
        yield session.texts("cli.import.change", label=label, before=answer[0], after=answer[1])
    yield from (_change(session, line, name) for name in line.fields if answer is None or name not in PARTS)


def _summary(session: Session, questions: Questions, row: Row) -> str:
    if isinstance(row, Answer):
        answer = questions.answered(row) or "–"
        unread = not row.unread.keys().isdisjoint(PARTS)
        answer = session.texts("cli.import.unread", text=_shortened(answer)) if unread else answer
        return f"{questions.asked(row.indicator)} · {answer}"
    cells = [
        shown(spec, getattr(row, name), session.texts, session.countries)
        for name, spec in specs_of(type(row)).items()
        if name not in _EVIDENCE and not spec.personal and getattr(row, name) != empty(spec)
    ]
    if row.kind == "diaspora" and not getattr(row, "country", ""):
        cells.insert(0, session.texts("cli.import.no_country"))
    return " · ".join(_shortened(cell) for cell in cells)


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _change(session: Session, line: Line, name: str) -> str:
    spec = _specs(line)[name]
    before, after = (
        "…" if spec.personal else _said(row, name, session) or "–" for row in (line.before, line.after) if row
    )
    label = session.texts(f"field.{line.after.kind}.{name}")
    return session.texts("cli.import.change", label=label, before=before, after=after)


def _said(row: Row, name: str, session: Session) -> str:
    """Return what a row says in a field, or what was typed there and could not be read."""
    if name in row.unread:
        return session.texts("cli.import.unread", text=_shortened(row.unread[name]))
    return shown(specs_of(type(row))[name], getattr(row, name), session.texts, session.countries)


def _skipped(skipped: Sequence[Skipped], texts: Texts) -> Iterator[str]:
    if skipped:
        count = sum(len(each.lines) for each in skipped)
        yield "  " + texts("cli.import.skipped", count=texts.number(count))
    for each in skipped:
        yield f"    {_reason(each, texts)}"


def _reason(each: Skipped, texts: Texts) -> str:
    key = "cli.import.reason_example" if each.example else "cli.import.reason"
    return texts(
        key,
        count=texts.number(len(each.lines)),
        why=sentence(each.why, texts),
        lines=_numbers(each.lines, texts),
        example=" ".join(each.example.split()),
    )


def _numbers(lines: tuple[int, ...], texts: Texts) -> str:
    first = ", ".join(str(line) for line in lines[:NUMBERS_SHOWN])
    return f"{first}, …" if len(lines) > NUMBERS_SHOWN else first


def _outcome(done: Import, *, dry_run: bool) -> str:
    if dry_run:
        return "cli.import.dry_run"
    return "cli.import.done" if done.applied else "cli.import.nothing"
