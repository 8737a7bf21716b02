"""What the tests of the two editable forms share: briefs, and what a reader must find in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO

from PIL import Image

from diagnostic.brief import content as c
from diagnostic.brief.office.cleaning import fit
from diagnostic.charts.drawing import Circle, Drawing, Role
from tests.brief import samples

SNAPSHOTS = {"rich": samples.rich, "village": samples.village, "hostile": samples.hostile}
DRAWING = Drawing(width=100, height=50, shapes=(Circle(x=50, y=25, radius=20, hatch=Role.UNKNOWN),), alt="Un rond.")


@cache
def content(name: str, lang: str = "fr") -> c.BriefContent:
    """Return a sample's brief, with a table of contents."""
    return replace(samples.content(SNAPSHOTS[name](), lang), contents={"fr": "Sommaire", "en": "Contents"}[lang])


def own(*blocks: c.Block, **changed: object) -> c.BriefContent:
    """Return a bare brief of one section that has these blocks."""
    section = c.Section(id="one", label="Partie", title="Ce qui est trouvé", blocks=blocks)
    whole = c.BriefContent(
        lang="fr", title="Note", author="Auteur", subject="Sujet", header="Lieu · 2026", page="page", day="2026-03-12",
        cover=c.Cover(
            kicker="", title="Lieu", subtitle="", lines=(), notice="", drawing=DRAWING, attribution="Établi par nous"
        ),
        sections=(section,),
    )  # fmt: skip
    return replace(whole, **changed)  # type: ignore[arg-type]  # the names are those of the class


def picture(form: str = "PNG") -> bytes:
    """Return a logo, three times as wide as high."""
    target = BytesIO()
    Image.new("RGB", (300, 100), "#1f6f78").save(target, form)
    return target.getvalue()


def every_text(content: c.BriefContent) -> Iterator[str]:
    """Yield every text of the sections and the cover, cleaned, line by line."""
    cover = content.cover
    said = [cover.kicker, cover.title, cover.subtitle, *cover.lines, cover.notice, cover.attribution, content.header]
    for section in content.sections:
        said += [section.label, section.title]
        for block in flat(section.blocks):
            said += _said(block)
    for text in said:
        yield from (line for line in fit(text).split("\n") if line)


def flat(blocks: Sequence[c.Block]) -> Iterator[c.Block]:
    """Yield the blocks in reading order, those side by side after each other."""
    for block in blocks:
        if isinstance(block, c.Beside):
            yield from flat((*block.left, *block.right))
        else:
            yield block


def _said(block: c.Block) -> list[str]:
    match block:
        case c.Paragraph(text) | c.Heading(text):
            return [text]
        case c.Items(items):
            return [text for item in items for text in (item.lead, item.text, item.note)]
        case c.Table():
            cells = [cell for row in block.rows for cell in row]
            return [block.caption, block.source, *(column.title for column in block.columns), *cells]
        case c.Figure():
            return [block.title, block.legend, block.source, block.data]
        case c.KeyFigures(figures):
            return [text for item in figures for text in (item.value, item.label, item.note)]
        case c.Facts(pairs):
            return [text for pair in pairs for text in pair]
    raise TypeError(type(block))


def headings(content: c.BriefContent) -> list[tuple[int, str]]:
    """Return the level and the text of every heading, in order."""
    found = []
    for section in content.sections:
        found.append((1, fit(section.title)))
        found += [(b.level, fit(b.text)) for b in flat(section.blocks) if isinstance(b, c.Heading)]
    return found


def contents_lines(content: c.BriefContent) -> list[tuple[int, str, str]]:
    """Return the lines of the contents as the PDF has them, each with its level and the heading that it leads to."""
    found = []
    for section in content.sections:
        found.append((1, fit(section.label), fit(section.title)))
        if not section.annex:
            inner = [b for b in flat(section.blocks) if isinstance(b, c.Heading) and b.level == 2]
            found += [(2, fit(b.text), fit(b.text)) for b in inner]
    return found


def outline_levels(content: c.BriefContent) -> list[int]:
    """Return the level of every heading in the outline, in order: none is skipped, and equals are equal."""
    found = []
    for section in content.sections:
        own = [b.level for b in flat(section.blocks) if isinstance(b, c.Heading)]
        levels = [2 if 2 not in own[:place] or level == 2 else 3 for place, level in enumerate(own)]
        found += [1, *levels]
    return found


def drawings(content: c.BriefContent) -> list[Drawing]:
    """Return every drawing, the cover's first."""
    figures = (b for section in content.sections for b in flat(section.blocks) if isinstance(b, c.Figure))
    return [content.cover.drawing, *(figure.drawing for figure in figures)]


def tables(content: c.BriefContent) -> list[c.Table]:
    """Return every data table, in order."""
    return [b for section in content.sections for b in flat(section.blocks) if isinstance(b, c.Table)]
