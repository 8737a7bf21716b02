"""Tips that say words as they are."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt


def plain_tip(words: str) -> str:
    """Return what a tip must be given to say these words: Qt reads what looks like markup as markup, images too."""
    if not Qt.mightBeRichText(words):
        return words
    return f'<p style="white-space: pre-wrap">{escape(words)}</p>'
