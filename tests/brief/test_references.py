"""A recommendation that a document cites by its number is in that document, with its title."""

from __future__ import annotations

import re

import pytest

from diagnostic.brief.content import Items, Kind
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.framework.load import load_edition
from diagnostic.texts import load_texts
from tests.brief.test_content import said
from tests.brief.test_kinds import TERRITORIES, brief, campaigns

both = pytest.mark.parametrize("lang", ["fr", "en"])
CITED = re.compile(r"recommend?ations? (\d[\d,; etand]*)", re.IGNORECASE)


@both
@pytest.mark.parametrize("name", TERRITORIES)
@pytest.mark.parametrize("kind", [Kind.FULL, Kind.EXPRESS, Kind.SUMMARY])
def test_every_number_cited_leads_to_a_recommendation_of_the_document(name: str, lang: str, kind: Kind) -> None:
    content = brief(name, lang, kind)
    whole = said(content)
    cited = {number for found in CITED.findall(whole) for number in re.findall(r"\d+", found)}
    told = set(re.findall(r"\(recomm[ea]ndation (\d+)\)", whole))
    assert cited <= told


@both
def test_the_express_brief_shows_the_first_in_rank_with_their_state(lang: str) -> None:
    content = brief("demo", lang, Kind.EXPRESS)
    block = next(block for block in content.section("first").blocks if isinstance(block, Items))
    texts, (now, _) = load_texts(lang), campaigns("demo", lang)
    assert len(block.items) == 3
    states = {action.recommendation: action.state for action in now.actions if action.state}
    for item in block.items:
        number = int(re.search(r"(\d+)\)", item.lead)[1])  # type: ignore[index]  # a number is what the test is of
        id_ = next(each.id for each in load_edition().recommendations if each.number == number)
        assert texts.label(states[id_]) in item.note


@both
def test_the_strategy_names_what_is_done_and_what_was_dropped_with_their_numbers(lang: str) -> None:
    content, (now, _) = brief("demo", lang, Kind.FULL), campaigns("demo", lang)
    numbers = {each.id: each.number for each in load_edition().recommendations}
    settled = [a for a in now.actions if a.state in (ActionState.DONE, ActionState.DROPPED) and a.recommendation]
    assert settled
    for action in settled:
        assert f"{numbers[action.recommendation]})" in said(content, "strategy")
