"""The figures of the means: own euros against euros raised, year by year, and the 1 % schemes used and open."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.money import YearMoney
from diagnostic.brief.content import Figure
from diagnostic.charts.stacked import Part, Stack, stacked_bars
from diagnostic.dossier.vocabulary import OnePercentScheme
from diagnostic.strategy.results import SchemeOpening

MOST_YEARS = 6


def own_of(money: YearMoney) -> float | None:
    """Return the euros the collectivité paid itself; None where a sum is a minimum, or more was raised than spent."""
    own = money.spent.euros - money.raised.euros
    return None if money.spent.least or money.raised.least or own < 0 else own


def own_figure(years: Sequence[YearMoney], desk: Desk) -> Figure | None:
    """Return own against raised euros for the years whose sums are whole, the latest first; None where none is."""
    texts = desk.texts
    whole = [(money, own) for money in years if (own := own_of(money)) is not None and money.spent.euros][:MOST_YEARS]
    if not whole:
        return None
    stacks = [_own_stack(money, own, desk) for money, own in whole]
    title = _own_title(*whole[0], desk)
    alt = f"{title}. {texts('figure.separator').join(f'{stack.label} {stack.words}' for stack in stacks)}."
    legend = ((Part.OWN, texts("figure.means.own")), (Part.RAISED, texts("figure.means.raised")))
    return Figure(
        drawing=stacked_bars(stacks, legend, alt),
        title=title,
        legend=texts("figure.means.own_legend"),
        data=texts("brief.figure.data_below"),
    )


def _own_stack(money: YearMoney, own: float, desk: Desk) -> Stack:
    texts = desk.texts
    words = texts("figure.means.own_words", own=texts.money(own), raised=texts.money(money.raised.euros))
    return Stack(str(money.year), ((Part.OWN, own), (Part.RAISED, money.raised.euros)), words)


def _own_title(money: YearMoney, own: float, desk: Desk) -> str:
    texts, year = desk.texts, str(money.year)
    if not money.raised.euros:
        return texts("figure.means.title_none", year=year)
    if not own:
        return texts("figure.means.title_all", year=year)
    ratio = texts.money(money.raised.euros / own, 2)
    return texts("figure.means.title_ratio", one=texts.money(1), ratio=ratio, year=year)


def scheme_figure(openings: Sequence[SchemeOpening], desk: Desk) -> Figure | None:
    """Return what each scheme's lines use of its ceiling; None where no ceiling is known."""
    texts = desk.texts
    known = [(opening, opening.ceiling) for opening in openings if opening.ceiling]
    if not known:
        return None
    stacks = [_scheme_stack(opening, ceiling, desk) for opening, ceiling in known]
    used, total = sum(opening.used for opening, _ in known), sum(ceiling for _, ceiling in known)
    title = texts("figure.means.title_schemes", used=texts.money(used), total=texts.money(total))
    alt = f"{title}. {texts('figure.separator').join(f'{stack.label} {stack.words}' for stack in stacks)}."
    legend = ((Part.OWN, texts("figure.means.used")), (Part.OPEN, texts("figure.means.open")))
    return Figure(
        drawing=stacked_bars(stacks, legend, alt),
        title=title,
        legend=texts("figure.means.schemes_legend"),
        data=texts("brief.figure.data_below"),
    )


def _scheme_stack(opening: SchemeOpening, ceiling: float, desk: Desk) -> Stack:
    texts, left = desk.texts, max(0.0, ceiling - opening.used)
    words = texts("figure.means.scheme_words", used=texts.money(opening.used), ceiling=texts.money(ceiling))
    return Stack(texts.label(OnePercentScheme(opening.scheme)), ((Part.OWN, opening.used), (Part.OPEN, left)), words)
