"""Fonts inside the file: the glyphs in use, their widths, the characters they stand for. Source: ISO 32000-1, 9.7."""

from __future__ import annotations

from collections.abc import Iterable

from diagnostic.brief.pdf.file import PdfFile, number
from diagnostic.brief.pdf.fonts import Subset
from diagnostic.brief.pdf.scripts import letters

_CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) "
    "/Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> "
    "endcodespacerange\n{ranges}endcmap CMapName currentdict /CMap defineresource pop end end"
)
_RANGE = 100


def embed(file: PdfFile, subset: Subset) -> int:
    """Write a font with the glyphs of its subset; return the number of the font."""
    font, name = subset.face.font, f"AAAAAA+{subset.face.name}"
    data = font.makeSubset([ord(character) for character in subset.characters])
    program = file.stream(f"/Length1 {len(data)}", data)
    box = " ".join(number(value) for value in font.bbox)
    descriptor = file.put(
        f"<</Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 "
        f"/Ascent {number(font.ascent)} /Descent {number(font.descent)} /CapHeight {number(font.capHeight)} "
        f"/StemV {number(font.stemV)} /FontFile2 {program} 0 R>>"
    )
    glyphs = file.stream("", _glyphs(subset))
    widths = " ".join(number(subset.face.widths[character]) for character in subset.characters)
    descendant = file.put(
        f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo <</Registry (Adobe) "
        f"/Ordering (Identity) /Supplement 0>> /FontDescriptor {descriptor} 0 R /DW 1000 /W [1 [{widths}]] "
        f"/CIDToGIDMap {glyphs} 0 R>>"
    )
    meanings = file.stream("", _meanings(subset.characters).encode("ascii"))
    return file.put(
        f"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{descendant} 0 R] /ToUnicode {meanings} 0 R>>"
    )


def _glyphs(subset: Subset) -> bytes:
    """Return the glyph of each code: a subset numbers glyphs as they first come, and one may serve twice."""
    found, places = bytearray(2), {0: 0}
    for character in subset.characters:
        glyph = subset.face.font.charToGlyph[ord(character)]
        found += places.setdefault(glyph, len(places)).to_bytes(2, "big")
    return bytes(found)


def _meanings(characters: Iterable[str]) -> str:
    pairs = [f"<{code:04X}> <{_meant(character)}>\n" for code, character in enumerate(characters, 1)]
    groups = [pairs[start : start + _RANGE] for start in range(0, len(pairs), _RANGE)]
    return _CMAP.format(ranges="".join(f"{len(g)} beginbfchar\n{''.join(g)}endbfchar\n" for g in groups))


def _meant(character: str) -> str:
    """Return the letters that a glyph stands for: joined forms of Arabic letters stand for the letters themselves."""
    return letters(character).encode("utf-16-be").hex().upper()
