"""From a brief's content to a PDF."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path

from diagnostic.brief.content import BriefContent, Cover, Section
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.blocks import Setter
from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.page import INNER, Bookmark, document
from diagnostic.brief.pdf.painter import DrawingBlock
from diagnostic.brief.pdf.platypus import CondPageBreak, Flowable, KeepInFrame, NextPageTemplate, PageBreak, Spacer
from diagnostic.brief.pdf.text import Press, block
from diagnostic.charts.palette import PRINT
from diagnostic.errors import writing_fault

OPENING = 74.0
"""Height of a section's label and of its title on two lines, in points."""


def render_pdf(content: BriefContent) -> bytes:
    """Return the PDF. The same content gives the same bytes."""
    press = Press(FontBook(), PRINT)
    target = BytesIO()
    story: list[Flowable] = [*_cover(content.cover, press), NextPageTemplate(INNER), PageBreak()]
    setter = Setter(press)
    for place, section in enumerate(content.sections):
        story += _section(section, setter, press, first=place == 0)
    document(content, press, target).build(story)
    return target.getvalue()


def write_pdf(content: BriefContent, path: Path) -> None:
    """Write the PDF in one go: what stood at `path` stays until the whole is written.

    Raise the WorldError of `errors.writing_fault` when the disk refuses.
    """
    data = render_pdf(content)
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            beside = Path(file.name)
            file.write(data)
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as fault:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise writing_fault(fault, path) from fault


def _cover(cover: Cover, press: Press) -> list[Flowable]:
    story: list[Flowable] = [
        Spacer(0, 40),
        block(cover.kicker, s.COVER_KICKER, press),
        block(cover.title, s.COVER_TITLE, press),
        block(cover.subtitle, s.COVER_SUBTITLE, press),
        *(block(line, s.COVER_LINE, press) for line in cover.lines),
    ]
    if cover.notice:
        story.append(block(cover.notice, s.COVER_NOTICE, press))
    story += [Spacer(0, 34), DrawingBlock(cover.drawing, s.WIDTH * 0.66, press)]
    return [KeepInFrame(s.WIDTH, s.COVER_HEIGHT - 1, story, mode="shrink")]  # long names still make one page


def _section(section: Section, setter: Setter, press: Press, *, first: bool) -> list[Flowable]:
    mark = Bookmark(f"section-{section.id}", section.label)
    body = [*_opening(section, press), *setter.blocks(section.blocks, s.WIDTH)]
    if section.one_page:
        whole = [part for part in body if not isinstance(part, CondPageBreak)]
        # Composed to fit; shrinking is the net under it, so that page 2 stays one page whatever the data.
        start: list[Flowable] = [] if first else [PageBreak()]
        return [*start, mark, KeepInFrame(s.WIDTH, s.HEIGHT - 1, whole, mode="shrink"), PageBreak()]
    if section.new_page:
        return [CondPageBreak(s.HEIGHT - 1), mark, *body]
    return [CondPageBreak(OPENING + setter.beginning(section.blocks, s.WIDTH)), mark, *body]


def _opening(section: Section, press: Press) -> list[Flowable]:
    """Return the label and the finding as title, or one of them where both are the same."""
    title = block(section.title, s.HEADINGS[1], press)
    return [title] if section.title == section.label else [block(section.label, s.KICKER, press), title]
