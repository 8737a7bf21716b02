"""What the file says of itself: title, author, language, and the two standards that it keeps (XMP, ISO 16684-1)."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from diagnostic.brief.content import BriefContent
from diagnostic.brief.dates import midnight
from diagnostic.brief.pdf.file import text_string

PRODUCER = "Rose des vents"
_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_UNWRITABLE = re.compile("[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]")
_UA_SCHEMA = (
    '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">'
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    f"<pdfaSchema:namespaceURI>{_SPACES['pdfuaid']}</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>'
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>"
)


def xmp(content: BriefContent) -> bytes:
    """Return the metadata packet."""
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in _SPACES.items())
    made = midnight(content.day)
    dates = f"<xmp:CreateDate>{made}</xmp:CreateDate>" if made else ""
    body = (
        f"<dc:title>{_worded(content.title)}</dc:title><dc:description>{_worded(content.subject)}</dc:description>"
        f"<dc:creator><rdf:Seq><rdf:li>{_said(content.author)}</rdf:li></rdf:Seq></dc:creator>"
        f"<dc:language><rdf:Bag><rdf:li>{content.lang}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>{dates}<pdf:Producer>{PRODUCER}</pdf:Producer>"
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF xmlns:rdf="{_SPACES["rdf"]}"><rdf:Description rdf:about="" {spaces}>{body}{_UA_SCHEMA}'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def information(content: BriefContent) -> str:
    """Return the older dictionary of the same facts."""
    said = {"Title": content.title, "Author": content.author, "Subject": content.subject}
    entries = [f"/{name} {text_string(_printable(text))}" for name, text in said.items()]
    entries += [f"/{name} {text_string(PRODUCER)}" for name in ("Creator", "Producer")]
    made = midnight(content.day)
    dates = [f"/CreationDate (D:{re.sub('[^0-9]', '', made)}Z)"] if made else []
    return f"<<{' '.join([*entries, *dates])}>>"


def _worded(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_said(text)}</rdf:li></rdf:Alt>'


def _said(text: str) -> str:
    return escape(_printable(text))


def _printable(text: str) -> str:
    """Return the text on one line, without what XML cannot hold."""
    return _UNWRITABLE.sub(" ", text)
