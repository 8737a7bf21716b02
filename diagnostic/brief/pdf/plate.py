"""A drawing alone on a page of its size: for those who need its picture."""

from __future__ import annotations

from diagnostic.brief.pdf.embedding import embed
from diagnostic.brief.pdf.file import PdfFile, number
from diagnostic.brief.pdf.fonts import FontBook
from diagnostic.brief.pdf.painter import paint
from diagnostic.brief.pdf.press import Press
from diagnostic.brief.pdf.sheet import Sheet
from diagnostic.charts.drawing import Drawing, Role
from diagnostic.charts.palette import PRINT


def plate(drawing: Drawing) -> bytes:
    """Return a PDF of one page that is the drawing. To be looked at only: it has no structure."""
    press, sheet, file = Press(FontBook(), PRINT, PRINT.colour(Role.TERRITORY_TEXT)), Sheet(0), PdfFile()
    paint(drawing, sheet, press)
    fonts = " ".join(f"/{subset.name} {embed(file, subset)} 0 R" for subset in press.fonts.subsets.values())
    drawn = file.stream("", "\n".join(sheet.operators).encode("ascii"))
    tree, page = file.reserve(), file.reserve()
    box = f"[0 0 {number(drawing.width)} {number(drawing.height)}]"
    resources = f"<</Font <<{fonts}>>>>"
    file.put(f"<</Type /Page /Parent {tree} 0 R /MediaBox {box} /Resources {resources} /Contents {drawn} 0 R>>", page)
    file.put(f"<</Type /Pages /Kids [{page} 0 R] /Count 1>>", tree)
    return file.whole(file.put(f"<</Type /Catalog /Pages {tree} 0 R>>"), file.put("<<>>"))
