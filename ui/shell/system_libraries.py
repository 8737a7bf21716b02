"""What Qt needs of a Linux system before it can start: shared libraries, and a screen.

Standard library only: it runs before PySide6 is imported, and alone as `python -m ui.shell.system_libraries`.
The lists are what `ldd` says of the wheel's QtWidgets and platform plugins, less what every system has.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from diagnostic.texts import load_texts
from ui.shell.language import language_of


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library and the packages that bring it on Debian or Ubuntu and on Fedora."""

    name: str
    debian: str
    fedora: str


QT = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libX11.so.6", "libx11-6", "libX11"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libzstd.so.1", "libzstd1", "libzstd"),
)
"""What QtWidgets and the offscreen platform load."""
XCB = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)
PLATFORMS: Mapping[str, tuple[Library, ...]] = {"xcb": XCB, "wayland": WAYLAND}
"""What each platform plugin loads besides."""

Loads = Callable[[str], bool]


def loads(name: str) -> bool:
    """Return whether the system can load a shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Return the platforms Qt may choose from, () when there is no screen to be found."""
    asked = environ.get("QT_QPA_PLATFORM", "")
    if asked:
        return tuple(name.split(":")[0] for name in asked.split(";"))
    screens = (("wayland", "WAYLAND_DISPLAY"), ("xcb", "DISPLAY"))
    return tuple(platform for platform, variable in screens if environ.get(variable))


def missing(environ: Mapping[str, str], loads: Loads = loads) -> tuple[Library, ...]:
    """Return the libraries Qt lacks here; where it may choose its platform, those of the nearest one."""
    base = [library for library in QT if not loads(library.name)]
    choices = [
        [library for library in PLATFORMS.get(platform, ()) if not loads(library.name)]
        for platform in platforms(environ)
    ]
    return (*base, *min(choices, key=len, default=[]))


def complaint(lacking: Sequence[Library], lang: str) -> str:
    """Return three lines: what lacks, and the command that brings it on each family of systems."""
    texts = load_texts(lang)
    debian = " ".join(dict.fromkeys(library.debian for library in lacking))
    fedora = " ".join(dict.fromkeys(library.fedora for library in lacking))
    names = ", ".join(library.name for library in lacking)
    return "\n".join(
        (
            texts("system.libraries", names=names),
            texts("system.debian", command=f"sudo apt install {debian}"),
            texts("system.fedora", command=f"sudo dnf install {fedora}"),
        )
    )


def obstacle(environ: Mapping[str, str], lang: str, *, screen_needed: bool, loads: Loads = loads) -> str:
    """Return why Qt cannot start on this Linux system, in at most three lines, or ""."""
    lacking = missing(environ, loads)
    if lacking:
        return complaint(lacking, lang)
    if screen_needed and not platforms(environ):
        return load_texts(lang)("system.no_screen")
    return ""


def main() -> int:
    """Check the libraries alone; print what lacks on standard error. Return 0 or 1."""
    if not sys.platform.startswith("linux"):
        return 0
    said = obstacle(os.environ, language_of(os.environ), screen_needed=False)
    if said:
        print(said, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    raise SystemExit(main())
