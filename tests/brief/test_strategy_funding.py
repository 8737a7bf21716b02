"""The brief says how recommendations rank, which money is within reach, and who can help."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diagnostic.brief.compose.funding_words import reason_words, reasons_words
from diagnostic.brief.content import Heading, Items, Paragraph, Section, Table
from diagnostic.dossier.decisions import Action, Ally, Priority
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionState, AllyKind, AnswerState, PriorityLevel
from diagnostic.framework.load import load_edition
from diagnostic.strategy.directory import load_directory
from diagnostic.strategy.funding import advise
from diagnostic.strategy.results import Openness, Reason
from diagnostic.texts import load_texts
from tests.brief.samples import HOSTILE, content, earlier, rich, village
from tests.builders import said, snapshot

LANGUAGES = ("fr", "en")


def section(snapshot: Snapshot, id_: str, lang: str = "fr", previous: Snapshot | None = None) -> Section:
    """Return a section of the brief."""
    return next(one for one in content(snapshot, lang, previous).sections if one.id == id_)


def words(of: Section) -> str:
    """Return what a section says, one thing a line."""
    found = [of.title]
    for block in of.blocks:
        if isinstance(block, Items):
            found += [f"{item.lead} {item.text} {item.note}" for item in block.items]
        elif isinstance(block, Table):
            found += [" | ".join(row) for row in block.rows]
        elif isinstance(block, Paragraph | Heading):
            found.append(block.text)
    return "\n".join(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_recommendation_shows_the_sum_that_ranks_it(lang: str) -> None:
    ranked = replace(rich(), priorities=(Priority(recommendation="citizens", level=PriorityLevel.HIGH, votes=3),))
    told = words(section(ranked, "ranks", lang))
    assert ("priorité haute (×2)" if lang == "fr" else "high priority (×2)") in told
    assert told.count(" × ") >= 4
    assert "×0" in told
    assert ("0,5" if lang == "fr" else "0.5") in words(section(ranked, "method", lang))


def test_priorities_reorder_the_decisions_of_the_page_for_officials() -> None:
    base = replace(rich(), actions=())
    first = section(base, "strategy").blocks
    waiting = next(block for block in first if isinstance(block, Items)).items
    last = waiting[-1].lead
    number = int("".join(c for c in last if c.isdigit()))
    wanted = next(one.id for one in load_edition().recommendations if one.number == number)
    others = [one.id for one in load_edition().recommendations if one.id != wanted]
    low = tuple(Priority(recommendation=id_, level=PriorityLevel.LOW) for id_ in others)
    high = Priority(recommendation=wanted, level=PriorityLevel.HIGH, votes=9)
    again = section(replace(base, priorities=(*low, high)), "strategy").blocks
    leads = [item.lead for item in next(block for block in again if isinstance(block, Items)).items]
    assert leads.index(last) < len(leads) - 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_money_within_reach_has_its_figures_its_year_and_the_reminder(lang: str) -> None:
    big = Action(id=99, title="Projet commun", cost=400_000.0, state=ActionState.KEPT)
    told = words(section(replace(rich(), actions=(big,)), "funding", lang))
    assert ("280\u202f000\u00a0€" if lang == "fr" else "€280,000") in told
    assert ("120\u202f000\u00a0€" if lang == "fr" else "€120,000") in told
    assert "2021" in told
    assert ("Aucune n’est une promesse" if lang == "fr" else "They promise nothing") in told


def test_the_regional_network_and_who_can_help_are_named() -> None:
    told = words(section(replace(village(), territory=replace(village().territory, region="76")), "funding"))
    assert "Occitanie Coopération" in told
    assert "Gescod" not in told
    assert all(name in told for name in ("ARRICOD", "PFVT", "Agence du Monde Commun"))


def test_the_oda_to_declare_comes_with_what_it_opens() -> None:
    answers = {**rich().answers, "governance_oda": said("governance_oda", AnswerState.NOT_DONE)}
    told = words(section(replace(rich(), answers=answers, actions=()), "funding"))
    assert "Déclarer l’aide publique au développement ouvrirait" in told
    assert "DAECT" in told


def test_an_empty_dossier_promises_nothing() -> None:
    told = words(section(village(), "funding"))
    assert "rien n’est établi" in told
    assert "La région du territoire n’est pas renseignée" in told


def test_no_contact_of_an_ally_reaches_the_brief() -> None:
    allies = (
        Ally(id=1, name="Fonds local", type=AllyKind.FUNDER, maximum=5000.0, contact="secret@example.org"),
        Ally(id=2, name=HOSTILE * 40, type=AllyKind.NETWORK, contact="secret@example.org"),
    )
    whole = content(replace(rich(), allies=allies))
    assert "Fonds local" in words(next(one for one in whole.sections if one.id == "funding"))
    assert "secret@example.org" not in repr(whole)


def test_what_was_done_before_is_said_to_be_of_then() -> None:
    done = replace(rich().actions[0], state=ActionState.DONE)
    before = replace(earlier(), actions=(done,))
    now = replace(rich(), actions=(done, *rich().actions[1:]))
    assert f"Faite avant {now.campaign.year}" in words(section(now, "plan", previous=before))
    assert f"Faite avant {now.campaign.year}" in words(section(now, "followup", previous=before))
    assert "Faite avant" not in words(section(now, "plan", previous=replace(before, actions=rich().actions)))


def test_actions_of_one_title_and_one_cost_are_each_counted() -> None:
    twins = [Action(title="Formation", cost=500_000.0, state=ActionState.KEPT) for _ in range(5)]
    advice = advise(snapshot(*twins), load_edition(), load_directory(), "fr")
    ficol = next(one for one in advice.suggestions if one.listed.ally.entry == "ficol")
    reasons = reasons_words(ficol, load_texts("fr"))
    assert reasons.count("Formation") == 3
    assert load_texts("fr").plural("funding.more", 2) in reasons


def test_a_local_share_is_not_rounded_to_the_unit() -> None:
    reason = Reason("all_local", Openness.CLOSED, percent=12.5)
    assert "12,5" in reason_words(reason, load_texts("fr"))
