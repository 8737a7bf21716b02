"""The parts of the package that say what the others are, and the document's properties."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from diagnostic.brief.dates import midnight
from diagnostic.brief.docx.markup import NAMESPACES, w
from diagnostic.brief.docx.names import LOCALES
from diagnostic.brief.office.flow import Flow
from diagnostic.brief.office.markup import namespaces, node
from diagnostic.brief.office.pictures import MIMES, PictureFile
from diagnostic.brief.office.sheet import FALLBACKS, FAMILY

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WORD_PARTS = (
    ("styles", "styles.xml", "styles"),
    ("numbering", "numbering.xml", "numbering"),
    ("settings", "settings.xml", "settings"),
    ("fontTable", "fontTable.xml", "fontTable"),
    ("header", "header.xml", "header"),
    ("footer", "footer.xml", "footer"),
    ("footer", "footer_first.xml", "footer"),
)
"""Parts beside the document: what they are to it, their file, their type. Their ids are their places, from rId1."""
HEADER, FOOTER, FIRST_FOOTER = "rId5", "rId6", "rId7"
FIRST_PICTURE = len(WORD_PARTS) + 1


def content_types() -> Element:
    """Return the type of every part."""
    kinds = (("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"))
    own = [("/word/document.xml", f"{_TYPE}.document.main+xml")]
    own += [(f"/word/{file}", f"{_TYPE}.{kind}+xml") for _, file, kind in WORD_PARTS]
    own += [("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")]
    defaults = (
        node("Default", {"Extension": ending, "ContentType": kind}) for ending, kind in (*kinds, *MIMES.items())
    )
    overrides = (node("Override", {"PartName": name, "ContentType": kind}) for name, kind in own)
    return node("Types", {"xmlns": f"{_PACKAGE}/content-types"}, *defaults, *overrides)


def package_relations() -> Element:
    """Return what leads to the document and to its properties."""
    return _relations(
        (
            (f"{RELATIONS}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        )
    )


def document_relations(files: Iterable[PictureFile]) -> Element:
    """Return what leads from the document to its parts and its pictures."""
    parts = ((f"{RELATIONS}/{kind}", file) for kind, file, _ in WORD_PARTS)
    return _relations((*parts, *((f"{RELATIONS}/image", f"media/{file.name}") for file in files)))


def _relations(targets: Iterable[tuple[str, str]]) -> Element:
    each = (
        node("Relationship", {"Id": f"rId{place}", "Type": kind, "Target": target})
        for place, (kind, target) in enumerate(targets, 1)
    )
    return node("Relationships", {"xmlns": f"{_PACKAGE}/relationships"}, *each)


def core_properties(flow: Flow) -> Element:
    """Return title, author, subject, language and the campaign's date."""
    names = {
        "cp": f"{_PACKAGE}/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    said = (
        ("dc:title", flow.title),
        ("dc:subject", flow.subject),
        ("dc:creator", flow.author),
        ("cp:lastModifiedBy", flow.author),
        ("dc:language", LOCALES[flow.lang]),
    )
    moment = midnight(flow.day)
    dates = ("dcterms:created", "dcterms:modified") if moment else ()
    return node(
        "cp:coreProperties",
        namespaces(names),
        *(node(tag, text=text) for tag, text in said),
        *(node(tag, {"xsi:type": "dcterms:W3CDTF"}, text=moment) for tag in dates),
    )


def settings(lang: str) -> Element:
    """Return the settings: the layout rules of Word 2013 and after, else it would open the file as an old one."""
    rules = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return node(
        "w:settings",
        namespaces({"w": NAMESPACES["w"]}),
        w("zoom", percent=100),
        w("defaultTabStop", val=709),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", rules),
        w("themeFontLang", val=LOCALES[lang]),
        w("decimalSymbol", val="," if lang == "fr" else "."),
        w("listSeparator", val=";" if lang == "fr" else ","),
    )


def font_table() -> Element:
    """Return what stands in for the family where it is not installed."""
    font = w(
        "font",
        w("altName", val=",".join(FALLBACKS)),
        w("charset", val="00"),
        w("family", val="swiss"),
        w("pitch", val="variable"),
        name=FAMILY,
    )
    return node("w:fonts", namespaces({"w": NAMESPACES["w"]}), font)
