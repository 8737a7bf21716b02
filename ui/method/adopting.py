"""What reading the campaign with another framework would do, before it is done. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diagnostic.dossier.snapshot import Campaign, Snapshot
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.framework.model import Framework
from diagnostic.framework.weights import edition_weights
from diagnostic.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequences:
    """Counts: `lost` answers and `unweighed` weights concern what the other framework has not; `asked` are new.

    `apart` are the years of the campaigns made with another version.
    """

    framework: Framework
    lost: int
    asked: int
    unweighed: int
    apart: tuple[int, ...]


def consequences(
    wanted: Framework, current: Framework, snapshot: Snapshot, campaigns: Iterable[Campaign]
) -> Consequences:
    """Return what adopting `wanted` in the place of `current` would do."""
    questions, before = ({each.id for each in framework.questions()} for framework in (wanted, current))
    answered = {id_ for id_, row in snapshot.answers.items() if row.state not in (None, AnswerState.UNANSWERED)}
    others = [each for each in campaigns if each.id != snapshot.campaign.id]
    version = wanted.id, wanted.version
    return Consequences(
        framework=wanted,
        lost=len(answered - questions),
        asked=len(questions - before),
        unweighed=len(set(snapshot.weights) - set(edition_weights(wanted))),
        apart=tuple(each.year for each in others if (each.framework, each.framework_version) != version),
    )


def consequence_lines(found: Consequences, texts: Texts) -> list[str]:
    """Return what would happen, in plain sentences."""
    indicators = len(found.framework.indicators)
    lines = [texts.plural("weights.adopt.indicators", indicators), texts("weights.adopt.kept")]
    for name in ("lost", "asked", "unweighed"):
        if count := getattr(found, name):
            lines.append(texts.plural(f"weights.adopt.{name}", count))
    if found.apart:
        years = texts.listing([str(year) for year in found.apart])
        lines.append(texts("weights.adopt.apart", years=years))
    lines.append(texts("weights.adopt.no_undo"))
    return lines
