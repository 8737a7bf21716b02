"""How a comparison with the panel is worded, on the screen and in the brief alike."""

from __future__ import annotations

from diagnostic.benchmark.compare import Beside, BesideNational, BesideShared, PanelComparison, Practice
from diagnostic.benchmark.panel import Bracket, Bracketed, Panel, Shared
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import with_unit

NETWORK = "network"
MOST = 50.0
"""Per cent of the panel from which a practice is called common: more than half."""


def warning(comparison: PanelComparison, desk: Desk) -> str:
    """Return that the panel describes others, or that this is not known; "" for a peer."""
    if comparison.peer is True:
        return ""
    limit = desk.texts.number(comparison.source.peer_population)
    if comparison.other_kind:
        return desk.texts("beside.peer.kind")
    return desk.texts("beside.peer.unknown" if comparison.peer is None else "beside.peer.size", limit=limit)


def source_words(panel: Panel, desk: Desk) -> str:
    """Return where the panel comes from, how many answered, and when."""
    source = panel.source[desk.lang]
    return desk.texts("beside.source", source=source, answered=panel.answered, members=panel.members)


def amount(value: float, measure: Bracketed, desk: Desk) -> str:
    """Return a figure of a measure with its unit."""
    if measure.unit == "€":
        return desk.texts.money(value)
    digits = 0 if float(value).is_integer() else 1
    return f"{desk.texts.number(value, digits)}\u00a0{desk.texts('beside.fte')}"


def _low(value: float, measure: Bracketed, desk: Desk) -> str:
    """Return the lower end of a range: euros say so at both ends, as English wants; a unit in words, at the second."""
    return amount(value, measure, desk) if measure.unit == "€" else desk.texts.number(value)


def figure_words(each: Beside, desk: Desk) -> str:
    """Return the territory's figure and how many of the panel are in its bracket."""
    texts, measure, bracket = desk.texts, each.measure, each.bracket
    kind = ("least", "bracket_least") if each.least else ("value", "bracket")
    own = texts(f"beside.figure.{kind[0]}", value=amount(each.value, measure, desk))
    where = bracket_words(bracket, measure, desk)
    share = texts.percent(each.share)
    beside = texts(f"beside.figure.{kind[1]}", count=bracket.count, n=measure.n, share=share, where=where)
    return f"{own} {beside}"


def bracket_words(bracket: Bracket, measure: Bracketed, desk: Desk) -> str:
    """Return the bounds of a bracket."""
    key = "below" if bracket.low <= 0 else "above" if bracket.high == float("inf") else "between"
    if key == "above":
        return desk.texts("beside.figure.above", low=amount(bracket.low, measure, desk))
    low, high = _low(bracket.low, measure, desk), amount(bracket.high, measure, desk)
    return desk.texts(f"beside.figure.{key}", low=low, high=high)


def usual_words(measure: Bracketed, desk: Desk) -> str:
    """Return the usual range, the median or the mean, and n."""
    texts = desk.texts
    low, high = _low(measure.usual[0], measure, desk), amount(measure.usual[1], measure, desk)
    parts = [texts("beside.figure.span", name=measure.span[desk.lang], low=low, high=high)]
    for name, value in (("median", measure.median), ("mean", measure.mean)):
        if value is not None:
            parts.append(texts(f"beside.figure.{name}", value=amount(value, measure, desk)))
    said = " · ".join([*parts, n_words(measure.n, desk)])
    return said[0].upper() + said[1:]


def n_words(n: int | None, desk: Desk) -> str:
    """Return how many answered, "" where the source does not print it."""
    return "" if n is None else desk.texts("beside.n", n=n)


def national_words(each: BesideNational, desk: Desk) -> str:
    """Return the territory's figure and the national one, or their range."""
    texts, figure = desk.texts, each.national
    digits = 0 if all(float(end).is_integer() for end in (figure.low, figure.high)) else 2
    euros = desk.framework.indicator(figure.indicator).unit[desk.lang].startswith("€")
    low, high = ((texts.money if euros else texts.number)(end, digits) for end in (figure.low, figure.high))
    national = low if figure.low == figure.high else texts("beside.national.range", low=low, high=high)
    value = with_unit(each.value, desk.framework.indicator(figure.indicator), desk)
    unit = figure.unit[desk.lang]
    per_mille = unit.startswith("‰")
    said = texts("brief.per_mille", number=national) + unit[1:] if per_mille else f"{national}\u00a0{unit}"
    return texts("beside.national.value", value=value, national=said)


def national_source(each: BesideNational, desk: Desk) -> str:
    """Return the source of a national figure with its year, and its doubt."""
    figure, lang = each.national, desk.lang
    source = figure.source[lang]
    if str(figure.year) not in source:
        source = desk.texts("beside.year", source=source, year=figure.year)
    return f"{source}. {figure.doubt[lang]}" if figure.doubt else f"{source}."


def practice_words(each: BesideShared, desk: Desk) -> str:
    """Return what the territory does of what the panel does, and what is still unsaid."""
    texts, measure = desk.texts, each.measure
    if measure.indicator:
        return _answer_words(each, desk)
    known = sum(1 for one in each.practices if one.own)
    unsaid = sum(1 for one in each.practices if one.own is None)
    words = [texts.plural("beside.practice.own", known, total=len(each.practices))]
    words += [texts.plural("beside.practice.unknown", unsaid)] if unsaid else []
    words += [texts("beside.practice.network")] if NETWORK in measure.shares else []
    return " ".join(words)


def _answer_words(each: BesideShared, desk: Desk) -> str:
    own = next((one for one in each.practices if one.own), None)
    if own is None:
        return desk.texts("beside.practice.answer_apart", answer=_option(each.answer, each.measure, desk))
    share = desk.texts.percent(own.share)
    return desk.texts("beside.practice.answer", answer=term_words(own.term, each.measure, desk), share=share)


def term_words(term: str, measure: Shared, desk: Desk) -> str:
    """Return the name of a form, a field or an answer."""
    if measure.vocabulary:
        return desk.texts(f"term.{measure.vocabulary}.{term}")
    if term in measure.options:
        return measure.options[term][desk.lang]
    return _option(term, measure, desk)


def _option(id_: str, measure: Shared, desk: Desk) -> str:
    options = desk.framework.indicator(measure.indicator).options
    return next((option.label[desk.lang] for option in options if option.id == id_), id_)


def practice_note(each: BesideShared, desk: Desk) -> str:
    """Return what most of the panel does and the territory does not, or the panel's answers to another question."""
    if each.answer:
        key, terms = "panel", each.practices
    else:
        key, terms = "common", tuple(one for one in each.practices if one.own is False and one.share > MOST)
    if not terms or (each.measure.indicator and key == "common"):
        return ""
    return desk.texts(f"beside.practice.{key}", terms=", ".join(_term(one, each.measure, desk) for one in terms))


def _term(one: Practice, measure: Shared, desk: Desk) -> str:
    share = desk.texts.percent(one.share)
    return desk.texts("beside.practice.term", term=term_words(one.term, measure, desk), share=share)


def under_words(measure: Shared, desk: Desk) -> str:
    """Return n and what is doubtful in the source."""
    return " · ".join(part for part in (n_words(measure.n, desk), _doubt(measure, desk)) if part)


def _doubt(measure: Bracketed | Shared, desk: Desk) -> str:
    return measure.doubt[desk.lang] if measure.doubt else ""


def figure_under(measure: Bracketed, desk: Desk) -> str:
    """Return the usual range, median or mean and n, and what is doubtful in the source."""
    return " · ".join(part for part in (usual_words(measure, desk), _doubt(measure, desk)) if part)
