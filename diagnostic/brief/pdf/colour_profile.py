"""The sRGB colour space as an ICC profile: what the brief's colours mean on any printer.

Sources: IEC 61966-2-1 (the space), ICC.1:2001 (the profile).
"""

from __future__ import annotations

import struct

NAME = "sRGB IEC61966-2.1"
_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {"rXYZ": (0.4361, 0.2225, 0.0139), "gXYZ": (0.3851, 0.7169, 0.0971), "bXYZ": (0.1431, 0.0606, 0.7141)}
"""Red, green and blue seen by D50."""
_STEPS = 256
_NO_OTHER_NAMES = 4 + 4 + 2 + 1 + 67
"""Bytes of the empty Unicode and Macintosh names after the ASCII one."""


def srgb_profile() -> bytes:
    """Return the profile, version 2.1, for a screen."""
    name = NAME.encode("ascii") + b"\0"
    tags = {
        "desc": b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(_NO_OTHER_NAMES),
        "cprt": b"text" + bytes(4) + b"Public domain\0",
        "wtpt": _xyz(_WHITE),
        **{name: _xyz(colour) for name, colour in _PRIMARIES.items()},
    }
    curve = b"curv" + bytes(4) + struct.pack(">I", _STEPS) + b"".join(_level(i / (_STEPS - 1)) for i in range(_STEPS))
    return _assembled({**tags, "rTRC": curve, "gTRC": curve, "bTRC": curve})


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(_fixed(value) for value in values)


def _fixed(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def _level(signal: float) -> bytes:
    light = signal / 12.92 if signal <= 0.04045 else ((signal + 0.055) / 1.055) ** 2.4
    return struct.pack(">H", round(light * 65535))


def _assembled(tags: dict[str, bytes]) -> bytes:
    table, data = [struct.pack(">I", len(tags))], b""
    start, known = 128 + 4 + 12 * len(tags), {}
    for name, body in tags.items():
        if body not in known:
            known[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
        table.append(name.encode("ascii") + struct.pack(">II", known[body], len(body)))
    whole = b"".join(table) + data
    head = struct.pack(
        ">I4sI4s4s4s6H", 128 + len(whole), bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ", 2000, 1, 1, 0, 0, 0
    )
    head += b"acsp" + bytes(28) + b"".join(_fixed(value) for value in _WHITE)
    return head + bytes(128 - len(head)) + whole
