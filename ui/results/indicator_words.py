"""What the detail of an indicator says: value, state, score, weight, goalposts, each in its own short line."""

from __future__ import annotations

from diagnostic.assessment.results import IndicatorResult, IndicatorState
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import colon, fraction_words, unit_words, value_words
from diagnostic.framework.model import Goalposts, Indicator, Input, Source
from diagnostic.texts import Texts

LEAST_POINTS = 0.05
"""Under it, points at stake would read 0,0."""


def figures(result: IndicatorResult, desk: Desk) -> str:
    """Return an indicator's value with its unit, and the fraction it came from: "44 % (4 sur 9)"."""
    value, fraction = value_words(result, desk), fraction_words(result, desk)
    return f"{value} ({fraction})" if fraction else value


def reason_words(result: IndicatorResult, texts: Texts) -> str:
    """Return why a value is unknown or does not apply, or ""."""
    key = f"reason.{result.measure.reason}"
    told = result.state in (IndicatorState.UNKNOWN, IndicatorState.NOT_APPLICABLE)
    return texts(key) if told and result.measure.reason and texts.has(key) else ""


def score_line(result: IndicatorResult, texts: Texts) -> str:
    """Return the score or its interval, the indicator's share of its axis, and the points it leaves at stake."""
    if result.state is IndicatorState.NOT_APPLICABLE:
        return texts("results.indicator.no_weight")
    share = texts("results.indicator.share", share=texts.percent(100 * result.share, 1))
    if result.score is None:
        low, high = texts.number(result.low), texts.number(result.high)
        return f"{texts('results.indicator.between', low=low, high=high)} · {share}"
    parts = [texts("results.indicator.score", score=texts.number(result.score)), share]
    if result.at_stake is not None and result.at_stake >= LEAST_POINTS:
        points = texts.number(result.at_stake, 1)
        parts.append(texts.plural("results.indicator.at_stake", result.at_stake, points=points))
    return " · ".join(parts)


def scale_line(indicator: Indicator, desk: Desk) -> str:
    """Return how the score is read: goalposts with their unit and source, options, or the two answers."""
    texts = desk.texts
    if indicator.goalposts:
        return f"{_goalposts(indicator, indicator.goalposts, texts)} {source_words(indicator.goalposts.source, desk)}"
    if indicator.options:
        parts = [f"{option.label[texts.lang]} {texts.number(option.score)}" for option in indicator.options]
        return colon(texts("results.indicator.options"), " · ".join(parts), desk)
    return texts("results.indicator.status") if indicator.input is Input.STATUS else ""


def source_words(source: Source, desk: Desk) -> str:
    """Return where goalposts come from; the authors' judgement is said to be one."""
    text = source.text[desk.lang]
    if source.year and str(source.year) not in text:
        text = f"{text} ({source.year})"
    if source.judgement and desk.texts("results.indicator.judged") in text.lower():
        return text
    return colon(desk.texts(f"results.indicator.{'judgement' if source.judgement else 'source'}"), text, desk)


def _goalposts(indicator: Indicator, posts: Goalposts, texts: Texts) -> str:
    def written(value: float) -> str:
        return texts.number(value, 0 if float(value).is_integer() else max(1, indicator.digits))

    unit = unit_words(posts.best, indicator, texts)
    key = "results.indicator.log_goalposts" if posts.logarithm else "results.indicator.goalposts"
    return texts(key, worst=written(posts.worst), best=written(posts.best), unit=unit).replace("  ", " ")
