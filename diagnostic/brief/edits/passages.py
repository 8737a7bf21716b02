"""The passages of a section that can be written again, and the section with some of them written again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from diagnostic.brief.content import Beside, Block, Heading, Item, Items, Paragraph, Section
from diagnostic.dossier.vocabulary import BriefPart

Words = tuple[BriefPart, str]
"""A passage: what it is, and its text."""


def passages_of(section: Section) -> tuple[Words, ...]:
    """Return the passages of a section in reading order, each of them once: equal ones are written again together."""
    found = [(BriefPart.TITLE, section.title), *_in(section.blocks)]
    return tuple(dict.fromkeys(words for words in found if words[1].strip()))


def rewritten(section: Section, texts: Mapping[Words, str]) -> Section:
    """Return a section with other texts for some of its passages. One that is empty takes its passage out.

    The body of an item takes the head and the note with it that nobody wrote again. A paragraph
    written again on several lines becomes as many paragraphs. A section keeps a title: its label stands where the
    title was taken out.
    """
    own = texts.get((BriefPart.TITLE, section.title))
    title = section.title if own is None else " ".join(lines_of(own)) or section.label
    return replace(section, title=title, blocks=_blocks(section.blocks, texts))


def _in(blocks: tuple[Block, ...]) -> Iterator[Words]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield BriefPart.PARAGRAPH, block.text
        elif isinstance(block, Heading):
            yield BriefPart.HEADING, block.text
        elif isinstance(block, Items):
            for item in block.items:
                yield from ((BriefPart.LEAD, item.lead), (BriefPart.ITEM, item.text), (BriefPart.NOTE, item.note))
        elif isinstance(block, Beside):
            yield from _in(block.left)
            yield from _in(block.right)


def _blocks(blocks: tuple[Block, ...], texts: Mapping[Words, str]) -> tuple[Block, ...]:
    return tuple(found for block in blocks for found in _block(block, texts))


def _block(block: Block, texts: Mapping[Words, str]) -> Iterator[Block]:
    """Yield a block with its passages written again: nothing when nothing is left of it, a paragraph for each line."""
    if isinstance(block, Paragraph):
        text = texts.get((BriefPart.PARAGRAPH, block.text))
        yield from [block] if text is None else [replace(block, text=line) for line in lines_of(text)]
    elif isinstance(block, Heading):
        text = texts.get((BriefPart.HEADING, block.text))
        if text is None or text.strip():
            yield block if text is None else replace(block, text=" ".join(lines_of(text)))
    elif isinstance(block, Items):
        items = [(item, _item(item, texts)) for item in block.items]
        kept = tuple(after for before, after in items if after == before or after != Item(""))
        if kept or not block.items:
            yield replace(block, items=kept)
    elif isinstance(block, Beside):
        left, right = _blocks(block.left, texts), _blocks(block.right, texts)
        if left or right:
            yield replace(block, left=left, right=right)
    else:
        yield block


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _item(item: Item, texts: Mapping[Words, str]) -> Item:
    text = texts.get((BriefPart.ITEM, item.text), item.text)
    taken_out = bool(item.text.strip()) and not text.strip()  # no head dangles over nothing
    lead = texts.get((BriefPart.LEAD, item.lead), "" if taken_out else item.lead)
    note = texts.get((BriefPart.NOTE, item.note), "" if taken_out else item.note)
    after = Item(lead, text, note)
    return item if after == item else Item(*(" ".join(lines_of(words)) for words in (lead, text, note)))
