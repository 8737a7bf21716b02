"""The means: what is spent, by function, what is raised, by funder, and the 1 % schemes open and used."""

from __future__ import annotations

from diagnostic.brief.compose.inputs import Desk, Missing
from diagnostic.brief.compose.means_figures import own_figure, own_of, scheme_figure
from diagnostic.brief.compose.money import Sum, YearMoney, grouped, reference_year, years_of
from diagnostic.brief.compose.panel import panel
from diagnostic.brief.compose.wording import number_words
from diagnostic.brief.compose.year_read import year_read
from diagnostic.brief.content import (
    Block,
    Column,
    ColumnKind,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Section,
    Table,
    Voice,
)
from diagnostic.charts.budget import Amount, amount_bars, shortened
from diagnostic.charts.drawing import Role
from diagnostic.dossier.vocabulary import BudgetDirection, OnePercentScheme
from diagnostic.strategy.results import SchemeOpening

BARS = 9


def means(desk: Desk) -> Section | Missing:
    """Return the section, or that neither the spending nor the schemes are known."""
    texts, money = desk.texts, reference_year(desk.snapshot)
    label = texts("brief.means.label")
    if money is None and not desk.inputs.openings:
        return Missing(label, _no_year(desk))
    blocks: list[Block] = [Paragraph(_no_year(desk), Voice.NOTE)] if money is None else _spending(money, desk)
    return Section(id="means", label=label, title=_title(money, desk), blocks=(*blocks, *panel(desk), *_schemes(desk)))


def _no_year(desk: Desk) -> str:
    """Return why no year's money can be shown: no line at all, or none that says its year."""
    if desk.snapshot.budget_lines:
        return desk.texts("brief.means.no_year")
    return desk.texts("brief.means.empty", state=desk.empty_words("budget_line"))


def _spending(money: YearMoney, desk: Desk) -> list[Block]:
    return [
        KeyFigures(key_figures(money, desk)),
        *_caveats(money, desk),
        *year_read(desk),
        *_bars(money, BudgetDirection.EXPENSE, desk),
        *_bars(money, BudgetDirection.INCOME, desk),
        *_trend(desk),
    ]


def _title(money: YearMoney | None, desk: Desk) -> str:
    texts = desk.texts
    if money is None:
        return texts("brief.means.title_unknown")
    if not money.spent.known:
        return texts("brief.means.title_unknown")
    if not money.spent.euros:
        return texts("brief.means.title_none", year=money.year)
    budget, spent = _operating(money, desk), _said(money.spent, texts.money(money.spent.euros), desk)
    spent = spent[:1].upper() + spent[1:]  # it begins the title
    if budget:
        share = _said(money.spent, _per_mille(money, budget, desk), desk)
        return texts("brief.means.title_share", spent=spent, year=money.year, share=share)
    return texts("brief.means.title", spent=spent, year=money.year)


def _operating(money: YearMoney, desk: Desk) -> float | None:
    """Return the operating budget of the same year: another year's would give a false share."""
    place = desk.snapshot.territory
    return place.operating_budget if place.budget_year == money.year else None


def _per_mille(money: YearMoney, budget: float, desk: Desk) -> str:
    number = desk.texts.number(money.spent.euros / budget * 1000, 2)
    return desk.texts("brief.per_mille", number=number)


def _said(total: Sum, words: str, desk: Desk) -> str:
    """Return the words made from a sum, as a minimum where it is one, or that it is not known."""
    if not total.known:
        return desk.texts("brief.word.unknown")
    return desk.texts("brief.word.at_least", value=words) if total.least else words


def key_figures(money: YearMoney, desk: Desk) -> tuple[KeyFigure, ...]:
    """Return what the year cost and raised, with its shares of the budget and of the population."""
    texts, place, spent = desk.texts, desk.snapshot.territory, money.spent
    unknown, year = texts("brief.word.unknown"), str(money.year)
    budget, population = _operating(money, desk), place.population
    share = _said(spent, _per_mille(money, budget, desk), desk) if budget else unknown
    each = _said(spent, texts.money(spent.euros / population, 2), desk) if population else unknown
    return (
        KeyFigure(_said(spent, texts.money(spent.euros), desk), texts("brief.key.spent"), year),
        KeyFigure(_said(money.raised, texts.money(money.raised.euros), desk), texts("brief.key.raised"), year),
        KeyFigure(_ratio(money, desk), texts("brief.key.ratio"), year),
        KeyFigure(share, texts("brief.key.per_mille"), year),
        KeyFigure(each, texts("brief.key.per_inhabitant"), str(place.population_year or "")),
    )


