"""The program with its window: `rosedesvents-window [FILE.rose]`.

Importing this loads the standard library and the texts alone; the start page needs QtWidgets besides. All that
is heavy is loaded in a thread once that page has been painted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from diagnostic.texts import load_texts
from ui.shell.language import language_of
from ui.shell.system_libraries import obstacle


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window, on a dossier if one is named. Return 0, 1 where Qt cannot start, 2 for bad usage."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    language = language_of(os.environ)
    asked_help = arguments in (["--help"], ["-h"])
    if asked_help or len(arguments) > 1 or any(argument.startswith("-") for argument in arguments):
        print(load_texts(language)("system.usage"), file=sys.stdout if asked_help else sys.stderr)
        return 0 if asked_help else 2
    if sys.platform.startswith("linux"):
        said = obstacle(os.environ, language, screen_needed=True)
        if said:
            print(said, file=sys.stderr)
            return 1
    from ui.shell.running import run

    return run(Path(arguments[0]) if arguments else None, language)
