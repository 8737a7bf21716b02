"""What an import does, as lines to read and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from diagnostic.cli.session import Session
from diagnostic.dossier.fields import FieldSpec, specs_of
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.row import Row
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.values import empty
from diagnostic.dossier.values import show as shown
from diagnostic.imports.preview import Fate, Line, Preview
from diagnostic.imports.reading import Skipped
from diagnostic.imports.saying import sentence
from diagnostic.texts import Texts

ROWS_SHOWN = 20
NUMBERS_SHOWN = 6
_EVIDENCE = frozenset({"source", "source_date", "confidence", "comment"})


@dataclass(frozen=True, slots=True)
class Import:
    """A file's preview, the places of its lines that are left out, and what was done (None: nothing)."""

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


def lines_of(done: Import, session: Session, *, dry_run: bool) -> Iterator[str]:
    """Yield what to read of an import: what is added, changed, left alone, proposed, skipped and asked."""
    texts, reading = session.texts, done.preview.reading
    yield texts("cli.import.heading", file=reading.file, format=texts(f"import.format.{reading.format}"))
    for fate in (Fate.ADDED, Fate.CHANGED, Fate.REMOVED):
        yield from _block(session, f"cli.import.{fate.value}", done.lines(fate))
    if same := len(done.lines(Fate.SAME)):
        yield "  " + texts("cli.import.same", count=texts.number(same))
    yield from _block(session, "cli.import.proposed", done.proposed())
    yield from _skipped(done.preview.skipped, texts)
    for said in reading.notes:
        yield "  " + texts("cli.import.note", note=sentence(said, texts))
    for each in reading.unmatched:
        yield "  " + texts("cli.import.asked", name=each.name, lines=_numbers(each.lines, texts))
    yield "  " + texts(_outcome(done, dry_run=dry_run))


def document(done: list[Import], dossier: Dossier, texts: Texts, *, dry_run: bool) -> dict[str, Any]:
    """Return imports as JSON; personal data is left out."""
    return {
        "format": "rosedesvents.import/1",
        "territory": dossier.snapshot().territory.name,
        "campaign": dossier.campaign.year,
        "dry_run": dry_run,
        "files": [_document(each, texts) for each in done],
    }


def _document(done: Import, texts: Texts) -> dict[str, Any]:
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


def _block(session: Session, key: str, lines: list[Line]) -> Iterator[str]:
    if not lines:
        return
    yield "  " + session.texts(key, count=session.texts.number(len(lines)))
    for line in lines[:ROWS_SHOWN]:
        yield f"    {_line(session, line)}"
    if len(lines) > ROWS_SHOWN:
        yield "    " + session.texts("cli.and_more", count=session.texts.number(len(lines) - ROWS_SHOWN))


def _line(session: Session, line: Line) -> str:
    texts = session.texts
    parts = [_summary(session, line.after)]
    if line.before is not None:
        parts[0] = session.title(line.after) or parts[0]
        parts.append(", ".join(_change(session, line, name) for name in line.fields))
    parts += [sentence(said, texts) for said in line.reasons]
    number = texts("cli.import.line", line=line.candidate.line) + " " if line.candidate.line else ""
    return number + " — ".join(part for part in parts if part)


def _summary(session: Session, row: Row) -> str:
    cells = [
        shown(spec, getattr(row, name), session.texts, session.countries)
        for name, spec in specs_of(type(row)).items()
        if name not in _EVIDENCE and not spec.personal and getattr(row, name) != empty(spec)
    ]
    if row.kind == "diaspora" and not getattr(row, "country", ""):
        cells.insert(0, session.texts("cli.import.no_country"))
    return " · ".join(" ".join(cell.split())[:60] for cell in cells)


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
        return session.texts("cli.import.unread", text=" ".join(row.unread[name].split())[:60])
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
