"""The money, the communities and the weights of the brief made again from the tables of its annex."""

from __future__ import annotations

import math
import re

import pytest

from diagnostic.framework.load import load_edition
from diagnostic.texts import load_texts
from tests.brief.annex_briefs import AUTHOR, REASON, annex_of
from tests.brief.annex_reader import Annex, flat, plain
from tests.brief.by_hand import value

both = pytest.mark.parametrize("lang", ["fr", "en"])


@both
def test_chosen_weights_stand_with_the_editions_the_reason_and_the_author(lang: str) -> None:
    rules, edition = annex_of("weighed", lang).rules, load_edition()
    for item, (old, new) in {"diasporas_share": ("1", "3"), "governance_oda": ("1", "0")}.items():
        assert f"{edition.indicator(item).title[lang]} {old} {new} {REASON} {AUTHOR}" in rules
    half = load_texts(lang).number(0.5, 1)
    assert f"{edition.node('means').title[lang]} 1 {half} {REASON} {AUTHOR}" in rules
    assert REASON not in annex_of("rich", lang).rules


@both
def test_the_money_is_added_up_from_the_lines_of_the_annex(lang: str) -> None:
    texts, annex = load_texts(lang), annex_of("demo", lang)
    n, body = annex.n, annex.body
    lines = flat(annex.after.rpartition(plain(texts("brief.annex.lines_caption", year=2025)))[2])
    sums = [
        sum(annex.number(a) for a in re.findall(rf"{word} M57 \d+ {n}(?= |$)", lines))
        for word in (texts("term.BudgetDirection.expense"), texts("term.BudgetDirection.income"))
    ]
    spent, raised = sums
    scheme = texts("term.OnePercentScheme.water_sanitation")
    used = re.findall(rf"{re.escape(plain(scheme))} \S+ M57 \d+ {n}", lines)
    budget, people = (_beside(key, annex) for key in ("brief.fact.operating_budget", "brief.key.inhabitants.other"))
    for figure in (
        texts.money(spent),
        texts.money(raised),
        texts.money(raised / (spent - raised), 2),
        texts("brief.per_mille", number=texts.number(1000 * spent / budget, 2)),
        texts.money(spent / people, 2),
    ):
        assert f"\n{plain(figure)}\n" in body, figure
    row = re.search(rf"{re.escape(plain(scheme))} {n} {n} {n}\n", body)
    assert row
    whole, ceiling, told = map(annex.number, row.groups())
    water, drains = (_beside(f"brief.fact.service_{name}", annex) for name in ("water", "sanitation"))
    assert (whole, ceiling, told) == (water + drains, whole / 100, sum(map(annex.number, used)))


def _beside(key: str, annex: Annex) -> float:
    """Return the number printed with a name on the identity card."""
    name = re.escape(plain(load_texts(annex.lang)(key)))
    found = re.search(rf"[\n ]{name} €?{annex.n}|\n{annex.n}\n{name}", annex.body)
    assert found, key
    return annex.number(found[1] or found[2])


@both
def test_diasporas_and_students_are_added_up_from_the_table_of_countries(lang: str) -> None:
    annex = annex_of("demo", lang)
    table = annex.after.partition(load_texts(lang)("brief.annex.matrix"))[2] or annex.after
    n = annex.n
    rows = re.findall(rf" ?(?:{n}|—) (?:{n}|—) \d+ \d+ (?:0|—|\d+ \(\d+\)) (?:{n}|—)(?= |$)", table, re.M)
    people, students = ([annex.number(row[place]) for row in rows if row[place]] for place in (0, 1))
    assert f"{load_texts(lang).number(sum(people))} {annex.words['of']}" in annex.rows["1.1"].text
    for place, sizes in (("1.2", people), ("2.2", students)):
        shares = [size / sum(sizes) for size in sizes if size]
        told = value(annex.rows[place], annex)
        assert told == pytest.approx(math.exp(-sum(part * math.log(part) for part in shares)), abs=0.02)
