"""Pictures in the text: the PNG that every reader shows, the SVG that Word 2016 and LibreOffice show instead."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from diagnostic.brief.docx.markup import NAMESPACES, emu, w
from diagnostic.brief.office.flow import Picture
from diagnostic.brief.office.markup import node
from diagnostic.brief.office.pictures import shown_name

_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def picture_run(picture: Picture, number: int, raster: str, vector: str) -> Element:
    """Return the run of a picture; `raster` and `vector` are the ids of its files ("" where there is no SVG)."""
    size = {"cx": str(emu(picture.width)), "cy": str(emu(picture.height))}
    names = {"id": str(number), "name": shown_name(picture, number), "descr": picture.alt}
    if picture.title:
        names["title"] = picture.title
    frame = node("a:graphicFrameLocks", {"noChangeAspect": "1"})
    inline = node(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        node("wp:extent", size),
        node("wp:docPr", names),
        node("wp:cNvGraphicFramePr", None, frame),
        node("a:graphic", None, _data(number, size, raster, vector)),
    )
    return w("r", w("drawing", inline))


def _data(number: int, size: dict[str, str], raster: str, vector: str) -> Element:
    own = node("pic:nvPicPr", None, node("pic:cNvPr", {"id": str(number), "name": f"{number}"}), node("pic:cNvPicPr"))
    fill = node("pic:blipFill", None, _blip(raster, vector), node("a:stretch", None, node("a:fillRect")))
    place = node("a:xfrm", None, node("a:off", {"x": "0", "y": "0"}), node("a:ext", size))
    shape = node("pic:spPr", None, place, node("a:prstGeom", {"prst": "rect"}, node("a:avLst")))
    return node("a:graphicData", {"uri": NAMESPACES["pic"]}, node("pic:pic", None, own, fill, shape))


def _blip(raster: str, vector: str) -> Element:
    if not vector:
        return node("a:blip", {"r:embed": raster})
    drawn = node("asvg:svgBlip", {"xmlns:asvg": _SVG, "r:embed": vector})
    return node("a:blip", {"r:embed": raster}, node("a:extLst", None, node("a:ext", {"uri": _SVG_EXTENSION}, drawn)))
