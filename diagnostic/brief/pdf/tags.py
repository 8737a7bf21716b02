"""The document's structure as its readers hear it: elements, and where on the pages their content stands.

Source: ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from diagnostic.brief.pdf.file import PdfFile


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an element's content: the `mark`-th of a page (counted from 0)."""

    page: int
    mark: int


@dataclass(frozen=True, slots=True)
class Anchored:
    """The annotation that an element stands for: object number, and its page."""

    page: int
    annotation: int


class Element:
    """A node of the structure; made in reading order, whatever the order of drawing."""

    __slots__ = ("attributes", "kids", "number", "parent", "tag")

    def __init__(self, tag: str, parent: Element | None = None, attributes: str = "") -> None:
        self.tag, self.attributes = tag, attributes
        self.kids: list[Element | Piece | Anchored] = []
        self.number = 0
        self.parent: Element | None = None
        if parent is not None:
            parent.add(self)

    def add(self, child: Element) -> None:
        """Make an element the last child of this one."""
        child.parent = self
        self.kids.append(child)


def write_structure(
    file: PdfFile,
    root: Element,
    pages: Sequence[int],
    marks: Sequence[Sequence[Element]],
    links: Sequence[Element],
) -> int:
    """Write the tree and the way back from the pages to it; return the number of its root.

    `pages` are the objects of the pages, `marks` each page's elements in the order of its pieces; the parent tree's
    keys are the pages' places, then the links'.
    """
    top = file.reserve()
    _numbered(file, root)
    _write(file, root, pages, top)
    arrays = [f"[{' '.join(f'{element.number} 0 R' for element in found)}]" for found in marks]
    entries = [f"{key} {array}" for key, array in enumerate(arrays)]
    entries += [f"{len(marks) + place} {link.number} 0 R" for place, link in enumerate(links)]
    parents = file.put(f"<</Nums [{' '.join(entries)}]>>")
    following = len(marks) + len(links)
    return file.put(
        f"<</Type /StructTreeRoot /K {root.number} 0 R /ParentTree {parents} 0 R /ParentTreeNextKey {following}>>", top
    )


def _numbered(file: PdfFile, element: Element) -> None:
    element.number = file.reserve()
    for kid in element.kids:
        if isinstance(kid, Element):
            _numbered(file, kid)


def _write(file: PdfFile, element: Element, pages: Sequence[int], parent: int) -> None:
    places = {kid.page for kid in element.kids if isinstance(kid, Piece)}
    home = min(places) if places else None
    kids = " ".join(_kid(kid, home, pages) for kid in element.kids)
    page = "" if home is None else f" /Pg {pages[home]} 0 R"
    file.put(f"<</S /{element.tag} /P {parent} 0 R{page}{element.attributes} /K [{kids}]>>", element.number)
    for kid in element.kids:
        if isinstance(kid, Element):
            _write(file, kid, pages, element.number)


def _kid(kid: Element | Piece | Anchored, home: int | None, pages: Sequence[int]) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if isinstance(kid, Anchored):
        return f"<</Type /OBJR /Pg {pages[kid.page]} 0 R /Obj {kid.annotation} 0 R>>"
    return str(kid.mark) if kid.page == home else f"<</Type /MCR /Pg {pages[kid.page]} 0 R /MCID {kid.mark}>>"
