"""From a brief's content to an ODT, with the standard library (why: see `docx.document`)."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import Element

from diagnostic.brief.content import BriefContent
from diagnostic.brief.odt.body import Body
from diagnostic.brief.odt.given import Given
from diagnostic.brief.odt.markup import root
from diagnostic.brief.odt.package import MIMETYPE, manifest, meta
from diagnostic.brief.odt.styles import fonts, styles_part
from diagnostic.brief.office.archive import packed
from diagnostic.brief.office.flow import Flow
from diagnostic.brief.office.markup import node, wrap, written
from diagnostic.brief.office.sheet import palette
from diagnostic.brief.office.whole import flow_of
from diagnostic.saving import save
from diagnostic.texts import load_texts


def render_odt(content: BriefContent) -> bytes:
    """Return the ODT. The same content gives the same bytes."""
    texts = load_texts(content.lang)
    flow = flow_of(content, texts("office.logo", name=content.cover.title))
    body = Body(Given(palette(flow.accent)))
    roots = {"content.xml": _content(flow, body), "styles.xml": styles_part(flow, texts), "meta.xml": meta(flow)}
    parts = {name: written(each) for name, each in roots.items()}
    pictures = {f"Pictures/{file.name}": file.data for file in body.files}
    listed = {"META-INF/manifest.xml": written(manifest(parts, body.files))}
    return packed({"mimetype": MIMETYPE.encode(), **parts, **pictures, **listed})


def write_odt(content: BriefContent, path: Path) -> None:
    """Write the ODT in one go: what stood at `path` stays until the whole is written.

    Raise the WorldError of `errors.writing_fault` when the disk refuses.
    """
    save(render_odt(content), path)


def _content(flow: Flow, body: Body) -> Element:
    inside = wrap("office:text", list(body.document(flow.cover, flow.parts)))
    given = wrap("office:automatic-styles", body.given.styles())
    return root("office:document-content", fonts(), given, node("office:body", None, inside))
