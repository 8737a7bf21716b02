"""The file itself: numbered objects, packed in streams, and the table of where they stand. Source: ISO 32000-1, 7.5."""

from __future__ import annotations

import hashlib
import zlib

_PACK = 150
"""Objects in one object stream."""


LONGEST = 16_000
"""Characters of a text outside pages: archives take no string above 32,767 bytes (ISO 19005-2, 6.1.13)."""


def text_string(text: str) -> str:
    """Return a text as PDF writes it outside pages, UTF-16 in hexadecimal; cut where it is longer than any may be."""
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + "…"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def number(value: float) -> str:
    """Return a number as PDF writes it, to a hundredth of a point."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


class PdfFile:
    """Collects objects; the same objects in the same order give the same bytes."""

    def __init__(self) -> None:
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._last = 0

    def reserve(self) -> int:
        """Return the number of an object to be given later."""
        self._last += 1
        return self._last

    def put(self, body: str, place: int = 0) -> int:
        """Add an object (at a reserved number) and return its number."""
        place = place or self.reserve()
        self._plain[place] = body.encode("ascii")
        return place

    def stream(self, entries: str, data: bytes, place: int = 0, *, packed: bool = True) -> int:
        """Add a stream with the entries of its dictionary and return its number."""
        place = place or self.reserve()
        if packed:
            data, entries = zlib.compress(data, 6), entries + " /Filter /FlateDecode"
        head = f"<<{entries} /Length {len(data)}>>\nstream\n".encode("ascii")
        self._streams[place] = head + data + b"\nendstream"
        return place

    def whole(self, root: int, info: int) -> bytes:
        """Return the file, whose catalogue and information are these objects."""
        where = self._pack()
        out, offset = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"], 15
        for place, body in sorted(self._streams.items()):
            where[place] = (1, offset, 0)
            out.append(b"%d 0 obj\n%s\nendobj\n" % (place, body))
            offset += len(out[-1])
        digest = hashlib.sha256(b"".join(out)).hexdigest()[:32]
        index = self._last + 1
        where[index] = (1, offset, 0)
        table = b"".join(_entry(*where.get(place, (0, 0, 0))) for place in range(index + 1))
        entries = (
            f"/Type /XRef /Size {index + 1} /W [1 4 2] /Root {root} 0 R /Info {info} 0 R /ID [<{digest}> <{digest}>]"
        )
        packed = zlib.compress(table, 6)
        out.append(
            f"{index} 0 obj\n<<{entries} /Filter /FlateDecode /Length {len(packed)}>>\nstream\n".encode("ascii")
            + packed
            + f"\nendstream\nendobj\nstartxref\n{offset}\n%%EOF\n".encode("ascii")
        )
        return b"".join(out)

    def _pack(self) -> dict[int, tuple[int, int, int]]:
        """Put the plain objects in streams; return where each stands in the table."""
        where: dict[int, tuple[int, int, int]] = {}
        places = sorted(self._plain)
        for start in range(0, len(places), _PACK):
            group = places[start : start + _PACK]
            heads, bodies, offset = [], [], 0
            stream = self.reserve()
            for rank, place in enumerate(group):
                where[place] = (2, stream, rank)
                heads.append(f"{place} {offset}")
                bodies.append(self._plain[place])
                offset += len(bodies[-1]) + 1
            head = (" ".join(heads) + " ").encode("ascii")
            self.stream(f"/Type /ObjStm /N {len(group)} /First {len(head)}", head + b"\n".join(bodies), stream)
        return where


def _entry(kind: int, place: int, rank: int) -> bytes:
    return bytes((kind,)) + place.to_bytes(4, "big") + rank.to_bytes(2, "big")
