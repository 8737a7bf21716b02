"""What the live panel says of an assessment and of the last operations. Pure: no widget."""

from __future__ import annotations

import re
from dataclasses import dataclass

from diagnostic.assessment.results import Assessment
from diagnostic.brief.compose.versions import weight_words
from diagnostic.charts.wording import score_words
from diagnostic.dossier.decisions import Priority, Weighting
from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.operations import Operation, title_of
from diagnostic.dossier.records import Answer, Standing
from diagnostic.dossier.row import Row
from diagnostic.dossier.values import show
from diagnostic.dossier.vocabulary import AnswerState, TableState
from diagnostic.framework.model import Framework
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts
from ui.wizard.flow import home_of

LONGEST = 60


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The most useful answer: its question, what it would bring, the step and the focus that lead to it."""

    question: str
    gain: str
    step: str
    focus: str


def known_share(assessment: Assessment, framework: Framework) -> float:
    """Return the share of weight that is known (0 to 1), both axes counting alike; 0 when nothing applies."""
    shares = [
        node.interval.known for axis in framework.axes() if (node := assessment.node(axis.id)).interval.applicable
    ]
    return sum(shares) / len(shares) if shares else 0.0


def axis_words(assessment: Assessment, framework: Framework, texts: Texts) -> tuple[str, ...]:
    """Return each axis with its score and interval: "Territoire 65 [57–73]"; with words where there is none."""
    said = []
    for axis in framework.axes():
        node, name = assessment.node(axis.id), axis.short[texts.lang]
        if node.interval.applicable and node.interval.mid is None and node.interval.low <= 0:
            said.append(texts("panel.nothing_known", axis=name))
        else:
            said.append(texts("panel.score", axis=name, score=score_words(node, texts)))
    return tuple(said)


def suggestion(assessment: Assessment, framework: Framework, texts: Texts) -> Suggestion | None:
    """Return the unknown whose answer would narrow an axis most; None when all is known."""
    if not assessment.useful:
        return None
    useful = assessment.useful[0]
    indicator = framework.indicator(useful.indicator)
    step = home_of(indicator.step, indicator.input)
    question = indicator.question[texts.lang] or indicator.title[texts.lang]
    axis = framework.node(useful.axis).short[texts.lang]
    gain = texts("panel.narrowing", axis=axis, points=texts.number(useful.narrowing, 1))
    return Suggestion(question, gain, step, f"answer:{indicator.id}" if step == "organisation" else "")


def operation_words(operation: Operation, framework: Framework, countries: Countries, texts: Texts) -> str:
    """Return what an operation did: "Maroc : personnes 4 120" where one thing changed, else "Ajout · Sénégal"."""
    said = _one_change(operation, framework, countries, texts)
    if said:
        return _on_a_line(said)
    subject = subject_words(operation, framework, countries, texts)
    label = texts(f"operation.{operation.name}")
    return f"{label} · {subject}" if subject else label


def subject_words(operation: Operation, framework: Framework, countries: Countries, texts: Texts) -> str:
    """Return the name of what an operation is about, its codes turned into words."""
    name = operation.subject
    if operation.kind in ("answer", "weighting"):
        known = {item.id: item.title[texts.lang] for item in (*framework.nodes, *framework.indicators)}
        name = known.get(name, name)
    elif isinstance(row := operation.changes[0].row, Priority):
        known = {item.id: item.title[texts.lang] for item in framework.recommendations}
        name = known.get(row.recommendation, row.recommendation)
    elif operation.kind == "standing":
        name = texts(f"kind.{name}.name")
    elif operation.kind == "diaspora" and (country := countries.get(name)):
        name = country.name(texts.lang)
    return _on_a_line(name)


def _on_a_line(words: str) -> str:
    line = re.sub(r"[ \t\r\n\f\v]+", " ", words).strip()  # the no-break spaces stay
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _one_change(operation: Operation, framework: Framework, countries: Countries, texts: Texts) -> str:
    """Return the field and the value of an edit of one field, or what is now said of a table or a question; else ""."""
    if operation.name not in ("edit", "answer", "stand", "weigh") or len(operation.changes) != 1:
        return ""
    change = operation.changes[0]
    subject = subject_words(operation, framework, countries, texts)
    if isinstance(change.row, Standing):
        state = change.after.state if isinstance(change.after, Standing) else TableState.OPEN
        return texts("panel.done_field", field=_capital(subject), value=_small(texts.label(state)))
    if isinstance(change.after, Weighting) and not _same_weight(change.before, change.after):
        typed = change.after.unread.get("weight") or weight_words(change.after.weight, texts)
        return texts("panel.done_row", subject=subject, field=_small(texts("field.weighting.weight")), value=typed)
    specs = specs_of(type(change.row))
    changed = [spec for name, spec in specs.items() if _typed_in(change.before, name) != _typed_in(change.after, name)]
    if isinstance(change.row, Answer) and not _evidence_alone(changed):
        value = _answer_words(change.after, framework, texts)
        return texts("panel.done_field", field=subject, value=value) if value else ""
    if operation.name == "stand" or len(changed) != 1 or change.after is None or changed[0].kind is FieldType.LINK:
        return ""
    spec = changed[0]
    field = texts(f"field.{operation.kind}.{spec.name}")
    value = change.after.unread.get(spec.name) or show(spec, getattr(change.after, spec.name), texts, countries)
    if not subject or operation.kind == "territory" or _names_the_row(spec.name, change.after):
        return texts("panel.done_field", field=field, value=value)
    return texts("panel.done_row", subject=subject, field=_small(field), value=value)


def _answer_words(answer: Row | None, framework: Framework, texts: Texts) -> str:
    """Return what a question is answered; "" where it cannot be said shortly."""
    if not isinstance(answer, Answer):
        return texts.label(AnswerState.UNANSWERED).lower()
    if "number" in answer.unread:
        return answer.unread["number"]
    if answer.number is not None:
        return texts.number(answer.number, 0 if float(answer.number).is_integer() else 2)
    if answer.choice:
        options = next((each.options for each in framework.indicators if each.id == answer.indicator), ())
        return next((_small(each.label[texts.lang]) for each in options if each.id == answer.choice), "")
    return _small(texts.label(answer.state)) if answer.state else ""


def _same_weight(before: Row | None, after: Weighting) -> bool:
    return before is not None and _typed_in(before, "weight") == _typed_in(after, "weight")


def _evidence_alone(changed: list[FieldSpec]) -> bool:
    return len(changed) == 1 and changed[0].name in ("source", "source_date", "confidence", "comment")


def _typed_in(row: Row | None, name: str) -> tuple[object, str]:
    return (getattr(row, name), row.unread.get(name, "")) if row is not None else (None, "")


def _names_the_row(name: str, row: Row) -> bool:
    return bool(getattr(row, name)) and str(getattr(row, name)) == title_of(row)


def _small(words: str) -> str:
    """Return words as they stand inside a sentence; initials stay."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
