"""The parts of the package that say what the others are, and the document's properties."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from diagnostic.brief.dates import midnight
from diagnostic.brief.odt import names
from diagnostic.brief.odt.markup import NAMESPACES, VERSION, root
from diagnostic.brief.office.flow import Flow
from diagnostic.brief.office.markup import node
from diagnostic.brief.office.pictures import PictureFile

MIMETYPE = "application/vnd.oasis.opendocument.text"


def manifest(parts: Iterable[str], files: Iterable[PictureFile]) -> Element:
    """Return the list of what the package holds, with the type of each."""
    listed = [("/", MIMETYPE), *((name, "text/xml") for name in parts)]
    listed += [(f"Pictures/{file.name}", file.mime) for file in files]
    entries = (
        node("manifest:file-entry", {"manifest:full-path": name, "manifest:media-type": kind}) for name, kind in listed
    )
    attributes = {"xmlns:manifest": NAMESPACES["manifest"], "manifest:version": VERSION}
    return node("manifest:manifest", attributes, *entries)


def meta(flow: Flow) -> Element:
    """Return title, author, subject, language and the campaign's date."""
    said = [
        ("meta:generator", flow.author),
        ("dc:title", flow.title),
        ("dc:subject", flow.subject),
        ("meta:initial-creator", flow.author),
        ("dc:creator", flow.author),
        ("dc:language", "-".join(names.LOCALES[flow.lang])),
    ]
    if moment := midnight(flow.day).removesuffix("Z"):
        said += [("meta:creation-date", moment), ("dc:date", moment)]
    return root("office:document-meta", node("office:meta", None, *(node(tag, text=text) for tag, text in said)))