def _ratio(money: YearMoney, desk: Desk) -> str:
    """Return the euros raised for one of the collectivité's own: of two minimums, nothing can be told."""
    own = money.spent.euros - money.raised.euros
    if money.spent.least or money.raised.least or own <= 0:
        return desk.texts("brief.word.unknown")
    return desk.texts.money(money.raised.euros / own, 2)


def _caveats(money: YearMoney, desk: Desk) -> list[Block]:
    texts = desk.texts
    words = [desk.standing_words("budget_line")]
    if money.without_amount:
        words.append(texts.plural("brief.means.without_amount", money.without_amount))
    undated = sum(1 for line in desk.snapshot.budget_lines if line.year is None)
    if undated:
        words.append(texts.plural("brief.means.undated", undated))
    return [Paragraph(" ".join(words), Voice.NOTE)]


def _bars(money: YearMoney, direction: BudgetDirection, desk: Desk) -> list[Block]:
    texts, kind = desk.texts, direction.value
    unnamed, rest = texts(f"brief.means.unnamed_{kind}"), texts("brief.means.rest")
    amounts = grouped(money, direction, desk.inputs.charts, unnamed, rest, BARS)
    if not amounts:
        return [Paragraph(texts(f"brief.means.no_{kind}", year=money.year))]
    title = _bars_title(amounts, amounts[0].label == unnamed, direction, money, desk)
    if len(amounts) == 1:  # a single bar would show nothing that the sentence does not say
        return [Paragraph(title)]
    role = Role.INSTITUTION if direction is BudgetDirection.EXPENSE else Role.TERRITORY
    data = texts("brief.figure.data_annex", table=texts("brief.annex.lines", year=money.year))
    return [Figure(drawing=amount_bars(amounts, texts, role=role, title=title), title=title, data=data)]


def _bars_title(
    amounts: tuple[Amount, ...], unnamed: bool, direction: BudgetDirection, money: YearMoney, desk: Desk
) -> str:
    """Return the year's sum and its largest part; `unnamed` where that part is of lines that name nothing."""
    total = (money.spent if direction is BudgetDirection.EXPENSE else money.raised).euros
    form = ("one_unnamed" if unnamed else "one") if len(amounts) == 1 else "bars_most_unnamed" if unnamed else "bars"
    return desk.texts(
        f"brief.means.{form}_{direction.value}",
        year=money.year,
        total=desk.texts.money(total),
        first=shortened(amounts[0].label),
        share=desk.texts.percent(amounts[0].euros / total * 100),
    )


def _trend(desk: Desk) -> list[Block]:
    """Return own against raised euros year by year, drawn where it can be; the table alone where it cannot."""
    years, texts = years_of(desk.snapshot), desk.texts
    figure = own_figure(years, desk)
    if figure is None and len(years) < 2:
        return []
    columns = (
        Column(texts("brief.column.year"), 0.19),
        Column(texts("brief.column.spent"), 0.27, ColumnKind.NUMBER),
        Column(texts("brief.column.raised_euro"), 0.27, ColumnKind.NUMBER),
        Column(texts("figure.means.own_column"), 0.27, ColumnKind.NUMBER),
    )
    rows = tuple(
        (
            str(m.year),
            *(_said(total, texts.number(total.euros), desk) for total in (m.spent, m.raised)),
            number_words(own_of(m), desk),
        )
        for m in years
    )
    table = Table(columns=columns, rows=rows, caption=texts("brief.means.trend_caption"))
    return [Heading(texts("brief.means.trend"), 3), *([figure] if figure else []), table]


def _schemes(desk: Desk) -> list[Block]:
    texts = desk.texts
    if not desk.inputs.openings:
        return [Paragraph(texts("brief.means.no_scheme"))]
    columns = (
        Column(texts("brief.column.scheme"), 0.34),
        Column(texts("brief.column.scheme_budget"), 0.24, ColumnKind.NUMBER),
        Column(texts("brief.column.ceiling"), 0.21, ColumnKind.NUMBER),
        Column(texts("brief.column.used"), 0.21, ColumnKind.NUMBER),
    )
    rows = tuple(_scheme(opening, desk) for opening in desk.inputs.openings)
    table = Table(columns=columns, rows=rows, caption=texts("brief.means.schemes_caption"))
    figure = scheme_figure(desk.inputs.openings, desk)
    return [Heading(texts("brief.means.schemes"), 3), *([figure] if figure else []), table]


def _scheme(opening: SchemeOpening, desk: Desk) -> tuple[str, ...]:
    return (
        desk.texts.label(OnePercentScheme(opening.scheme)),
        number_words(opening.budget, desk),
        number_words(opening.ceiling, desk),
        desk.texts.number(opening.used),
    )
