"""The whole brief, from a campaign's findings."""

from __future__ import annotations

from diagnostic.brief.compose.annex import annex
from diagnostic.brief.compose.cover import cover, header
from diagnostic.brief.compose.findings import findings
from diagnostic.brief.compose.followup import followup
from diagnostic.brief.compose.funding import funding
from diagnostic.brief.compose.identity import identity
from diagnostic.brief.compose.inputs import BriefInputs, CountryNames, Desk, Missing
from diagnostic.brief.compose.means import means
from diagnostic.brief.compose.method import method
from diagnostic.brief.compose.notes import Notes
from diagnostic.brief.compose.scores import scores
from diagnostic.brief.compose.strategy import plan, strategy
from diagnostic.brief.compose.summary import summary
from diagnostic.brief.compose.wording import colon, short
from diagnostic.brief.compose.world import partnerships, world
from diagnostic.brief.content import BriefContent, Item, Items, Section
from diagnostic.texts import Texts

ROOMS = (summary, identity, scores, findings, world, partnerships, means, strategy, plan, funding, followup)


def compose(inputs: BriefInputs, texts: Texts, countries: CountryNames) -> BriefContent:
    """Return what the brief says, in the language of `texts`. Pure: the same inputs give the same content."""
    desk = Desk(inputs=inputs, texts=texts, countries=countries)
    return BriefContent(
        lang=texts.lang,
        title=texts("brief.title", name=short(desk.territory, 90), year=inputs.snapshot.campaign.year),
        author=texts("brief.author"),
        subject=texts("brief.subject"),
        header=header(desk),
        page=texts("brief.page"),
        day=inputs.snapshot.campaign.day,
        cover=cover(desk),
        sections=_sections(desk),
    )


def _sections(desk: Desk) -> tuple[Section, ...]:
    """Return the sections that have something to say, with long texts moved to the notes."""
    notes = Notes(desk)
    found = [room(desk) for room in ROOMS]
    written = [section for section in found if isinstance(section, Section)]
    missing = [section for section in found if isinstance(section, Missing)]
    told = (_missing(missing, desk),) if missing else ()
    cut = [notes.section(section) for section in (*written, *told, method(desk), *annex(desk))]
    last = notes.annex()
    return tuple([*cut, last] if last else cut)


def _missing(found: list[Missing], desk: Desk) -> Section:
    """Return the sections that the data leaves empty, in one line each."""
    label = desk.texts("brief.missing.label")
    items = tuple(Item(colon(one.label, "", desk).rstrip(), one.words) for one in found)
    return Section(id="missing", label=label, title=label, blocks=(Items(items),))
