"""Pages drawn, bound into a file: catalogue, fonts, structure, outline, metadata."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diagnostic.brief.content import BriefContent
from diagnostic.brief.pdf import style as s
from diagnostic.brief.pdf.colour_profile import NAME as PROFILE_NAME
from diagnostic.brief.pdf.colour_profile import srgb_profile
from diagnostic.brief.pdf.embedding import embed
from diagnostic.brief.pdf.file import PdfFile, number, text_string
from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.logo import NAME as LOGO_NAME
from diagnostic.brief.pdf.logo import read_logo
from diagnostic.brief.pdf.metadata import information, xmp
from diagnostic.brief.pdf.outline import Entry, Place, destination, write_outline
from diagnostic.brief.pdf.sheet import Link, Sheet
from diagnostic.brief.pdf.tags import Anchored, Element, write_structure


def bind(
    content: BriefContent,
    sheets: Sequence[Sheet],
    fonts: FontBook,
    root: Element,
    outline: Sequence[Entry],
    places: Mapping[str, Place],
) -> bytes:
    """Return the file."""
    file = PdfFile()
    pages = [file.reserve() for _ in sheets]
    goals = {key: destination(place, pages, s.LEFT) for key, place in places.items()}
    links = _links(file, sheets, pages, goals)
    tree = file.reserve()
    resources = _resources(file, content, fonts)
    for sheet, page in zip(sheets, pages, strict=True):
        _page(file, sheet, page, tree, resources, links)
    kids = " ".join(f"{page} 0 R" for page in pages)
    file.put(f"<</Type /Pages /Kids [{kids}] /Count {len(pages)}>>", tree)
    structure = write_structure(
        file, root, pages, [sheet.marks for sheet in sheets], [link.element for sheet in sheets for link in sheet.links]
    )
    catalogue = file.put(
        f"<</Type /Catalog /Pages {tree} 0 R /Lang {text_string(content.lang)} /MarkInfo <</Marked true>> "
        f"/ViewerPreferences <</DisplayDocTitle true>> /PageMode /UseOutlines /StructTreeRoot {structure} 0 R "
        f"/Outlines {write_outline(file, outline, goals)} 0 R /OutputIntents [{_intent(file)}] "
        f"/Metadata {file.stream('/Type /Metadata /Subtype /XML', xmp(content), packed=False)} 0 R>>"
    )
    return file.whole(catalogue, file.put(information(content)))


def _resources(file: PdfFile, content: BriefContent, fonts: FontBook) -> int:
    named = " ".join(f"/{subset.name} {embed(file, subset)} 0 R" for subset in fonts.subsets.values())
    logo = read_logo(content.logo) if content.logo else None
    picture = f" /XObject <</{LOGO_NAME} {logo.embed(file)} 0 R>>" if logo is not None else ""
    return file.put(f"<</Font <<{named}>>{picture}>>")


def _page(
    file: PdfFile, sheet: Sheet, page: int, tree: int, resources: int, links: Mapping[int, Sequence[int]]
) -> None:
    drawn = file.stream("", "\n".join(sheet.operators).encode("ascii"))
    annotations = " ".join(f"{link} 0 R" for link in links[sheet.page])
    file.put(
        f"<</Type /Page /Parent {tree} 0 R /MediaBox [0 0 {number(s.PAGE_WIDTH)} {number(s.PAGE_HEIGHT)}] "
        f"/Resources {resources} 0 R /Contents {drawn} 0 R /StructParents {sheet.page} /Tabs /S"
        f"{f' /Annots [{annotations}]' if annotations else ''}>>",
        page,
    )


def _links(
    file: PdfFile, sheets: Sequence[Sheet], pages: Sequence[int], goals: Mapping[str, str]
) -> dict[int, list[int]]:
    """Write the links; their keys in the parent tree follow those of the pages."""
    found: dict[int, list[int]] = {sheet.page: [] for sheet in sheets}
    key = len(sheets)
    for sheet in sheets:
        for link in sheet.links:
            place = file.put(_link(link, key, pages[sheet.page], goals))
            link.element.kids.append(Anchored(sheet.page, place))
            found[sheet.page].append(place)
            key += 1
    return found


def _link(link: Link, key: int, page: int, goals: Mapping[str, str]) -> str:
    corners = " ".join(map(number, link.box))
    return (
        f"<</Type /Annot /Subtype /Link /Rect [{corners}] /Border [0 0 0] /F 4 /P {page} 0 R /StructParent {key} "
        f"/Contents {text_string(link.text)} /Dest {goals[link.target]}>>"
    )


def _intent(file: PdfFile) -> str:
    profile = file.stream("/N 3", srgb_profile())
    name = f"/OutputConditionIdentifier ({PROFILE_NAME}) /Info ({PROFILE_NAME})"
    return f"<</Type /OutputIntent /S /GTS_PDFA1 {name} /DestOutputProfile {profile} 0 R>>"
