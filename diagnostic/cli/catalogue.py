"""The lists that help shows: kinds of row with their keys, indicators with their answers."""

from __future__ import annotations

from collections.abc import Iterator

from diagnostic.dossier.fields import FieldSpec, FieldType, specs_of
from diagnostic.dossier.records import RECORDS, TABLES
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.framework.load import load_edition
from diagnostic.framework.model import Indicator, Input
from diagnostic.texts import Texts

KINDS = (*TABLES, "action", "priority", "weighting", "ally", "brief_edit", "brief_layout", "brief_look", "territory")
"""The kinds of row that commands write; `territory` is one row, that `add` completes."""
STATES = (AnswerState.DONE, AnswerState.PLANNED, AnswerState.NOT_DONE)
ALWAYS = (AnswerState.UNANSWERED, AnswerState.NOT_APPLICABLE)


def describe_kinds(texts: Texts) -> str:
    """Return every kind with its keys and what each takes."""
    blocks = [texts("cli.kinds_heading")]
    for kind in KINDS:
        blocks.append(f"\n{kind}: {texts(f'kind.{kind}.name')}")
        blocks += [_describe(kind, spec, texts) for spec in specs_of(RECORDS[kind]).values()]
    return "\n".join(blocks)


def describe_indicators(texts: Texts) -> str:
    """Return every question's id with what it asks and the values it takes."""
    framework = load_edition()
    lines = [texts("cli.indicators_heading")]
    for indicator in framework.questions():
        lines.append(f"\n  {indicator.id}: {indicator.question[texts.lang]}")
        lines += [f"      {value}" for value in accepted(indicator, texts)]
    return "\n".join(lines)


def accepted(indicator: Indicator, texts: Texts) -> Iterator[str]:
    """Yield the values that a question takes, each with its meaning."""
    if indicator.input is Input.NUMBER:
        yield texts("cli.takes.number", unit=indicator.unit[texts.lang])
    for option in indicator.options if indicator.input is Input.CHOICE else ():
        yield f"{option.id}: {option.label[texts.lang]}"
    for state in (*(STATES if indicator.input is Input.STATUS else ()), *ALWAYS):
        yield f"{state.value}: {texts.label(state)}"


def _describe(kind: str, spec: FieldSpec, texts: Texts) -> str:
    takes = texts(f"cli.takes.{spec.kind.value}", unit="€")
    if spec.options is not None:
        takes = f"{takes} {', '.join(term.value for term in spec.options)}"
    if spec.kind is FieldType.LINK:
        takes = f"{takes} ({spec.link})"
    needed = f" {texts('cli.needed')}" if spec.needed else ""
    return f"  {spec.name:<18} {texts(f'field.{kind}.{spec.name}')}{needed}. {takes}"
