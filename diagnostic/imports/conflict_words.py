"""Cells on which filled workbooks, or the dossier, disagree, in words: the row, the cell, who says what."""

from __future__ import annotations

from collections.abc import Iterable

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.values import show
from diagnostic.formats import UNKNOWN
from diagnostic.imports.answered import PARTS, Questions
from diagnostic.imports.conflicts import DOSSIER, Conflict, Saying
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts


def conflict_lines(
    conflicts: Iterable[Conflict], texts: Texts, countries: Countries, questions: Questions
) -> list[str]:
    """Return a sentence for each conflict: the row, the field, who says what."""
    lines = []
    for each in conflicts:
        words = [
            texts(
                "import.conflict.saying",
                value=said_words(each, saying, texts, countries, questions),
                who=texts("import.conflict.dossier") if saying.who == DOSSIER else saying.who,
            )
            for saying in each.says
        ]
        title = conflict_title(each, texts, countries, questions)
        label = conflict_field(each, texts)
        kind = texts(f"kind.{each.kind}.name")
        lines.append(texts("import.conflict.line", kind=kind, title=title, field=label, says=", ".join(words)))
    return lines


def said_words(conflict: Conflict, saying: Saying, texts: Texts, countries: Countries, questions: Questions) -> str:
    """Return what one says of a cell, in words."""
    if saying.unread:
        return saying.unread
    if saying.answer is not None:
        return questions.answered(saying.answer) or UNKNOWN
    return show(specs_of(RECORDS[conflict.kind])[conflict.field], saying.value, texts, countries)


def conflict_title(conflict: Conflict, texts: Texts, countries: Countries, questions: Questions) -> str:
    """Return what the row of a conflict is called: a country by its name, a question as it is asked."""
    if conflict.kind == "answer":
        return questions.asked(conflict.title)
    country = countries.get(conflict.title) if conflict.kind == "diaspora" else None
    return country.name(texts.lang) if country else conflict.title


def conflict_field(conflict: Conflict, texts: Texts) -> str:
    """Return what the cell of a conflict is called: an answer is one cell, as in the workbook."""
    if conflict.kind == "answer" and conflict.field in PARTS:
        return texts("exports.question.answer")
    return texts(f"field.{conflict.kind}.{conflict.field}")
