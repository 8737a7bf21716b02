"""From a brief's content to a DOCX.

Written with the standard library: python-docx knows neither the table of contents, nor list numbering, nor SVG
pictures, nor their alternative text, and would weigh eighteen megabytes with lxml. The tests read the file with it.
"""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from diagnostic.brief.content import BriefContent
from diagnostic.brief.docx import package
from diagnostic.brief.docx.body import Body, page_field, spelled
from diagnostic.brief.docx.lists import numbering_part
from diagnostic.brief.docx.markup import NAMESPACES, twips, w
from diagnostic.brief.docx.names import style_id
from diagnostic.brief.docx.styles import styles_part
from diagnostic.brief.office import sheet
from diagnostic.brief.office.archive import packed
from diagnostic.brief.office.flow import Flow, Run, Style
from diagnostic.brief.office.markup import namespaces, node, written
from diagnostic.brief.office.whole import flow_of
from diagnostic.saving import save
from diagnostic.texts import Texts, load_texts


def render_docx(content: BriefContent) -> bytes:
    """Return the DOCX. The same content gives the same bytes."""
    texts = load_texts(content.lang)
    flow = flow_of(content, texts("office.logo", name=content.cover.title))
    body = Body(package.FIRST_PICTURE)
    document = _document(flow, body)
    parts = {
        "[Content_Types].xml": package.content_types(),
        "_rels/.rels": package.package_relations(),
        "docProps/core.xml": package.core_properties(flow),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": package.document_relations(body.files),
        **_beside(flow, body.numbered, texts),
    }
    pictures = {f"word/media/{file.name}": file.data for file in body.files}
    return packed({name: written(root) for name, root in parts.items()} | pictures)


def write_docx(content: BriefContent, path: Path) -> None:
    """Write the DOCX in one go: what stood at `path` stays until the whole is written.

    Raise the WorldError of `errors.writing_fault` when the disk refuses.
    """
    save(render_docx(content), path)


def _document(flow: Flow, body: Body) -> Element:
    inside = [*body.written(flow.cover), *body.written(flow.parts), _page()]
    return node("w:document", namespaces(NAMESPACES), node("w:body", None, *inside))


def _page() -> Element:
    margins = {"top": sheet.TOP, "right": sheet.RIGHT, "bottom": sheet.BOTTOM, "left": sheet.LEFT}
    edges = {name: twips(points) for name, points in margins.items()}
    running = twips(sheet.RUNNING)
    return w(
        "sectPr",
        node("w:headerReference", {"w:type": "default", "r:id": package.HEADER}),
        node("w:footerReference", {"w:type": "default", "r:id": package.FOOTER}),
        node("w:footerReference", {"w:type": "first", "r:id": package.FIRST_FOOTER}),
        w("pgSz", w=twips(sheet.PAGE_WIDTH), h=twips(sheet.PAGE_HEIGHT)),
        w("pgMar", **edges, header=running, footer=running, gutter=0),
        w("titlePg"),
    )


def _beside(flow: Flow, numbered: int, texts: Texts) -> dict[str, Element]:
    """Return the parts beside the document."""
    colours = sheet.palette(flow.accent)
    looks = sheet.looks(small_titles=not flow.cover)
    word = Run(f"{flow.page} ")
    number = (w("r", w("tab")), *spelled(word), *page_field())
    attribution = spelled(Run(flow.attribution))
    return {
        "word/styles.xml": styles_part(looks, colours, texts, flow.lang),
        "word/numbering.xml": numbering_part(numbered, colours),
        "word/settings.xml": package.settings(flow.lang),
        "word/fontTable.xml": package.font_table(),
        "word/header.xml": _running("w:hdr", Style.HEADER, spelled(Run(flow.header))),
        "word/footer.xml": _running("w:ftr", Style.FOOTER, number),
        "word/footer_first.xml": _running("w:ftr", Style.FOOTER, (*attribution, *(() if flow.cover else number))),
    }


def _running(tag: str, style: Style, runs: tuple[Element, ...]) -> Element:
    paragraph = w("p", w("pPr", w("pStyle", val=style_id(style))), *runs)
    return node(tag, namespaces({"w": NAMESPACES["w"]}), paragraph)
