"""What the live panel says of an assessment and of the last operations. Pure: no widget."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.assessment.results import Assessment
from diagnostic.charts.wording import score_words
from diagnostic.dossier.operations import Operation
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
    """Return what an operation did: "Ajout · Sénégal"."""
    subject = subject_words(operation, framework, countries, texts)
    label = texts(f"operation.{operation.name}")
    return f"{label} · {subject}" if subject else label


def subject_words(operation: Operation, framework: Framework, countries: Countries, texts: Texts) -> str:
    """Return the name of what an operation is about, its codes turned into words."""
    name = operation.subject
    if operation.kind == "answer":
        known = {indicator.id: indicator.title[texts.lang] for indicator in framework.indicators}
        name = known.get(name, name)
    elif operation.kind == "standing":
        name = texts(f"kind.{name}.name")
    elif operation.kind == "diaspora" and (country := countries.get(name)):
        name = country.name(texts.lang)
    line = " ".join(name.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
