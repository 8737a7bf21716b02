"""What the pages are told of the open dossier."""

from __future__ import annotations

import pytest

from diagnostic.dossier.operations import add
from diagnostic.dossier.records import Diaspora
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.store import Dossier
from ui.wizard.context import Context, Knowledge


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The years of the campaigns from which the previous one was read."""
    read: list[int] = []
    previous = Dossier.previous

    def counted(dossier: Dossier) -> Snapshot | None:
        read.append(dossier.campaign.year)
        return previous(dossier)

    monkeypatch.setattr(Dossier, "previous", counted)
    return read


def test_the_campaign_before_is_read_when_the_campaign_changes_and_not_at_each_change(
    dossier: Dossier, knowledge: Knowledge, readings: list[int]
) -> None:
    context = Context(dossier, knowledge)
    first = dossier.campaign
    context.apply(add(Diaspora(country="SN", people=1)))
    context.apply(add(Diaspora(country="ML", people=2)))
    assert readings == [2026]
    dossier.start_campaign(2030, "2030-01-01")
    assert context.previous.campaign == first
    assert len(context.previous.diasporas) == 2
    context.apply(add(Diaspora(country="MA", people=3)))
    dossier.choose(first)
    assert context.previous is None
    assert readings == [2026, 2030, 2026]
