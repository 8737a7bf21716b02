"""How far a long job is, on a terminal."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

from diagnostic.texts import Texts

EVERY = 0.2
"""Seconds between two lines."""


class Progress:
    """One line on a terminal, rewritten as the bytes go by and erased at the end; nothing where it is no terminal."""

    def __init__(self, name: str, texts: Texts, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._name = name
        self._texts = texts
        self._stream = stream
        self._clock = clock
        self._shown = stream.isatty()
        self._begun = self._last = clock()
        self._width = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._write("")

    def watch(self, done: int, total: int) -> None:
        """Say how much is done of a total, in bytes, and how long the rest will take."""
        now = self._clock()
        if not self._shown or now - self._last < EVERY or not total:
            return
        self._last = now
        left = (now - self._begun) * max(total - done, 0) / max(done, 1)
        percent = self._texts.percent(100.0 * min(done / total, 1.0))
        self._write(
            self._texts("cli.progress", name=self._name, percent=percent, seconds=self._texts.number(round(left)))
        )

    def _write(self, line: str) -> None:
        if self._shown and (line or self._width):
            end = "" if line else "\r"
            self._stream.write("\r" + line.ljust(self._width) + end)
            self._stream.flush()
            self._width = len(line)
