"""What the brief uses of reportlab, which ships no types: declared here once, so that the rest is checked."""

from __future__ import annotations

from typing import Any

from reportlab import platypus as _platypus
from reportlab.lib import colors as _colors
from reportlab.pdfbase import pdfmetrics as _pdfmetrics
from reportlab.pdfbase import ttfonts as _ttfonts

_library: Any = _platypus
_colours: Any = _colors
_fonts: Any = _ttfonts
metrics: Any = _pdfmetrics

BaseDocTemplate = _library.BaseDocTemplate
CondPageBreak = _library.CondPageBreak
Frame = _library.Frame
Grid = _library.Table
KeepInFrame = _library.KeepInFrame
KeepTogether = _library.KeepTogether
NextPageTemplate = _library.NextPageTemplate
PageBreak = _library.PageBreak
PageTemplate = _library.PageTemplate
Spacer = _library.Spacer
HexColor = _colours.HexColor
TTFont = _fonts.TTFont


class Flowable(_library.Flowable):  # type: ignore[misc]  # the library has no types to inherit
    """A box that reportlab stacks: it says its size in `wrap` and draws itself on `self.canv`."""

    canv: Any
    width: float
    height: float
    tag: str = ""
    """its role in the document's structure"""

    def __init__(self) -> None:
        super().__init__()
