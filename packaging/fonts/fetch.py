"""Fetch the fonts of the program from npm into resources/fonts, and write OFL.txt with whose they are.

    python packaging/fonts/fetch.py

Needs npm and fontTools (which matplotlib brings). The packages are pinned; the large Chinese-Japanese and Korean fonts
are cut down to the characters of the national standards (GB 2312, JIS X 0208, Big5's frequent level, KS X 1001). Noto
Sans keeps its layout tables, since the screen shapes with them; the others, which only the brief falls back on, do not.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


@dataclass(frozen=True)
class Wanted:
    """One font file: its npm package and version, the file inside, our name, and the characters to keep."""

    package: str
    version: str
    member: str
    name: str
    keep: frozenset[int] | None = None


def _double_byte(codec: str, first: Iterable[int]) -> set[int]:
    """Return the characters that a double-byte national standard encodes, for the given first bytes."""
    found: set[int] = set()
    for high in first:
        for low in range(0x40, 0xFF):
            try:
                found.update(ord(c) for c in bytes((high, low)).decode(codec))
            except UnicodeDecodeError:
                continue
    return found


HAN = frozenset(
    character
    for character in _double_byte("gb2312", range(0xA1, 0xF8))
    | _double_byte("euc_jp", range(0xA1, 0xF5))
    | _double_byte("big5", range(0xA4, 0xC7))
    if character > 0x2000
) | frozenset(range(0xFF00, 0xFFEF))
SIGNS = frozenset(range(0x25A0, 0x2600)) | frozenset(range(0x2600, 0x27C0))
HANGUL = frozenset(c for c in _double_byte("euc_kr", range(0xB0, 0xC9)) if 0xAC00 <= c <= 0xD7A3) | frozenset(
    range(0x3131, 0x318F)
)

WANTED = (
    Wanted("noto-sans", "0.4.2", "400Regular/NotoSans_400Regular.ttf", "NotoSans-Regular.ttf"),
    Wanted("noto-sans", "0.4.2", "700Bold/NotoSans_700Bold.ttf", "NotoSans-Bold.ttf"),
    Wanted("noto-sans-arabic", "0.4.3", "400Regular/NotoSansArabic_400Regular.ttf", "NotoSansArabic-Regular.ttf"),
    Wanted("noto-sans-hebrew", "0.4.1", "400Regular/NotoSansHebrew_400Regular.ttf", "NotoSansHebrew-Regular.ttf"),
    Wanted("noto-sans-armenian", "0.4.2", "400Regular/NotoSansArmenian_400Regular.ttf", "NotoSansArmenian-Regular.ttf"),
    Wanted("noto-sans-georgian", "0.4.3", "400Regular/NotoSansGeorgian_400Regular.ttf", "NotoSansGeorgian-Regular.ttf"),
    Wanted("noto-sans-ethiopic", "0.4.2", "400Regular/NotoSansEthiopic_400Regular.ttf", "NotoSansEthiopic-Regular.ttf"),
    Wanted(
        "noto-sans-symbols-2",
        "0.4.1",
        "400Regular/NotoSansSymbols2_400Regular.ttf",
        "NotoSansSymbols2-Regular.ttf",
        SIGNS,
    ),
    Wanted("noto-emoji", "0.4.7", "400Regular/NotoEmoji_400Regular.ttf", "NotoEmoji-Regular.ttf"),
    Wanted("noto-sans-kr", "0.4.3", "400Regular/NotoSansKR_400Regular.ttf", "NotoSansKR-Regular.ttf", HANGUL),
    Wanted("noto-sans-sc", "0.4.3", "400Regular/NotoSansSC_400Regular.ttf", "NotoSansSC-Regular.ttf", HAN),
)
SHAPED = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")


def main() -> int:
    """Fetch every font; return 0."""
    FONTS.mkdir(parents=True, exist_ok=True)
    licences: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        for wanted in WANTED:
            archive = _packed(wanted, Path(folder))
            _write(wanted, _member(archive, wanted.member))
            licences[wanted.package] = _member(archive, "LICENSE_FONT").decode("utf-8")
    _write_licence(licences)
    return 0


def _packed(wanted: Wanted, folder: Path) -> Path:
    archive = folder / f"expo-google-fonts-{wanted.package}-{wanted.version}.tgz"
    if not archive.exists():
        source = f"@expo-google-fonts/{wanted.package}@{wanted.version}"
        subprocess.run(["npm", "pack", source, "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return archive


def _member(archive: Path, name: str) -> bytes:
    with tarfile.open(archive) as package:
        stream = package.extractfile(f"package/{name}")
        if stream is None:
            raise FileNotFoundError(f"{archive.name}: {name}")
        return stream.read()


def _write(wanted: Wanted, data: bytes) -> None:
    font = TTFont(BytesIO(data), recalcTimestamp=False)
    features = ["*"] if wanted.name in SHAPED else []
    subsetter = Subsetter(Options(layout_features=features, notdef_outline=True, glyph_names=False, hinting=False))
    subsetter.populate(unicodes=wanted.keep or font.getBestCmap().keys())
    subsetter.subset(font)
    font.save(FONTS / wanted.name)
    print(f"{wanted.name}: {(FONTS / wanted.name).stat().st_size:,} bytes")


def _write_licence(licences: dict[str, str]) -> None:
    body = next(iter(licences.values())).partition("\n")[2].strip("\n")
    heads = sorted({text.partition("\n")[0].strip() for text in licences.values()})
    files = "\n".join(f"  {w.name} (npm @expo-google-fonts/{w.package} {w.version})" for w in WANTED)
    note = "Cut down by packaging/fonts/fetch.py: SC and KR to national standards' characters, all without hinting."
    text = "\n".join(("Fonts shipped with Rose des vents:", files, "", *heads, "", note, "", body, ""))
    (FONTS / "OFL.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
