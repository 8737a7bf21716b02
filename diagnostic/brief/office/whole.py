"""From a brief's content to the document that a word processor edits."""

from __future__ import annotations

from dataclasses import replace

from diagnostic.brief.content import BriefContent, Cover, Section
from diagnostic.brief.office.blocks import figure, paragraph, parts_of, smaller
from diagnostic.brief.office.cleaning import fit_line
from diagnostic.brief.office.flow import Contents, Entry, Flow, Para, Part, Run, Style
from diagnostic.brief.office.headings import entries, outlined
from diagnostic.brief.office.logo import logo
from diagnostic.brief.office.sheet import WIDTH

ROSE = 0.66
"""Share of the width that the cover's drawing takes."""
ON_ONE_PAGE = 0.78
"""What the figures of a page that must hold all of its section are set to."""


def flow_of(content: BriefContent, logo_name: str) -> Flow:
    """Return the document of a brief; `logo_name` says the logo in words."""
    cover, brand = content.cover, logo(content.logo, logo_name)
    own_page = (*brand, *_titles(cover), figure(cover.drawing, WIDTH * ROSE)) if cover.page else ()
    return Flow(
        lang=content.lang,
        title=fit_line(content.title),
        author=fit_line(content.author),
        subject=fit_line(content.subject),
        day=content.day,
        header=fit_line(content.header),
        page=fit_line(content.page),
        attribution=fit_line(cover.attribution),
        accent=content.accent,
        cover=own_page,
        parts=(*(() if cover.page else (*brand, *_masthead(cover))), *_sections(content)),
    )


def _titles(cover: Cover) -> tuple[Part, ...]:
    return (
        *paragraph(cover.kicker, Style.KICKER),
        *paragraph(cover.title, Style.TITLE),
        *paragraph(cover.subtitle, Style.SUBTITLE),
        *(part for line in cover.lines for part in paragraph(line, Style.COVER_LINE)),
        *paragraph(cover.notice, Style.NOTICE),
    )


def _masthead(cover: Cover) -> tuple[Part, ...]:
    """Return what heads the first page where the cover has none of its own."""
    return (
        *paragraph(cover.kicker, Style.KICKER),
        *paragraph(cover.title, Style.TITLE),
        *paragraph(" · ".join(filter(None, (cover.subtitle, *cover.lines))), Style.COVER_LINE),
        *paragraph(cover.notice, Style.NOTICE),
    )


def _sections(content: BriefContent) -> tuple[Part, ...]:
    """Return the sections; the table of contents comes after those that must be a page by themselves at the start."""
    groups: list[tuple[tuple[Part, ...], bool]] = []
    contents = _contents(content)
    turn = False
    for section in content.sections:
        if contents and not section.one_page:
            groups.append((contents, True))
            contents = ()
        groups.append((_section(section, listed=bool(content.contents)), turn or section.one_page or section.new_page))
        turn = section.one_page
    groups.append((contents, True))
    first = content.cover.page  # without a page of its own, the cover heads that of the first section
    return tuple(
        part for place, (parts, new) in enumerate(groups) for part in _placed(parts, new=new if place else first)
    )


def _contents(content: BriefContent) -> tuple[Part, ...]:
    title = fit_line(content.contents)
    if not title:
        return ()
    lines = tuple(entry for section in content.sections for entry in entries(_section(section, listed=True)))
    return (Contents(Para(Style.CONTENTS_TITLE, (Run(title),)), lines),)


def _section(section: Section, *, listed: bool) -> tuple[Part, ...]:
    """Return a section, its headings `listed` in the contents or not.

    On a page of its own, its figures are smaller: word processors set text less tight than we do.
    """
    label, title = fit_line(section.label), fit_line(section.title)
    mark = anchor(section)
    head = Para(Style.HEADING_1, (Run(title),), anchor=mark, entry=Entry(label, 1, mark) if listed else None)
    above = () if label == title else paragraph(label, Style.KICKER)
    blocks = smaller(section.blocks, ON_ONE_PAGE) if section.one_page else section.blocks
    return (*above, head, *outlined(parts_of(blocks, WIDTH), mark, listed=listed and not section.annex))


def anchor(section: Section) -> str:
    """Return the bookmark of a section: a name that both formats take, hidden from the reader's list of bookmarks."""
    return "_Toc_" + "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in section.id)[:32]


def _placed(parts: tuple[Part, ...], *, new: bool) -> tuple[Part, ...]:
    """Return the parts, the first of them at the top of a page when it is `new`."""
    if not new or not parts:
        return parts
    first, *others = parts
    if isinstance(first, Contents):
        return (replace(first, title=replace(first.title, page=True)), *others)
    return (replace(first, page=True), *others) if isinstance(first, Para) else parts
