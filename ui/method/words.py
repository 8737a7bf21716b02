"""How the framework in use, the weights changed and what they change are told. Knows no Qt."""

from __future__ import annotations

from diagnostic.assessment.results import Assessment, IndicatorState
from diagnostic.charts.wording import score_words
from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.in_use import Origin
from diagnostic.framework.model import Framework
from diagnostic.framework.weights import Refusal, refusals
from diagnostic.texts import Texts
from ui.wizard.context import Context

LEAST_SHARE = 0.0005
"""Under it, two shares read alike to the tenth of a per cent."""


def share_of(item: str, assessment: Assessment) -> float | None:
    """Return an item's effective share of its axis (0 to 1); None where it does not apply."""
    for result in assessment.indicators:
        if result.id == item:
            return None if result.state is IndicatorState.NOT_APPLICABLE else result.share
    node = assessment.node(item)
    return node.share if node.interval.applicable else None


def share_words(before: float | None, now: float | None, texts: Texts) -> str:
    """Return "5,0 %", or "5,0 → 8,3 %" where the users' weights move it."""
    if now is None:
        return texts("weights.not_applicable")
    words = texts.percent(100 * now, 1)
    if before is None or abs(before - now) < LEAST_SHARE:
        return words
    return texts("weights.moved", before=texts.number(100 * before, 1), now=words)


def effect_words(node: str, edition: Assessment, own: Assessment, texts: Texts) -> str:
    """Return a node's score with the edition's weights and with the users'; one score where they are the same."""
    before, now = score_words(edition.node(node), texts), score_words(own.node(node), texts)
    return now if before == now else texts("weights.moved", before=before, now=now)


def framework_words(framework: Framework, shipped: Framework, texts: Texts) -> str:
    """Return a framework's title and version; its id too where it is not the program's, which may bear that title."""
    known = framework.id == shipped.id
    key = "weights.framework" if known else "weights.framework_own"
    params = {} if known else {"code": framework.id}
    return texts(key, title=framework.title[texts.lang], version=framework.version, **params)


def origin_words(context: Context) -> tuple[str, str]:
    """Return which framework the campaign is read with, and where it comes from."""
    texts, in_use, campaign = context.texts, context.in_use, context.dossier.campaign
    found = in_use.framework
    title = framework_words(found, context.shipped, texts)
    if in_use.origin is Origin.REPLACED:
        said = texts("weights.replaced", code=campaign.framework, version=campaign.framework_version)
        reason = texts("weights.replaced_fault") if in_use.fault else texts("weights.replaced_missing")
        fault = texts.error(in_use.fault) if in_use.fault else ""
        return title, " ".join(part for part in (said, reason, fault) if part)
    if in_use.origin is Origin.SHIPPED:
        return title, texts("weights.shipped")
    return title, texts("weights.kept_edition" if found.id == context.shipped.id else "weights.kept_own")


def notices(context: Context) -> tuple[str, ...]:
    """Return what is not as the program's edition has it, shortly: nothing in most dossiers."""
    texts, in_use = context.texts, context.in_use
    said = []
    if in_use.origin is Origin.REPLACED:
        said.append(texts("weights.short.replaced"))
    elif in_use.origin is Origin.KEPT:
        known = in_use.framework.id == context.shipped.id
        said.append(texts(f"weights.short.{'edition' if known else 'own'}", version=in_use.framework.version))
    if context.framework.edition_weights:
        said.append(texts.plural("kind.weighting", len(context.framework.edition_weights)))
    return tuple(said)


def refused(item: str, snapshot: Snapshot, framework: Framework) -> bool:
    """Return whether an item's stored weight is not counted, since nothing would weigh beside it."""
    return refusals(framework, snapshot.weights).get(item) is Refusal.WEIGHTLESS


def strangers(snapshot: Snapshot, framework: Framework) -> tuple[str, ...]:
    """Return the ids weighed by the users that the framework does not have."""
    found = refusals(framework, snapshot.weights)
    return tuple(item for item, why in found.items() if why is Refusal.UNKNOWN_ITEM)


def lacking_words(row: Weighting, texts: Texts) -> str:
    """Return what a changed weight still lacks: its reason, its author, both, or "" for nothing."""
    lacks = [name for name in ("reason", "author") if not getattr(row, name).strip()]
    return texts(f"weights.lacks.{'_'.join(lacks)}") if lacks else ""
