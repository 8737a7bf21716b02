"""Opening a PDF to see it: pdfium may be entered by one thread at a time in the whole process."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

_TURN = Lock()


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:
    """Give the document (`pypdfium2.PdfDocument`), alone with the library until it is left."""
    with _TURN:
        library: Any = importlib.import_module("pypdfium2")  # loaded where it works; it ships no types
        document = library.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
