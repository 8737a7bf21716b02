"""A picture that a dossier keeps: checked, without what its file said besides, and no larger than paper needs.

Only PNG and JPEG come in. What is kept was written anew by us: no place, no camera, no colour profile stays in it.
"""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from diagnostic.errors import WorldError

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG")
_PHOTOGRAPHS = ("JPEG", "MPO")
"""What a JPEG file may hold: a telephone puts a second, smaller picture behind the first."""
MOST_BYTES = 5_000_000
"""Of a file that is brought in."""
MOST_KEPT = 1_000_000
"""Bytes of a picture that a dossier keeps."""
MOST_SIDE = 8000
"""Pixels: a larger picture is refused before it is unpacked."""
SIDE_KEPT = 1200
"""Pixels: ten centimetres at 300 a inch."""


def read_picture(data: bytes, name: str) -> bytes:
    """Return a picture fit to be kept, made of the bytes of a file called `name`.

    WorldError: picture_unreadable (neither PNG nor JPEG, or cut short), picture_too_large (bytes or pixels).
    """
    if len(data) > MOST_BYTES:
        raise WorldError("picture_too_large", file=name, most=MOST_BYTES // 1_000_000, side=MOST_SIDE)
    with _opened(data, name) as image:
        if max(image.size) > MOST_SIDE:
            raise WorldError("picture_too_large", file=name, most=MOST_BYTES // 1_000_000, side=MOST_SIDE)
        kept = _written(image, name)
    if len(kept) > MOST_KEPT:
        raise WorldError("picture_too_large", file=name, most=MOST_BYTES // 1_000_000, side=MOST_SIDE)
    return kept


def is_picture(data: bytes) -> bool:
    """Return whether bytes are a picture as `read_picture` gives them: another program may have put anything there."""
    if not 0 < len(data) <= MOST_KEPT:
        return False
    try:
        with _opened(data, "") as image:
            if max(image.size) > SIDE_KEPT or image.mode not in ("RGB", "RGBA"):
                return False
            image.load()
    except (WorldError, OSError, SyntaxError, ValueError):
        return False
    return True


def _opened(data: bytes, name: str) -> Image:
    """Return the picture in a file, of which only the first bytes are read yet."""
    from PIL import Image as PILImage  # loaded where it works

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what it doubts of a file is ours to refuse
            return PILImage.open(BytesIO(data), formats=FORMATS)
    except (OSError, SyntaxError, ValueError, PILImage.DecompressionBombError) as fault:
        raise WorldError("picture_unreadable", file=name) from fault


def _written(image: Image, name: str) -> bytes:
    from PIL import ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is wrong with the words around a picture is left out with them
            upright = ImageOps.exif_transpose(image)
        see_through = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
        plain = upright.convert("RGBA" if see_through else "RGB")
        plain.thumbnail((SIDE_KEPT, SIDE_KEPT))
    except (OSError, SyntaxError, ValueError) as fault:
        raise WorldError("picture_unreadable", file=name) from fault
    plain.info.clear()
    target = BytesIO()
    if image.format in _PHOTOGRAPHS:
        plain.save(target, "JPEG", quality=92)
    else:
        plain.save(target, "PNG", optimize=True)
    return target.getvalue()
