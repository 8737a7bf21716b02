"""What is kept of a picture, and what is refused."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from diagnostic.dossier.picture_files import load_picture
from diagnostic.dossier.pictures import MOST_BYTES, SIDE_KEPT, is_picture, read_picture
from diagnostic.errors import WorldError
from diagnostic.texts import Texts


def written(mode: str = "RGB", size: tuple[int, int] = (60, 30), form: str = "PNG", **options: object) -> bytes:
    """Return a picture's file."""
    target = BytesIO()
    Image.new(mode, size).save(target, form, **options)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    """Return a kept picture, read."""
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(
    ("data", "form", "mode"),
    [
        (written(), "PNG", "RGB"),
        (written("RGBA"), "PNG", "RGBA"),
        (written("L"), "PNG", "RGB"),
        (written("P", transparency=0), "PNG", "RGBA"),
        (written("I;16"), "PNG", "RGB"),
        (written("1"), "PNG", "RGB"),
        (written(form="JPEG"), "JPEG", "RGB"),
        (written("CMYK", form="JPEG"), "JPEG", "RGB"),
    ],
)
def test_every_sort_of_png_and_jpeg_is_kept_in_plain_colours(data: bytes, form: str, mode: str) -> None:
    kept = read_picture(data, "logo")
    assert (opened(kept).format, opened(kept).mode) == (form, mode)
    assert is_picture(kept)
    assert read_picture(kept, "logo") == read_picture(kept, "logo")


def test_a_telephone_s_photograph_with_another_behind_it_is_a_photograph() -> None:
    data = written(form="MPO", save_all=True, append_images=[Image.new("RGB", (8, 8))])
    kept = opened(read_picture(data, "photo.jpg"))
    assert (kept.format, kept.size) == ("JPEG", (60, 30))  # as a PNG, a photograph weighs more than is kept


def test_damaged_words_around_a_picture_keep_nobody_from_it() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    told, words = b"\x01\x12\x00\x03\x00\x00\x00\x01", exif.tobytes()
    assert told in words  # that the picture is turned: one short number
    spoilt = written(form="JPEG", exif=exif).replace(told, told[:4] + b"\x7f\xff\xff\xff")
    assert is_picture(read_picture(spoilt, "photo.jpg"))


def test_a_large_picture_is_made_smaller_in_proportion() -> None:
    assert opened(read_picture(written(size=(4000, 1000)), "logo")).size == (SIDE_KEPT, SIDE_KEPT // 4)


def test_what_a_photograph_says_besides_is_left_out_and_it_stands_upright() -> None:
    image = Image.new("RGB", (60, 30))
    exif = image.getexif()
    exif[0x0112] = 6  # turned a quarter
    exif[0x8825] = {1: "N", 2: (48.0, 6.0, 0.0)}
    target = BytesIO()
    image.save(target, "JPEG", exif=exif, comment=b"Mairie")
    kept = opened(read_picture(target.getvalue(), "logo"))
    assert kept.size == (30, 60)
    assert dict(kept.getexif()) == {}
    assert not {"exif", "comment", "icc_profile"} & set(kept.info)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        written(form="GIF"),
        written(form="TIFF"),
        written(size=(300, 300), form="JPEG")[:400],
        written()[:-30],
        b"\x89PNG\r\n\x1a\n" + bytes(40),
    ],
)
def test_what_is_no_whole_png_or_jpeg_is_refused(data: bytes) -> None:
    with pytest.raises(WorldError, match="picture_unreadable"):
        read_picture(data, "logo")
    assert not is_picture(data)


def bomb(side: int) -> bytes:
    """Return a small file that says it is a huge picture."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", len(header)) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IEND" + struct.pack(">I", zlib.crc32(b"IEND"))


@pytest.mark.parametrize("side", [9000, 20000, 60000])
def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_unpacked(side: int, texts: Texts) -> None:
    with pytest.raises(WorldError, match="picture_") as caught:
        read_picture(bomb(side), "logo.png")
    assert "logo.png" in texts.error(caught.value)
    assert not is_picture(bomb(side))


def test_a_heavy_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    (tmp_path / "lourd.png").write_bytes(written() + bytes(MOST_BYTES))
    with pytest.raises(WorldError, match="picture_too_large"):
        load_picture(tmp_path / "lourd.png")
    with pytest.raises(WorldError, match="picture_is_a_folder"):
        load_picture(tmp_path)
