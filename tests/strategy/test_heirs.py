"""What became of each action: told by its recommendation, then its title, never guessed."""

from __future__ import annotations

from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.heirs import heirs


def action(title: str, recommendation: str = "", state: ActionState = ActionState.KEPT) -> Action:
    return Action(title=title, recommendation=recommendation, state=state)


def test_a_renamed_action_is_followed_and_a_deleted_one_is_gone() -> None:
    then = (action("Former", "training"), action("Publier", "report"), action("La nôtre"))
    now = (action("La nôtre"), action("Former vingt agents", "training", ActionState.DONE))
    assert [heir for _, heir in heirs(then, now)] == [now[1], None, now[0]]


def test_two_actions_of_one_recommendation_do_not_share_an_heir() -> None:
    then = (action("A", "training"), action("B", "training"))
    kept = action("B", "training")
    assert heirs(then, (kept,)) == ((then[0], None), (then[1], kept))


def test_without_recommendation_the_title_alone_tells() -> None:
    then = (action("A"), action("B"))
    other = action("C")
    assert [heir for _, heir in heirs(then, (other, action("A", "training")))] == [action("A", "training"), None]
