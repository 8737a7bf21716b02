"""The twelve territories of the panel, from the hamlet to what cannot be true, by the name of their golden file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from diagnostic.dossier.snapshot import Snapshot
from tests.panel.territories.at_its_best import at_its_best, at_its_best_before
from tests.panel.territories.bad_input import bad_input
from tests.panel.territories.departement import departement
from tests.panel.territories.hamlet import hamlet
from tests.panel.territories.intercommunality import intercommunality
from tests.panel.territories.market_town import market_town
from tests.panel.territories.metropolis import metropolis
from tests.panel.territories.mid_size_city import mid_size_city, mid_size_city_before
from tests.panel.territories.overseas import overseas
from tests.panel.territories.port_city import port_city
from tests.panel.territories.university_city import university_city
from tests.panel.territories.village import village


@dataclass(frozen=True, slots=True)
class Member:
    """How to build a territory's campaign, and the one before it when there is one."""

    now: Callable[[], Snapshot]
    before: Callable[[], Snapshot] | None = None


PANEL: Mapping[str, Member] = MappingProxyType(
    {
        "hamlet": Member(hamlet),
        "village": Member(village),
        "market_town": Member(market_town),
        "mid_size_city": Member(mid_size_city, mid_size_city_before),
        "port_city": Member(port_city),
        "university_city": Member(university_city),
        "metropolis": Member(metropolis),
        "intercommunality": Member(intercommunality),
        "departement": Member(departement),
        "overseas": Member(overseas),
        "at_its_best": Member(at_its_best, at_its_best_before),
        "bad_input": Member(bad_input),
    }
)
