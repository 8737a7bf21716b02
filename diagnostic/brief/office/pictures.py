"""A document's pictures as files: a drawing as SVG and, for readers that know none, as PNG at print resolution."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from diagnostic.brief.office.cleaning import fit_line
from diagnostic.brief.office.flow import Picture
from diagnostic.brief.pdfium import opened
from diagnostic.charts.drawing import Drawing
from diagnostic.charts.palette import PRINT
from diagnostic.charts.svg import svg

RESOLUTION = 200
"""Points per inch of the pictures that stand in for drawings."""
COLOURS = 96
"""Of such a picture: the palette's twelve, and the shades where their edges are smoothed."""
MIMES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_PNG = b"\x89PNG"


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A file inside the document: its name and its bytes."""

    name: str
    data: bytes

    @property
    def mime(self) -> str:
        """Return its media type."""
        return MIMES[self.name.rpartition(".")[2]]


def files_of(picture: Picture, number: int) -> tuple[PictureFile, PictureFile | None]:
    """Return the file that every reader shows, and the SVG that newer ones show instead; none for a logo."""
    source = picture.source
    if isinstance(source, bytes):
        kind = "png" if source.startswith(_PNG) else "jpeg"
        return PictureFile(f"logo{number}.{kind}", source), None
    raster = PictureFile(f"figure{number}.png", png(source, RESOLUTION * picture.width / source.width))
    return raster, PictureFile(f"figure{number}.svg", svg(source, PRINT, fit_line))


def shown_name(picture: Picture, number: int) -> str:
    """Return the name under which a reader lists a picture."""
    return f"{number} {picture.title}".strip()


def png(drawing: Drawing, resolution: float) -> bytes:
    """Return the drawing as PNG on white, at `resolution` pixels per 72 of its points, painted as in the PDF."""
    from diagnostic.brief.pdf.plate import plate  # its fonts are slow to load

    target = BytesIO()
    with opened(plate(drawing)) as document:
        picture = document[0].render(scale=resolution / 72).to_pil().convert("RGB")
    picture.quantize(COLOURS).save(target, "PNG")
    return target.getvalue()
