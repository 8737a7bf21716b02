"""The collectivité's logo on the cover: decoration, since its name stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from diagnostic.brief.pdf.boxes import Box
from diagnostic.brief.pdf.file import PdfFile, number
from diagnostic.brief.pdf.sheet import Sheet

WIDEST, TALLEST = 150.0, 64.0
"""The box it is kept to, in points."""
_SHARP = 4
"""Pixels a point: 288 an inch."""
_MOST_PIXELS = 40_000_000
NAME = "Logo"


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture ready to be printed: rows of red, green, blue."""

    wide: int
    tall: int
    pixels: bytes

    @property
    def size(self) -> tuple[float, float]:
        """Width and height on the page, in points."""
        scale = min(WIDEST / self.wide, TALLEST / self.tall)
        return self.wide * scale, self.tall * scale

    def embed(self, file: PdfFile) -> int:
        """Write the picture; return its number."""
        entries = f"/Type /XObject /Subtype /Image /Width {self.wide} /Height {self.tall}"
        return file.stream(f"{entries} /ColorSpace /DeviceRGB /BitsPerComponent 8", self.pixels)


def read_logo(data: bytes) -> Logo | None:
    """Return a PNG or JPEG file as a picture on white, no larger than print needs; None where it cannot be read."""
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            picture.draft("RGB", (int(WIDEST * _SHARP), int(TALLEST * _SHARP)))
            whole = picture.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return None
    whole.thumbnail((int(WIDEST * _SHARP), int(TALLEST * _SHARP)))
    flat = Image.new("RGB", whole.size, "white")
    flat.paste(whole, mask=whole.getchannel("A"))
    return Logo(*flat.size, flat.tobytes())


class LogoBox(Box):
    """The logo at its size."""

    def __init__(self, logo: Logo) -> None:
        self._width, height = logo.size
        super().__init__(height)
        self.after = 26.0

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it."""
        place = f"{number(self._width)} 0 0 {number(self.height)} {number(x)} {number(top - self.height)} cm"
        with sheet.tagged(None):
            sheet.operators.append(f"q {place} /{NAME} Do Q")
