"""What can be said of the two axes despite the unknowns: pure words for the top of the page."""

from __future__ import annotations

from diagnostic.assessment.position import nothing_applies
from diagnostic.assessment.results import Assessment, Interval
from diagnostic.framework.model import Framework
from diagnostic.texts import Texts


def finding_title(assessment: Assessment, framework: Framework, texts: Texts) -> str:
    """Return the position's name, or that nothing is known or decided yet."""
    for position in framework.positions:
        if position.id == assessment.position:
            return position.title[texts.lang]
    if nothing_applies(assessment, framework):
        return texts("applying.title")
    nothing = all(assessment.node(axis.id).interval.mid is None for axis in framework.axes())
    return texts("results.title.nothing" if nothing else "results.title.open")


def sure_sentence(assessment: Assessment, framework: Framework, texts: Texts) -> str:
    """Return what holds whatever the missing answers are."""
    across, up = framework.axes()[:2]
    one, two = assessment.node(across.id).interval, assessment.node(up.id).interval
    if nothing_applies(assessment, framework):
        return texts("applying.nothing")
    if one.mid is None and two.mid is None:
        return texts("results.sure.nothing")
    names = {"first": _span(one, texts), "second": _span(two, texts)}
    known = {"one": texts.percent(100 * one.known), "two": texts.percent(100 * two.known)}
    if not (one.applicable and two.applicable):
        return texts("results.sure.one_axis", **names)
    if one.low > two.high:
        return texts("results.sure.territory_ahead", **names)
    if two.low > one.high:
        return texts("results.sure.institution_ahead", **names)
    if one.known == 1 and two.known == 1:
        return texts("results.sure.all_known", **names)
    return texts("results.sure.open", **names, **known)


def meaning(assessment: Assessment, framework: Framework, texts: Texts) -> str:
    """Return what the position means, or why there is none yet."""
    for position in framework.positions:
        if position.id == assessment.position:
            return position.meaning[texts.lang]
    return "" if nothing_applies(assessment, framework) else texts("results.meaning.open")


def _span(interval: Interval, texts: Texts) -> str:
    if not interval.applicable:
        return texts("results.span.none")
    low, high = texts.number(interval.low), texts.number(interval.high)
    return texts("results.span.point", value=low) if low == high else texts("results.span.range", low=low, high=high)
