"""Which framework a campaign was made with, which it is read with, and with whose weights."""

from __future__ import annotations

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import short
from diagnostic.brief.content import Item
from diagnostic.dossier.snapshot import Campaign, Snapshot
from diagnostic.framework.express import SUFFIX
from diagnostic.framework.model import Framework
from diagnostic.framework.weights import item_of, weigh_alike
from diagnostic.texts import Texts

MOST_ITEMS = 3
LONGEST = 90


def framework_words(framework: Framework, texts: Texts) -> str:
    """Return the title and the version of a framework."""
    return texts("weights.framework", title=framework.title[texts.lang], version=framework.version)


def weight_words(weight: float | None, texts: Texts) -> str:
    """Return a weight as it is read: "2", "1,5"; a dash for none."""
    digits = next((digits for digits in (0, 1) if weight is None or float(weight * 10**digits).is_integer()), 2)
    return texts.number(weight, digits)


def versions_words(before: Campaign, now: Campaign, framework: Framework, texts: Texts) -> str:
    """Return what two campaigns were made with; `framework` gives the title of the one it is."""
    made = (_version(before, framework, texts), _version(now, framework, texts))
    return texts("weights.since.versions", before_year=before.year, before=made[0], year=now.year, now=made[1])


def reweighed_words(before: Snapshot, now: Snapshot, framework: Framework, texts: Texts) -> str:
    """Return that both campaigns are read with the weights of the later one, "" where they weigh alike."""
    if weigh_alike(framework, before.weights, now.weights):
        return ""
    return texts("weights.since.reweighed", before_year=before.campaign.year, year=now.campaign.year)


def cover_words(desk: Desk) -> str:
    """Return the framework and how many weights are not its own."""
    texts, changed = desk.texts, len(desk.framework.edition_weights)
    name = framework_words(desk.framework, texts)
    if not changed:
        return texts("weights.brief.cover", framework=name)
    return texts("weights.brief.cover_weights", framework=name, weights=texts.plural("kind.weighting", changed))


def stands_in(desk: Desk) -> bool:
    """Return whether the campaign is read with another framework than the one it was made with."""
    campaign, framework = desk.snapshot.campaign, desk.framework
    made = campaign.framework, campaign.framework_version
    return bool(campaign.framework) and made != (framework.id, _plain(framework))


def stand_in_words(desk: Desk) -> str:
    """Return in one line that another framework stands in for the campaign's own, "" where none does."""
    campaign = desk.snapshot.campaign
    if not stands_in(desk):
        return ""
    return desk.texts("weights.brief.stand_in.line", code=campaign.framework, version=campaign.framework_version)


def _plain(framework: Framework) -> str:
    """Return a framework's version without the mark of its first pass."""
    return framework.version.removesuffix(SUFFIX)


def method_items(desk: Desk) -> tuple[Item, ...]:
    """Return what is to be known of the framework beside its name: one that stands in, weights that were changed."""
    found = (_stand_in(desk), _changed(desk))
    return tuple(item for item in found if item is not None)


def _version(campaign: Campaign, framework: Framework, texts: Texts) -> str:
    same = (campaign.framework, campaign.framework_version) == (framework.id, _plain(framework))
    title = framework.title[texts.lang] if same else campaign.framework  # another edition may bear another title
    return texts("weights.since.version", title=title, version=campaign.framework_version)


def _stand_in(desk: Desk) -> Item | None:
    campaign, framework, texts = desk.snapshot.campaign, desk.framework, desk.texts
    if not stands_in(desk):
        return None
    made = campaign.framework, campaign.framework_version
    text = texts(
        "weights.brief.stand_in.text",
        code=made[0],
        version=made[1],
        framework=framework_words(framework, texts),
    )
    return Item(texts("weights.brief.stand_in.lead"), text)


def _changed(desk: Desk) -> Item | None:
    texts, items = desk.texts, list(desk.framework.edition_weights)
    if not items:
        return None
    said = "; ".join(_one(item, desk) for item in items[:MOST_ITEMS])
    if len(items) > MOST_ITEMS:
        said = texts("weights.brief.more", items=said, count=texts.number(len(items) - MOST_ITEMS))
    lead = texts.plural("weights.brief.changed.lead", len(items))
    return Item(lead, texts("weights.brief.changed.text", items=said))


def _one(item: str, desk: Desk) -> str:
    texts, framework = desk.texts, desk.framework
    found, given = item_of(framework, item), framework.edition_weights[item]
    return texts(
        "weights.brief.item",
        title=found.title[desk.lang] if found else item,
        weight=weight_words(found.weight if found else given, texts),
        given=weight_words(given, texts),
        why=why_words(item, desk.snapshot, texts),
    )


def why_words(item: str, snapshot: Snapshot, texts: Texts) -> str:
    """Return who changed a weight and why, shortly; that no reason is given where there is none."""
    row = next((row for row in snapshot.weightings if row.item == item), None)
    reason = short(row.reason.strip(), LONGEST) if row else ""
    author = short(row.author.strip(), LONGEST) if row else ""
    reason = reason or texts("weights.brief.no_reason")
    return texts("weights.brief.by", author=author, reason=reason) if author else reason
