"""The whole brief, from a campaign's findings: each kind is its own choice of the same rooms."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from diagnostic.brief.compose import yearly
from diagnostic.brief.compose.annex import indicators, lines, matrix, sources
from diagnostic.brief.compose.cover import cover, header
from diagnostic.brief.compose.decide import second_page
from diagnostic.brief.compose.findings import findings
from diagnostic.brief.compose.first_pass import first_pass_alone, next_answers
from diagnostic.brief.compose.followup import followup
from diagnostic.brief.compose.funding import funding
from diagnostic.brief.compose.glossary import glossary
from diagnostic.brief.compose.identity import at_a_glance, identity
from diagnostic.brief.compose.inputs import BriefInputs, CountryNames, Desk, Missing
from diagnostic.brief.compose.means import means
from diagnostic.brief.compose.method import method
from diagnostic.brief.compose.notes import Notes
from diagnostic.brief.compose.panel import practices
from diagnostic.brief.compose.partners import partners, partners_list
from diagnostic.brief.compose.recommendations import first_actions, held, ranks, strategy
from diagnostic.brief.compose.robustness_annex import robustness
from diagnostic.brief.compose.scores import scores
from diagnostic.brief.compose.strategy import plan
from diagnostic.brief.compose.summary import first_page, summary
from diagnostic.brief.compose.wording import colon, short
from diagnostic.brief.compose.world import world
from diagnostic.brief.content import BriefContent, Item, Items, Kind, Section
from diagnostic.texts import Texts

Room = Callable[[Desk], Section | Missing | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Make:
    """What a kind is made of: its rooms in order, whether what is missing is told after them, then its annexes."""

    rooms: tuple[Room, ...]
    missing: bool = False
    last: tuple[Room, ...] = ()
    annexes: tuple[Room, ...] = ()


MAKES: Mapping[Kind, Make] = MappingProxyType(
    {
        Kind.FULL: Make(
            rooms=(summary, identity, scores, findings, world, partners, means, strategy, plan, funding, followup),
            missing=True,
            last=(method,),
            annexes=(indicators, robustness, matrix, partners_list, lines, practices, ranks, sources, glossary),
        ),
        Kind.EXPRESS: Make(rooms=(summary, at_a_glance, scores, next_answers, first_actions)),
        Kind.SUMMARY: Make(rooms=(first_page, second_page)),
        Kind.YEARLY: Make(
            rooms=(yearly.year_page, yearly.planned, yearly.money, yearly.changed, yearly.ahead),
            missing=True,
            annexes=(lines, sources),
        ),
    }
)


def compose(inputs: BriefInputs, texts: Texts, countries: CountryNames, kind: Kind = Kind.FULL) -> BriefContent:
    """Return what the brief says, in the language of `texts`. Pure: the same inputs give the same content.

    Raise WorldError nothing_to_report for a yearly report of which nothing can be said.
    """
    if kind is Kind.YEARLY:
        yearly.check_yearly(inputs)
    told = first_pass_alone(inputs) if kind is Kind.EXPRESS else inputs
    desk = Desk(inputs=told, texts=texts, countries=countries)
    desk = replace(desk, cited=held(desk, kind))
    name, year = short(desk.territory, 90), inputs.snapshot.campaign.year
    return BriefContent(
        lang=texts.lang,
        title=texts(f"brief.kind.{kind.value}.title", name=name, year=year),
        author=texts("brief.author"),
        subject=texts(f"brief.kind.{kind.value}.subject"),
        header=header(desk),
        page=texts("brief.page"),
        day=inputs.snapshot.campaign.day,
        cover=cover(desk, kind),
        sections=_sections(desk, MAKES[kind]),
        kind=kind,
        contents=texts("brief.contents") if kind is Kind.FULL else "",
        annexes=texts("brief.annexes"),
    )


def _sections(desk: Desk, make: Make) -> tuple[Section, ...]:
    """Return the sections that have something to say, with long texts moved to the notes."""
    notes = Notes(desk)
    found = [room(desk) for room in make.rooms]
    written = [section for section in found if isinstance(section, Section)]
    missing = [section for section in found if isinstance(section, Missing)]
    told = (_missing(missing, desk),) if missing and make.missing else ()
    last = _written(make.last, desk)
    annexes = [replace(section, annex=True) for section in _written(make.annexes, desk)]
    cut = [notes.section(section) for section in (*written, *told, *last, *annexes)]
    kept = notes.annex()
    return tuple([*cut, kept] if kept else cut)


def _written(rooms: tuple[Room, ...], desk: Desk) -> list[Section]:
    """Return the sections of rooms that have something to say."""
    return [section for room in rooms if isinstance(section := room(desk), Section)]


def _missing(found: list[Missing], desk: Desk) -> Section:
    """Return the sections that the data leaves empty, in one line each."""
    label = desk.texts("brief.missing.label")
    items = tuple(Item(colon(one.label, "", desk).rstrip(), one.words) for one in found)
    return Section(id="missing", label=label, title=label, blocks=(Items(items),))
