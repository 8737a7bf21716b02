"""Reads a PDF's structure as a reader by ear does: elements in order, with the words that the pages give them.

Knows nothing of how the program writes a PDF but that its pages show text as hexadecimal codes of one embedded font.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader

_TOKEN = re.compile(
    rb"/\w+ <</MCID (?P<mark>\d+)>> BDC|(?P<artifact>/Artifact)(?: <<.*?>>)? B[DM]C|(?P<end>EMC)"
    rb"|/(?P<font>F\d+) [\d.]+ Tf|<(?P<codes>[0-9A-F]*)> Tj|(?P<colour>[\d.]+ [\d.]+ [\d.]+) rg|\b(?P<save>[qQ])\b"
)
_MEANING = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")
_NOWHERE = -1


@dataclass
class Shown:
    """A piece of text as a page shows it: what it belongs to, in which font and colour."""

    page: int
    mark: int
    """-1 for what is told to nobody"""
    text: str
    font: str
    colour: str


@dataclass
class Node:
    """An element: its tag, its attributes, its own words, and what stands under it."""

    tag: str
    alt: str = ""
    said: str = ""
    """what is to be read instead of the words on the page"""
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list[Node] = field(default_factory=list)
    own: str = ""
    link: Any = None
    """the annotation it stands for"""
    pages: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """Return the words of the element and of all under it, spaces made plain."""
        words = self.said or self.own + " ".join(kid.text for kid in self.kids)
        return " ".join(words.split())

    def every(self, *tags: str) -> Iterator[Node]:
        """Yield the elements of these tags, or all, in reading order."""
        if self.tag in tags or not tags:
            yield self
        for kid in self.kids:
            yield from kid.every(*tags)


class Document:
    """A PDF read back."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfReader(BytesIO(data))
        self.root: Any = self.reader.trailer["/Root"]
        self._pages = {page.indirect_reference.idnum: number for number, page in enumerate(self.reader.pages)}
        self.fonts = self._read_fonts()
        self.shown = [piece for page in range(len(self.reader.pages)) for piece in self._shown(page)]
        self._words: dict[tuple[int, int], str] = {}
        for piece in self.shown:
            place = (piece.page, piece.mark)
            self._words[place] = self._words.get(place, "") + piece.text
        self.tree = self._node(self.root["/StructTreeRoot"]["/K"].get_object(), None)

    def _read_fonts(self) -> dict[str, Any]:
        """Return the fonts of all pages, which share one dictionary of them."""
        return {name[1:]: font.get_object() for name, font in self.reader.pages[0]["/Resources"]["/Font"].items()}

    def _shown(self, page: int) -> Iterator[Shown]:
        meanings = {name: dict(_MEANING.findall(font["/ToUnicode"].get_data())) for name, font in self.fonts.items()}
        content = self.reader.pages[page].get_contents().get_data()
        mark, font, colour, kept = None, "", "0 0 0", []
        for token in _TOKEN.finditer(content):
            if token["mark"]:
                mark = int(token["mark"])
            elif token["artifact"]:
                mark = _NOWHERE
            elif token["end"]:
                mark = None
            elif token["font"]:
                font = token["font"].decode()
            elif token["colour"]:
                colour = token["colour"].decode()
            elif token["save"]:
                colour = kept.pop() if token["save"] == b"Q" else kept.append(colour) or colour
            else:
                assert mark is not None, "text that belongs to nothing"
                text = "".join(
                    bytes.fromhex(meanings[font][code].decode()).decode("utf-16-be")
                    for code in re.findall(b"....", token["codes"])
                )
                yield Shown(page, mark, text, font, colour)

    def _node(self, found: Any, page: int | None) -> Node:
        node = Node(found["/S"][1:], found.get("/Alt", ""), found.get("/ActualText", ""))
        attributes = found.get("/A", {})
        node.attributes = {name[1:]: value for name, value in attributes.items() if name not in ("/O", "/BBox")}
        page = self._number(found.get("/Pg")) if "/Pg" in found else page
        kids = found.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            self._hang(kid.get_object() if hasattr(kid, "get_object") else kid, page, node)
        return node

    def _hang(self, kid: Any, page: int | None, node: Node) -> None:
        if isinstance(kid, int) or kid.get("/Type") == "/MCR":
            at = page if isinstance(kid, int) else self._number(kid["/Pg"])
            assert at is not None
            node.own += self._words.get((at, int(kid if isinstance(kid, int) else kid["/MCID"])), "")
            node.pages.add(at)
        elif kid.get("/Type") == "/OBJR":
            node.link = kid["/Obj"].get_object()
        else:
            node.kids.append(self._node(kid, page))

    def _number(self, page: Any) -> int:
        return self._pages[(page.indirect_reference if hasattr(page, "indirect_reference") else page).idnum]


def written(node: Node, depth: int = 0) -> Iterator[str]:
    """Yield the tree line by line: tag, attributes, words; then what stands under it."""
    attributes = "".join(f" {name}={str(value).lstrip('/')}" for name, value in node.attributes.items())
    own = " ".join((node.said or node.own).split())
    words = f' "{own}"' if own else ""
    link = f" -> {node.link['/Contents']}" if node.link is not None else ""
    alt = f" alt: {node.alt}" if node.alt else ""
    yield f"{'  ' * depth}{node.tag}{attributes}{words}{link}{alt}"
    for kid in node.kids:
        yield from written(kid, depth + 1)
