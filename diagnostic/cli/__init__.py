"""The same jobs without a screen: `rosedesvents`.

Exit codes: 0 done, 1 bad data or a file that cannot be used, 2 bad usage. Errors are at most three lines on
standard error; results go to standard output.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TextIO

from diagnostic.cli.parser import build_parser
from diagnostic.cli.session import Refused, Session
from diagnostic.errors import WorldError
from diagnostic.texts import LANGUAGES, load_texts

BAD_DATA = 1
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        _speak_plainly(stream)
    words = list(sys.argv[1:] if argv is None else argv)
    texts = load_texts(spoken_language(words, os.environ))
    arguments = build_parser(texts).parse_args(words)
    session = Session(texts)
    try:
        arguments.run(session, arguments)
        sys.stdout.flush()
    except WorldError as fault:
        return _refuse(texts.error(fault, "cli"))
    except Refused as refusal:
        return _refuse(str(refusal))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader went away (`| head`): nothing is left to say, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BAD_DATA
    finally:
        session.close()
    return 0


def spoken_language(words: Sequence[str], environment: os._Environ[str] | dict[str, str]) -> str:
    """Return the language to speak: --lang, else ROSEDESVENTS_LANG, else an English system's English, else French."""
    asked = next((words[i + 1] for i, word in enumerate(words[:-1]) if word == "--lang"), "")
    asked = next((word.removeprefix("--lang=") for word in words if word.startswith("--lang=")), asked)
    wanted = asked or environment.get("ROSEDESVENTS_LANG", "")
    system = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    return wanted if wanted in LANGUAGES else ("en" if system.startswith("en") and not wanted else "fr")


def _speak_plainly(stream: TextIO | None) -> None:
    """Write UTF-8, as documented, also to a Windows pipe; a file's name that is no text comes out as it can."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="replace")


def _refuse(sentence: str) -> int:
    lines = " ".join(sentence.split())
    print(f"rosedesvents: {lines}", file=sys.stderr)
    return BAD_DATA
