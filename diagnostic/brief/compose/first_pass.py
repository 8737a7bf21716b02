"""The express brief: the first pass read alone, and what is to be answered next."""

from __future__ import annotations

from dataclasses import replace

from diagnostic.assessment.results import Assessment, UsefulAnswer
from diagnostic.brief.compose.express_words import lead_words
from diagnostic.brief.compose.inputs import BriefInputs, Desk, FirstPass
from diagnostic.brief.compose.wording import colon
from diagnostic.brief.content import Block, Item, Items, Mark, Paragraph, Section, Voice
from diagnostic.framework.model import Framework
from diagnostic.strategy.propose import propose

NEXT = 6


def first_pass_alone(inputs: BriefInputs) -> BriefInputs:
    """Return the inputs with the express reading as the assessment; the full one stays where there is none to tell.

    Once the full axes are published, the full reading is the truer of the two. What only annexes detail is left out.
    """
    reading, bare = inputs.express, replace(inputs, variations=None, comparison=None)
    if reading is None:
        return bare
    return replace(
        bare,
        assessment=reading.assessment,
        framework=reading.framework,
        proposals=propose(reading.assessment, reading.framework, inputs.snapshot.priorities),
        express=None,
        first_pass=FirstPass(reading=reading, assessment=inputs.assessment, framework=inputs.framework),
    )


def caution(desk: Desk) -> tuple[Block, ...]:
    """Return what the express reading rests on and what it must not be compared with; nothing for a full reading."""
    first, texts = desk.inputs.first_pass, desk.texts
    if first is None:
        return ()
    words = f"{lead_words(first.reading, texts)} {texts('express.caution')}"
    return (Paragraph(f"{texts('express.title')}. {words}", Voice.NOTE),)


def next_answers(desk: Desk) -> Section | None:
    """Return the answers that would narrow the reading most, None when none is left."""
    assessment, framework = _asked(desk)
    found = assessment.useful[:NEXT]
    if not found:
        return None
    texts, label = desk.texts, desk.texts("brief.next.label")
    items = tuple(_item(answer, framework, desk) for answer in found)
    title = texts.plural("brief.next.title", len(found))
    blocks = (Paragraph(texts("brief.next.how"), Voice.NOTE), Items(items, Mark.NUMBER))
    return Section(id="next", label=label, title=title, blocks=blocks)


def _asked(desk: Desk) -> tuple[Assessment, Framework]:
    """Return the reading whose questions come next: the first pass's own, then those of the whole."""
    first = desk.inputs.first_pass
    if first is None or desk.assessment.useful:
        return desk.assessment, desk.framework
    return first.assessment, first.framework


def _item(answer: UsefulAnswer, framework: Framework, desk: Desk) -> Item:
    texts, indicator = desk.texts, framework.indicator(answer.indicator)
    domain, axis = (framework.node(id_).short[desk.lang] for id_ in (indicator.parent, answer.axis))
    points = texts.number(answer.narrowing, 1)
    words = texts.plural("brief.next.narrows", answer.narrowing, points=points, axis=axis, domain=domain)
    return Item(colon(indicator.title[desk.lang], "", desk).rstrip(), indicator.question[desk.lang], words)
